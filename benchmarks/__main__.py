"""Runs all benchmarks and prints one table: `python -m benchmarks [--quick] [--row WOORDEN]`."""

from __future__ import annotations

import sys

from benchmarks import again, at_once, check, compare, pages, preview, site, weights, werkbank
from benchmarks.options import Benchmark, run

# The rows of the table, in its order. Who measures something else adds a module with `rows`, here and in README.md.
ROWS: tuple[Benchmark, ...] = (
    preview.rows,
    werkbank.rows,
    at_once.rows,
    site.rows,
    again.rows,
    check.rows,
    compare.rows,
    weights.rows,
)

sys.exit(run("benchmarks", *ROWS, more=pages.tables))
