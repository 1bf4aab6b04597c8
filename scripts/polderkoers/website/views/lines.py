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


@dataclass(frozen=True)
class LinePoint:
    """One year: where it lies, and the value as it is shown, empty where there is no room for it."""

    x: int
    y: int
    jaar: str
    shown: str
    is_named: bool


@dataclass(frozen=True)
class YearLine:
    """The points in order of time, and the stretches between years that follow one another, each as `x1 y1 x2 y2`."""

    points: tuple[LinePoint, ...]
    stretches: tuple[tuple[int, int, int, int], ...]


def line_of(bars: Iterable[Bar]) -> YearLine | None:
    """Return the line of values of which the labels are different years, None when they are anything else."""
    found = sorted(bars, key=lambda bar: bar.label)
    years = [bar.label for bar in found]
    if len(set(years)) < len(years) or not all(map(_is_year, years)):
        return None
    points = tuple(_points(found))
    return YearLine(points, tuple(_stretches(points)))


def _is_year(label: str) -> bool:
    return len(label) == 4 and label.isdigit()


def _points(bars: list[Bar]) -> Iterator[LinePoint]:
    first, last = int(bars[0].label), int(bars[-1].label)
    highest = max(bar.value for bar in bars)
    for place, bar in enumerate(bars):
        x = _LEFT + round((_RIGHT - _LEFT) * (int(bar.label) - first) / max(1, last - first))
        y = BASE - round((BASE - _TOP) * bar.value / highest)
        is_named = len(bars) <= _NAMED_AT_MOST or place in (0, len(bars) - 1)
        yield LinePoint(x, y, bar.label, bar.shown, is_named)


def _stretches(points: tuple[LinePoint, ...]) -> Iterator[tuple[int, int, int, int]]:
    for one, two in pairwise(points):
        if int(two.jaar) == int(one.jaar) + 1:
            yield one.x, one.y, two.x, two.y
