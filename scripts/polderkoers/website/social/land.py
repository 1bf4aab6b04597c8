"""The view over the land anywhere: low hills, fields, trees and houses. As partials/landschap-land.html."""

from __future__ import annotations

import math
from collections.abc import Iterator

from polderkoers.website.social.shapes import HEIGHT, HORIZON, SKY, WIDTH, Points, Shape, box

# Fields from the back to the front: their colour, where they begin below the horizon, how high they roll, how wide, and from where.
_FIELDS = (
    ("land-1", 26, 5, 290, 0.4),
    ("land-5", 58, 7, 350, 2.1),
    ("land-3", 94, 8, 410, 4.2),
    ("land-2", 134, 8, 380, 0.9),
)
# Trees at the horizon: where, and how wide. Houses: where, and how wide.
_TREES = (
    (22, 15), (44, 20), (70, 14), (196, 13), (214, 18), (330, 16), (352, 22), (380, 15), (520, 14), (690, 17), (712, 13), (840, 20),
    (866, 14), (1010, 16), (1034, 22), (1062, 15), (1168, 18),
)  # fmt: skip
_HOUSES = (
    (98, 26),
    (132, 22),
    (246, 24),
    (412, 28),
    (448, 22),
    (606, 24),
    (738, 28),
    (906, 24),
    (1098, 28),
    (1134, 22),
)
_STEP = 15


def land() -> Iterator[Shape]:
    """Yield the view, from the back to the front."""
    yield "sky-low", box(0, SKY, WIDTH, HORIZON - SKY)
    yield "far", _rolling(HORIZON - 7, 5, 230, 1.2)
    for left, width in _TREES:
        yield "far", _tree(left, width)
    for left, width in _HOUSES:
        yield "land-4", _house(left, width)
    yield "land-2", box(0, HORIZON, WIDTH, HEIGHT - HORIZON)
    for colour, below, high, wide, start in _FIELDS:
        yield colour, _rolling(HORIZON + below, high, wide, start)


def _rolling(top: float, high: float, wide: float, start: float) -> Points:
    """Return a stretch of land down to the lower edge, with an edge that rises and falls."""
    places = range(0, WIDTH + _STEP, _STEP)
    edge = [(x, top - high * math.sin(x / wide * 2 + start) - high / 2 * math.sin(x / wide * 5)) for x in places]
    return (*edge, (WIDTH, HEIGHT), (0, HEIGHT))


def _tree(left: float, width: float) -> Points:
    """Return a round crown that stands on the horizon."""
    middle, radius = left + width / 2, width / 2
    turns = [2 * math.pi * step / 24 for step in range(24)]
    return [(middle + radius * math.cos(turn), HORIZON - radius - 1 + radius * math.sin(turn)) for turn in turns]


def _house(left: float, width: float) -> Points:
    """Return a house with its front to the reader."""
    eaves, ridge = HORIZON - width * 0.42, HORIZON - width * 0.84
    return (
        (left, HORIZON),
        (left, eaves),
        (left + width / 2, ridge),
        (left + width, eaves),
        (left + width, HORIZON),
    )
