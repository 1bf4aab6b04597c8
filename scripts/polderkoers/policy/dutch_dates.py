"""Dates as people in the Netherlands write them, as the data has them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")  # fmt: skip
_SHORT = {"jan": 1, "feb": 2, "mrt": 3, "maa": 3, "apr": 4, "mei": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12}  # fmt: skip
_QUARTERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
_DAYS = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+)?"
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?P<sep>[-./ ])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-./ ](?P<month>\d{1,2})[-./ ](?P<day>\d{1,2})(?:[T ]\d{2}:\d{2}.*)?")
_TOGETHER = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})")
_WORDS = re.compile(_DAYS + r"(?:(?P<day>\d{1,2})e? +)?(?P<month>[a-z]{3,9})\.? +(?P<year>\d{4})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})[-./](?P<year>\d{4})")
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})")
_QUARTER = re.compile(
    r"(?:(?P<year1>\d{4})[- ]?)?(?:q|k|kwartaal )?(?P<number>[1-4]|eerste|tweede|derde|vierde)(?:e|ste|de)?"
    r"(?: ?kwartaal)?(?:(?: van)? ?(?P<year2>\d{4}))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


@dataclass(frozen=True)
class DutchDate:
    """A date as the data writes it, what is wrong with it in words, and whether it can mean nothing else."""

    written: str
    sure: bool
    wrong: str = ""


def understand(text: str) -> DutchDate | None:
    """Return the date that a text means, or None when it holds none.

    With numbers alone Dutch writes the day first, but a program with American settings the month: which of two that
    are both below 13 is the day, is not sure.
    """
    text = re.sub(r"^(d\.?d\.?|op|per|datum:?)\s+", "", text.strip(), flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d)\s*([-/.])\s*(?=\d)", r"\1", text)
    for pattern in (_YEAR_FIRST, _TOGETHER, _DAY_FIRST):
        if found := pattern.fullmatch(text):
            return _day(found, day_first=pattern is _DAY_FIRST)
    if quarter := _quarter(text):
        return quarter
    if found := _WORDS.fullmatch(text):
        return _in_words(found)
    if found := _MONTH_FIRST.fullmatch(text) or _YEAR_MONTH.fullmatch(text):
        month = int(found["month"])
        return DutchDate(f"{found['year']}-{month:02}", sure=True) if 1 <= month <= 12 else None
    return _year(text)


def _day(found: re.Match[str], *, day_first: bool) -> DutchDate | None:
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    full_year = year > 99
    if not full_year:
        year += 2000
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        return DutchDate("", sure=False, wrong=f"{_MONTHS[month - 1]} heeft {last} dagen")
    sure = full_year and (not day_first or day > 12 or day == month)
    return DutchDate(f"{year}-{month:02}-{day:02}", sure)


def _in_words(found: re.Match[str]) -> DutchDate | None:
    word = found["month"].casefold()
    month = _MONTHS.index(word) + 1 if word in _MONTHS else _SHORT.get(word, 0)
    if not month:
        return _year(found.string)
    year = int(found["year"])
    if not found["day"]:
        return DutchDate(f"{year}-{month:02}", sure=True)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= int(found["day"]) <= last:
        return DutchDate("", sure=False, wrong=f"{_MONTHS[month - 1]} heeft {last} dagen")
    return DutchDate(f"{year}-{month:02}-{int(found['day']):02}", sure=True)


def _quarter(text: str) -> DutchDate | None:
    found = _QUARTER.fullmatch(text)
    year = (found["year1"] or found["year2"]) if found else None
    if not found or not year or not re.search("q|k", text, re.IGNORECASE):
        return None
    number = _QUARTERS.get(found["number"].casefold()) or found["number"]
    return DutchDate(f"{year}-Q{number}", sure=True)


def _year(text: str) -> DutchDate | None:
    years = set(_YEAR.findall(text))
    return DutchDate(years.pop(), sure=False) if len(years) == 1 else None


def in_words(written: str) -> str:
    """Return a date of the data as a reader says it: 28 juni 2020."""
    parts = written.split("-")
    if len(parts) == 3:
        return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    if len(parts) == 2 and parts[1].isdigit():
        return f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return f"kwartaal {parts[1][1:]} van {parts[0]}" if len(parts) == 2 else written
