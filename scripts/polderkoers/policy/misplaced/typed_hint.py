"""Whether a line that a hint tells to type is a cure: it is typed, and what is then wrong with that line is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from polderkoers.policy.source import LINE_BREAK
from polderkoers.problems import Problem

# A hint that is one line to type and nothing else; one that offers two, or words to fill in, promises less.
_TYPED = re.compile(
    r"(?:[^:]*[.] )?[Ss]chrijf: (?P<row>(?:(?![Ss]chrijf:|[Hh]aal |[Zz]et |[.] ).)+?)(?:, met aanhalingstekens[^:]*)?"
)
_NAMED = re.compile(r"\s*(?:- |-$|[\"']?[\w'-]+[\"']?\s*[:=;]|#|---|\.\.\.)")
_STOPS = frozenset({"yaml-syntaxis", "yaml-vorm"})
_MOST = 12
Judge = Callable[[str], list[Problem]]


def only_cures(problems: list[Problem], text: str, judge: Judge) -> list[Problem]:
    """Return the problems of a text; a hint whose line would still be wrong once typed, is left out.

    `judge` says what is wrong with a text. Of many problems the first are tried: a person mends those first too.
    """
    if not any(_TYPED.fullmatch(problem.hint) for problem in problems):
        return problems
    lines = LINE_BREAK.split(text)
    first = [_as_far_as_true(problem, problems, lines, judge) for problem in problems[:_MOST]]
    return [*first, *problems[_MOST:]]


def _as_far_as_true(problem: Problem, problems: list[Problem], lines: list[str], judge: Judge) -> Problem:
    found = _TYPED.fullmatch(problem.hint)
    if not found or "…" in found["row"] or problem.line > len(lines):
        return problem
    above = lines[problem.line - 2].strip() if problem.line > 1 else ""
    if above.endswith(":") and found["row"].startswith(f"{above} "):  # what stands below the name moves behind it
        return problem
    known = {(each.line, each.rule, each.message) for each in problems if each is not problem}
    for typed in _ways(problem, lines, found["row"].strip()):
        left = [each for each in judge("\n".join(typed)) if (each.line, each.rule, each.message) not in known]
        if not any(_is_against(each, problem, typed) for each in left):
            return problem
    return replace(problem, hint="", repair=None)


def _ways(problem: Problem, lines: list[str], new: str) -> Iterator[list[str]]:
    """Yield the lines with what a hint says to type, in each way that a person may take it."""
    number, row = problem.line, lines[problem.line - 1]
    head = row[: len(row) - len(row.lstrip(" \t\u00a0"))]
    # A full stop may belong to the hint, and a dash stands left of its field.
    rows = [f"{head}{new}", f"{head}{new.rstrip('.')}"]
    if new.startswith("- "):
        rows.append(f"{head[2:]}{new}")
    elif dash := re.match(r"(?:- +)+", row.lstrip()):
        rows.append(f"{head}{dash.group()}{new}")
    for typed in dict.fromkeys(rows):
        yield [*lines[: number - 1], typed, *lines[number:]]


def _is_against(left: Problem, cured: Problem, typed: list[str]) -> bool:
    """Return whether a problem that is left when a hint was followed says that it was no cure."""
    if left.level != "fout":
        return False
    if left.line == cured.line:
        return True
    if cured.rule not in _STOPS or left.rule not in _STOPS:
        return False
    return left.line < cured.line or left.line in _words_below(cured.line, typed)


def _words_below(number: int, lines: list[str]) -> Iterator[int]:
    """Yield the line directly below a line when it is none by itself, but goes on with what stands above it."""
    below = number + 1
    if below <= len(lines) and lines[below - 1].strip() and not _NAMED.match(lines[below - 1]):
        yield below
