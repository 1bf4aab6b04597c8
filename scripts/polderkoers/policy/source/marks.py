"""Where keys and values stand, kept as one number for each from the reading itself, so that no file is read twice for its lines."""

from __future__ import annotations

from array import array
from typing import Any

from polderkoers.policy.source.place import Place

BITS = 21
"""A place is one number: its line, and in so many bits behind that its column, which is enough for the greatest file."""
_COLUMN = (1 << BITS) - 1


class Marks:
    """The places in one file. They stand in the order of reading: a group or list, then what is in it, each key before its value."""

    def __init__(self, data: Any, packed: array[int]) -> None:
        """Take the data as they were read, and of each key, value, group and list where it begins, counted from 0."""
        self._data, self._packed = data, packed
        self._sizes: dict[int, int] = {}
        self._starts: dict[int, dict[str, int]] = {}

    def at(self, pointer: str, *, key: bool) -> Place | None:
        """Return where the value of a JSON Pointer stands, or its key; None when nothing does."""
        node, value_at, key_at = self._data, 0, -1
        for part in pointer.split("/")[1:]:
            name = part.replace("~1", "/").replace("~0", "~")
            start = self._starts_in(node).get(name)
            if start is None:
                return None
            # The first of what is in something stands right behind it.
            value_at += start
            key_at = value_at - 1 if isinstance(node, dict) else -1
            node = node[name] if isinstance(node, dict) else node[int(name)]
        place = key_at if key else value_at
        return None if place < 0 else self._place(place)

    def _place(self, number: int) -> Place:
        packed = self._packed[number]
        return Place((packed >> BITS) + 1, (packed & _COLUMN) + 1)

    def _starts_in(self, node: Any) -> dict[str, int]:
        """Return how far behind the beginning of a group or list each value in it begins, by its name or number."""
        if not isinstance(node, dict | list):
            return {}
        found = self._starts.get(id(node))
        if found is None:
            self._measured(node)
            found = self._starts[id(node)]
        return found

    def _measured(self, node: Any) -> int:
        """Return of how many keys, values, groups and lists something consists, itself included."""
        if not isinstance(node, dict | list):
            return 1
        known = self._sizes.get(id(node))
        if known is not None:
            return known
        step = int(isinstance(node, dict))
        parts = node.items() if isinstance(node, dict) else enumerate(node)
        size, starts = 1, {}
        for name, part in parts:
            starts[str(name)] = size + step
            size += step + self._measured(part)
        self._starts[id(node)], self._sizes[id(node)] = starts, size
        return size
