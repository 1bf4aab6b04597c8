"""A file that stops in the middle: its last line has no end, and what is wrong stands there."""

from __future__ import annotations

from dataclasses import replace

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.source import LINE_BREAK
from polderkoers.problems import Problem, Repair

_STOPS = frozenset({"yaml-syntaxis", "yaml-vorm"})
_SHOWN = 60


def asked_whether_cut(problems: list[Problem], text: str) -> list[Problem]:
    """Return problems with the question, at the first that fits, whether the file stops too early; only where its last line has no end.

    The question stands before the hint, so that a line to type stays last. Where the cure is certain there is nothing to ask; what only lacks its end has no certain cure.
    """
    lines = LINE_BREAK.split(text)
    if not lines[-1].strip():
        return problems
    at = next((number for number, each in enumerate(problems) if _is_at_the_end(each, lines)), None)
    if at is None:
        return problems
    ends = lines[-1].strip()[-_SHOWN:]
    hint = f"is het bestand afgebroken? Het eindigt nu met '{ends}'. Vul dan aan wat er mist. {_else(problems[at].hint)}".strip()
    return [*problems[:at], replace(problems[at], hint=hint, repair=None), *problems[at + 1 :]]


def _else(hint: str) -> str:
    """Return what to do with a file that is whole, as a sentence; nothing when nothing is known."""
    return f"Is het bestand heel? {capital(hint)}" if hint else ""


def _only_ends(repair: Repair, lines: list[str]) -> bool:
    """Return whether a repair only puts something behind the last line: that sign may have been lost with much more."""
    return repair.line == len(lines) and f"{lines[-1][: repair.column - 1]}{repair.text}".startswith(lines[-1])


def _is_at_the_end(problem: Problem, lines: list[str]) -> bool:
    """Return whether a problem is about the last lines of a file, or about what its last item or field lacks."""
    if problem.repair is not None and not _only_ends(problem.repair, lines):
        return False
    if problem.rule in _STOPS:
        return problem.line >= len(lines) - 1
    if problem.rule == "verkeerd-type":
        return problem.line == len(lines) and lines[-1].rstrip().endswith(":")
    if problem.rule != "veld-ontbreekt":
        return False
    column = problem.column - 1
    return not any(row[:column].strip() for row in lines[problem.line :])
