"""The timeline as a whole: what is going on or still to come at the top, what is past folded by year, and at the end what has no year."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, filterfalse
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.dates import datum_in_words, parse_datum
from polderkoers.policy.model.verslag import RUNNING, STOPPED
from polderkoers.policy.progress import last_state, reported_of, since_of
from polderkoers.website.views import timeline
from polderkoers.website.views.age import is_of_today
from polderkoers.website.views.marks import OF_STATE
from polderkoers.website.views.strips import Scale, Strip, legend, scale_of
from polderkoers.website.views.time_span import ABOUT_NOW, COMING, NOT_OVER, PERIOD, TimeSpan, span_of
from polderkoers.website.views.timeline import TimelineItem, TimelineYear, UndatedItems

if TYPE_CHECKING:
    from datetime import date

    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

_TO_COME = (COMING, NOT_OVER)
_NOT_RUNNING = (*_TO_COME, ABOUT_NOW)
# What comes back each year stands with what is now, though no source gives it a year.
_YEARLY = re.compile(r"\b(?:elk|ieder) (?:half)?jaar\b|\b(?:half)?jaarlijks", re.IGNORECASE)


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
    listed = sorted(timeline.undated(site, today), key=lambda box: not box.own)
    yearly = tuple(filter(partial(_is_yearly_today, site), chain.from_iterable(map(attrgetter("moments"), listed))))
    without = tuple(_without(listed, frozenset(map(attrgetter("ref"), yearly))))
    shown = (items, yearly, *(box.moments for box in without))
    return {
        "now": _now(site, current, today, {year.jaar for year in past}, yearly),
        "years": past,
        "undated": without,
        "jumps": tuple(YearJump(year.jaar, len(year.moments)) for year in reversed(every)),
        "filters": timeline.filters(site, chain.from_iterable(shown)),
    }


def _is_yearly_today(site: Site, item: TimelineItem) -> bool:
    """Return whether something of our own policy of today comes back each year."""
    return bool(_YEARLY.search(item.wanneer)) and is_of_today(site, site.policy.entries[item.ref])


def _without(boxes: Iterable[UndatedItems], refs: Container[str]) -> Iterator[UndatedItems]:
    """Yield what is left in boxes without some items."""
    for box in boxes:
        if moments := tuple(item for item in box.moments if item.ref not in refs):
            yield replace(box, moments=moments)


def _past(years: Iterable[TimelineYear]) -> Iterator[TimelineYear]:
    """Yield what is past of each year, the newest first."""
    for year in reversed(tuple(years)):
        if moments := tuple(filter(attrgetter("is_past"), year.moments)):
            yield replace(year, moments=moments)


def _now(
    site: Site, items: tuple[TimelineItem, ...], today: date, elsewhere: set[str], yearly: tuple[TimelineItem, ...]
) -> TimelineNow | None:
    """Return what is going on or to come, and what is each year; a year that stands nowhere else on the page has its place at the first of its items."""
    if not items and not yearly:
        return None
    spans, moved = dict(_spans(site, items)), dict(_moved(site, items))
    scale = scale_of((*spans.values(), *moved.values()), today)
    drawn = items
    if scale:
        drawn = tuple(replace(item, strip=scale.strip(spans[item.ref], moved.get(item.ref))) for item in items)
    placed = tuple(_placed(sorted(drawn, key=attrgetter("jaar")), elsewhere))
    going_on = tuple(filterfalse(attrgetter("ended"), placed))
    groups = (
        NowGroup(tuple(filter(_is_about_now, going_on)), "Staat voor nu"),
        NowGroup(tuple(filterfalse(_is_not_running, going_on)), "Loopt nu"),
        NowGroup(tuple(filter(_is_to_come, going_on)), "Komt nog"),
        NowGroup(yearly, "Elk jaar"),
        NowGroup(tuple(filter(attrgetter("ended"), placed)), "Al klaar of gestopt, volgens een verslag"),
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


def _moved(site: Site, items: Iterable[TimelineItem]) -> Iterator[tuple[str, TimeSpan]]:
    """Yield the days that the newest report gives instead of those that were decided: another time, or until when it went on."""
    for item in items:
        entry = site.policy.entries[item.ref]
        if span := timeline.moved_to(site, entry) or _until_stopped(site, entry):
            yield item.ref, span


def _until_stopped(site: Site, entry: Entry) -> TimeSpan | None:
    """Return the days in which something went on that a report says was stopped since; None when these are not known."""
    said, span = reported_of(site.policy, entry.ref), span_of(entry)
    state, since = last_state(said), parse_datum(since_of(said) or "")
    if state is None or state.melding.stand != STOPPED or since is None or span is None or since.last <= span.first:
        return None
    return TimeSpan(span.first, min(since.last, span.last), PERIOD)


def _placed(items: Iterable[TimelineItem], elsewhere: set[str]) -> Iterator[TimelineItem]:
    seen = set(elsewhere)
    for item in items:
        if item.jaar in seen:
            yield item
        else:
            yield replace(item, anchor=f"jaar-{item.jaar}")
        seen.add(item.jaar)


def _is_to_come(item: TimelineItem) -> bool:
    """Return whether something is still to come: not what a report says is going on already."""
    return item.standing in _TO_COME and not _runs(item)


def _is_about_now(item: TimelineItem) -> bool:
    return item.standing == ABOUT_NOW and not _runs(item)


def _is_not_running(item: TimelineItem) -> bool:
    return item.standing in _NOT_RUNNING and not _runs(item)


def _runs(item: TimelineItem) -> bool:
    """Return whether a report says that something is going on."""
    return item.reported is not None and item.reported is OF_STATE[RUNNING]
