"""Divides work over several processes, each of which knows all that this one knew when they began."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from polderkoers.errors import PolderkoersError

Made = TypeVar("Made")

PROCESSES = "POLDERKOERS_PROCESSEN"
# Each process has a copy of what it writes to; with more of these the memory is full before the processors are.
_AT_MOST = 8
# Fewer than this are done before the processes have begun.
_TOO_FEW = 60
_AT_ONCE = 4
_work: list[Callable[[int], Any]] = []


class ProcessGone(PolderkoersError):
    """One of the processes ended before its work was done."""

    def __init__(self) -> None:
        super().__init__(
            "Een van de processen die de bladzijden maken, is gestopt. Misschien was er te weinig geheugen. "
            "Hoe op te lossen: bouw met één proces: polderkoers build --processen 1"
        )


def processes() -> int:
    """Return over how many processes work is divided here: as the environment says, or else one for each processor."""
    told = os.environ.get(PROCESSES, "")
    if not _can_fork():
        return 1
    if told.isdecimal() and int(told):
        return int(told)
    return min(_AT_MOST, _processors())


def done(work: Callable[[int], Made], count: int, crew: int) -> Iterator[Made]:
    """Yield what `work` gives for each number below `count`, in that order. Raises `ProcessGone`.

    What it gives must be able to travel from one process to another. With a crew of one, all is done in this process.
    """
    if crew < 2 or count < _TOO_FEW:
        yield from map(work, range(count))
        return
    # What is there now stays: who looks among it for what can go would copy all of it.
    gc.freeze()
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(min(crew, count), fork, _begin, (work,)) as pool:
        try:
            yield from pool.map(_do, range(count), chunksize=_AT_ONCE)
        except BrokenProcessPool as error:
            raise ProcessGone from error


def _can_fork() -> bool:
    # On a Mac a process that was split off may stop at the first library of the system that it calls.
    return sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()


def _processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def _begin(work: Callable[[int], Any]) -> None:
    _work.append(work)


def _do(number: int) -> Any:
    return _work[-1](number)
