"""A place in a file, and how deep a file may go."""

from __future__ import annotations

from typing import NamedTuple

MAX_DEPTH = 40


class Place(NamedTuple):
    """A line and column in a file, both counting from 1."""

    line: int
    column: int
