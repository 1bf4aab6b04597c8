"""Runs all benchmarks and prints one table: `python -m benchmarks [--quick] [--row WOORDEN]`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks import again, check, compare, pages, preview, site, weights
from benchmarks.options import Benchmark, Options, run
from benchmarks.roots import Measured

# The rows of the table, in its order. Who measures something else adds a module with `rows`, here and in README.md.
ROWS: tuple[Benchmark, ...] = (preview.rows, site.rows, check.rows, compare.rows)


def _tables(measured: Sequence[Measured], options: Options) -> str:
    own = (again.tables, pages.tables, weights.tables)
    return "\n".join(tables(measured, options) for tables in own)


sys.exit(run("benchmarks", *ROWS, more=_tables))
