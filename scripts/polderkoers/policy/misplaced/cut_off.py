"""A file that stops in the middle: its last line has no end, and what is wrong stands there."""

from __future__ import annotations

import re
from dataclasses import replace

from polderkoers.problems import Problem

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_STOPS = frozenset({"yaml-syntaxis", "yaml-vorm"})
_SHOWN = 60


def asked_whether_cut(problems: list[Problem], text: str) -> list[Problem]:
    """Return problems with the question, at the first that fits, whether the file stops too early; only where its last line has no end."""
    lines = _LINE_BREAK.split(text)
    if not lines[-1].strip():
        return problems
    at = next((number for number, each in enumerate(problems) if _is_at_the_end(each, lines)), None)
    if at is None:
        return problems
    ends = lines[-1].strip()[-_SHOWN:]
    hint = f"{problems[at].hint} Is het bestand afgebroken? Het eindigt nu met: {ends}".strip()
    return [*problems[:at], replace(problems[at], hint=hint), *problems[at + 1 :]]


def _is_at_the_end(problem: Problem, lines: list[str]) -> bool:
    """Return whether a problem is about the last lines of a file, or about what its last item lacks."""
    if problem.rule in _STOPS:
        return problem.line >= len(lines) - 1
    if problem.rule != "veld-ontbreekt":
        return False
    column = problem.column - 1
    return not any(row[:column].strip() for row in lines[problem.line :])
