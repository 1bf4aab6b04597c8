"""The small changes that people would make to a line and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.misplaced.edit import ENTRY, Correction
from polderkoers.policy.misplaced.of_line import of_line
from polderkoers.policy.misplaced.of_list import dashed, grouped, headed
from polderkoers.policy.misplaced.of_paste import of_paste
from polderkoers.policy.misplaced.of_place import moved, prose
from polderkoers.policy.misplaced.of_signs import of_signs


def edits_of(lines: list[str], number: int, lists: tuple[str, ...], groups: tuple[str, ...]) -> Iterator[Correction]:
    """Yield the changes of a line, and of the lines that belong to it.

    `lists` and `groups` are the names that a list and a group of fields can have.
    """
    row = lines[number - 1]
    if not row.strip() or row.lstrip().startswith("#"):
        return
    if ENTRY.match(row):
        yield from moved(lines, number)
    else:
        yield from prose(lines, number)
    yield from dashed(lines, number)
    yield from headed(lines, number, lists)
    yield from grouped(lines, number, groups)
    yield from of_line(lines, number)
    yield from of_signs(lines, number)
    yield from of_paste(lines, number)
