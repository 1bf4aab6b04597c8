"""A map of the places of a policy: points at their coordinates with names that do not overlap, drawn without anything from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from math import cos, radians
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry
from polderkoers.policy.model.plaatsen import Coordinaten, Plaats
from polderkoers.website.views.degrees import origin
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

# All lengths are units of the drawing: one is a pixel on a telephone of 390 wide.
WIDTH, _TALLEST = 358, 430
TARGET = 32
"""The side of the square around a point that can be pressed."""
_SIDE, _ABOVE, _BELOW = 40, 34, 46
_LETTER, _LINE, _GAP, _GAP_HERE = 8.2, 20, 12, 17
# So many points can still be told apart; where there are more, a reader looks in the list.
_MOST = 80
# Of one place, or of some close together, at least so much of the land around it is shown.
_LEAST_KM = 4.0
_KM_PER_DEGREE = 111.2
_BARS_KM = (200, 100, 50, 20, 10, 5, 2, 1)
_LONGEST_BAR = 100
_STRIPE, _WIDTHS = 46, (30, 38, 24)


@dataclass(frozen=True)
class MapLabel:
    """Where a name stands: the start, middle or end of its base line."""

    x: float
    y: float
    anchor: str


@dataclass(frozen=True)
class MapPoint:
    """A place on the map. `label` is None where its name would stand over another one; `is_named` says that policy of today names it."""

    link: Link
    x: float
    y: float
    label: MapLabel | None
    is_here: bool
    is_named: bool
    is_city: bool

    @property
    def target(self) -> tuple[float, float]:
        """The upper left corner of what can be pressed."""
        return round(self.x - TARGET / 2, 1), round(self.y - TARGET / 2, 1)


@dataclass(frozen=True)
class PlaceMap:
    """A map: its size, its points from north to south, a bar of so many kilometres, and the data that its points come from."""

    name: str
    height: float
    points: tuple[MapPoint, ...]
    bar: float
    bar_km: int
    origins: tuple[str, ...]
    here: str = ""
    width: int = WIDTH

    @property
    def stripes(self) -> tuple[tuple[int, int], ...]:
        """Where the fields of the ground begin and how wide they are, from left to right; they are no data."""
        return tuple(zip(range(0, self.width, _STRIPE), cycle(_WIDTHS)))

    @property
    def not_named(self) -> bool:
        """Whether some place is not named by policy of today."""
        return not all(map(attrgetter("is_named"), self.points))


@dataclass(frozen=True)
class _Spot:
    """A place with its coordinates, and later where it stands."""

    entry: Entry[Plaats]
    where: Coordinaten
    x: float = 0.0
    y: float = 0.0
    gap: int = _GAP


@dataclass(frozen=True)
class _Area:
    """A rectangle that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Area) -> bool:
        """Return whether two rectangles have something in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


def place_map(
    site: Site, places: Iterable[Entry[Plaats]], named: frozenset[str], here: Entry | None = None
) -> PlaceMap | None:
    """Return a map of places, None when fewer than two have coordinates, all that do are in one spot, or they are too many to tell apart.

    `named` are the references of those that policy of today names, and `here` is the place of the page. North is above, and a
    kilometre is as long to the east as to the north in the middle of the map (equirectangular).
    """
    spots = [_Spot(entry, entry.item.coordinaten) for entry in places if entry.item.coordinaten]
    if len({(spot.where.lat, spot.where.lon) for spot in spots}) < 2 or len(spots) > _MOST:
        return None
    on_paper, height, unit = _projected(spots)
    on_paper = [replace(spot, gap=_GAP_HERE) if spot.entry is here else spot for spot in on_paper]
    order = sorted(on_paper, key=lambda spot: _weight(spot, named, here))
    labels = _labels(order, height)
    points = tuple(
        MapPoint(
            site.link(spot.entry),
            spot.x,
            spot.y,
            labels[spot.entry.ref],
            spot.entry is here,
            spot.entry.ref in named,
            spot.entry.item.soort == "stad",
        )
        for spot in sorted(on_paper, key=lambda spot: (spot.y, spot.x))
    )
    bar_km = next((km for km in _BARS_KM if km * unit <= _LONGEST_BAR), _BARS_KM[-1])
    shown_here = here.item.label if here and here.ref in labels else ""
    name = site.home.item.label if site.home else site.publisher.this
    return PlaceMap(name, height, points, round(bar_km * unit, 1), bar_km, _origins(spots), shown_here)


def _weight(spot: _Spot, named: frozenset[str], here: Entry | None) -> tuple[bool, bool, bool, str]:
    """Return what the names are placed by: first that of the page, then of cities and of what is named."""
    return spot.entry is not here, spot.entry.item.soort != "stad", spot.entry.ref not in named, spot.entry.ref


def _projected(spots: Sequence[_Spot]) -> tuple[list[_Spot], float, float]:
    """Return the spots where they stand, the height of the drawing, and how many units a kilometre is."""
    lats, lons = [spot.where.lat for spot in spots], [spot.where.lon for spot in spots]
    north, south, west, east = max(lats), min(lats), min(lons), max(lons)
    shrunk = cos(radians((north + south) / 2))
    wide, tall = (east - west) * _KM_PER_DEGREE * shrunk, (north - south) * _KM_PER_DEGREE
    room = WIDTH - 2 * _SIDE
    unit = min(room / max(wide, _LEAST_KM), (_TALLEST - _ABOVE - _BELOW) / max(tall, _LEAST_KM))
    left = (WIDTH - wide * unit) / 2
    height = round(tall * unit + _ABOVE + _BELOW, 1)
    placed = [
        _Spot(
            spot.entry,
            spot.where,
            round(left + (spot.where.lon - west) * _KM_PER_DEGREE * shrunk * unit, 1),
            round(_ABOVE + (north - spot.where.lat) * _KM_PER_DEGREE * unit, 1),
        )
        for spot in spots
    ]
    return placed, height, unit


def _labels(spots: Sequence[_Spot], height: float) -> dict[str, MapLabel | None]:
    """Return where each name stands: the first side of its point where it is on the drawing and over nothing else."""
    taken = list(map(_around, spots))
    found: dict[str, MapLabel | None] = {}
    for spot in spots:
        found[spot.entry.ref] = None
        for label, area in _sides(spot):
            if _is_on(area, height) and not any(map(area.meets, taken)):
                taken.append(area)
                found[spot.entry.ref] = label
                break
    return found


def _sides(spot: _Spot) -> Iterator[tuple[MapLabel, _Area]]:
    """Yield where a name can stand, with the room that it takes: to the right, to the left, above and below."""
    long, half = len(spot.entry.item.naam) * _LETTER, _LINE / 2
    x, y, right, left = spot.x, spot.y, spot.x + spot.gap, spot.x - spot.gap
    base = round(y + 5, 1)
    yield MapLabel(round(right, 1), base, "start"), _Area(right, y - half, right + long, y + half)
    yield MapLabel(round(left, 1), base, "end"), _Area(left - long, y - half, left, y + half)
    above, below = y - spot.gap - _LINE, y + spot.gap
    yield MapLabel(x, round(above + _LINE - 4, 1), "middle"), _Area(x - long / 2, above, x + long / 2, above + _LINE)
    yield MapLabel(x, round(below + _LINE - 5, 1), "middle"), _Area(x - long / 2, below, x + long / 2, below + _LINE)


def _around(spot: _Spot) -> _Area:
    """Return the room of a point itself, a little less than where its name may begin."""
    reach = spot.gap - 2
    return _Area(spot.x - reach, spot.y - reach, spot.x + reach, spot.y + reach)


def _is_on(area: _Area, height: float) -> bool:
    return area.left >= 0 and area.right <= WIDTH and area.top >= 0 and area.bottom <= height


def _origins(spots: Iterable[_Spot]) -> tuple[str, ...]:
    """Return which data the points come from, each once, with its date."""
    return tuple(dict.fromkeys(origin(spot.where) for spot in spots))
