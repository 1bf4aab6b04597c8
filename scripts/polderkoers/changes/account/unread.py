"""Which files of two versions could not be compared, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.problems import Problem

NOT_COMPARED = "Niet alles is vergeleken"
NOT_COMPARED_WHY = "Wat hierin verandert, staat niet in deze vergelijking:"


def skipped_lines(problems: Iterable[Problem]) -> list[str]:
    """Return a line for each file that could not be compared: where its first problem is, which, and how many more it has."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.file, []).append(problem)
    return [
        f"{file}, regel {found[0].line}: {found[0].message}{_others(len(found) - 1)}" for file, found in by_file.items()
    ]


def _others(number: int) -> str:
    if not number:
        return ""
    if number == 1:
        return " En nog 1 andere fout."
    return f" En nog {number} andere fouten."
