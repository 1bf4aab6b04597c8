"""Says which items stand on the lines that a check names: who fills in a form sees no lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import listing

if TYPE_CHECKING:
    from polderkoers.problems import Problem
    from polderkoers.werkbank.forms.desk import Desk, Placed

_LINES = re.compile(r"(?:in (\S+\.yaml),? )?op regel (\d+(?:, \d+)*(?: en \d+)?)")


def items_named(problem: Problem, desk: Desk) -> dict[str, Placed]:
    """Return the items on the lines that a problem names, by their references."""
    found: dict[str, Placed] = {}
    for lines in _LINES.finditer(problem.message):
        found |= _items(lines, problem, desk)
    return found


def without_lines(problem: Problem, desk: Desk) -> str:
    """Return the message of a problem with the names of items in the place of lines; lines of a file that is not read stay."""

    def named(lines: re.Match[str]) -> str:
        labels = dict.fromkeys(f"'{each.label}'" for each in _items(lines, problem, desk).values())
        return f"bij {listing([*labels])}" if labels else lines[0]

    return _LINES.sub(named, problem.message)


def _items(lines: re.Match[str], problem: Problem, desk: Desk) -> dict[str, Placed]:
    found: dict[str, Placed] = {}
    for number in re.findall(r"\d+", lines[2]):
        for placed in _at(lines[1] or problem.file, int(number), desk):
            found[placed.ref] = placed
    return found


def _at(file: str, line: int, desk: Desk) -> Iterator[Placed]:
    """Yield the innermost item that begins on a line of a file or last before it."""
    document, best, found = desk.documents.get(file), (0, 0), None
    for placed in desk.items.values():
        if document is not None and placed.file == file:
            begins = (document.place(placed.pointer).line, len(placed.pointer))
            if best <= begins and begins[0] <= line:
                best, found = begins, placed
    if found is not None:
        yield found
