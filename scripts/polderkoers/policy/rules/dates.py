"""Een datum bestaat, en een periode eindigt na het begin.

De site zet stappen en besluiten op een tijdlijn. Dat kan alleen met een datum die bestaat. Staat er in de bron een
periode die niet kan? Schrijf dan de woorden van de bron in 'tekst', laat 'van' en 'tot' weg, en zet er een let_op bij.

Fout:

    stappen:
      - id: stap-bouwen
        termijn: kort
        naam: Bouwen
        wanneer: {tekst: 2019 tot 2018, van: 2019, tot: 2018}

Goed:

    stappen:
      - id: stap-bouwen
        termijn: kort
        naam: Bouwen
        wanneer: {tekst: 2018 tot en met 2019, van: 2018, tot: 2019}
"""

from __future__ import annotations

import dataclasses
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from polderkoers.policy.dutch_dates import in_words
from polderkoers.policy.model.base import Wanneer
from polderkoers.policy.model.dates import Datum, parse_datum
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.model.verslag import Melding, Verslag
from polderkoers.policy.rules.finding import Context, Finding

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.problems import Level


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every date that does not exist and every period that runs backwards."""
    for entry in context.policy.entries.values():
        for pointer, period in periods(entry.item):
            yield from _check_period(entry, pointer, period)
        if isinstance(entry.item, Beleid):
            yield from _check_days(entry, entry.item)
        if isinstance(entry.item, Versie | Verslag):
            yield from _check_day(entry, "datum", entry.item.datum)
        elif isinstance(entry.item, Melding):
            yield from _check_day(entry, "sinds", entry.item.sinds)


def _check_days(entry: Entry, item: Beleid) -> Iterator[Finding]:
    yield from _check_day(entry, "vastgesteld_op", item.vastgesteld_op)
    yield from _check_day(entry, "treedt_in_werking", item.treedt_in_werking)
    yield from _check_day(entry, "ingetrokken_op", item.ingetrokken_op)


def _check_day(entry: Entry, field: str, day: str | None) -> Iterator[Finding]:
    if day is not None and parse_datum(day) is None:
        yield impossible(entry, f"{entry.item.pointer}/{field}", day)


def periods(item: Any) -> Iterator[tuple[str, Wanneer]]:
    """Yield the pointer and value of every period of an item."""
    for name in _period_fields(type(item)):  # type: ignore[arg-type]
        value = getattr(item, name)
        if isinstance(value, Wanneer):
            yield f"{item.pointer}/{name}", value


@cache
def _period_fields(cls: Any) -> tuple[str, ...]:
    hints = get_type_hints(cls)
    return tuple(field.name for field in dataclasses.fields(cls) if _is_period(hints[field.name]))


def _is_period(hint: Any) -> bool:
    kinds = (hint, *get_args(hint))
    return any(isinstance(kind, type) and issubclass(kind, Wanneer) for kind in kinds)


def _check_period(entry: Entry, pointer: str, period: Wanneer) -> Iterator[Finding]:
    parsed = {name: parse_datum(text) for name in ("van", "tot") if (text := getattr(period, name)) is not None}
    for name, datum in parsed.items():
        if datum is None:
            yield impossible(entry, f"{pointer}/{name}", getattr(period, name))
    # An end without a begin is a deadline.
    start, end = parsed.get("van"), parsed.get("tot")
    if start and end and end.last < start.first:
        yield Finding(
            entry,
            f"{pointer}/tot",
            f"Het einde ({period.tot}) ligt voor het begin ({period.van}).",
            "wissel 'van' en 'tot' om, of verbeter het jaar.",
        )


def is_to_come(day: Datum | None) -> bool:
    """Return whether a day surely is still to come, where the editor is."""
    return day is not None and day.first > date.today()  # noqa: DTZ011 - the day where the editor is


def still_to_come(entry: Entry, pointer: str, written: str | None, level: Level) -> Iterator[Finding]:
    """Yield a finding for the day of what has happened, when that day is still to come."""
    if is_to_come(parse_datum(written or "")):
        message = f"Bij 'datum' staat {written}; die dag moet nog komen."
        yield Finding(entry, pointer, message, "controleer het jaar in de bron.", level)


def impossible(entry: Entry, pointer: str, text: str) -> Finding:
    """Return what is said of a date that does not exist."""
    return Finding(entry, pointer, f"De datum {text} bestaat niet.", _whyimpossible(text))


def _whyimpossible(text: str) -> str:
    """Return which part of a date cannot be, and where to look for the right one."""
    look = "kijk in de bron welke datum het is"
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    if month.isdigit() and not 1 <= int(month) <= 12:
        return f"een maand is een getal van 01 tot en met 12; {look}."
    if day.isdigit() and month.isdigit() and year.isdigit() and int(year):
        last = monthrange(int(year), int(month))[1]
        return f"{in_words(f'{year}-{month}-01').partition(' ')[2]} heeft {last} dagen; {look}."
    return f"{look}."
