"""Lets `python -m polderkoers` do what `polderkoers` does."""

from polderkoers.cli import run

run()
