"""The options that every benchmark takes, and running it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from benchmarks.machine import machine
from benchmarks.measure import NotMeasured
from benchmarks.roots import Measured, roots
from benchmarks.table import Row, as_text


@dataclass(frozen=True)
class Options:
    """How many made-up files, how often everything runs, and what the rows hold that are wanted; all are when that is empty."""

    count: int
    runs: int
    row: str = ""

    def wants(self, what: str) -> bool:
        """Return whether a row is wanted, by what it is called."""
        return self.row.casefold() in what.casefold()


Benchmark = Callable[[Sequence[Measured], Options], Iterable[Row]]
More = Callable[[Sequence[Measured], Options], str]


def run(name: str, *benchmarks: Benchmark, more: More | None = None) -> int:
    """Run benchmarks with the options of the command line and print one table; 1 when something of ours failed.

    `more` is a benchmark with figures of another kind, which brings its own text.
    """
    options = _options(name)
    try:
        with roots(options.count) as measured:
            rows = [row for benchmark in benchmarks for row in benchmark(measured, options)]
            text = more(measured, options) if more and not options.row else ""
    except NotMeasured as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if rows:
        sys.stdout.write(f"{as_text(rows)}\n{_circumstances(options)}\n\n")
    sys.stdout.write(text)
    return 1 if any(isinstance(row.ours, str) for row in rows) else 0


def _circumstances(options: Options) -> str:
    return (
        f"Processortijd (gebruiker en systeem), en waar dat staat de klok: de middelste van {options.runs} ronden om de beurt. "
        f"kB met gzip, bij een eerste bezoek.\n{machine()}"
    )


def _options(name: str) -> Options:
    parser = argparse.ArgumentParser(
        prog=f"python -m {name}",
        description="Meet hoeveel processortijd Polderkoers nodig heeft, naast andere programma's.",
    )
    parser.add_argument("--count", type=int, metavar="AANTAL", help="hoeveel gemaakte bestanden (1000)")
    parser.add_argument("--runs", type=int, metavar="AANTAL", help="hoe vaak; de middelste telt (3)")
    parser.add_argument(
        "--quick", action="store_true", help="100 bestanden en alles één keer, tenzij je iets anders vraagt"
    )
    parser.add_argument("--row", default="", metavar="WOORDEN", help="alleen de rijen waarin deze woorden staan")
    chosen = parser.parse_args()
    usual = (100, 1) if chosen.quick else (1000, 3)
    count, runs = (
        asked if asked is not None else own for asked, own in zip((chosen.count, chosen.runs), usual, strict=True)
    )
    if count < 1 or runs < 1:
        parser.error("--count en --runs zijn minstens 1.")
    return Options(count, runs, chosen.row)
