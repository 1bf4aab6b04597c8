"""The words for what a change means, once for every form in which a comparison is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.changes.change import RENAMED, TARGET
from polderkoers.changes.telling.statement import OTHER_FIGURE, SHARPER, WEAKER
from polderkoers.policy.dutch_words import capital

if TYPE_CHECKING:
    from polderkoers.changes.change import Change
    from polderkoers.policy.vocabulary import Vocabulary


@dataclass(frozen=True)
class Said:
    """One meaning in words.

    `label` stands beside a change on the site; `told` follows the name of an item and "is" in a sentence; `one` and `more` follow
    a number. Empty where that form says nothing of its own.
    """

    label: str
    told: str = ""
    one: str = ""
    more: str = ""


MEANINGS = {
    "doel-aangescherpt": Said(
        "Doel aangescherpt", told="aangescherpt", one="doel is aangescherpt", more="doelen zijn aangescherpt"
    ),
    "doel-afgezwakt": Said("Doel afgezwakt", told="afgezwakt", one="doel is afgezwakt", more="doelen zijn afgezwakt"),
    "doelcijfer-gewijzigd": Said(
        "Ander doelcijfer", told="gewijzigd", one="doel krijgt een ander cijfer", more="doelen krijgen een ander cijfer"
    ),
    "verplichting-aangescherpt": Said(
        "Minder vrijblijvend",
        told="minder vrijblijvend geworden",
        one="tekst is minder vrijblijvend",
        more="teksten zijn minder vrijblijvend",
    ),
    "verplichting-afgezwakt": Said(
        "Vrijblijvender",
        told="vrijblijvender geworden",
        one="tekst is vrijblijvender",
        more="teksten zijn vrijblijvender",
    ),
    "van-kort-naar-lang": Said(
        "Van korte naar lange termijn",
        one="stap gaat van de korte naar de lange termijn",
        more="stappen gaan van de korte naar de lange termijn",
    ),
    "van-lang-naar-kort": Said(
        "Van lange naar korte termijn",
        one="stap gaat van de lange naar de korte termijn",
        more="stappen gaan van de lange naar de korte termijn",
    ),
    "termijn-gewijzigd": Said("Andere termijn"),
    "uitgesteld": Said(
        "Uitgesteld", told="uitgesteld", one="onderdeel is uitgesteld", more="onderdelen zijn uitgesteld"
    ),
    "vervroegd": Said("Vervroegd", told="vervroegd", one="onderdeel is vervroegd", more="onderdelen zijn vervroegd"),
    "einde-later": Said("Einde later", one="onderdeel duurt langer", more="onderdelen duren langer"),
    "einde-eerder": Said("Einde eerder", one="onderdeel duurt korter", more="onderdelen duren korter"),
    "tijdstip-gewijzigd": Said("Ander tijdstip"),
    "verantwoordelijke-gewijzigd": Said(
        "Andere verantwoordelijke",
        one="onderdeel krijgt een andere verantwoordelijke",
        more="onderdelen krijgen een andere verantwoordelijke",
    ),
    "partners-gewijzigd": Said(
        "Andere partners", one="onderdeel krijgt andere partners", more="onderdelen krijgen andere partners"
    ),
    "partij-gewijzigd": Said(
        "Andere partij", one="onderdeel gaat over andere partijen", more="onderdelen gaan over andere partijen"
    ),
    "doelgroep-gewijzigd": Said(
        "Voor andere groepen", one="onderdeel is voor andere groepen", more="onderdelen zijn voor andere groepen"
    ),
    "roltype-omhoog": Said(
        "Meer invloed",
        one="rol komt hoger op de ladder van invloed",
        more="rollen komen hoger op de ladder van invloed",
    ),
    "roltype-omlaag": Said(
        "Minder invloed",
        one="rol komt lager op de ladder van invloed",
        more="rollen komen lager op de ladder van invloed",
    ),
    "roltype-gewijzigd": Said("Andere rolsoort"),
    "bedrag-gewijzigd": Said("Ander bedrag", one="bedrag wordt anders", more="bedragen worden anders"),
    "bedrag-bekend": Said("Bedrag nu bekend", one="bedrag is nu bekend", more="bedragen zijn nu bekend"),
    "bedrag-onbekend": Said(
        "Bedrag niet meer bekend", one="bedrag is niet meer bekend", more="bedragen zijn niet meer bekend"
    ),
    "ritme-gewijzigd": Said(
        "Wel of niet per jaar",
        one="bedrag geldt nu wel per jaar, of juist niet meer",
        more="bedragen gelden nu wel per jaar, of juist niet meer",
    ),
    "geldsoort-gewijzigd": Said(
        "Andere soort geld",
        one="bedrag wordt een andere soort geld (structureel of incidenteel)",
        more="bedragen worden een andere soort geld (structureel of incidenteel)",
    ),
    "bedrag-anders-precies": Said(
        "Meer of minder precies",
        one="bedrag is meer of minder precies (hoogstens, ongeveer)",
        more="bedragen zijn meer of minder precies (hoogstens, ongeveer)",
    ),
    "zekerheid-gewijzigd": Said(
        "Andere zekerheid", one="bedrag wordt meer of minder zeker", more="bedragen worden meer of minder zeker"
    ),
    "cijfer-gewijzigd": Said("Ander cijfer"),
    "status-gewijzigd": Said(
        "Andere status", one="stuk krijgt een andere status", more="stukken krijgen een andere status"
    ),
    "besluit-gewijzigd": Said("Ander besluit"),
    RENAMED: Said("Hernoemd", told="hernoemd"),
}
"""By the name that a meaning has in the data, in the order in which a summary counts them."""
# A target is a goal in another sense than a goal of the policy is.
_OF_TARGETS = {
    SHARPER: Said(
        "Streefwaarde aangescherpt",
        told="aangescherpt",
        one="streefwaarde is aangescherpt",
        more="streefwaarden zijn aangescherpt",
    ),
    WEAKER: Said(
        "Streefwaarde afgezwakt",
        told="afgezwakt",
        one="streefwaarde is afgezwakt",
        more="streefwaarden zijn afgezwakt",
    ),
    OTHER_FIGURE: Said(
        "Andere streefwaarde",
        told="gewijzigd",
        one="streefwaarde is gewijzigd",
        more="streefwaarden zijn gewijzigd",
    ),
}
# What another status comes down to is said by the status that it is now.
_STATUS = "status-gewijzigd"
_BY_STATUS = {
    "vastgesteld": Said("Vastgesteld", one="stuk is vastgesteld", more="stukken zijn vastgesteld"),
    "ingetrokken": Said("Ingetrokken", one="stuk is ingetrokken", more="stukken zijn ingetrokken"),
    "concept": Said("Concept", one="stuk is een concept", more="stukken zijn een concept"),
}


# A status has a code of its own beside its meaning, so that what is counted by it can be found by it.
_CODE, _OTHER = "status", "anders"
STATUSES = {f"{_CODE}-{status}": said.label for status, said in _BY_STATUS.items()} | {
    f"{_CODE}-{_OTHER}": "Andere status, zonder vaststellen of intrekken"
}
"""What a change of status may become, by the code that a count of it has."""


def code_of(change: Change, meaning: str) -> str:
    """Return by what all changes are known that a count puts under the same words as this one."""
    if meaning != _STATUS:
        return meaning
    status = _status_of(change)
    if status not in _BY_STATUS:
        status = _OTHER
    return f"{_CODE}-{status}"


def codes_of(change: Change) -> tuple[str, ...]:
    """Return all that a change means, in general and as it is counted."""
    counted = (code_of(change, meaning) for meaning in change.meaning)
    return tuple(dict.fromkeys((*change.meaning, *counted)))


def said_of(change: Change, meaning: str) -> Said | None:
    """Return what is said of a change that means something, None when nothing is."""
    if change.block == TARGET and meaning in _OF_TARGETS:
        return _OF_TARGETS[meaning]
    if meaning != _STATUS:
        return MEANINGS.get(meaning)
    return _BY_STATUS.get(_status_of(change), MEANINGS[meaning])


def _status_of(change: Change) -> str:
    if isinstance(change.new, Mapping):
        return str(change.new.get("status"))
    return str(change.new)


def in_own_words(words: str, own: Vocabulary) -> str:
    """Return words with the organisation's own noun for what they begin with, when it has one; a capital stays a capital."""
    first, _, rest = words.partition(" ")
    for kind, more in (("doel", "doelen"), ("stap", "stappen")):
        said = own.noun(kind)
        if said and first.casefold() in (kind, more):
            noun = said.one if first.casefold() == kind else said.more
            told = f"{noun} {rest}"
            return told if first.islower() else capital(told)
    return words
