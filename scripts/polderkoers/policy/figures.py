"""Figures in a text: a number with the unit behind it (or a sign before it), in any unit that the data has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

Value = tuple[str, Decimal]
"""A number in its unit."""

_NUMBER = r"(?<![\d.,])(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<part>\d+|-))?"
_SCALES = {"duizend": 10**3, "miljoen": 10**6, "mln": 10**6, "miljard": 10**9, "mld": 10**9}
_SCALE = rf"(?:\s(?P<scale>{'|'.join(_SCALES)})\b\.?)?"
_FORMS = {
    "procent": (rf"{_NUMBER}\s?(?:%|procent\b)",),
    "euro": (rf"(?:€|\bEUR)\s?{_NUMBER}{_SCALE}", rf"{_NUMBER}{_SCALE}\s(?:euro|EUR)\b"),
}
_NAMES = {"%": "procent", "€": "euro", "eur": "euro"}
# Several ways to write one unit.
_SAME = (
    ("km", "kilometer"),
    ("m²", "m2", "vierkante meter"),
    ("km²", "km2", "vierkante kilometer"),
    ("ha", "hectare"),
    ("inwoners", "bewoners"),
    ("huizen", "woningen"),
)
# A number of these counts nothing that is only once in a text, or says nothing without the words beside it.
_NO_UNITS = frozenset({"jaar", "jaren", "dag", "dagen", "maand", "maanden", "keer", "punt", "punten"})
_COUNTS = frozenset({"", "aantal", "stuks", "stuk"})
_WORD = re.compile(r"[a-zà-ÿ²0-9]+(?: [a-zà-ÿ]+)?", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def has_digit(text: str) -> bool:
    """Return whether a text can hold a figure at all."""
    return _DIGIT.search(text) is not None


def name_of(unit: str | None, counted: str) -> str:
    """Return by which name a unit is looked for in texts: what is counted when that is all there is; nothing when none is sure."""
    name = " ".join((unit or "").casefold().split())
    if name in _COUNTS:
        # One word for what is counted says what the number is of; more words say only of which.
        name = counted.casefold().strip() if counted.strip().isalpha() else ""
    name = _NAMES.get(name, name)
    if name in _NO_UNITS or not _WORD.fullmatch(name):
        return ""
    return name


@cache
def _patterns(unit: str) -> tuple[re.Pattern[str], ...]:
    if unit in _FORMS:
        return tuple(map(re.compile, _FORMS[unit]))
    names = next((each for each in _SAME if unit in each), (unit,))
    words = "|".join(map(re.escape, names))
    return (re.compile(rf"{_NUMBER}{_SCALE}\s(?:[a-zà-ÿ]+e\s)?(?:{words})(?!\w)", re.IGNORECASE),)


def figures(text: str, units: frozenset[str]) -> Iterator[Value]:
    """Yield the figures of a text in these units."""
    for unit in sorted(units):
        for pattern in _patterns(unit):
            for found in pattern.finditer(text):
                part = (found["part"] or "").replace("-", "")
                times = _SCALES.get((found.groupdict().get("scale") or "").casefold(), 1)
                yield unit, (Decimal(f"{found['whole'].replace('.', '')}.{part or 0}") * times).normalize()


def shown(value: Value) -> str:
    """Return a figure as a text has it."""
    unit, number = value
    text = f"{number:,f}".translate(str.maketrans(",.", ".,"))
    if unit == "euro":
        return f"€ {text}"
    if unit == "procent":
        return f"{text}%"
    return f"{text} {unit}"
