"""Dutch words for values: numbers, amounts, figures, dates and kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from polderkoers.policy.dutch_words import capital, decider
from polderkoers.policy.model.base import Bestand, Cijfer, Meting, Onderdeel, Streefwaarde, Wanneer
from polderkoers.policy.model.blocks import Bedrag
from polderkoers.policy.model.dates import on_datum
from polderkoers.policy.model.declared import noun_of
from polderkoers.policy.model.files import classes
from polderkoers.policy.model.verslag import Besteding, GemeldeMeting
from polderkoers.policy.model.zoekwoorden import Zoekwoord
from polderkoers.policy.numbers import in_dutch, in_euro
from polderkoers.policy.vocabulary import AS_USUAL, Vocabulary

UNKNOWN = "Niet bekend in de bron"


def _is_shown(cls: type[Onderdeel]) -> bool:
    """Return whether readers meet a kind by its name: a list of names and words to search with are no such thing."""
    return not (issubclass(cls, Bestand) and not cls.kind.folder) and cls is not Zoekwoord


# Singular and plural of every kind, for labels and headings.
KINDS = {cls.soortnaam: cls.kind.headings for cls in classes() if issubclass(cls, Onderdeel) and _is_shown(cls)}


# Of what pages call it, which is not always its noun.
_ARTICLES = {cls.soortnaam: noun_of(cls.kind.shown[0]).article for cls in classes()}

# White space as HTML sees it: a hard space is no part of it, and keeps an amount and its euro sign together.
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


def one_line(text: str) -> str:
    """Return text on one line, with single spaces; a hard space stays what it is."""
    return _SPACE.sub(" ", text).strip(" ")


@dataclass(frozen=True)
class Words:
    """The words for every kind, those of the organisation before ours."""

    own: Vocabulary = AS_USUAL
    # The kinds of which the site has exactly one.
    alone: frozenset[str] = frozenset()

    def one(self, kind: str) -> str:
        """Return the singular of a kind, as a label; empty for what has no name."""
        return self._headings(kind)[0]

    def more(self, kind: str) -> str:
        """Return the plural of a kind, as a heading; empty for what has no name."""
        return self._headings(kind)[1]

    def all(self, kind: str) -> str:
        """Return the name of all that a site has of a kind, as a heading: the singular when that is just one."""
        if kind in self.alone:
            return self.one(kind)
        return self.more(kind)

    def some(self, total: int, kind: str) -> str:
        """Return what so many of a kind are called, as a heading: one is not more."""
        if total == 1:
            return self.one(kind)
        return self.more(kind)

    def this(self, kind: str) -> str:
        """Return the kind of the file at hand: `Deze kernopgave`."""
        this = "Dit" if self._article(kind) == "het" else "Deze"
        return f"{this} {self.one(kind).lower()}"

    def the(self, kind: str) -> str:
        """Return a kind with its article, in small letters: `de kernopgave`."""
        return f"{self._article(kind)} {self.one(kind).lower()}"

    def count(self, total: int, kind: str) -> str:
        """Return a number of items with the name of their kind: `1 doel`, `3 doelen`."""
        return f"{total} {self.some(total, kind).lower()}"

    def _headings(self, kind: str) -> tuple[str, str]:
        """Return the singular and the plural of a kind with a capital; both empty for what has no name."""
        noun = self.own.noun(kind)
        if noun:
            return capital(noun.one), capital(noun.more)
        return KINDS.get(kind, ("", ""))

    def _article(self, kind: str) -> str:
        noun = self.own.noun(kind)
        return noun.article if noun else _ARTICLES.get(kind, "de")


def figure(cijfer: Cijfer | Meting | GemeldeMeting | Streefwaarde, unit: str | None = None) -> str:
    """Return a figure with its unit; words of the source win over the number, and unknown is said."""
    if cijfer.weergave:
        return cijfer.weergave
    if cijfer.waarde is None:
        return UNKNOWN
    if not isinstance(cijfer, Cijfer):
        return _with_unit(cijfer.waarde, unit)
    shown = _with_unit(cijfer.waarde, cijfer.eenheid or unit)
    return f"ongeveer {shown}" if cijfer.ongeveer else shown


def _with_unit(value: float, unit: str | None) -> str:
    if unit in ("procent", "%"):
        return f"{in_dutch(value)}%"
    if unit == "euro":
        return f"€\u00a0{in_euro(value)}"
    return f"{in_dutch(value)} {unit}" if unit else in_dutch(value)


def amount(bedrag: Bedrag) -> str:
    """Return an amount of money in words; an amount that the source does not give is said to be unknown."""
    if bedrag.bedrag is None:
        return UNKNOWN
    words = f"€\u00a0{in_euro(bedrag.bedrag)}"
    if bedrag.hoogstens:
        words = f"hoogstens {words}"
    if bedrag.ongeveer:
        words = f"ongeveer {words}"
    if bedrag.per_jaar:
        words = f"{words} per jaar"
    return words


def in_euros(besteed: Besteding) -> str:
    """Return money that was spent in words."""
    words = f"€\u00a0{in_euro(besteed.bedrag)}"
    return f"ongeveer {words}" if besteed.ongeveer else words


def period(wanneer: Wanneer | None) -> str:
    """Return when something is, in the words of the data."""
    if wanneer is None:
        return UNKNOWN
    return wanneer.tekst


def adopted(status: str | None, op: str | None, door: str | None) -> str:
    """Return the status of a file, and when and by whom it was adopted, as far as the source says."""
    if status is None:
        return UNKNOWN
    shown = status.capitalize()
    if status != "vastgesteld":
        return shown
    when = on_datum(op) if op else "datum niet bekend in de bron"
    whom = f"door {decider(door)}" if door else "door wie is niet bekend in de bron"
    return f"{shown} ({when}, {whom})"


def first_paragraph(text: str) -> str:
    """Return the first paragraph of a text."""
    return text.strip().partition("\n")[0]


def bullets(lines: Iterable[str]) -> str:
    """Return lines below each other, each with a dash before it."""
    return "\n".join(f"- {line}" for line in lines)
