"""Measures what an editor waits for in the live preview: from a file that was written to the page that shows it."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measure import Command, Cost, NotMeasured, output, say
from benchmarks.options import Options, run
from benchmarks.originals import ROOT
from benchmarks.roots import BUILDING, Measured
from benchmarks.table import Row
from polderkoers.website.build import Kept
from polderkoers.website.preview.workshop import Workshop

# Seconds of processor time until the page is there, for the real data and for many files.
_AIMS = (0.3, 1.0)


def rows(measured: Sequence[Measured], options: Options) -> Iterator[Row]:
    """Yield a row for each root: processor time from a file that was written until its page is there."""
    for one, aim in zip(measured, _AIMS, strict=True):
        what = f"bladzijde na een wijziging, {one.name}"
        if options.wants(what):
            say(what)
            yield Row(what, _cost(one.root, options.runs), "", "", aim)


def _cost(root: Path, runs: int) -> Cost | str:
    words: list[str | Path] = [sys.executable, "-m", "benchmarks.preview", "--edit", root, str(runs)]
    try:
        found = json.loads(output(Command(words, ROOT, BUILDING)).splitlines()[-1])
    except NotMeasured as reason:
        return str(reason)
    return Cost(statistics.median(found["processor"]), 0)


def edited(root: Path, times: int) -> dict[str, list[float]]:
    """Edit a file of policy, and return the seconds of processor time until its page is there, for each time."""
    workshop = Workshop(root, Kept(root), judges=False)
    workshop.look()
    file = min((root / "data" / "kernopgaven").glob("*.yaml"))
    text = file.read_text(encoding="utf-8")
    found: dict[str, list[float]] = {"processor": []}
    for turn in range(times + 1):
        file.write_text(text.replace(" de ", f" de {turn} ", 1), encoding="utf-8")
        processor = time.process_time()
        workshop.look()
        workshop.page(f"kernopgaven/{file.stem}/")
        found["processor"].append(time.process_time() - processor)
    # The first page compiles the templates, as it does once in a preview.
    return {name: values[1:] for name, values in found.items()}


if __name__ == "__main__":
    if sys.argv[1:2] == ["--edit"]:
        sys.stdout.write(json.dumps(edited(Path(sys.argv[2]), int(sys.argv[3]))) + "\n")
    else:
        sys.exit(run("benchmarks.preview", rows))
