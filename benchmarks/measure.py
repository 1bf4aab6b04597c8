"""Measures processor time: of a command and everything that it starts, the median of some runs."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds of processor time (median), and the most memory of its runs in MB."""

    seconds: float
    megabytes: float


class NotMeasured(Exception):
    """Something cannot be measured here, and why."""


@dataclass(frozen=True)
class Command:
    """A command, where it runs, and with what environment on top of this one."""

    words: Sequence[str | Path]
    cwd: Path
    environment: Mapping[str, str]


def cost(command: Command, runs: int, before: Callable[[], None] = lambda: None) -> Cost:
    """Return what a command takes; `before` comes ahead of every run. Raises `NotMeasured` when the command fails."""
    measured = []
    for _ in range(runs):
        before()
        measured.append(once(command))
    return middle(measured)


def middle(measured: Sequence[Cost]) -> Cost:
    """Return the median of some runs, and the most memory of any."""
    return Cost(statistics.median(one.seconds for one in measured), max(one.megabytes for one in measured))


def in_turns(runs: int, measures: Mapping[str, Callable[[], Cost]]) -> dict[str, Cost | str]:
    """Return by name what some measures take, in rounds of one run of each: what else the machine does then meets them all.

    Of what cannot be measured the reason is given; it is not tried again.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in measures}
    reasons: dict[str, str] = {}
    for turn in range(runs):
        for name, measure in measures.items():
            if name in reasons:
                continue
            say(f"{name}, ronde {turn + 1} van {runs}")
            try:
                costs[name].append(measure())
            except NotMeasured as reason:
                reasons[name] = str(reason)
    return {name: reasons.get(name) or middle(costs[name]) for name in measures}


def output(command: Command) -> str:
    """Return what a command says. Raises `NotMeasured` when it fails."""
    done = subprocess.run(  # noqa: S603 - our own commands
        command.words,
        cwd=command.cwd,
        env={**os.environ, **command.environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["zonder uitleg"])[-1]
        raise NotMeasured(f"een opdracht stopte met code {done.returncode}: {last}")
    return done.stdout


def say(step: str) -> None:
    """Tell on the error stream what is being done now."""
    sys.stderr.write(f"... {step}\n")
    sys.stderr.flush()


def once(command: Command) -> Cost:
    """Return what one run of a command takes. Raises `NotMeasured` when it fails."""
    with subprocess.Popen(  # noqa: S603 - our own commands
        command.words,
        cwd=command.cwd,
        # As on any machine, what was compiled once is kept.
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **command.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        said = process.stdout.read() if process.stdout else ""
        # Unlike Popen.wait, wait4 tells what this process used, with all those that it waited for itself.
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        name = " ".join(str(word) for word in command.words[:4])
        last = (said.strip().splitlines() or ["zonder uitleg"])[-1]
        raise NotMeasured(f"{name} stopte met code {process.returncode}: {last}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
