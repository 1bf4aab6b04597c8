"""The values of data that hold no others, each with its place; all texts, without theirs; and whether two values are equal."""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from typing import Any


def values(data: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    """Yield every value that holds no others, with its JSON Pointer below a pointer."""
    if isinstance(data, dict):
        pairs = [(str(key).replace("~", "~0").replace("/", "~1"), value) for key, value in data.items()]
    elif isinstance(data, list):
        pairs = [(str(place), value) for place, value in enumerate(data)]
    else:
        yield pointer, data
        return
    for part, value in pairs:
        yield from values(value, f"{pointer}/{part}")


def strings(data: Any) -> Iterator[str]:
    """Yield every text in data, in no order: much faster than `values`, for who wants to know whether there is one of some kind."""
    left = [data]
    while left:
        value = left.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            left.extend(value.values())
        elif isinstance(value, list):
            left.extend(value)


def same(one: Any, other: Any) -> bool:
    """Return whether two values are equal and of the same types, apart from the order of fields."""
    # Python compares both without a call for each part: only what 1, 1.0 and true have in common needs a second look.
    return bool(one == other) and (_is_written_alike(one, other) or _is_same(one, other))


def copied(data: Any) -> Any:
    """Return data of their own: nothing that is done to them is done to these. They are what a file holds, and nothing else."""
    return marshal.loads(marshal.dumps(data))  # noqa: S302 - what was written the moment before


def _is_written_alike(one: Any, other: Any) -> bool:
    try:
        return marshal.dumps(one, 2) == marshal.dumps(other, 2)
    except ValueError:  # what no file holds
        return False


def _is_same(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_is_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_is_same, one, other))
    return bool(one == other)
