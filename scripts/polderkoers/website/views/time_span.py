"""When an item is, as far as its source says: its days, in what way it fills them, and what can honestly be said of it today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.model.blocks import STRUCTURAL, Bedrag
from polderkoers.policy.model.dates import Datum, parse_datum
from polderkoers.policy.model.having import jaar_of, wanneer_of
from polderkoers.policy.periods import goes_on

if TYPE_CHECKING:
    from datetime import date

    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.base import Wanneer

IN_TIME = ("besluitmoment", "stap", "fase", "activiteit")
"""The kinds of what happens at a time."""
PERIOD, OPEN, MOMENT, WITHIN, DEADLINE = "periode", "open", "moment", "binnen", "uiterlijk"
# A source that names a month is about as exact as a drawing.
_ABOUT_A_MOMENT = 31


OVER, COMING, STARTED, RUNNING, NO_YEAR = (
    "De tijd is voorbij",
    "Nog te komen",
    "Begonnen, einde niet bekend",
    "Loopt volgens de bron",
    "Zonder jaar",
)
NOT_OVER = "De tijd is nog niet voorbij"


@dataclass(frozen=True)
class TimeSpan:
    """The days of an item.

    `shape` says how it fills them: a `periode` from the first to the last, `open` from the first on without a known end, one
    `moment`, once `binnen` (within) them without a known day, or at some time before the last (`uiterlijk`).
    """

    first: date
    last: date
    shape: str


def last_day(entry: Entry) -> date | None:
    """Return the last day of the period that an item gives, None when it gives none; its year alone is no period."""
    when = wanneer_of(entry.item)
    end = parse_datum((when and (when.tot or when.van)) or "")
    return end.last if end else None


def span_of(entry: Entry) -> TimeSpan | None:
    """Return the days of an item, None when the source gives no year; a deadline is its own begin, because no other is known."""
    if isinstance(entry.item, Besluit):
        return _of_decision(entry.item)
    when = wanneer_of(entry.item)
    if when and (span := span_of_period(when)):
        return span
    year = parse_datum(str(jaar_of(entry.item) or ""))
    if year is None:
        return None
    is_open = when is not None and not when.tot and goes_on(when.tekst)
    return TimeSpan(year.first, year.last, OPEN if is_open or _is_each_year(entry) else PERIOD)


def _is_each_year(entry: Entry) -> bool:
    """Return whether an item is money for each year from one on, of which no end is known."""
    return isinstance(entry.item, Bedrag) and entry.item.soort == STRUCTURAL and entry.item.wanneer is None


def span_of_period(when: Wanneer) -> TimeSpan | None:
    """Return the days of a period, None when it gives none."""
    if _is_deadline(when) and (end := parse_datum(when.tot or "")):
        return TimeSpan(end.first, end.last, DEADLINE)
    if when.van and (start := parse_datum(when.van)):
        return _from(when, start)
    return None


def _of_decision(item: Besluit) -> TimeSpan | None:
    """Return the days of a decision: what is open stands at its last day, all else at the day on which it was decided, asked or promised."""
    if item.is_open and (end := parse_datum(item.uiterlijk or "")):
        return TimeSpan(end.first, end.last, DEADLINE)
    day = parse_datum(item.datum or "")
    return TimeSpan(day.first, day.last, _shape(day)) if day else None


def _shape(start: Datum) -> str:
    return MOMENT if (start.last - start.first).days < _ABOUT_A_MOMENT else WITHIN


def _from(when: Wanneer, start: Datum) -> TimeSpan:
    end = parse_datum(when.tot or "")
    if end:
        return TimeSpan(start.first, end.last, PERIOD)
    if goes_on(when.tekst):
        return TimeSpan(start.first, start.last, OPEN)
    return TimeSpan(start.first, start.last, _shape(start))


def _is_deadline(when: Wanneer) -> bool:
    """Return whether of a period only the end is known: `uiterlijk in 2026`."""
    return when.van is None and when.tot is not None


def standing(entry: Entry, today: date) -> str:
    """Return what can honestly be said of an item: of what has passed, the sources do not say whether it was done."""
    span = span_of(entry)
    return standing_in(span, today) if span else NO_YEAR


def standing_in(span: TimeSpan, today: date) -> str:
    """Return what can honestly be said of what has its place in some days."""
    if span.last < today and span.shape != OPEN:
        return OVER
    if span.shape == DEADLINE:
        # Whether somebody began with it, no source says.
        return NOT_OVER
    if span.first > today:
        return COMING
    if span.shape == OPEN:
        return STARTED
    return RUNNING
