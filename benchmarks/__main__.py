"""Runs all benchmarks and prints one table: `python -m benchmarks [--quick]`."""

from __future__ import annotations

import sys

from benchmarks import check, site
from benchmarks.options import run

sys.exit(run("benchmarks", check.rows, site.rows))
