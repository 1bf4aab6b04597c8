"""What every drawing in the pictures for sharing is made of: its size, its horizon, and shapes with the name of a colour."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 1200, 630
# Above this line there is nothing but sky, so that text can stand there.
SKY = 424
HORIZON = 458

Points = Sequence[tuple[float, float]]
Shape = tuple[str, Points]


def box(left: float, top: float, width: float, height: float) -> Points:
    """Return the corners of an upright rectangle."""
    return (left, top), (left + width, top), (left + width, top + height), (left, top + height)
