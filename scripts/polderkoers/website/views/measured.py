"""What was measured of an indicator, per series: as a line or a list, with its targets, and what follows from the numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import spaced
from polderkoers.policy.measured import Measured, MeasuredValue, series_of
from polderkoers.policy.model.base import Meting, Streefwaarde
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.model.having import place_of
from polderkoers.policy.model.verslag import GemeldeMeting
from polderkoers.policy.numbers import in_dutch
from polderkoers.website.charts import Bar
from polderkoers.website.views.lines import YearLine, line_of
from polderkoers.website.words import figure

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.progress import Reported

# A line needs more than one value: of one alone nobody knows where it goes.
_LEAST = 2
_PERCENT = frozenset({"procent", "%"})


@dataclass(frozen=True)
class MeasuredRow:
    """A measurement or a target; `what` says which of them, and `mark` what else it is: `nulmeting`, `voorlopig` or `streefwaarde`."""

    waarde: str
    wat: str
    jaar: str
    what: str
    mark: str
    noot: str
    bron: str


@dataclass(frozen=True)
class MeasuredSeries:
    """Measurements of one group that were made in one way, with their targets; `told` are sentences that follow from the numbers.

    `about` is the group and the way, where the data say them.
    """

    title: str
    about: str
    rows: tuple[MeasuredRow, ...]
    told: tuple[str, ...]
    line: YearLine | None


def measured(entry: Entry[Indicator], reported: Sequence[Reported]) -> tuple[MeasuredSeries, ...]:
    """Return all that was measured of an indicator, by the policy itself and in reports, and what it must come to."""
    return tuple(_shown(entry.item, each) for each in series_of(entry, reported))


def _shown(indicator: Indicator, series: Measured) -> MeasuredSeries:
    way = f"(meting: {spaced(series.meting)})" if series.meting else ""
    about = " ".join(filter(None, (series.groep, way)))
    title = about if series.groep else f"{indicator.naam} {way}".rstrip()
    values: tuple[MeasuredValue | Streefwaarde, ...] = (*series.values, *series.streefwaarden)
    rows = tuple(_row(indicator, title, each) for each in values)
    return MeasuredSeries(title, about, rows, tuple(_told(indicator, series)), _line(indicator, series))


def _row(indicator: Indicator, title: str, each: MeasuredValue | Streefwaarde) -> MeasuredRow:
    what, mark = _what(each)
    held = _held(each)
    year = str(each.jaar or "niet bekend")
    return MeasuredRow(figure(held, indicator.eenheid), title, year, what, mark, held.noot or "", _source(each))


def _held(each: MeasuredValue | Streefwaarde) -> Meting | GemeldeMeting | Streefwaarde:
    """Return what the data say."""
    return each if isinstance(each, Streefwaarde) else each.meting


def _source(each: MeasuredValue | Streefwaarde) -> str:
    """Return where a value comes from: the report that gives it, and the place in its source."""
    title = ""
    if isinstance(each, MeasuredValue) and each.report is not None:
        title = each.report.item.titel
    return ", ".join(filter(None, (title, place_of(_held(each)))))


def _what(each: MeasuredValue | Streefwaarde) -> tuple[str, str]:
    """Return what a value is: in words, and as the mark in a line."""
    if isinstance(each, Streefwaarde):
        return "Streefwaarde", "streefwaarde"
    is_baseline = isinstance(each.meting, Meting) and each.meting.nulmeting
    match is_baseline, each.meting.voorlopig:
        case True, True:
            return "Nulmeting, voorlopig cijfer", "voorlopig"
        case False, True:
            return "Meting, voorlopig cijfer", "voorlopig"
        case True, False:
            return "Nulmeting", "nulmeting"
    return "Meting", ""


def _line(indicator: Indicator, series: Measured) -> YearLine | None:
    bars = tuple(_bars(indicator, series.known))
    targets = tuple(_bars(indicator, series.streefwaarden))
    if len(bars) < _LEAST or any(bar.value < 0 for bar in (*bars, *targets)):
        return None
    return line_of(bars, targets)


def _bars(indicator: Indicator, values: tuple[MeasuredValue, ...] | tuple[Streefwaarde, ...]) -> Iterator[Bar]:
    for each in values:
        if each.waarde is not None:
            shown = figure(_held(each), indicator.eenheid)
            yield Bar(str(each.jaar or ""), float(each.waarde), shown, _what(each)[1])


def _told(indicator: Indicator, series: Measured) -> Iterator[str]:
    """Yield what follows from the numbers. Whether it goes well is not said: what is better stands beside it."""
    latest, first = series.latest, series.baseline
    if latest is None or first is None:
        return
    yield f"Laatst gemeten: {_at(indicator, latest)}."
    if latest.meting.voorlopig:
        yield "Dat cijfer is voorlopig."
    if latest is not first:
        yield from _since(indicator, series, latest, first)
    target = _next(series, latest)
    if target is not None:
        yield from _wanted(indicator, series, target, latest)
    if indicator.beter and (latest is not first or target is not None):
        yield f"{indicator.beter.capitalize()} is hier beter."


def _since(indicator: Indicator, series: Measured, latest: MeasuredValue, first: MeasuredValue) -> Iterator[str]:
    name = "de nulmeting" if first.is_baseline else "de eerste meting"
    if against := _against(indicator, series, latest, first):
        yield f"Dat is {against} {name} ({_at(indicator, first)})."
    elif first.is_baseline:
        yield f"De nulmeting was {_at(indicator, first)}."


def _wanted(indicator: Indicator, series: Measured, target: Streefwaarde, latest: MeasuredValue) -> Iterator[str]:
    yield f"De streefwaarde is {_at(indicator, target)}."
    if against := _against(indicator, series, target, latest):
        yield f"Dat is {against} de laatste meting."


def _next(series: Measured, latest: MeasuredValue) -> Streefwaarde | None:
    """Return the first target that is not before the last measurement, and else the last."""
    to_come = (each for each in series.streefwaarden if each.jaar and latest.jaar and each.jaar >= latest.jaar)
    return next(to_come, next(reversed(series.streefwaarden), None))


def _at(indicator: Indicator, each: MeasuredValue | Streefwaarde) -> str:
    shown = figure(_held(each), indicator.eenheid)
    return f"{shown} in {each.jaar}" if each.jaar else shown


def _against(indicator: Indicator, series: Measured, one: MeasuredValue | Streefwaarde, other: MeasuredValue) -> str:
    """Return how much one value is above another, in words that go on with the other; nothing where they may not be comparable."""
    if one.waarde is None or other.waarde is None or _held(one).weergave or other.meting.weergave:
        return ""
    # A note can say that something was measured otherwise. Where the data say how it was measured, it was not.
    noted = (indicator.noot, other.meting.noot, not isinstance(one, Streefwaarde) and one.meting.noot)
    if any(noted) and not series.meting:
        return ""
    more = Decimal(str(one.waarde)) - Decimal(str(other.waarde))
    if not more:
        return "evenveel als"
    unit = "procentpunt" if indicator.eenheid in _PERCENT else indicator.eenheid
    way = "hoger dan" if more > 0 else "lager dan"
    return " ".join(filter(None, (in_dutch(abs(more)), unit, way)))
