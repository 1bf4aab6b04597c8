"""The view over a polder: straight fields, and a canal that runs to where they meet. As partials/landschap-polder.html."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from polderkoers.website.social.shapes import HEIGHT, HORIZON, SKY, WIDTH, Points, Shape, box

_MEET = 812
# Where the fields end at the lower edge, from left to right, and the colour of each.
_EDGES = (-3600, -1900, -1050, -520, -140, 150, 390, 585, 728, 896, 1016, 1165, 1350, 1590, 1930, 2560, 3900)
_FIELDS = (
    "land-2", "land-1", "land-5", "land-3", "land-1", "land-2", "land-4", "land-5", "water", "land-5", "land-3", "land-1", "land-2",
    "land-5", "land-4", "land-1",
)  # fmt: skip
# Woods: where, how wide and how high. A row of poplars: where each stands. Barns: where.
_WOODS = (
    (0, 64, 8), (96, 88, 10), (242, 100, 8), (366, 34, 11), (496, 44, 9), (566, 62, 9), (682, 44, 7), (930, 54, 8), (1018, 78, 10),
    (1136, 64, 8),
)  # fmt: skip
_POPLARS = tuple(range(414, 490, 11))
_BARNS = (150, 306, 600, 1062)
DITCHES = ((468, 1.2), (483, 1.8), (508, 2.6), (551, 4.0))


def polder() -> Iterator[Shape]:
    """Yield the view over the polder."""
    yield "sky-low", box(0, SKY, WIDTH, HORIZON - SKY)
    for left, width, height in _WOODS:
        yield "far", box(left, HORIZON - height, width, height)
    for left in _POPLARS:
        yield "far", box(left, HORIZON - 19, 2.4, 19)
    for left in _BARNS:
        yield "land-4", _barn(left)
    yield "land-2", box(0, HORIZON, WIDTH, HEIGHT - HORIZON)
    for (left, right), colour in zip(pairwise(_EDGES), _FIELDS, strict=True):
        yield colour, ((_MEET, HORIZON), (left, HEIGHT), (right, HEIGHT))


def _barn(left: float) -> Points:
    eaves, ridge = HORIZON - 8, HORIZON - 15
    return (
        (left, HORIZON),
        (left, eaves),
        (left + 8, ridge),
        (left + 28, ridge),
        (left + 36, eaves),
        (left + 36, HORIZON),
    )
