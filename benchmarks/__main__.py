"""Runs all benchmarks and prints one table: `python -m benchmarks [--quick]`."""

from __future__ import annotations

import sys

from benchmarks import check, compare, pages, site
from benchmarks.options import run

sys.exit(run("benchmarks", check.rows, compare.rows, site.rows, more=pages.tables))
