"""What several kinds of items have in common, asked by name: when, a number, an explanation.

Which kinds have it follows from their fields, so that a new kind is among them as soon as it has the field. What such a field holds is
said here for the check of types; a test holds that to the declarations.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from polderkoers.policy.dutch_words import beginning, capital
from polderkoers.policy.model.base import Bron, Onderdeel, Wanneer
from polderkoers.policy.model.blocks import Bedrag, Doel, Indicator, Stap
from polderkoers.policy.model.catalogues import GEEN_ORGANISATIE, Begrip, Organisatie
from polderkoers.policy.model.declared import Role
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import Beleid

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Having(type):
    """Makes of a class with the types of fields what holds every class of the model that has those fields."""

    def __instancecheck__(cls, item: object) -> bool:
        return issubclass(type(item), cls)

    def __subclasscheck__(cls, kind: type) -> bool:
        return _has(kind, cls)


@cache
def _has(kind: Any, wanted: Any) -> bool:
    """Return whether a class of the model has all that another names; a list of blocks by that name is something else."""
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return False
    asked: Mapping[str, object] = wanted.__annotations__
    return asked.keys() <= {each.name for each in fields_of(kind) if not (each.held and each.many)}


class WithWanneer(metaclass=_Having):
    """What happens at a time."""

    wanneer: Wanneer | None


class WithNummer(metaclass=_Having):
    """What the source numbers."""

    nummer: int | None


class WithToelichting(metaclass=_Having):
    """What has an explanation."""

    toelichting: str | None


class WithTekst(metaclass=_Having):
    """What is a running text."""

    tekst: str


class WithUitleg(metaclass=_Having):
    """What says what it is."""

    uitleg: str | None


class WithAndereNamen(metaclass=_Having):
    """What has other names."""

    andere_namen: tuple[str, ...]


class WithThemas(metaclass=_Having):
    """What is about subjects."""

    themas: tuple[str, ...]


class WithBron(metaclass=_Having):
    """What gives a source itself."""

    bron: Bron | None


class WithJaar(metaclass=_Having):
    """What is of a year."""

    jaar: int | None


class WithVersie(metaclass=_Having):
    """What has a version and a status of its own."""

    versie: str | None
    status: str | None


def wanneer_of(item: Onderdeel) -> Wanneer | None:
    """Return when an item is, None where the source does not say or the kind has no time."""
    return item.wanneer if isinstance(item, WithWanneer) else None


def termijn_of(item: Onderdeel) -> str:
    """Return the term of a step (`kort` or `lang`), nothing for any other item."""
    return item.termijn if isinstance(item, Stap) else ""


def nummer_of(item: Onderdeel) -> int | None:
    """Return the number that the source gives an item, None when it gives none."""
    return item.nummer if isinstance(item, WithNummer) else None


def toelichting_of(item: Onderdeel) -> str:
    """Return the explanation of an item, nothing when it has none."""
    return (item.toelichting or "") if isinstance(item, WithToelichting) else ""


def tekst_of(item: Onderdeel) -> str:
    """Return the running text of an item, whatever its kind calls it; nothing when it has none."""
    return item.tekst if isinstance(item, WithTekst) else toelichting_of(item)


def uitleg_of(item: Onderdeel) -> str:
    """Return what an entry of a list is, nothing when that is not explained or it is no such entry."""
    return (item.uitleg or "") if isinstance(item, WithUitleg) else ""


def samenvatting_of(item: Onderdeel) -> str:
    """Return a file of policy in short, nothing for anything else."""
    return item.samenvatting if isinstance(item, Beleid) else ""


def andere_namen_of(item: Onderdeel) -> tuple[str, ...]:
    """Return the other names of an entry."""
    return item.andere_namen if isinstance(item, WithAndereNamen) else ()


def voluit_of(item: Onderdeel) -> str:
    """Return the full name behind an abbreviation, nothing when there is none."""
    return (item.voluit or "") if isinstance(item, Begrip) else ""


def plain_name_of(item: Onderdeel) -> str:
    """Return what a reader calls an item: its name in plain words where it has one, and else the words of the source."""
    if isinstance(item, Doel) and item.gewone_naam:
        return item.gewone_naam
    return item.label


def told_name_of(item: Onderdeel, file: Onderdeel) -> str:
    """Return what a reader calls an item of a file: its name, or else how its text begins, and never its id."""
    return item.own_name or beginning(tekst_of(item)) or f"{capital(item.kind.noun.name)} in {file.label}"


def themas_of(item: Onderdeel) -> tuple[str, ...]:
    """Return the ids of the subjects of an item."""
    return item.themas if isinstance(item, WithThemas) else ()


def bron_of(item: object) -> Bron | None:
    """Return the source that an item, or a part without an id, gives itself."""
    return item.bron if isinstance(item, WithBron) else None


def place_of(item: object) -> str:
    """Return the place in the source that an item gives itself, or nothing."""
    source = bron_of(item)
    return (source.plek or "") if source else ""


def is_no_organisation(item: object) -> bool:
    """Return whether an item stands among the organisations and is none: a group, an initiative, a fund."""
    return isinstance(item, Organisatie) and item.soort in GEEN_ORGANISATIE


def link_of(item: object) -> str:
    """Return the address where the source of an item can be read, nothing when none is known."""
    source = bron_of(item)
    return (source.link or "") if source else ""


def jaar_of(item: Onderdeel) -> int | None:
    """Return the year of a figure, an amount or a document, None when it is not known."""
    return item.jaar if isinstance(item, WithJaar) else None


def vastgesteld_op_of(item: Onderdeel) -> str:
    """Return on which date a file of policy was decided, nothing when that is not said or it is no such file."""
    return (item.vastgesteld_op or "") if isinstance(item, Beleid) else ""


def versie_of(item: Onderdeel) -> str:
    """Return the number of the version of a file, nothing when it says none."""
    return (item.versie or "") if isinstance(item, WithVersie) else ""


def doelen_of(item: Onderdeel) -> tuple[str, ...]:
    """Return the references to the goals that an indicator or an amount is for."""
    return item.doelen if isinstance(item, Indicator | Bedrag) else ()


def prose_of(item: Onderdeel) -> str:
    """Return the running text of an item of any kind: the first that its class has, nothing when it has none."""
    names = (each.name for each in fields_of(type(item)) if each.role is Role.PROSE)
    return next((getattr(item, name) or "" for name in names), "")
