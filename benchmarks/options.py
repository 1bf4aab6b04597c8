"""The options that every benchmark takes, and running it."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from benchmarks.measure import NotMeasured
from benchmarks.roots import Measured, roots
from benchmarks.table import Row, as_text


@dataclass(frozen=True)
class Options:
    """How many made-up files, and how often everything runs."""

    count: int
    runs: int


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
            text = more(measured, options) if more else ""
    except NotMeasured as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if rows:
        sys.stdout.write(f"{as_text(rows)}\n{_circumstances(options)}\n\n")
    sys.stdout.write(text)
    return 1 if any(isinstance(row.ours, str) for row in rows) else 0


def _circumstances(options: Options) -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "pyyaml"))
    return (
        f"Processortijd (gebruiker en systeem), de middelste van {options.runs}. "
        f"Python {platform.python_version()}, {versions}, {os.cpu_count()} processoren."
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
    chosen = parser.parse_args()
    usual = (100, 1) if chosen.quick else (1000, 3)
    count, runs = (
        asked if asked is not None else own for asked, own in zip((chosen.count, chosen.runs), usual, strict=True)
    )
    if count < 1 or runs < 1:
        parser.error("--count en --runs zijn minstens 1.")
    return Options(count, runs)
