"""One small change of some lines, with the words that say it, and how lines are looked at to find it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from polderkoers.policy.syntax_clues.clue import HEADINGS, indent_of, rows_replaced
from polderkoers.policy.syntax_clues.items import prefix_of
from polderkoers.problems import Repair

FIELD_ROW = re.compile(r" *(?P<dash>(?:- +)*)(?P<name>[a-z][a-z_]*):(?:\s+(?P<value>.*))?$")
ENTRY = re.compile(r" *(?:- |-$|[A-Za-z][\w-]*:(?:\s|$))")


@dataclass(frozen=True)
class Correction:
    """Lines in the place of others: what is wrong, what to do, how far it is from what stands there, and whether it is sure."""

    first: int
    old: int
    new: tuple[str, ...]
    message: str
    todo: str
    cost: int
    column: int = 1
    sure: bool = True


def column_of(row: str) -> int:
    """Return where the field of a line begins, behind its dashes (from 0)."""
    found = re.match(r" *(?:- +)*", row)
    return found.end() if found else indent_of(row)


def neighbour(lines: list[str], number: int, step: int) -> str:
    """Return the nearest line above (-1) or below (1) that is not empty, or nothing."""
    other = number - 1 + step
    while 0 <= other < len(lines):
        if lines[other].strip():
            return lines[other]
        other += step
    return ""


def shifted(rows: list[str], off: int) -> tuple[str, ...]:
    """Return lines that begin so many spaces further to the right, or to the left below nought; empty ones stay."""
    return tuple(f"{' ' * (indent_of(row) + off)}{row.lstrip(' ')}" if row.strip() else row for row in rows)


def lists_for(row: str, lists: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of the lists that an item may stand in: the one that its id tells, or else all of them."""
    named = HEADINGS.get(prefix_of(row), "")
    return (named,) if named in lists else lists


def repair_of(lines: list[str], edit: Correction) -> Repair | None:
    """Return the repair of a change that keeps as many lines as there were."""
    old = lines[edit.first - 1 : edit.first - 1 + edit.old]
    if not edit.sure or len(old) != len(edit.new):
        return None
    return rows_replaced(edit.first, old, list(edit.new))
