"""Builds the site of this repository, as `polderkoers build` does wherever one stands."""

import sys
from pathlib import Path

from polderkoers.cli import main
from polderkoers.console import prepare

prepare()
sys.exit(main(["build", "--root", str(Path(__file__).resolve().parent.parent)]))
