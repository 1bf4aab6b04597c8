"""The values of data that hold no others, each with its place."""

from __future__ import annotations

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
