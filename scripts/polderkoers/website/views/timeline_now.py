"""The timeline as a whole: what is going on or still to come at the top, what is past folded by year, and at the end what has no year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, filterfalse
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.dates import datum_in_words
from polderkoers.website.views import timeline
from polderkoers.website.views.strips import Scale, Strip, legend, scale_of
from polderkoers.website.views.time_span import COMING, NOT_OVER, TimeSpan, span_of
from polderkoers.website.views.timeline import TimelineItem, TimelineYear

if TYPE_CHECKING:
    from datetime import date

    from polderkoers.website.views.site import Site

_TO_COME = (COMING, NOT_OVER)


@dataclass(frozen=True)
class NowGroup(timeline.Moments):
    """Items of which the same can be said today."""

    heading: str


@dataclass(frozen=True)
class TimelineNow:
    """What is going on or still to come on a day, the scale on which it is drawn (None when a drawing says nothing), and what the drawings mean."""

    day: str
    groups: tuple[NowGroup, ...]
    scale: Scale | None
    legend: tuple[tuple[Strip, str], ...]


@dataclass(frozen=True)
class YearJump:
    """A year to go to, and how much begins in it."""

    jaar: str
    total: int


def overview(site: Site, today: date) -> dict[str, Any]:
    """Return what the page of the whole timeline shows: `now`, the past `years` from the newest on, what is `undated`, the `jumps` and the `filters`."""
    every = timeline.years(site, today)
    past = tuple(_past(every))
    items = tuple(chain.from_iterable(map(attrgetter("moments"), every)))
    current = tuple(filterfalse(attrgetter("is_past"), items))
    without = sorted(timeline.undated(site, today), key=lambda box: not box.own)
    shown = (items, *(box.moments for box in without))
    return {
        "now": _now(site, current, today, {year.jaar for year in past}),
        "years": past,
        "undated": tuple(without),
        "jumps": tuple(YearJump(year.jaar, len(year.moments)) for year in reversed(every)),
        "filters": timeline.filters(site, chain.from_iterable(shown)),
    }


def _past(years: Iterable[TimelineYear]) -> Iterator[TimelineYear]:
    """Yield what is past of each year, the newest first."""
    for year in reversed(tuple(years)):
        if moments := tuple(filter(attrgetter("is_past"), year.moments)):
            yield replace(year, moments=moments)


def _now(site: Site, items: tuple[TimelineItem, ...], today: date, elsewhere: set[str]) -> TimelineNow | None:
    """Return what is going on or to come; a year that stands nowhere else on the page has its place at the first of its items."""
    if not items:
        return None
    spans = dict(_spans(site, items))
    scale = scale_of(spans.values(), today)
    drawn = items
    if scale:
        drawn = tuple(replace(item, strip=scale.strip(spans[item.ref])) for item in items)
    placed = tuple(_placed(sorted(drawn, key=attrgetter("jaar")), elsewhere))
    groups = (
        NowGroup(tuple(filterfalse(_is_to_come, placed)), "Loopt nu"),
        NowGroup(tuple(filter(_is_to_come, placed)), "Komt nog"),
    )
    return TimelineNow(
        datum_in_words(today.isoformat()),
        tuple(filter(attrgetter("moments"), groups)),
        scale,
        legend(map(attrgetter("strip"), drawn)),
    )


def _spans(site: Site, items: Iterable[TimelineItem]) -> Iterator[tuple[str, TimeSpan]]:
    for item in items:
        if span := span_of(site.policy.entries[item.ref]):
            yield item.ref, span


def _placed(items: Iterable[TimelineItem], elsewhere: set[str]) -> Iterator[TimelineItem]:
    seen = set(elsewhere)
    for item in items:
        if item.jaar in seen:
            yield item
        else:
            yield replace(item, anchor=f"jaar-{item.jaar}")
        seen.add(item.jaar)


def _is_to_come(item: TimelineItem) -> bool:
    return item.standing in _TO_COME
