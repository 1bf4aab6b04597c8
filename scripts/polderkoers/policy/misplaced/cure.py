"""Chooses among the changes that make a file right, and says what was found: one cure, or the few that are possible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.misplaced.edit import ENTRY, Correction, repair_of
from polderkoers.policy.misplaced.edits import edits_of
from polderkoers.policy.misplaced.swallowed import swallowed
from polderkoers.policy.misplaced.trial import Trial
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import LINE_BREAK
from polderkoers.policy.source_rules import KEEP_ONE
from polderkoers.policy.syntax_clues.conflicts import SURE
from polderkoers.problems import Problem, Repair

# The rules that something at the wrong place can break; anything else says by itself what is wrong.
_RULES = frozenset(
    {
        "yaml-syntaxis",
        "yaml-vorm",
        "onbekend-veld",
        "veld-ontbreekt",
        "verkeerd-type",
        "dubbele-sleutel",
        "vorm",
        "waarde-uit-lijst",
        "soort",
    }
)
# How many lines above and below a problem its cause may stand, and how many changes are tried at most.
_ABOVE, _BELOW = 16, 12
_MOST = 500
_MOST_SHOWN = 3


def led_to_cure(problems: list[Problem], text: str, file: str, schemas: Schemas) -> list[Problem]:
    """Return the problems of a file, or one in their place when a change of one place makes the whole file right."""
    structural = sorted(problem for problem in problems if problem.rule in _RULES)
    if not structural or len(structural) < len(problems) or SURE.search(text):
        return problems
    if any(problem.rule == "dubbele-sleutel" and problem.hint != KEEP_ONE for problem in structural):
        # Almost anywhere else a second list is right by the schema; that says nothing of where it was meant to stand.
        return problems
    lines = LINE_BREAK.split(text)
    if lines[min(structural[0].line, len(lines)) - 1].strip() == "---":  # never a part of a text
        return problems
    # What a field that stands elsewhere leaves behind is missing; the cause is where it stands.
    chosen = next((problem for problem in structural if problem.rule != "veld-ontbreekt"), structural[0])
    around = _around(lines, chosen)
    trial = Trial(lines, file, schemas, around)
    found = _cures(trial, lines, around, schemas)
    if not found or _is_said(trial, lines, problems, found):
        return problems
    return [_worded(lines, chosen, found)]


def _around(lines: list[str], problem: Problem) -> int:
    """Return the line around which the cause of a problem may stand: that of a text that took in what follows, if there is one."""
    taken = next((each.line for each in swallowed(lines) if each.line <= problem.line), 0)
    return taken or min(problem.line, len(lines))


def _cures(trial: Trial, lines: list[str], around: int, schemas: Schemas) -> list[Correction]:
    """Return the changes that make a file right, each with other data than those before, the smallest and nearest first."""
    tried = sorted(
        _edits(lines, around, schemas), key=lambda each: (each.cost, len(each.new), abs(each.first - around))
    )
    held: list[Any] = []
    found: list[Correction] = []
    for edit in tried[:_MOST]:
        if found and edit.cost > found[0].cost + 1:
            break
        data = trial.data(edit.first, edit.old, edit.new)
        if data is not None and data not in held:
            held.append(data)
            found.append(edit)
    return found


def _edits(lines: list[str], line: int, schemas: Schemas) -> Iterator[Correction]:
    for number in range(max(1, line - _ABOVE), min(len(lines), line + _BELOW) + 1):
        yield from edits_of(lines, number, schemas.lists, schemas.groups)


def _is_said(trial: Trial, lines: list[str], problems: list[Problem], found: list[Correction]) -> bool:
    """Return whether what was said of a file already says the cure, and that there is no other."""
    said, edit = problems[0], found[0]
    if said.repair is not None:
        return _mends(trial, lines, said.repair)
    if len(problems) > 1 or len(found) > 1:
        return False
    if len(edit.new) > 2:  # a part of an item moves as a whole
        return False
    if not ENTRY.match(lines[edit.first - 1]):  # a hint may hold its words and say something else
        return False
    # Where lines come or go, the line beside them may be meant.
    reach = int(len(edit.new) != edit.old)
    here = abs(said.line - edit.first) <= reach
    # The same words behind a dash, or with a list behind them, are another line.
    wanted = rf"(?<!- ){re.escape(edit.new[0].strip())}(?! \[)" if edit.new else " weg"
    return here and re.search(wanted, said.hint) is not None


def _mends(trial: Trial, lines: list[str], repair: Repair) -> bool:
    """Return whether a repair makes a file right."""
    old = lines[repair.line - 1 : repair.end_line]
    if repair.rename or not old:
        return False
    new = f"{old[0][: repair.column - 1]}{repair.text}{old[-1][repair.end_column - 1 :]}"
    return trial.data(repair.line, len(old), tuple(new.split("\n"))) is not None


def _worded(lines: list[str], problem: Problem, found: list[Correction]) -> Problem:
    edit = found[0]
    rule = "yaml-syntaxis" if problem.rule == "yaml-vorm" else problem.rule
    told = replace(problem, line=edit.first, column=edit.column, rule=rule, path="", repair=None)
    if len(found) > 1:
        message = (
            f"Hier {_elsewhere(edit, problem.line)}klopt iets niet, en het kan op meer dan één manier bedoeld zijn."
        )
        ways = " Of: ".join(_todo(each, edit.first) for each in found[:_MOST_SHOWN])
        return replace(told, message=message, hint=ways)
    if rule != "dubbele-sleutel":  # which of two fields with one name is at the wrong place, no trying tells
        told = replace(told, repair=repair_of(lines, edit))
    return replace(told, message=edit.message, hint=edit.todo)


def _todo(edit: Correction, line: int) -> str:
    return f"{_elsewhere(edit, line)}{edit.message} {capital(edit.todo)}"


def _elsewhere(edit: Correction, line: int) -> str:
    """Return the line of a change between brackets when it is another than the one where something is said."""
    return "" if edit.first == line else f"(regel {edit.first}) "
