"""Numbers that are written in Dutch words, and in other signs than digits."""

from __future__ import annotations

import re
from decimal import Decimal

_ONES = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")  # fmt: skip
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_SMALL = dict(zip(_ONES, range(20), strict=True))
for _count, _ten in enumerate(_TENS, start=2):
    _SMALL[_ten] = _count * 10
    for _one in range(1, 10):
        _SMALL[f"{_ONES[_one]}en{_ten}"] = _count * 10 + _one
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
_PARTS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "1/2": "0.5", "1/4": "0.25", "3/4": "0.75"}
_WITH_PART = re.compile(rf"(?P<whole>\d*)\s*(?P<part>{'|'.join(_PARTS)})")
_LONGEST = 60
_IN_LETTERS = 12


def in_words(text: str) -> int | None:
    """Return the whole number that Dutch words are, or None when they are none."""
    word = re.sub(r"\s+", "", text.casefold()).replace("ë", "e").replace("é", "e")
    if not word or len(word) > _LONGEST:
        return None
    thousands, split, rest = word.partition("duizend")
    if not split:
        return _below_thousand(word)
    # Without a number before it the word says one of them.
    many = _below_thousand(thousands or "een")
    behind = _below_thousand(_added(rest))
    if many is None or behind is None:
        return None
    return many * 1000 + behind


def small_in_words(number: int) -> str:
    """Return a number as it is written in a sentence: in letters up to twelve, and else in digits."""
    return _ONES[number] if 0 <= number <= _IN_LETTERS else str(number)


def _added(rest: str) -> str:
    """Return the words of what is added behind 'duizend' or 'honderd', which is nothing when it ends there."""
    if not rest:
        return "nul"
    return rest.removeprefix("en")


def _below_thousand(word: str) -> int | None:
    hundreds, split, rest = word.partition("honderd")
    if not split:
        return _SMALL.get(word)
    many = _SMALL.get(hundreds or "een")
    behind = _SMALL.get(_added(rest))
    if many is None or behind is None:
        return None
    return many * 100 + behind


def roman(text: str) -> int | None:
    """Return the number that a Roman numeral of at most twelve is, or None."""
    return _ROMAN.get(text.strip(" .)").casefold())


def with_part(text: str) -> Decimal | None:
    """Return a number with a part that has a sign of its own, such as 2½ or 2 1/2; None when it is none."""
    found = _WITH_PART.fullmatch(text.strip())
    if found is None:
        return None
    return Decimal(found["whole"] or 0) + Decimal(_PARTS[found["part"]])
