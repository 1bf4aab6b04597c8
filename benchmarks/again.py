"""Measures a build that finds most of its pages made, and one that several processors share: by the clock, which is what one waits for."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Command, NotMeasured, output, say
from benchmarks.options import Options, run
from benchmarks.originals import ROOT
from benchmarks.roots import Measured
from benchmarks.table import aligned, dutch

_HEAD = ("Opnieuw bouwen", "Op de klok", "Naast", "Dat kost", "Verhouding", "Doel", "Gehaald")
_ENVIRONMENT = {"SOURCE_DATE_EPOCH": "1790000000", "POLDERKOERS_ZONDER_HISTORIE": "1"}
_CHANGED_AIM, _TWO_AIM = 3.0, 0.6
_STORE = Path(".polderkoers", "cache")


def tables(measured: Sequence[Measured], options: Options) -> str:
    """Return a table with the rows of the last root, which has most files."""
    one = measured[-1]
    try:
        rows = _rows(one, options.runs)
    except NotMeasured as reason:
        rows = [(f"{one.name}: {reason}", *[""] * (len(_HEAD) - 1))]
    return aligned([_HEAD, *rows], left={0, 2}) + "\n"


def _rows(one: Measured, runs: int) -> list[tuple[str, ...]]:
    alone, two, changed = [], [], []
    for turn in range(runs):
        say(f"bouwen op één processor, {one.name}")
        alone.append(_built(one.root, 1))
        say(f"bouwen op twee processoren, {one.name}")
        two.append(_built(one.root, 2))
        say(f"bouwen na één wijziging, {one.name}")
        changed.append(_changed(one.root, turn))
    whole, shared, again = map(statistics.median, (alone, two, changed))
    return [_two_row(one, whole, shared), _changed_row(one, whole, again)]


def _two_row(one: Measured, whole: float, shared: float) -> tuple[str, ...]:
    name, beside = f"twee processoren, {one.name}", ("op één processor", f"{dutch(whole, 2)} s")
    if len(os.sched_getaffinity(0)) < len(("one", "other")):
        return (name, "niet gemeten", *beside, "", "", "deze machine heeft er één")
    reached = _yes_or_no(is_so=shared <= _TWO_AIM * whole)
    return (name, f"{dutch(shared, 2)} s", *beside, _share(shared, whole), f"{dutch(_TWO_AIM * 100, 0)}%", reached)


def _changed_row(one: Measured, whole: float, again: float) -> tuple[str, ...]:
    name, beside = f"één bestand gewijzigd, {one.name}", ("alles opnieuw", f"{dutch(whole, 2)} s")
    reached = _yes_or_no(is_so=again <= _CHANGED_AIM)
    return (name, f"{dutch(again, 2)} s", *beside, _share(again, whole), f"{dutch(_CHANGED_AIM, 0)} s", reached)


def _share(ours: float, other: float) -> str:
    return f"{dutch(ours / other * 100, 1)}%"


def _yes_or_no(*, is_so: bool) -> str:
    return "ja" if is_so else "nee"


def _built(root: Path, processes: int) -> float:
    """Return how many seconds a build takes that knows nothing of an earlier one; the next may take its pages."""
    shutil.rmtree(root / _STORE, ignore_errors=True)
    return _timed(root, "--processen", str(processes))


def _changed(root: Path, turn: int) -> float:
    """Return how many seconds the build takes after an edit of one file; the file is as it was afterwards."""
    file = min((root / "data" / "kernopgaven").glob("*.yaml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(" de ", f" de {turn} ", 1), encoding="utf-8")
    try:
        return _timed(root)
    finally:
        file.write_text(text, encoding="utf-8")


def _timed(root: Path, *words: str) -> float:
    command: list[str | Path] = [sys.executable, "-m", "polderkoers", "build", "--root", root, *words]
    begin = time.monotonic()
    output(Command(command, ROOT, _ENVIRONMENT))
    return time.monotonic() - begin


if __name__ == "__main__":
    sys.exit(run("benchmarks.again", more=tables))
