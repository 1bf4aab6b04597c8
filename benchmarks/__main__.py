"""Runs all benchmarks and prints one table: `python -m benchmarks [--quick]`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks import again, check, compare, pages, preview, site, weights
from benchmarks.options import Options, run
from benchmarks.roots import Measured


def _tables(measured: Sequence[Measured], options: Options) -> str:
    own = (preview.tables, again.tables, pages.tables, weights.tables)
    return "\n".join(tables(measured, options) for tables in own)


sys.exit(run("benchmarks", check.rows, compare.rows, site.rows, more=_tables))
