"""What changed since an earlier version: which files, and which of the problems are new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from polderkoers.problems import Problem


@dataclass(frozen=True)
class Since:
    """An earlier version by the name that was asked for, the files that differ from it, and the problems it did not have."""

    ref: str
    files: frozenset[str]
    new: frozenset[Problem]

    def is_changed(self, problem: Problem) -> bool:
        """Return whether a problem is in a file that changed."""
        return problem.file in self.files

    def is_new(self, problem: Problem) -> bool:
        """Return whether a problem was not there in the earlier version."""
        return problem in self.new

    def changed_first(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Return problems with those in changed files first, and of these the new ones first."""
        return tuple(sorted(problems, key=lambda each: (not self.is_changed(each), not self.is_new(each), each)))


def new_problems(before: tuple[Problem, ...], now: tuple[Problem, ...]) -> frozenset[Problem]:
    """Return the problems that were not there before.

    A problem is the same when file, rule and message are; its line moves with every line that is put in above it. Of
    two equal ones where there was one before, the later in the file is the new one.
    """
    left = Counter(map(_same, before))
    found = set()
    for problem in now:
        if left[_same(problem)]:
            left[_same(problem)] -= 1
        else:
            found.add(problem)
    return frozenset(found)


def _same(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.rule, problem.message
