"""Measures what an editor waits for in the live preview: from a file that was written to the page that shows it."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.measure import Command, NotMeasured, output, say
from benchmarks.options import Options, run
from benchmarks.originals import ROOT
from benchmarks.roots import Measured
from benchmarks.table import Row, aligned, dutch
from polderkoers.website.build import Kept
from polderkoers.website.preview.workshop import Workshop

_HEAD = ("Voorvertoning", "Processortijd", "Op de klok", "Doel", "Gehaald")
# Seconds of processor time until the page is there, for the real data and for many files.
_AIMS = (0.3, 1.0)
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000", "POLDERKOERS_ZONDER_HISTORIE": "1"}


def tables(measured: Sequence[Measured], options: Options) -> str:
    """Return a table with a row for each root."""
    rows = [_HEAD, *(_row(one, aim, options.runs) for one, aim in zip(measured, _AIMS, strict=True))]
    return aligned(rows, left={0}) + "\n"


def _row(one: Measured, aim: float, runs: int) -> tuple[str, ...]:
    say(f"voorvertoning, {one.name}")
    words: list[str | Path] = [sys.executable, "-m", "benchmarks.preview", "--edit", one.root, str(runs)]
    try:
        found = json.loads(output(Command(words, ROOT, _ENVIRONMENT)).splitlines()[-1])
    except NotMeasured as reason:
        return (f"{one.name}: {reason}", "", "", "", "")
    processor, clock = statistics.median(found["processor"]), statistics.median(found["clock"])
    reached = "ja" if processor <= aim else "nee"
    return (
        f"bladzijde na een wijziging, {one.name}",
        f"{dutch(processor, 2)} s",
        f"{dutch(clock, 2)} s",
        f"{dutch(aim, 1)} s",
        reached,
    )


def edited(root: Path, times: int) -> dict[str, list[float]]:
    """Edit a file of policy, and return the seconds until its page is there: of the processor, and on the clock, for each time."""
    workshop = Workshop(root, Kept(root), judges=False)
    workshop.look()
    file = min((root / "data" / "kernopgaven").glob("*.yaml"))
    text = file.read_text(encoding="utf-8")
    found: dict[str, list[float]] = {"processor": [], "clock": []}
    for turn in range(times + 1):
        file.write_text(text.replace(" de ", f" de {turn} ", 1), encoding="utf-8")
        processor, clock = time.process_time(), time.monotonic()
        workshop.look()
        workshop.page(f"kernopgaven/{file.stem}/")
        found["processor"].append(time.process_time() - processor)
        found["clock"].append(time.monotonic() - clock)
    # The first page compiles the templates, as it does once in a preview.
    return {name: values[1:] for name, values in found.items()}


def _no_rows(_: Sequence[Measured], __: Options) -> Iterable[Row]:
    return ()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--edit"]:
        sys.stdout.write(json.dumps(edited(Path(sys.argv[2]), int(sys.argv[3]))) + "\n")
    else:
        sys.exit(run("benchmarks.preview", _no_rows, more=tables))
