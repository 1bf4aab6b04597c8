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
    return replace(found, sure=False) if found and typed else found


def several(text: str) -> tuple[str, ...]:
    """Return the whole dates in a text, as the data writes them, when there are more than one."""
    plain = _DASHES.sub("-", text)
    found = (understand(each.group()) for each in _INSIDE.finditer(plain))
    dates = tuple(dict.fromkeys(each.written for each in found if each and each.written))
    return dates if len(dates) > 1 else ()


def of_spreadsheet(days: int) -> str:
    """Return the date that a spreadsheet writes as a number of days, when it lies in the years that policy is of; else nothing."""
    first, last = 29_221, 55_153  # 1980 to 2050
    return (_DAY_ZERO + timedelta(days)).isoformat() if first <= days <= last else ""


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
        month = int(found["month"])
        wrong = "" if 1 <= month <= len(_MONTHS) else f"er is geen maand {month}"
        return DutchDate("" if wrong else f"{found['year']}-{month:02}", sure=not wrong, wrong=wrong)
    return _without_year(text)


def _loosely(text: str) -> DutchDate | None:
    """Return the one date among other words, which may say that it is less exact."""
    bare = text
    while (shorter := _ABOUT.sub("", bare).strip()) != bare:
        bare = shorter
    found = _exactly(bare) if bare != text else None
    if found is None and len(inside := _INSIDE.findall(text)) == 1:
        found = _exactly(inside[0])
    return replace(found, sure=False) if found and found.written else found


def _day(found: re.Match[str], *, day_first: bool) -> DutchDate | None:
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    full_year = year > _NO_CENTURY
    years = year if full_year else year + 2000
    written = _written(years, month, day)
    turned = _written(years, day, month)
    if not written:
        return DutchDate(turned, sure=False) if turned and month > len(_MONTHS) else _impossible(years, month, day)
    if not full_year:
        other = _written(day + 2000, month, year)
        return DutchDate(written, sure=False, others=(other,) if other and other != written else ())
    sure = not day_first or not turned or turned == written
    return DutchDate(written, sure, others=() if sure else (turned,))


def _written(year: int, month: int, day: int) -> str:
    """Return a date as the data writes it, or nothing when there is no such day."""
    there = 1 <= month <= len(_MONTHS) and 1 <= day <= calendar.monthrange(year, month)[1]
    return f"{year}-{month:02}-{day:02}" if there else ""


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
    return (_MONTHS.index(near[0]) + 1, False) if len(near) == 1 else (0, False)


def _in_words(found: re.Match[str]) -> DutchDate | None:
    month, sure = _month(found["month"])
    if not month:
        return None
    short = found["year"].startswith("'")
    year = int(found["year"].lstrip("'")) + (2000 if short else 0)
    sure = sure and not short
    if not found["day"]:
        return DutchDate(f"{year}-{month:02}", sure)
    written = _written(year, month, int(found["day"]))
    return DutchDate(written, sure) if written else _impossible(year, month, int(found["day"]))


def _without_year(text: str) -> DutchDate | None:
    """Return the month and day of a date that has no year; of two numbers only when it is clear which is the day."""
    found = _NO_YEAR.fullmatch(text)
    if not found:
        return None
    month = _month(found["word"])[0] if found["word"] else int(found["month"])
    day = int(found["day"] or found["first"])
    clear = found["word"] or day > len(_MONTHS)
    leap = 2000
    return (
        DutchDate("", sure=False, yearless=_written(leap, month, day)[5:])
        if clear and _written(leap, month, day)
        else None
    )


def _quarter(text: str) -> DutchDate | None:
    if _NO_QUARTER.fullmatch(text):
        return DutchDate("", sure=False, wrong="een jaar heeft vier kwartalen")
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
