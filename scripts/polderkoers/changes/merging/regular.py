"""Whether the data of a file can be merged by its items: each list holds one kind of thing, and each id stands once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any


def is_regular(data: Any) -> bool:
    """Return whether no list mixes items, rows and plain values, and no id stands twice."""
    ids = Counter(chain.from_iterable(map(_ids_in, _parts_of(data))))
    return all(map(_is_of_one_kind, _lists_in(data))) and max(ids.values(), default=1) == 1


def unlike(states: Sequence[Any]) -> bool:
    """Return whether an item holds items in a field in one state of a file, and something else there in another."""
    kinds: dict[tuple[str, str], set[str]] = {}
    for data in states:
        for holder, name, value in _fields_in(data):
            if kind := _kind_of_field(value):
                kinds.setdefault((holder, name), set()).add(kind)
    return any(len(found) > 1 for found in kinds.values())


def _kind_of_field(value: Any) -> str:
    if isinstance(value, list):
        return _kind(value[0]) if value else ""
    return "" if value is None else f"one {_kind(value)}"


def _kind(value: Any) -> str:
    if not isinstance(value, dict):
        return "plain"
    return "item" if isinstance(value.get("id"), str) else "row"


def _is_of_one_kind(values: list[Any]) -> bool:
    return len(set(map(_kind, values))) < 2


def _lists_in(data: Any) -> Iterator[list[Any]]:
    if isinstance(data, list):
        yield data
    for part in _parts_of(data):
        yield from _lists_in(part)


def _ids_in(data: Any) -> Iterator[str]:
    if isinstance(data, dict) and isinstance(data.get("id"), str):
        yield data["id"]
    for part in _parts_of(data):
        yield from _ids_in(part)


def _fields_in(data: Any, holder: str = "") -> Iterator[tuple[str, str, Any]]:
    """Yield the fields of everything with an id, each with that id."""
    if isinstance(data, dict) and isinstance(data.get("id"), str):
        holder = data["id"]
        yield from ((holder, name, value) for name, value in data.items())
    for part in _parts_of(data):
        yield from _fields_in(part, holder)


def _parts_of(data: Any) -> list[Any]:
    if isinstance(data, dict):
        return [*data.values()]
    return data if isinstance(data, list) else []
