"""A line of one figure over the years, as numbers for an SVG: it begins at zero, and breaks where a year is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from polderkoers.website.charts import Bar

WIDTH, HEIGHT = 320, 150
_LEFT, _RIGHT, _TOP, BASE = 34, 286, 34, 118
# More values than these would stand on one another; the table has them all.
_NAMED_AT_MOST = 4
# The room that a sign takes, and where words can stand above or below their point.
_SIGN, _ROW = 7, 14
_OFFSETS = (-10, -24, 20)
# Where the words of a level can stand.
_ALONG = (160, 230, 90, 280, 45)

Stretch = tuple[int, int, int, int]
_Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class LinePoint:
    """One year: where it lies, and the value as it is shown. `words_y` is where that stands; 0 where there is no room for it.

    `has_year` says whether its year stands below it, and `mark` what it is besides a value: `nulmeting`, `voorlopig`, `streefwaarde`.
    """

    x: int
    y: int
    jaar: str
    shown: str
    words_y: int = 0
    has_year: bool = True
    mark: str = ""


@dataclass(frozen=True)
class YearLine:
    """The points in order of time, and the stretches between years that follow one another, each as `x1 y1 x2 y2`.

    `bridges` are the stretches over years of which nothing is known. `targets` are what must be reached, `levels` the same where no year is
    said: a point on each, where its words stand.
    """

    points: tuple[LinePoint, ...]
    stretches: tuple[Stretch, ...]
    bridges: tuple[Stretch, ...] = ()
    targets: tuple[LinePoint, ...] = ()
    levels: tuple[LinePoint, ...] = ()


@dataclass(frozen=True)
class _Scale:
    """Which years and values fill the picture."""

    first: int
    last: int
    highest: float

    def x(self, year: str) -> int:
        return _LEFT + round((_RIGHT - _LEFT) * (int(year) - self.first) / max(1, self.last - self.first))

    def y(self, value: float) -> int:
        return BASE - round((BASE - _TOP) * value / (self.highest or 1))


def line_of(bars: Iterable[Bar], targets: Iterable[Bar] = ()) -> YearLine | None:
    """Return the line of values of which the labels are different years, None when they are anything else.

    A target is a bar too, and one without a year has no label.
    """
    found = sorted(bars, key=lambda bar: bar.label)
    wanted = sorted(targets, key=lambda bar: bar.label)
    years = [bar.label for bar in found]
    if not years or len(set(years)) < len(years) or not all(map(_is_year, years)):
        return None
    in_time = [bar for bar in wanted if _is_year(bar.label)]
    all_years = [int(bar.label) for bar in (*found, *in_time)]
    scale = _Scale(min(all_years), max(all_years), max(bar.value for bar in (*found, *wanted)))
    places = [(scale.x(bar.label), scale.y(bar.value)) for bar in (*found, *in_time)]
    words = _Room(places)
    points = tuple(_points(found, in_time, places, words))
    levels = tuple(_level(bar, scale.y(bar.value), words) for bar in wanted if not bar.label)
    measured, aims = points[: len(found)], points[len(found) :]
    joined = tuple(pairwise(measured))
    return YearLine(
        measured,
        tuple(_between(one, two) for one, two in joined if _follows(one, two)),
        tuple(_between(one, two) for one, two in joined if not _follows(one, two)),
        aims,
        levels,
    )


def _is_year(label: str) -> bool:
    return len(label) == 4 and label.isdigit()


def _follows(one: LinePoint, two: LinePoint) -> bool:
    return int(two.jaar) == int(one.jaar) + 1


def _between(one: LinePoint, two: LinePoint) -> Stretch:
    return one.x, one.y, two.x, two.y


def _level(bar: Bar, y: int, words: _Room) -> LinePoint:
    """Return the point of a level at which its words have room; the first when they have none."""
    for x in _ALONG:
        if height := words.height(x, y, bar.shown, (-5, 16)):
            return LinePoint(x, y, "", bar.shown, height, has_year=False, mark=bar.mark)
    return LinePoint(_ALONG[0], y, "", bar.shown, has_year=False, mark=bar.mark)


def _points(bars: list[Bar], targets: list[Bar], places: list[tuple[int, int]], words: _Room) -> Iterator[LinePoint]:
    """Yield the values and then the targets. What is named first has its choice of room: the ends, and what is wanted."""
    drawn = [*bars, *targets]
    last = len(bars) - 1
    first_named = sorted(range(len(drawn)), key=lambda place: (place not in (0, last) and place < len(bars), place))
    years = _Room([])
    heights, below = {}, {}
    for place in first_named:
        bar, (x, y) = drawn[place], places[place]
        is_wanted = len(bars) <= _NAMED_AT_MOST or place in (0, last) or place > last
        heights[place] = words.height(x, y, bar.shown) if is_wanted else 0
        below[place] = bool(years.height(x, 146, bar.label, (-10,)))
    for place, (bar, (x, y)) in enumerate(zip(drawn, places, strict=True)):
        yield LinePoint(x, y, bar.label, bar.shown, heights[place], below[place], bar.mark)


class _Room:
    """What is taken of a picture, by signs and by words."""

    def __init__(self, signs: list[tuple[int, int]]) -> None:
        """Begin with the places of the signs."""
        self._taken: list[_Box] = [(x - _SIGN, x + _SIGN, y - _SIGN, y + _SIGN) for x, y in signs]

    def height(self, x: int, y: int, words: str, offsets: tuple[int, ...] = _OFFSETS) -> int:
        """Return at which height words can stand at a point, and take that room; 0 when there is none."""
        half = 3.3 * len(words) + 3
        for offset in offsets:
            box = (x - half, x + half, y + offset - _ROW + 4, y + offset + 2)
            if (
                y + offset - _ROW > 0
                and y + offset <= BASE + 20
                and not any(_overlap(box, other) for other in self._taken)
            ):
                self._taken.append(box)
                return y + offset
        return 0


def _overlap(one: _Box, two: _Box) -> bool:
    return one[0] < two[1] and two[0] < one[1] and one[2] < two[3] and two[2] < one[3]
