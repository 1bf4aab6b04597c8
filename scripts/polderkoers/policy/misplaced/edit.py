"""One small change of some lines, with the words that say it, and how lines are looked at to find it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from polderkoers.policy.syntax_clues.clue import rows_replaced, spaces
from polderkoers.problems import Repair

FIELD_ROW = re.compile(r" *(?P<dash>(?:- +)*)(?P<name>[a-z][a-z_]*):(?:\s+(?P<value>.*))?$")
ENTRY = re.compile(r" *(?:- |-$|[A-Za-z][\w-]*:(?:\s|$))")


@dataclass(frozen=True)
class Edit:
    """Lines in the place of others: what is wrong, what to do, how far it is from what stands there, and whether it is sure."""

    first: int
    old: int
    new: tuple[str, ...]
    message: str
    todo: str
    cost: int
    column: int = 1
    sure: bool = True


def where(column: int) -> str:
    """Return in words where a line begins."""
    return f"met {spaces(column)} ervoor" if column else "helemaal links"


def neighbour(lines: list[str], number: int, step: int) -> str:
    """Return the nearest line above (-1) or below (1) that is not empty, or nothing."""
    other = number - 1 + step
    while 0 <= other < len(lines):
        if lines[other].strip():
            return lines[other]
        other += step
    return ""


def repair_of(lines: list[str], edit: Edit) -> Repair | None:
    """Return the repair of a change that keeps as many lines as there were."""
    old = lines[edit.first - 1 : edit.first - 1 + edit.old]
    sure = edit.sure and len(old) == len(edit.new)
    return rows_replaced(edit.first, old, list(edit.new)) if sure else None
