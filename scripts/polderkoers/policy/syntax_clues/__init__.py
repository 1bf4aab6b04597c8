"""Clues in the text of a file that explain a syntax error better, and at a better place, than the parser does."""

from __future__ import annotations

from polderkoers.policy.syntax_clues import (
    blocks,
    braces,
    bullets,
    conflicts,
    ends,
    foreign,
    levels,
    spaces,
    tables,
    values,
)
from polderkoers.policy.syntax_clues.clue import Clue, Stop

__all__ = ["Clue", "find_clue"]

# The first that has something to say is right: what a whole file is goes before what a line is.
_LOOKS = (
    conflicts.find,
    ends.find,
    foreign.find,
    spaces.find,
    tables.find,
    bullets.find,
    blocks.find,
    values.find_open_quote,
    values.find,
    braces.find,
    levels.find,
)


def find_clue(lines: list[str], line: int, column: int) -> Clue | None:
    """Return what the text around the place where a parser stopped says, or None when it says nothing sure."""
    stop = Stop(lines, line, column)
    for look in _LOOKS:
        if (found := look(stop)) is not None:
            return found
    return None
