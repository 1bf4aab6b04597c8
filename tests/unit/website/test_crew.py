"""Work that is divided over processes comes back whole and in its order, or not at all."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from polderkoers.website.building import crew


def test_what_processes_make_comes_in_the_order_of_the_work() -> None:
    """However many processes work on it, the answers come in the order of the questions."""
    assert list(crew.done(lambda number: number * number, 300, 3)) == [number * number for number in range(300)]


def test_more_than_one_process_works() -> None:
    """A crew of two is two processes, and none of them is this one."""
    workers = set(crew.done(lambda _: os.getpid(), 400, 2))
    assert len(workers) <= 2
    assert os.getpid() not in workers


def test_a_crew_of_one_works_here() -> None:
    """With one processor nothing is started."""
    assert set(crew.done(lambda _: os.getpid(), 300, 1)) == {os.getpid()}


def test_a_process_that_dies_is_told_and_leaves_no_others() -> None:
    """When the system ends a process, the build says so with what to do, and no other process goes on."""

    def work(number: int) -> int:
        if number == 7:
            os._exit(9)
        return number

    with pytest.raises(crew.ProcessGone, match="--processen 1"):
        list(crew.done(work, 300, 2))
    assert multiprocessing.active_children() == []


def test_how_many_processes_is_told_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A number in the environment counts, and anything else there does not."""
    monkeypatch.setenv(crew.PROCESSES, "3")
    assert crew.processes() == 3
    monkeypatch.setenv(crew.PROCESSES, "nul")
    assert 1 <= crew.processes() <= 8


def test_a_system_that_cannot_fork_has_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows and on a Mac all pages are made by one process, whatever is asked for."""
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setenv(crew.PROCESSES, "4")
    assert crew.processes() == 1
