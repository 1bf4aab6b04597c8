"""Whether a figure is beside the same words in two wordings: the same rhythm, time, whole and thing that is counted.

Of 250 a year and 25 a month nobody may say that a bound goes down. What differs beside a figure is harmless only when it says how
firmly the sentence binds, or on which condition.
"""

from __future__ import annotations

import re
from collections import Counter

from polderkoers.changes.telling.quantities import MOMENTS, TextQuantity, quantities
from polderkoers.changes.telling.roles import BOUND_WORDS, time_unit
from polderkoers.changes.telling.stems import are_alike
from polderkoers.changes.telling.turning import LOOSENING

_BINDS = re.compile(
    r"\b(?:moet|moeten|mag|mogen|kan|kunnen|zal|zullen|wil|willen|gaat|gaan)\b|"
    r",? \b(?:zolang|mits|tenzij|indien|als|op voorwaarde dat)\b.*$",
    re.IGNORECASE,
)
_TIMES = r"(?:dag|dagen|week|weken|maand|maanden|kwartaal|half jaar|halfjaar|jaar|uur|keer)"
_RHYTHM = re.compile(
    rf"\b(?:per|elke?|iedere?) (?:{_TIMES})\b|\b(?:dagelijks|wekelijks|maandelijks|jaarlijks)e?\b", re.IGNORECASE
)
# What a figure is of, when it stands behind these: `3 per 1.000 inwoners`, `2 van de 10`, `5 procent van 300 huishoudens`.
_OF_SO_MANY = re.compile(
    r"\b(?:per|elke|iedere|om de|bij|voor|op|onder|vanaf|(?:van|op) (?:de|elke|iedere)|(?:procent|helft|derde|kwart|deel) van)\s$",
    re.IGNORECASE,
)
_IN_SO_LONG = re.compile(
    r"\b(?:(?:in|binnen|gedurende|tijdens|over|na|om de)(?: de)?|komende|volgende|eerstvolgende|eerste|laatste|afgelopen)\s$",
    re.IGNORECASE,
)
# How old those are of whom it is: `kinderen tot 12 jaar`. Without a unit behind it `van 10` begins a range.
_SO_OLD = re.compile(r"\b(?:tot|t/m|tot en met|van|(?:boven|onder)(?: de)?|(?:ouder|jonger) dan)\s$", re.IGNORECASE)
_SINCE_THEN = re.compile(r"\b(?:ten opzichte van|vergeleken met|sinds|dan in|dan|tot|tot en met)\s$", re.IGNORECASE)
Moved = list[tuple[TextQuantity, TextQuantity]]


def frame_of(sentence: str) -> str:
    """Return a sentence with a mark in the place of each quantity and its unit: what is left when the figures are taken away."""
    pieces, place = [], 0
    for quantity in quantities(sentence):
        pieces += [sentence[place : quantity.start], "#"]
        place = max(quantity.end, quantity.after)
    return " ".join(" ".join([*pieces, sentence[place:]]).replace("€", "").casefold().rstrip(". ").split())


def is_beside_the_same(old: str, new: str) -> bool:
    """Return whether two sentences say their figures of the same, apart from how firmly they bind."""
    before, after = _substance(old), _substance(new)
    return len(before) == len(after) and all(map(are_alike, before, after))


def is_one_rhythm(old: str, new: str) -> bool:
    """Return whether two texts speak of the same rhythms: a year in one sentence may be that of a figure in the next."""
    return rhythms(old) == rhythms(new)


def rhythms(text: str) -> Counter[str]:
    """Return how often a text speaks of each rhythm, in one form: `per jaar` and `jaarlijks` are `jaar`."""
    return Counter(map(_in_one_form, _RHYTHM.findall(" ".join(text.split()))))


def moves_with_its_basis(sentence: str, moved: Moved) -> bool:
    """Return whether beside a count there also moved what it is of, or the time that it is for."""
    bases = [was for was, _ in moved if _is_basis(sentence, was)]
    counts = [was for was, _ in moved if was.kind not in MOMENTS and was not in bases]
    return bool(bases and counts)


def _is_basis(sentence: str, quantity: TextQuantity) -> bool:
    before = sentence[: quantity.start]
    if quantity.kind == "period":
        return True
    if quantity.kind in MOMENTS:
        return _SINCE_THEN.search(before) is not None
    is_time = time_unit(quantity.unit)
    if (is_time or not quantity.unit) and _IN_SO_LONG.search(before):
        return True
    if is_time and _SO_OLD.search(before):
        return True
    return _OF_SO_MANY.search(before) is not None


def _substance(sentence: str) -> list[str]:
    plain = _BINDS.sub(" ", LOOSENING.sub(" ", frame_of(sentence)))
    return BOUND_WORDS.sub(" ", plain).replace(",", " ").split()


def _in_one_form(rhythm: str) -> str:
    """Return `per jaar`, `elk jaar` and `jaarlijks` as one."""
    word = rhythm.casefold().split(" ", 1)[-1]
    return word.partition("lijks")[0].removesuffix("e")
