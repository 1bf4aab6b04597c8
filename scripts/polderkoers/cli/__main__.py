"""Lets `python -m polderkoers.cli` do what `polderkoers` does."""

from polderkoers.cli import run

run()
