"""What stands around the changes: what the check newly says."""

from __future__ import annotations

from polderkoers.problems import Problem


def problem_line(problem: Problem) -> str:
    """Return a problem as one line: where, what is wrong, and how to mend it."""
    told = f"{problem.file}, regel {problem.line}: {problem.level} [{problem.rule}] {problem.message}"
    if problem.hint:
        return f"{told} Hoe op te lossen: {problem.hint}"
    return told
