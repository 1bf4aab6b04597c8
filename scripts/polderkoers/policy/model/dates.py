"""Dates as the sources give them: a year, quarter, month or day, and never more exact than the source."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(\d{2})(?:-(\d{2}))?))?")
_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_QUARTERS = ("eerste", "tweede", "derde", "vierde")


@dataclass(frozen=True)
class Datum:
    """A stretch of days that a date stands for: 2030 is the whole year."""

    first: date
    last: date


def parse_datum(text: str) -> Datum | None:
    """Return the days that `2030`, `2030-Q3`, `2030-09` or `2030-09-30` covers, or None when no such date exists."""
    match = _FORM.fullmatch(text)
    if not match or match[1] == "0000":
        return None
    year, quarter, month, day = (int(part) if part else 0 for part in match.groups())
    if quarter:
        return Datum(date(year, 3 * quarter - 2, 1), date(year, 3 * quarter, calendar.monthrange(year, 3 * quarter)[1]))
    if not month:
        return Datum(date(year, 1, 1), date(year, 12, 31))
    if not 1 <= month <= 12 or day > calendar.monthrange(year, month)[1]:
        return None
    if day:
        return Datum(date(year, month, day), date(year, month, day))
    return Datum(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def nearest_datum(text: str) -> Datum | None:
    """Return the days that a date covers; of one that does not exist those of its month, or else of its year."""
    return parse_datum(text) or parse_datum(text[:7]) or parse_datum(text[:4])


def datum_in_words(text: str) -> str:
    """Return a date in Dutch words: `30 september 2030`, `derde kwartaal van 2030`; other text comes back as it is."""
    match = _FORM.fullmatch(text)
    if not match or parse_datum(text) is None:
        return text
    year, quarter, month, day = match.groups()
    if quarter:
        return f"{_QUARTERS[int(quarter) - 1]} kwartaal van {year}"
    if not month:
        return year
    name = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(day)} {name}" if day else name


def the_datum(text: str) -> str:
    """Return a date as it follows `vanaf` or `sinds`: `1 maart 2026`, `2026`, `het derde kwartaal van 2030`."""
    words = datum_in_words(text)
    if "kwartaal" in words:
        return f"het {words}"
    return words


def on_datum(text: str) -> str:
    """Return a date as it follows a verb: `op 1 maart 2026`, `in maart 2026`, `in het derde kwartaal van 2030`."""
    words = the_datum(text)
    if words[:1].isdigit() and " " in words:
        return f"op {words}"
    return f"in {words}"
