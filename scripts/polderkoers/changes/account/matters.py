"""What changes of policy are about: documents, goals and figures, money, time, how firmly it binds, who does it, and the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from polderkoers.changes.change import Change
from polderkoers.changes.money.inside import holds_money
from polderkoers.changes.names_in_text import NOBODY, NamesInText
from polderkoers.changes.nature import PERIODS, is_text
from polderkoers.changes.spelling import fold
from polderkoers.changes.telling.basis import rhythms
from polderkoers.changes.telling.quantities import MOMENTS, MONTHS, TextQuantity, quantities
from polderkoers.changes.telling.rearranged import matters_of_order
from polderkoers.changes.telling.turning import BINDS_NOBODY, turning

Matter = Literal["stukken", "doelen", "geld", "tijd", "plicht", "wie", "overig"]

MATTERS: dict[Matter, str] = {
    "stukken": "Documenten",
    "doelen": "Doelen en cijfers",
    "geld": "Geld",
    "tijd": "Wanneer",
    "plicht": "Moeten, mogen en voorwaarden",
    "wie": "Wie het doet",
    "overig": "Andere wijzigingen",
}
"""What a change can be about, in the order in which a council wants to know it."""

_BY_MEANING: dict[str, Matter] = {
    "doel-aangescherpt": "doelen",
    "doel-afgezwakt": "doelen",
    "doelcijfer-gewijzigd": "doelen",
    "cijfer-gewijzigd": "doelen",
    "bedrag-gewijzigd": "geld",
    "bedrag-bekend": "geld",
    "bedrag-onbekend": "geld",
    "ritme-gewijzigd": "geld",
    "geldsoort-gewijzigd": "geld",
    "bedrag-anders-precies": "geld",
    "zekerheid-gewijzigd": "geld",
    "uitgesteld": "tijd",
    "vervroegd": "tijd",
    "einde-later": "tijd",
    "einde-eerder": "tijd",
    "tijdstip-gewijzigd": "tijd",
    "van-kort-naar-lang": "tijd",
    "van-lang-naar-kort": "tijd",
    "termijn-gewijzigd": "tijd",
    "verplichting-aangescherpt": "plicht",
    "verplichting-afgezwakt": "plicht",
    "verantwoordelijke-gewijzigd": "wie",
    "partners-gewijzigd": "wie",
    "partij-gewijzigd": "wie",
    "doelgroep-gewijzigd": "wie",
    "roltype-omhoog": "wie",
    "roltype-omlaag": "wie",
    "roltype-gewijzigd": "wie",
    "status-gewijzigd": "stukken",
    "besluit-gewijzigd": "stukken",
}
_BY_BLOCK: dict[str, Matter] = {
    "doel": "doelen",
    "deelopgave": "doelen",
    "cijfer": "doelen",
    "indicator": "doelen",
    "meting": "doelen",
    "streefwaarde": "doelen",
    "bedrag": "geld",
    "rol": "wie",
}
_TITLE = "titel"
_FIGURES = frozenset({"cijfer", "indicator", "meting", "streefwaarde"})
_OF_FIGURES = frozenset({"waarde", "weergave", "eenheid", "ongeveer", "wat", "jaar", "groep", "meting"})
_PERIOD = r"(?:dag|week|maand|kwartaal|half ?jaar|jaar)"
# Words that say what a text is about, without a figure: when, what is forbidden, and who decides.
_WORDS: dict[Matter, re.Pattern[str]] = {
    "tijd": re.compile(
        rf"\b(?:voorjaar|najaar|zomer|winter|herfst|lente|{'|'.join(MONTHS)}|(?:(?:eerste|tweede|derde|vierde|laatste) )?(?:kwartaal|half ?jaar)"
        rf"|(?:elke?|iedere?) {_PERIOD})\b",
        re.IGNORECASE,
    ),
    "plicht": re.compile(
        r"\b(?:verboden|verbod|verbied(?:t|en)|toegestaan|toestaan|geoorloofd|vergunningvrij)\b", re.IGNORECASE
    ),
    "wie": re.compile(
        r"\b(?:gemeenteraad|raad|raadscommissie|college|college van b en w|b en w|burgemeester|wethouders?|gemeente|provincie|(?-i:R)ijk|het rijk|"
        r"provinciale staten|gedeputeerde staten|waterschap|ministerie|minister)\b",
        re.IGNORECASE,
    ),
}
_BY_FIELD: dict[str, Matter] = {**dict.fromkeys(PERIODS, "tijd"), "beter": "doelen"}
_CLAUSE_ENDS = re.compile(r"[.;:!?](?=\s|$)|,\s|\sen\s")
_LARGE = re.compile(r"\b(?:miljoen|mln|miljard|mld)\b", re.IGNORECASE)
# A ton is a weight too: it is money where the text speaks of that.
_TON = re.compile(r"\bton\b(?!\s*(?:co|afval))", re.IGNORECASE)
_OF_MONEY = re.compile(
    r"\b(?:euro|kost|kosten|budget|subsidie|geld|betaalt|betalen|begroting|krijgt|krijgen|bijdrage)\b|€", re.IGNORECASE
)


def matter_of_meaning(name: str) -> Matter | None:
    """Return what a change with a meaning is about."""
    return _BY_MEANING.get(name)


def matters_of(change: Change, actors: NamesInText = NOBODY) -> tuple[Matter, ...]:
    """Return all that a change of policy is about, in the order of `MATTERS`; `overig` only when it is about nothing else.

    `actors` are the names of who may do something.
    """
    found = set(_named(change))
    if is_text(change) and change.significance == "inhoudelijk":
        found |= set(_in_words(change.old, change.new, actors)) - _no_matter_of(change)
        found |= set(matters_of_order(change.old, change.new))
        if any("voorwaarde" in told for told in change.told):
            found.add("plicht")
    return tuple(matter for matter in MATTERS if matter in found) or ("overig",)


def _no_matter_of(change: Change) -> set[Matter]:
    """Return what the words of a change are not about: a figure in a period is a moment, and a year in a title is a name."""
    if change.field == _TITLE:
        return {"doelen", "tijd"}
    return {"doelen"} if _field(change) in PERIODS else set()


def _field(change: Change) -> str:
    return (change.field or "").partition(".")[0]


def _named(change: Change) -> Iterator[Matter]:
    """Yield what a change is about by what it means, its field and its item."""
    for name in change.meaning:
        if name in _BY_MEANING:
            yield _BY_MEANING[name]
    field = _field(change)
    if field in _BY_FIELD:
        yield _BY_FIELD[field]
    if change.block == "bedrag" or _holds_money(change):
        yield "geld"
    if change.field in (None, _TITLE) and change.item.parent is None:
        yield "stukken"
    if change.block in _FIGURES and change.field in _OF_FIGURES:
        yield "doelen"
    # Of an item that stays only its name says anew what it is.
    if change.field in (None, "naam") and change.block in _BY_BLOCK:
        yield _BY_BLOCK[change.block]


def _holds_money(change: Change) -> bool:
    """Return whether there is money in what is new or gone as a whole: an amount, or a sum that its words tell."""
    return change.field is None and any(map(holds_money, (change.old, change.new)))


def _in_words(old: str, new: str, actors: NamesInText) -> Iterator[Matter]:
    """Yield what differs between two wordings: figures, money, moments, words that turn a sentence, or who does something."""
    for matter, words in _WORDS.items():
        if Counter(_all(words, old)) != Counter(_all(words, new)):
            yield matter
    if Counter(actors.found(old)) != Counter(actors.found(new)):
        yield "wie"
    before, after = Counter(_quantities(old)), Counter(_quantities(new))
    for matter, _ in (before - after) + (after - before):
        yield matter
    if Counter(_of_money(old)) != Counter(_of_money(new)):
        yield "geld"
    if Counter(_paced(old)) != Counter(_paced(new)):
        yield "doelen"
    if Counter(_binding(old)) != Counter(_binding(new)):
        yield "plicht"


def _all(words: re.Pattern[str], text: str) -> Iterator[str]:
    for match in words.finditer(" ".join(text.split())):
        yield match.group().casefold()


def _of_money(text: str) -> Iterator[str]:
    """Yield the clauses that speak of money: another limit, rhythm or purpose beside a sum is about money too."""
    for clause in _CLAUSE_ENDS.split(" ".join(text.split())):
        if any(map(_is_money, quantities(clause))) or (_TON.search(clause) and _OF_MONEY.search(text)):
            yield fold(clause)


def _is_money(quantity: TextQuantity) -> bool:
    """Return whether a quantity is a sum of money; of so many million it need not be said."""
    return quantity.unit == "euro" or (
        quantity.kind == "number" and not quantity.unit and bool(_LARGE.search(quantity.written))
    )


def _quantities(text: str) -> Iterator[tuple[Matter, str]]:
    """Yield the quantities of a text, each with what it is about."""
    for each in quantities(" ".join(text.split())):
        if each.kind in MOMENTS:
            yield "tijd", each.written
        elif _is_money(each):
            yield "geld", each.written
        # With stress on it an article looks like a figure.
        elif each.kind != "name" and each.written.casefold() != "één":
            yield "doelen", each.measure


def _paced(text: str) -> Iterator[str]:
    """Yield how often it is done in the clauses that count something: 60 houses a year is more than 60 houses."""
    for clause in _CLAUSE_ENDS.split(" ".join(text.split())):
        if any(matter == "doelen" for matter, _ in _quantities(clause)):
            yield from rhythms(clause).elements()


def _binding(text: str) -> Iterator[str]:
    for word in turning(text):
        if word.casefold() not in BINDS_NOBODY:
            yield word.casefold()
