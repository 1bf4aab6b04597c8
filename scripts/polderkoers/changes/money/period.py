"""The years that an amount is for, as far as the data say them for sure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from polderkoers.policy.model.dates import Datum, datum_in_words, parse_datum
from polderkoers.policy.number_words import in_words

# What the words of a period may hold besides its years without saying more than these.
_SAYS_NO_MORE = re.compile(
    r"\b(?:in|van|vanaf|tot|en|met|t/m|elk|elke|ieder|per|jaar|jaren|de|het|periode|looptijd|ingaande|structureel|jaarlijks|verder|"
    r"1 januari|31 december)\b|[\s.,:;()–-]",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b\d{4}\b")
_GOES_ON = re.compile(r"\b(?:vanaf|verder|ingaande|structureel|jaarlijks|elke?|ieder|per)\b", re.IGNORECASE)
_RANGE = re.compile(r"tot en met|t/m|\d\s?[–-]\s?\d", re.IGNORECASE)
# How long it is; not how often.
_LENGTH = re.compile(
    r"(?<!per )(?<!elke )(?<!iedere )(?<!de )\b(één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\d{1,2}) jaar(?: lang)?\b",
    re.IGNORECASE,
)
# Nobody knows whether the year behind it counts.
_JUST_UNTIL = re.compile(r"\btot\b(?!\sen\smet)", re.IGNORECASE)
# An amount that goes on for longer than a lifetime is a slip of the pen.
_MOST = 100


@dataclass(frozen=True)
class Years:
    """Years, both ends included; `last` is None when it has no end that anybody knows.

    `is_whole` says that it is from the first of January up to the end of December.
    """

    first: int
    last: int | None
    is_whole: bool = True

    @property
    def number(self) -> int | None:
        """How many whole years there are; None when nobody can say."""
        if self.last is None or not self.is_whole:
            return None
        return self.last - self.first + 1

    @property
    def words(self) -> str:
        """The years as they stand in a sentence."""
        if self.last is None:
            return f"vanaf {self.first}"
        if self.first == self.last:
            return str(self.first)
        return f"{self.first} tot en met {self.last}"


def has_period(data: Mapping[str, Any]) -> bool:
    """Return whether an amount says anything of when it is."""
    return data.get("jaar") is not None or bool(data.get("wanneer"))


def years_of(data: Mapping[str, Any]) -> Years | None:
    """Return the years that an amount is surely for; None when it does not say them, or says more of them than dates can."""
    year, period, is_structural = data.get("jaar"), data.get("wanneer"), data.get("soort") == "structureel"
    found = _of_period(period, once=not data.get("per_jaar") and not is_structural, goes_on=is_structural)
    if year is not None:
        single = _year(year)
        if period and found != single:
            return None
        found = single
    # What comes every year, and says but one of them, may well go on.
    if found is not None and is_structural and found.first == found.last:
        return None
    return found


def _year(year: Any) -> Years | None:
    if isinstance(year, bool) or not isinstance(year, int) or parse_datum(str(year)) is None:
        return None
    return Years(year, year)


def _of_period(period: Any, *, once: bool, goes_on: bool) -> Years | None:
    if not isinstance(period, Mapping):
        return None
    text = period.get("tekst") or ""
    begin, end = _datum(period.get("van")), _datum(period.get("tot"))
    if begin is None or (end is None and period.get("tot") is not None) or not isinstance(text, str):
        return None
    if end is None and not (goes_on or _GOES_ON.search(text)):
        # Without an end it is one moment. Of what comes each year that is no answer.
        if not once:
            return None
        end = begin
    found = _between(begin, end)
    if found is None or not _says_only(text, found):
        return None
    return found


def _datum(held: Any) -> Datum | None:
    if held is None or isinstance(held, bool):
        return None
    return parse_datum(str(held))


def _between(begin: Datum, end: Datum | None) -> Years | None:
    """Return the years from begin to end; None when these run backwards, or over more than a lifetime."""
    from_new_year = (begin.first.month, begin.first.day) == (1, 1)
    if end is None:
        return Years(begin.first.year, None, from_new_year)
    to_end_of_year = (end.last.month, end.last.day) == (12, 31)
    years = Years(begin.first.year, end.last.year, from_new_year and to_end_of_year)
    if end.first < begin.first or end.last.year - begin.first.year >= _MOST:
        return None
    return years


def _says_only(text: str, years: Years) -> bool:
    """Return whether the words of a period say its years and nothing else, such as that one year is less."""
    if not text or not years.is_whole:
        return True
    for length in _LENGTH.findall(text):
        if length != str(years.number) and in_words(length) != years.number:
            return False
    rest = _LENGTH.sub("", _YEAR.sub("", text))
    if _SAYS_NO_MORE.sub("", rest) or _JUST_UNTIL.search(text):
        return False
    named = {int(year) for year in _YEAR.findall(text)} or {years.first, years.last or years.first}
    if years.last is None or years.first == years.last:
        # "2026 en verder" has no end, and "2026" has one.
        goes_on = _GOES_ON.search(text) is not None
        return named == {years.first} and not _RANGE.search(text) and (years.last is None or not goes_on)
    return _names_all(text, named, years.first, years.last) and "verder" not in text.casefold()


def _names_all(text: str, named: set[int], first: int, last: int) -> bool:
    """Return whether the words go from the first year to the last: as a range of these two, or by naming each year."""
    whole = {*range(first, last + 1)}
    if named == whole or not _YEAR.search(text):
        return True
    return last in named and named <= {first, last} and _RANGE.search(text) is not None


def period_words(data: Mapping[str, Any]) -> str:
    """Return when an amount is, as it stands in a sentence: the words of its period, or its year; empty when it does not say."""
    if data.get("jaar") is not None:
        return str(data["jaar"])
    years = years_of(data)
    if years is not None and years.is_whole:
        return years.words
    period = data.get("wanneer")
    if not isinstance(period, Mapping):
        return ""
    if isinstance(period.get("tekst"), str):
        return " ".join(period["tekst"].split())
    dates = [datum_in_words(str(period[name])) for name in ("van", "tot") if period.get(name) is not None]
    return " tot en met ".join(dates)
