"""Tries a change of some lines: whether the file would be right with it, reading again only the part that it is in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from polderkoers.policy.misplaced.swallowed import holds_swallowed
from polderkoers.policy.source import data_of

if TYPE_CHECKING:
    from polderkoers.policy.schema import Schemas

_HEAD = re.compile(r"[a-z_]+:(\s|$)")
# How many lines before and behind a place belong to the part that is read again, unless an item is longer.
_REACH = 40


class Trial:
    """A file of which parts can be changed and judged again and again."""

    def __init__(self, lines: list[str], file: str, schemas: Schemas, around: int) -> None:
        """Take the lines of a file, and the line (from 1) around which changes are tried."""
        self._file, self._schemas, self._lines = file, schemas, lines
        self.first, self.last = _part(lines, around)
        self._others = _read("\n".join([*lines[: self.first - 1], *lines[self.last :]]), file)
        # Long lists are cut: of their other items nothing changes.
        self._head, self.first_item, self.last_item, self._tail = _items(lines, self.first, self.last, around)

    def data(self, first: int, old: int, new: tuple[str, ...]) -> Any:
        """Return the data of the file with other lines in the place of some, or None when it is not right then."""
        if self._others is None or first < self.first_item or first + old - 1 > self.last_item:
            return None
        lines = self._lines
        part = [
            *self._head,
            *lines[self.first_item - 1 : first - 1],
            *new,
            *lines[first + old - 1 : self.last_item],
            *self._tail,
        ]
        read = _read("\n".join(part), self._file)
        if not read or set(read) & set(self._others):
            return None
        if not self._schemas.accepts_data({**self._others, **read}) or holds_swallowed(part):
            return None
        return read


def _read(text: str, file: str) -> dict[str, Any] | None:
    """Return the data of a text, nothing when it has none, or None when something is wrong with how it is written."""
    if not text.strip():
        return {}
    data = data_of(text, file)
    return data if isinstance(data, dict) else None


def _heads(lines: list[str], first: int, last: int) -> list[int]:
    """Return the numbers of the lines of a part that begin a field of the file."""
    return [number for number in range(first, last + 1) if _HEAD.match(lines[number - 1])]


def _part(lines: list[str], around: int) -> tuple[int, int]:
    """Return the first and last line of the fields of the file that stand around a line: the one with it, and its neighbours."""
    heads = _heads(lines, 1, len(lines))
    before = [number for number in heads if number < around][-2:]
    behind = [number for number in heads if number > around][1:]
    # Where there are no neighbours, the file begins or ends.
    return min(before, default=1), min(behind, default=len(lines) + 1) - 1


def _items(lines: list[str], first: int, last: int, around: int) -> tuple[list[str], int, int, list[str]]:
    """Return the first and last line of what is read again of a part, with the lines of the part that stay before and behind.

    Of a long list only the items around a line are read again; the fields of the file before and behind it stay.
    """
    heads = _heads(lines, first, last)
    head = max((number for number in heads if number <= around), default=first)
    end = min((number for number in heads if number > head), default=last + 1)
    starts = [number for number in range(head, end) if lines[number - 1].startswith("  - ")]
    before = [number for number in starts if number <= around - _REACH]
    behind = [number for number in starts if number >= around + _REACH]
    kept_before = lines[first - 1 : head] if before else []
    kept_behind = lines[end - 1 : last] if behind else []
    return kept_before, max(before, default=first), min(behind, default=last + 1) - 1, kept_behind
