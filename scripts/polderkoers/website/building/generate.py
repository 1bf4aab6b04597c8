"""Runs the program that makes the pages, until it is done or we are told to stop."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from polderkoers.website.dates import source_date_epoch

# How many times a hundredth of a second a process that was killed is waited for; a system may never clear it away.
_PATIENCE = 500
# Tells the plugin that it may make the pages in its own way, by a number that is not 0.
OWN_WAY = "POLDERKOERS_EIGEN_WEG"


def command_of(generator: str, *words: str | Path) -> list[str | Path]:
    """Return the command that runs a generator (`mkdocs` or `properdocs`) with this very Python."""
    # Without -P a file of the instance, such as a jinja2.py, would take the place of what the generator imports.
    return [sys.executable, "-P", "-m", generator, *words]


def environment() -> dict[str, str]:
    """Return what a generator is told by its environment."""
    told = dict(os.environ)
    told["PYTHONIOENCODING"] = "utf-8"
    # Material tells of its end at every build; ARCHITECTURE.md says when that is, and what takes its place.
    told["NO_MKDOCS_2_WARNING"] = "1"
    return told


def _of_one_moment(root: Path) -> dict[str, str]:
    """Return what a generator is told that makes the site of one moment: all pages have one date."""
    epoch = source_date_epoch(root)
    return environment() | ({"SOURCE_DATE_EPOCH": epoch} if epoch else {})


def generate(root: Path, generator: str, target: Path, locks: Sequence[int], stopped: Sequence[int]) -> tuple[int, str]:
    """Make the pages of `root` in `target`, and return the exit code of the generator and what it complained of.

    The generator holds the file descriptors `locks` as well. `stopped` fills with the signals that tell us to stop.
    """
    # A session of its own: the generator hears of Ctrl-C from us, and not while we do not know of it yet. It holds the
    # locks as well: if we are killed, no new build starts while it is still writing.
    process = subprocess.Popen(  # noqa: S603 - our own generator
        command_of(generator, "build", "--strict", "--quiet", "-f", root / "mkdocs.yml", "-d", target),
        cwd=root,
        # Of another generator than MkDocs nobody knows how it makes one page.
        env={OWN_WAY: str(int(generator == "mkdocs")), **_of_one_moment(root)},
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
        pass_fds=locks,
    )
    said = _followed(process, stopped)
    # What the generator started, such as the indexing of the search, must not write on after it is gone.
    _end(process.pid)
    return (128 + stopped[0], "Het bouwen is gestopt.") if stopped else (process.returncode, said)


def _followed(process: subprocess.Popen[str], stopped: Sequence[int]) -> str:
    """Wait for a process, which ends when we are told to stop, and return what it complained of."""
    while True:
        try:
            return process.communicate(timeout=0.1)[1]
        except subprocess.TimeoutExpired:
            if stopped:
                os.killpg(process.pid, signal.SIGKILL)


def _end(group: int) -> None:
    """End all processes of a group, and wait until the last of them is gone."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        for _ in range(_PATIENCE):
            os.killpg(group, signal.SIGKILL)
            time.sleep(0.01)
