"""Which problems are new since an earlier version."""

from __future__ import annotations

from polderkoers.problems import Problem
from polderkoers.report.since import Since, new_problems


def problem(line: int, message: str = "Mis.", file: str = "data/x.yaml") -> Problem:
    """Return a problem on a line."""
    return Problem(file, line, 1, "regel", message)


def test_a_problem_that_only_moved_is_not_new():
    """Lines put in above a problem do not make it new."""
    assert new_problems((problem(3),), (problem(30),)) == frozenset()


def test_a_second_equal_problem_is_new():
    """Where there was one and now are two, the later one is new."""
    assert new_problems((problem(3),), (problem(3), problem(9))) == {problem(9)}


def test_another_message_or_file_is_new():
    """A problem with other words, or in another file, was not there before."""
    now = (problem(3, "Anders."), problem(3, file="data/y.yaml"))
    assert new_problems((problem(3),), now) == frozenset(now)


def test_a_problem_that_is_gone_is_no_news():
    """What was mended is not reported."""
    assert new_problems((problem(3),), ()) == frozenset()


def test_changed_files_come_first_and_in_them_what_is_new():
    """Problems are put in the order in which an editor wants to hear of them."""
    old, new, elsewhere = problem(1), problem(9), problem(1, file="data/a.yaml")
    since = Since("main", frozenset({"data/x.yaml"}), frozenset({new}))
    assert since.changed_first((elsewhere, old, new)) == (new, old, elsewhere)
