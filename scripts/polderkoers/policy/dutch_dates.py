"""Dates as people in the Netherlands write them, as the data has them."""

from __future__ import annotations

import calendar
import difflib
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

_MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")  # fmt: skip
_ENGLISH = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")  # fmt: skip
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SHORT = {"jan": 1, "feb": 2, "mrt": 3, "maa": 3, "mar": 3, "apr": 4, "mei": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12}  # fmt: skip
_QUARTERS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
# What other programs write for the dash between the parts of a date, and for a nought.
_DASHES = re.compile("[\u2010-\u2015\u2212\u2043\u00ad]|(?<=\\d)_(?=\\d)")
_NOUGHT = re.compile(r"(?<=\d)[oO](?=\d)")
_DAY_NAME = re.compile(
    r"^(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:ma|di|wo|do|vr|za|zo)\.?)[,.]?\s+(?=\d)", re.IGNORECASE
)
_LEAD = re.compile(r"^(?:d\.?d\.?|op|per|datum:?)\s+", re.IGNORECASE)
_TIME = re.compile(r"(?:,|\s+om)?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*uur)?$", re.IGNORECASE)
# Words that make a date less exact than it looks, or that only stand beside it.
_ABOUT = re.compile(
    r"^(?:(?:begin|eind|half|medio|midden|rond|omstreeks|ca\.?|circa|ongeveer|±|~|vanaf|sinds|van|tot en met|t/m|tot|uiterlijk|voor|"
    r"na|in|raadsvergadering|vergadering|besluit|vastgesteld|raad|college|provinciale staten|staten|algemeen bestuur|ab)\s+)+|[?!.;,]+$",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?P<sep>[-./ ])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-./ ](?P<month>\d{1,2})[-./ ](?P<day>\d{1,2})(?:[T ]\d{2}:\d{2}.*)?")
_TOGETHER = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})")
_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})(?:e|ste|de)?[ .-]+)?(?P<month>[a-z]{1,9})[.,]?[ -]+(?P<year>\d{4}|'\d{2})", re.IGNORECASE
)
_MONTH_DAY = re.compile(r"(?P<month>[a-z]{3,9})\.? +(?P<day>\d{1,2})(?:st|nd|rd|th)?,? +(?P<year>\d{4})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})[-./](?P<year>\d{4})")
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})")
_NO_YEAR = re.compile(r"(?P<day>\d{1,2})(?:e|ste|de)? +(?P<word>[a-z]{3,9})\.?|(?P<first>\d{1,2})[-/](?P<month>\d{1,2})", re.IGNORECASE)  # fmt: skip
_QUARTER = re.compile(
    r"(?:(?P<year1>\d{4})[- ]?)?(?:q|k|kwartaal )?(?P<number>[1-4]|eerste|tweede|derde|vierde)(?:e|ste|de)?"
    r"(?: ?kwartaal)?(?:(?: van)? ?(?P<year2>\d{4}))?",
    re.IGNORECASE,
)
_NO_QUARTER = re.compile(r"\d{4}[- ]?[qk](?:[05-9]|\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
# A whole date somewhere among other words.
_INSIDE = re.compile(
    r"(?<![\d-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{1,2} +[a-z]{3,9}\.? +\d{4})(?![\d-])",
    re.IGNORECASE,
)
# A spreadsheet counts the days from here.
_DAY_ZERO = date(1899, 12, 30)
_CLOSE = 0.7
_NO_CENTURY = 99


@dataclass(frozen=True)
class DutchDate:
    """A date as the data writes it, and whether it can mean nothing else.

    `wrong` is what is wrong with it in words; `others` are other dates that the same text may mean, and `yearless` is the month and
    day of a date without a year.
    """

    written: str
    sure: bool
    wrong: str = ""
    others: tuple[str, ...] = ()
    yearless: str = ""


def understand(text: str) -> DutchDate | None:
    """Return the date that a text means, or None when it holds none.

    With numbers alone Dutch writes the day first, but a program with American settings the month: which of two that
    are both below 13 is the day, is not sure.
    """
    plain = _NOUGHT.sub("0", _DASHES.sub("-", text))
    typed = plain != _DASHES.sub("-", text)
    plain = _DAY_NAME.sub("", _LEAD.sub("", " ".join(plain.split())))
    plain = re.sub(r"(?<=\d)\s*([-/.])\s*(?=\d)", r"\1", _TIME.sub("", plain)).strip()
    found = _exactly(plain) or _loosely(plain) or _year(text)
    if found and typed:
        return replace(found, sure=False)
    return found


def several(text: str) -> tuple[str, ...]:
    """Return the whole dates in a text, as the data writes them, when there are more than one."""
    plain = _DASHES.sub("-", text)
    found = (understand(each.group()) for each in _INSIDE.finditer(plain))
    dates = tuple(dict.fromkeys(each.written for each in found if each and each.written))
    if len(dates) < 2:
        return ()
    return dates


def of_spreadsheet(days: int) -> str:
    """Return the date that a spreadsheet writes as a number of days, when it lies in the years that policy is of; else nothing."""
    first, last = 29_221, 55_153  # 1980 to 2050
    if not first <= days <= last:
        return ""
    return (_DAY_ZERO + timedelta(days)).isoformat()


def _exactly(text: str) -> DutchDate | None:
    """Return the date of a text that is nothing but a date."""
    for pattern in (_YEAR_FIRST, _TOGETHER, _DAY_FIRST):
        if found := pattern.fullmatch(text):
            return _day(found, day_first=pattern is _DAY_FIRST)
    if quarter := _quarter(text):
        return quarter
    if found := _WORDS.fullmatch(text) or _MONTH_DAY.fullmatch(text):
        return _in_words(found)
    if found := _MONTH_FIRST.fullmatch(text) or _YEAR_MONTH.fullmatch(text):
        return _month_of_year(int(found["month"]), found["year"])
    return _without_year(text)


def _month_of_year(month: int, year: str) -> DutchDate:
    if not 1 <= month <= len(_MONTHS):
        return DutchDate("", sure=False, wrong=f"er is geen maand {month}")
    return DutchDate(f"{year}-{month:02}", sure=True)


def _loosely(text: str) -> DutchDate | None:
    """Return the one date among other words, which may say that it is less exact."""
    bare = text
    while (shorter := _ABOUT.sub("", bare).strip()) != bare:
        bare = shorter
    found = _exactly(bare) if bare != text else None
    if found is None and len(inside := _INSIDE.findall(text)) == 1:
        found = _exactly(inside[0])
    if found and found.written:
        return replace(found, sure=False)
    return found


def _day(found: re.Match[str], *, day_first: bool) -> DutchDate | None:
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    if year <= _NO_CENTURY:
        return _day_of_short_year(year, month, day)
    written = _written(year, month, day)
    turned = _written(year, day, month)
    if not written:
        return _turned(year, month, day)
    if day_first and turned not in ("", written):
        return DutchDate(written, sure=False, others=(turned,))
    return DutchDate(written, sure=True)


def _day_of_short_year(year: int, month: int, day: int) -> DutchDate:
    """Return the day of a date of which the year has two digits, so that it may as well stand in front."""
    written = _written(year + 2000, month, day)
    if not written:
        return _turned(year + 2000, month, day)
    other = _written(day + 2000, month, year)
    if other in ("", written):
        return DutchDate(written, sure=False)
    return DutchDate(written, sure=False, others=(other,))


def _turned(year: int, month: int, day: int) -> DutchDate:
    """Return the day with the month in the place of the day, if it can only be that; else what is wrong with it."""
    turned = _written(year, day, month)
    if turned and month > len(_MONTHS):
        return DutchDate(turned, sure=False)
    return _impossible(year, month, day)


def _written(year: int, month: int, day: int) -> str:
    """Return a date as the data writes it, or nothing when there is no such day."""
    if not 1 <= month <= len(_MONTHS) or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return ""
    return f"{year}-{month:02}-{day:02}"


def _impossible(year: int, month: int, day: int) -> DutchDate:
    if not 1 <= month <= len(_MONTHS):
        return DutchDate("", sure=False, wrong=f"er is geen maand {month}")
    last = calendar.monthrange(year, month)[1]
    return DutchDate("", sure=False, wrong=f"{_MONTHS[month - 1]} heeft {last} dagen, en geen {day}")


def _month(word: str) -> tuple[int, bool]:
    """Return the number of a month by its name, and whether that is sure; 0 when it is none."""
    word = word.casefold()
    for names in (_MONTHS, _ENGLISH, _ROMAN):
        if word in names:
            return names.index(word) + 1, True
    if word in _SHORT:
        return _SHORT[word], True
    near = difflib.get_close_matches(word, _MONTHS, n=2, cutoff=_CLOSE)
    if len(near) != 1:
        return 0, False
    return _MONTHS.index(near[0]) + 1, False


def _in_words(found: re.Match[str]) -> DutchDate | None:
    month, sure = _month(found["month"])
    if not month:
        return None
    year = int(found["year"].lstrip("'"))
    if found["year"].startswith("'"):
        year, sure = year + 2000, False
    if not found["day"]:
        return DutchDate(f"{year}-{month:02}", sure)
    written = _written(year, month, int(found["day"]))
    if not written:
        return _impossible(year, month, int(found["day"]))
    return DutchDate(written, sure)


def _without_year(text: str) -> DutchDate | None:
    """Return the month and day of a date that has no year; of two numbers only when it is clear which is the day."""
    found = _NO_YEAR.fullmatch(text)
    if not found:
        return None
    day = int(found["day"] or found["first"])
    if found["word"]:
        month, _ = _month(found["word"])
    elif day > len(_MONTHS):
        month = int(found["month"])
    else:
        return None
    in_leap_year = _written(2000, month, day)
    if not in_leap_year:
        return None
    return DutchDate("", sure=False, yearless=in_leap_year[5:])


def _quarter(text: str) -> DutchDate | None:
    if _NO_QUARTER.fullmatch(text):
        return DutchDate("", sure=False, wrong="een jaar heeft vier kwartalen")
    found = _QUARTER.fullmatch(text)
    if found is None or not re.search("q|k", text, re.IGNORECASE):
        return None
    year = found["year1"] or found["year2"]
    if not year:
        return None
    number = _QUARTERS.get(found["number"].casefold()) or found["number"]
    return DutchDate(f"{year}-Q{number}", sure=True)


def _year(text: str) -> DutchDate | None:
    years = set(_YEAR.findall(text))
    if len(years) != 1:
        return None
    return DutchDate(years.pop(), sure=False)


def in_words(written: str) -> str:
    """Return a date of the data as a reader says it: 28 juni 2020."""
    match written.split("-"):
        case [year, month, day]:
            return f"{int(day)} {_MONTHS[int(month) - 1]} {year}"
        case [year, month] if month.isdigit():
            return f"{_MONTHS[int(month) - 1]} {year}"
        case [year, quarter]:
            return f"kwartaal {quarter[1:]} van {year}"
    return written
