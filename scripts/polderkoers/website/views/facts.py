"""The labelled facts of an item: who, when, with whom, where. One table says what each kind of item tells."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from polderkoers.policy.index import Entry
from polderkoers.policy.model import base, blocks, catalogues
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.website.views.site import Link, Site
from polderkoers.website.words import UNKNOWN, amount, period, sentence


@dataclass(frozen=True)
class Feit:
    """A labelled fact: links, or plain words."""

    kop: str
    links: tuple[Link, ...] = ()
    tekst: str = ""


Fact = Callable[[Site, Entry], Feit | None]


def facts_of(site: Site, entry: Entry) -> tuple[Feit, ...]:
    """Return the facts of an item: those of its kind, then those that any item may have."""
    found = (fact(site, entry) for fact in (*_BY_KIND.get(type(entry.item), ()), *_ALWAYS))
    return tuple(fact for fact in found if fact is not None)


def _links(label: str, field: str, *, unknown: bool = False) -> Fact:
    """Return a fact of the references in a field; `unknown` says it when there are none, instead of nothing."""

    def fact(site: Site, entry: Entry) -> Feit | None:
        found = site.catalogue_links(field, entry)
        if found or unknown:
            return Feit(label, found, "" if found else UNKNOWN)
        return None

    return fact


def _words(label: str, words: Callable[[Any], str | None]) -> Fact:
    """Return a fact of words that an item gives; None or nothing gives no fact."""

    def fact(_: Site, entry: Entry) -> Feit | None:
        text = words(entry.item)
        return Feit(label, tekst=text) if text else None

    return fact


def _influence(site: Site, entry: Entry) -> Feit | None:
    """Return the place of a type of role on the ladder of its source."""
    place = getattr(entry.item, "invloed", None)
    if not place:
        return None
    year = site.year(entry)
    return Feit(
        "Invloed", tekst=f"Plaats {place} op de ladder{f' van {year}' if year else ''} (1 is de meeste invloed)"
    )


def _origin(herkomst: base.Herkomst | None) -> str | None:
    if herkomst is None:
        return None
    date = datum_in_words(herkomst.datum) if herkomst.datum else None
    return ", ".join(part for part in (herkomst.naam, herkomst.auteur, date, herkomst.noot) if part)


_KIND_OF_MONEY = {"structureel": "Structureel: elk jaar", "incidenteel": "Incidenteel: tijdelijk"}
_CERTAINTY = {
    "zeker": "Zeker: toegekend of ontvangen",
    "onzeker": "Onzeker",
    "mogelijk": "Mogelijk: nog niet besloten",
}
# The schema lets only https: and mailto: through; see the rule "koppeling".
_ADDRESS = re.compile(r"(?:https://|mailto:)(?P<host>[^/\s]+)")


def _address(_: Site, entry: Entry) -> Feit | None:
    """Return where on the internet a source can be read, as a link named after the site."""
    link = bron.link if isinstance(bron := getattr(entry.item, "bron", None), base.Bron) else None
    found = _ADDRESS.match(link or "")
    return Feit("Te lezen op", (Link(found["host"], link or ""),)) if found else None


def _source(site: Site, entry: Entry) -> Feit:
    """Return the document that an item comes from, and the place in it."""
    return Feit("Bron", tekst=site.source_words(entry))


_SCALE = {"regionaal": "De hele regio", "landelijk": "Heel Nederland"}

_WHEN = _words("Wanneer", lambda item: period(item.wanneer))
_WHEN_IF_KNOWN = _words("Wanneer", lambda item: item.wanneer and item.wanneer.tekst)
_MOMENT = (_WHEN, _links("Wie", "wie", unknown=True), _words("Levert op", lambda item: item.product))
_NAMES = _words("Andere namen in de bronnen", lambda item: ", ".join(item.andere_namen))
_SORT = _words("Soort", lambda item: sentence(item.soort))

_BY_KIND: dict[type, tuple[Fact, ...]] = {
    blocks.Rol: (_links("Rol", "als"),),
    blocks.Stap: (_links("Wie", "trekker", unknown=True), _WHEN),
    blocks.Activiteit: (
        _links("Verantwoordelijk", "verantwoordelijk", unknown=True),
        _links("Samen met", "partners"),
        _WHEN_IF_KNOWN,
    ),
    blocks.Punt: (_links("Over", "partijen"), _WHEN_IF_KNOWN),
    blocks.Fase: _MOMENT,
    blocks.Besluitmoment: _MOMENT,
    blocks.Indicator: (_links("Bij", "doelen"),),
    blocks.Bedrag: (
        _words("Bedrag", amount),
        _words("Wanneer", lambda item: str(item.jaar) if item.jaar else period(item.wanneer)),
        _words("Soort geld", lambda item: _KIND_OF_MONEY.get(item.soort, UNKNOWN)),
        _words("Hoe zeker", lambda item: _CERTAINTY.get(item.zekerheid, UNKNOWN)),
        _words("Voor", lambda item: _SCALE.get(item.schaal)),
        _links("Bij", "doelen"),
    ),
    blocks.Factor: (_words("Maatregel", lambda item: item.maatregel),),
    blocks.Voorbeeld: (_words("Herkomst", lambda item: _origin(item.herkomst)),),
    blocks.Publicatie: (_words("Uitgever", lambda item: item.uitgever), _words("Datum", lambda item: item.datum)),
    blocks.Route: (_words("Voor", lambda item: item.voor),),
    catalogues.Begrip: (_words("Voluit", lambda item: item.voluit), _NAMES, _links("Zie ook", "zie_ook")),
    catalogues.Partij: (_links("Organisatie", "organisatie"),),
    catalogues.Organisatie: (_SORT, _NAMES),
    catalogues.Plaats: (_SORT, _NAMES, _links("Ligt in", "ligt_in")),
    catalogues.Rolsoort: (
        _influence,
        _words("Voorbeelden in de bron", lambda item: "; ".join(item.voorbeelden)),
        _source,
    ),
    catalogues.Versie: (
        _words("Datum", lambda item: datum_in_words(item.datum) if item.datum else UNKNOWN),
        _words("Vastgesteld door", lambda item: item.vastgesteld_door or UNKNOWN),
        _words("Besluit", lambda item: item.besluit or UNKNOWN),
        _links("Versie van", "documenten"),
        _words("Plek in Git", lambda item: item.commit),
    ),
    catalogues.Brondocument: (
        _SORT,
        _words("Jaar", lambda item: str(item.jaar or UNKNOWN)),
        _links("Uitgever", "uitgever"),
        _words("Looptijd", lambda item: item.looptijd and item.looptijd.tekst),
    ),
}
_ALWAYS: tuple[Fact, ...] = (
    _links("Waar", "plaatsen"),
    _links("Genoemd", "organisaties"),
    _words("Noot", lambda item: getattr(item, "noot", None)),
    _address,
)
