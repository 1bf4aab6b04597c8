"""Measures a build that finds most of its pages made, and one that several processors share: by the clock, which is what one waits for."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from benchmarks.measure import Command, Cost, NotMeasured, in_turns, output
from benchmarks.options import Options, run
from benchmarks.originals import ROOT
from benchmarks.roots import BUILDING, Measured
from benchmarks.table import Row

# Seconds, and a share of what one processor takes.
_CHANGED_AIM, _TWO_AIM = 3.0, 0.6
_ALONE = "op één processor, op de klok"
_STORE = Path(".polderkoers", "cache")


def rows(measured: Sequence[Measured], options: Options) -> Iterator[Row]:
    """Yield a row for two processors and one for a build after an edit of one file, both of the last root, which has most files."""
    one = measured[-1]
    two, changed = (f"bouwen {how}, op de klok, {one.name}" for how in ("op twee processoren", "na één wijziging"))
    if options.wants(two):
        found = in_turns(options.runs, {two: _on_two(one.root), _ALONE: lambda: _anew(one.root, 1)})
        yield Row(two, found[two], _ALONE, found[_ALONE], _TWO_AIM)
    if options.wants(changed):
        found = in_turns(options.runs, {changed: _after_edits(one.root)})
        yield Row(changed, found[changed], "", "", _CHANGED_AIM)


def _on_two(root: Path) -> Callable[[], Cost]:
    def measured() -> Cost:
        if len(os.sched_getaffinity(0)) == 1:
            raise NotMeasured("deze machine heeft maar één processor")
        return _anew(root, 2)

    return measured


def _anew(root: Path, processes: int) -> Cost:
    """Return what a build takes that knows nothing of an earlier one; the next may take its pages."""
    shutil.rmtree(root / _STORE, ignore_errors=True)
    return _timed(root, "--processen", str(processes))


def _after_edits(root: Path) -> Callable[[], Cost]:
    """Return what builds after an edit of one file, each time another; the file is as it was afterwards."""
    file = min((root / "data" / "kernopgaven").glob("*.yaml"))
    text = file.read_text(encoding="utf-8")
    numbers = count()

    def measured() -> Cost:
        if not (root / _STORE).exists():
            _timed(root)
        file.write_text(text.replace(" de ", f" de {next(numbers)} ", 1), encoding="utf-8")
        try:
            return _timed(root)
        finally:
            file.write_text(text, encoding="utf-8")

    return measured


def _timed(root: Path, *words: str) -> Cost:
    command: list[str | Path] = [sys.executable, "-m", "polderkoers", "build", "--root", root, *words]
    begin = time.monotonic()
    output(Command(command, ROOT, BUILDING))
    # Of one process among several the memory says little.
    return Cost(time.monotonic() - begin, 0)


if __name__ == "__main__":
    sys.exit(run("benchmarks.again", rows))
