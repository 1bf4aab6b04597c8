"""What can be held against a source by a program: figures, years, names, and words that say how firmly or how surely a sentence holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from polderkoers.changes.figures import SCALES, value_as_written
from polderkoers.changes.telling.numerals import WRITTEN, value_of
from polderkoers.changes.telling.obligations import BINDING
from polderkoers.changes.telling.sentences import sentences
from polderkoers.changes.telling.turning import CHANCE, EXAMPLES, LOOSENING
from polderkoers.changes.tokens import NUMBER, SCALE

FIGURE, YEAR, NAME, WORD = "getal", "jaartal", "naam", "woord"
"""What can stand in one text and not in the other."""
_NUMBER = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})(?:\s?(?P<scale>{SCALE})\b)?")
_IN_WORDS = re.compile(rf"(?<!\w){WRITTEN}(?!\w)", re.IGNORECASE)
_YEARS = range(1900, 2101)
_WORD = re.compile(r"[^\W\d_](?:[\w’']|-(?=\w))*")
# Words that say the same of how firmly a sentence binds: plain Dutch says `wil` where a plan says `streeft naar`.
_SAME = {
    "moeten": ("must", "need", "forced"),
    "kunnen of mogen": ("can", "may"),
    "zullen": ("will",),
    "willen": ("wants", "strives", "studies"),
}
_ALSO = {"voorbehoud": f"|{LOOSENING.pattern}"}


class TextFacts(NamedTuple):
    """What a text tells of one kind: each by what makes two of them the same, with how it is written."""

    figures: Mapping[Decimal, str]
    years: Mapping[Decimal, str]
    names: Mapping[str, str]

    def numbers(self, kind: str) -> Mapping[Decimal, str]:
        """Return the figures of the text, or the years."""
        return {YEAR: self.years, FIGURE: self.figures}[kind]


def told_in(text: str) -> TextFacts:
    """Return the figures, years and names in a text."""
    figures: dict[Decimal, str] = {}
    years: dict[Decimal, str] = {}
    for said in _NUMBER.finditer(text):
        value = value_as_written(said["number"]) * SCALES.get(said["scale"] or "", Decimal(1))
        is_year = said["number"].isdigit() and not said["scale"] and value in _YEARS
        {True: years, False: figures}[is_year].setdefault(value, said.group().strip())
    for said in _IN_WORDS.finditer(text):
        number = value_of(said.group().casefold())
        if number is not None and number > 1:
            figures.setdefault(Decimal(number), said.group())
    return TextFacts(figures, years, _names(text))


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text, and the parts of those with a hyphen, in small letters."""
    found: set[str] = set()
    for said in _WORD.finditer(text.casefold()):
        found |= {said.group(), *said.group().split("-")}
    return frozenset(found)


def _names(text: str) -> dict[str, str]:
    """Return the words with a capital that do not begin a sentence."""
    found: dict[str, str] = {}
    for sentence in sentences(text):
        for said in list(_WORD.finditer(sentence))[1:]:
            before = sentence[: said.start()].rstrip()
            if said.group()[0].isupper() and not before.endswith((":", "'", "‘", '"', "“", ".", "?", "!")):
                found.setdefault(said.group().casefold(), said.group())
    return found


def binding_in(text: str) -> dict[str, tuple[str, ...]]:
    """Return what a text holds of each kind of words that say how firmly or how surely it holds, with those words."""
    found: dict[str, list[str]] = {}
    for kind, pattern in _patterns().items():
        if said := [each.group().casefold() for each in pattern.finditer(text)]:
            found[kind] = list(dict.fromkeys(said))
    return {kind: tuple(said) for kind, said in found.items()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    kinds = {name: frozenset[str]().union(*map(BINDING.__getitem__, parts)) for name, parts in _SAME.items()}
    kinds |= {"voorbehoud": CHANCE, "voorbeeld": frozenset(EXAMPLES)}
    found = {}
    for name, words in kinds.items():
        row = "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
        found[name] = re.compile(rf"(?<![\w-])(?:{row}{_ALSO.get(name, '')})(?![\w-])", re.IGNORECASE)
    return found
