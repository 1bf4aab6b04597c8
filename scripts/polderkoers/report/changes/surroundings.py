"""What stands around the changes: who and what they touch, and what the check newly says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from polderkoers.changes.change import Change
from polderkoers.changes.impact import Touched
from polderkoers.changes.sides import Names
from polderkoers.problems import Problem

_GROUPS = {
    "partijen": "Partijen",
    "organisaties": "Organisaties",
    "plaatsen": "Plaatsen",
    "themas": "Thema's",
    "onderdelen": "Andere onderdelen",
}


class TouchedName(NamedTuple):
    """The words for something that is touched, and the changes that touch it."""

    label: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class TouchedGroup:
    """What of one kind is touched, the most touched first."""

    name: str
    touched: tuple[TouchedName, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names, each with the number of changes that touch it."""
        return tuple(f"{one.label} ({len(one.changes)})" for one in self.touched)


def most_touched(impact: Iterable[Touched], names: Names) -> tuple[TouchedGroup, ...]:
    """Return what is touched by group: parties first, in each group the most touched first."""
    by_group: dict[str, list[TouchedName]] = {}
    for one in impact:
        by_group.setdefault(one.group, []).append(TouchedName(_label(one, names), one.changes))
    return tuple(
        TouchedGroup(name, tuple(sorted(by_group[group], key=lambda one: (-len(one.changes), one.label))))
        for group, name in _GROUPS.items()
        if group in by_group
    )


def _label(touched: Touched, names: Names) -> str:
    """Return the name of something, or the beginning of its text when it has no name."""
    item = names.item(touched.ref)
    if item is None:
        return touched.label
    return item.label or touched.label


def problem_line(problem: Problem) -> str:
    """Return a problem as one line: where, what is wrong, and how to mend it."""
    told = f"{problem.file}, regel {problem.line}: {problem.level} [{problem.rule}] {problem.message}"
    if problem.hint:
        return f"{told} Hoe op te lossen: {problem.hint}"
    return told


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
    return " En nog 1 andere fout." if number == 1 else f" En nog {number} andere fouten."
