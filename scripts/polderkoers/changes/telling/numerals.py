"""Numbers as Dutch writes them in words: `twee`, `vijfentwintig`, `driehonderd`, `tweeduizend`."""

from __future__ import annotations

import re

_ONES = {"één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9}
_TEENS = {
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "dertien": 13,
    "veertien": 14,
    "vijftien": 15,
    "zestien": 16,
    "zeventien": 17,
    "achttien": 18,
    "negentien": 19,
}
_TENS = {
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "zestig": 60,
    "zeventig": 70,
    "tachtig": 80,
    "negentig": 90,
}
# Inside a compound one is written without its accents.
_IN_COMPOUND = {**_ONES, "een": 1}
_SMALL = {**_ONES, **_TEENS, **_TENS}
_AND_TEN = re.compile(rf"({'|'.join(_IN_COMPOUND)})(?:en|ën)({'|'.join(_TENS)})")
_LARGE = {"duizend": 1000, "honderd": 100}
_LETTERS = "|".join([*_TENS, *_TEENS, *_ONES, "honderd", "duizend", "een", "en", "ën"])

WRITTEN = rf"(?:{'|'.join(sorted([*_SMALL, *_LARGE], key=len, reverse=True))}|(?>(?:{_LETTERS}){{2,}}))"
"""The form of a number in words, for a pattern; `een` alone is an article and no number."""


def value_of(word: str) -> int | None:
    """Return the number that a word is, in small letters; None when it is none."""
    if word in _SMALL:
        return _SMALL[word]
    for name, times in _LARGE.items():
        before, found, after = word.partition(name)
        if found:
            return _sum(before, times, after)
    match = _AND_TEN.fullmatch(word)
    return _TENS[match[2]] + _IN_COMPOUND[match[1]] if match else None


def _sum(before: str, times: int, after: str) -> int | None:
    many = 1 if not before else value_of(before)
    rest = 0 if not after else value_of(after.removeprefix("en"))
    return None if many is None or rest is None else many * times + rest
