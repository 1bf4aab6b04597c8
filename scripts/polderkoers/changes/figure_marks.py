"""What stands beside a figure and is a part of what it says: that it is about so much, at most so much, or so much a year."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

FIGURE_FIELDS = frozenset({"bedrag", "waarde"})
"""The fields that hold the figure of an item."""
_UNSURE = frozenset({"ongeveer", "hoogstens"})
_YEARLY = frozenset({"per_jaar"})
MARKS = _UNSURE | _YEARLY
"""The fields that say something of the figure of an item."""


def marks_of(data: Mapping[str, Any]) -> frozenset[str]:
    """Return the fields of an item that say something of its figure, as far as they are set."""
    return frozenset(name for name in MARKS if data.get(name))


def marked(said: str, marks: Container[str]) -> str:
    """Return a figure in words with all that is said of it: `hoogstens ongeveer 50.000 euro per jaar`."""
    if "ongeveer" in marks:
        said = f"ongeveer {said}"
    if "hoogstens" in marks:
        said = f"hoogstens {said}"
    if "per_jaar" in marks:
        said = f"{said} per jaar"
    return said


def are_exact(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether the difference between two figures is sure, by their marks: both are exact, and of as long a time."""
    return one == other and not one & _UNSURE
