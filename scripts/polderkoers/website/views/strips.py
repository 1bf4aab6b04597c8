"""Strips of time: where an item lies on a scale of days, in hundredths of its length, for a drawing beside its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.website.charts import width
from polderkoers.website.views.time_span import DEADLINE, MOMENT, OPEN, PERIOD, WITHIN

if TYPE_CHECKING:
    from datetime import date

    from polderkoers.website.views.time_span import TimeSpan

# What a reader is told of each way to draw, in this order.
_SAID = {
    MOMENT: "een moment",
    PERIOD: "een periode",
    WITHIN: "ergens in deze tijd; de dag staat niet in de bron",
    OPEN: "begint, en het einde is niet bekend",
    DEADLINE: "uiterlijk op dit moment",
}
_SAID_OF_BOTH = "boven wat is besloten, onder de nieuwe tijd volgens een verslag"
# A mark nearer to an end of the scale than this would stand on the words there.
_ROOM = 14


@dataclass(frozen=True)
class Strip:
    """One item on a scale: how it is drawn (`shape`, see `TimeSpan`), where it begins and how long it is, and where today is.

    All are numbers from 0 to 100 as text, for attributes of an SVG; `now` is empty when today is not on the scale. `moved` is the time that a
    report gives instead, and is drawn below it.
    """

    shape: str
    start: str
    length: str
    now: str
    moved: Strip | None = None


@dataclass(frozen=True)
class Scale:
    """A stretch of whole years, with today on it or not."""

    first: date
    last: date
    today: date

    @property
    def now(self) -> str:
        """Where today is, as text from 0 to 100; empty when it is not on the scale."""
        if self.first <= self.today <= self.last:
            return self._at(self.today)
        return ""

    @property
    def ends(self) -> tuple[str, str]:
        """The words at the begin and the end: their years, and nothing where today stands in the way."""
        begin, end = str(self.first.year), str(self.last.year)
        place = float(self.now or 50)
        if place < _ROOM:
            return "", end
        if place > 100 - _ROOM:
            return begin, ""
        return begin, end

    def strip(self, span: TimeSpan, moved: TimeSpan | None = None) -> Strip:
        """Return how a span is drawn on it, and below it the time that a report gives instead."""
        drawn = self._strip(span)
        return replace(drawn, moved=self._strip(moved)) if moved else drawn

    def _strip(self, span: TimeSpan) -> Strip:
        if span.shape == MOMENT:
            return Strip(span.shape, self._at(span.first), "0", self.now)
        if span.shape == DEADLINE:
            return Strip(span.shape, self._at(span.last), "0", self.now)
        last = span.last
        if span.shape == OPEN:
            last = self.last
        days = (last - span.first).days + 1
        return Strip(span.shape, self._at(span.first), width(days, self._days), self.now)

    @property
    def _days(self) -> int:
        return (self.last - self.first).days + 1

    def _at(self, day: date) -> str:
        return width((day - self.first).days, self._days)


def scale_of(spans: Iterable[TimeSpan], today: date) -> Scale | None:
    """Return the scale of whole years that some spans lie on; None when all fill the same days, so that drawing them says nothing."""
    found = tuple(spans)
    if len(set(found)) < 2:
        return None
    first = min(span.first for span in found)
    last = max(span.last for span in found)
    return Scale(first.replace(month=1, day=1), last.replace(month=12, day=31), today)


def legend(strips: Iterable[Strip | None]) -> tuple[tuple[Strip, str], ...]:
    """Return an example of each way in which strips are drawn, with what it means."""
    drawn = tuple(filter(None, strips))
    moved = tuple(filter(None, map(attrgetter("moved"), drawn)))
    used = {strip.shape for strip in (*drawn, *moved)}
    usual = tuple((_example(shape), words) for shape, words in _SAID.items() if shape in used)
    both = replace(_example(PERIOD), length="30", moved=_example(DEADLINE))
    return (*usual, (both, _SAID_OF_BOTH)) if moved else usual


def _example(shape: str) -> Strip:
    if shape in (MOMENT, DEADLINE):
        return Strip(shape, "50", "0", "")
    if shape == OPEN:
        return Strip(shape, "15", "85", "")
    return Strip(shape, "15", "70", "")
