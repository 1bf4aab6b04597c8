"""What is wrong with a whole of which the parts were right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from polderkoers.problems import Problem

_NUMBER = re.compile(r"\d+")


def only_in_whole(parts: Iterable[Problem], whole: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems of a whole that its parts did not have, in order.

    A problem may name lines, which another part moves: without its numbers it is the same, as often as the parts have it.
    """
    known = Counter(map(_same, parts))
    found = []
    for problem in sorted(whole):
        known[_same(problem)] -= 1
        if known[_same(problem)] < 0:
            found.append(problem)
    return tuple(found)


def _same(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.rule, _NUMBER.sub("", problem.message)
