"""The labelled facts of an item: who, when, with whom, where. Each field says with itself whether and how it is one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.index import Entry
from polderkoers.policy.model.base import REGISTERS, Herkomst, Uitgelegd, Vindplaats, Wanneer
from polderkoers.policy.model.blocks import Bedrag
from polderkoers.policy.model.catalogues import Rolsoort
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.declared import Role, Shown
from polderkoers.policy.model.facts import FieldOf, fields_of, form_in
from polderkoers.policy.model.forms import Datum
from polderkoers.policy.model.having import link_of
from polderkoers.policy.model.plaatsen import Coordinaten
from polderkoers.policy.numbers import in_dutch
from polderkoers.website.views.degrees import told
from polderkoers.website.views.link import Link
from polderkoers.website.words import UNKNOWN, amount, period

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class FactLine:
    """A labelled fact: links, or plain words."""

    label: str
    links: tuple[Link, ...] = ()
    text: str = ""

    @property
    def is_unknown(self) -> bool:
        """Whether the source does not tell."""
        return self.text == UNKNOWN


def facts_of(site: Site, entry: Entry) -> tuple[FactLine, ...]:
    """Return the facts of an item: those of its kind, then where it is, who is named, what is remarked and where it can be read."""
    return tuple(_facts(site, entry))


def _facts(site: Site, entry: Entry) -> Iterator[FactLine]:
    for each in sorted(fields_of(type(entry.item)), key=_place):
        found = _fact(site, entry, each) if each.shown is Shown.LABELLED else None
        if found is not None:
            yield found
    yield from _explained_by(site, entry)
    yield from _named_in(site, entry)
    yield from read_at(link_of(entry.item))


def _place(each: FieldOf) -> tuple[bool, int]:
    """Return what facts are sorted by: the remark of the editors is the last of them."""
    return each.role is Role.REMARK, each.fact.place


def _fact(site: Site, entry: Entry, each: FieldOf) -> FactLine | None:
    """Return what an item tells in one field: None when that is nothing, unless it says that nothing is known."""
    if each.target is not None:
        found = FactLine(each.label, site.catalogue_links(each.name, entry))
    else:
        found = FactLine(each.label, text=_told(site, entry, each))
    if found.links or found.text:
        return found
    return FactLine(each.label, text=UNKNOWN) if each.fact.unknown else None


def _told(site: Site, entry: Entry, each: FieldOf) -> str:
    own = _OWN_WORDS.get((type(entry.item), each.name))
    return own(site, entry) if own else _words(each, getattr(entry.item, each.name))


def _words(each: FieldOf, value: Any) -> str:
    """Return a value in words; empty for nothing, and for a choice that goes without saying."""
    if value is None or value == ():
        return ""
    if each.role is Role.CHOICE and isinstance(value, tuple):
        return capital(", ".join(each.fact.says.get(one, one) for one in value))
    if each.role is Role.CHOICE:
        return each.fact.says.get(value, capital(str(value)))
    if isinstance(value, tuple):
        return ("; " if each.ordered else ", ").join(map(str, value))
    if each.role is Role.DATE:
        return datum_in_words(value) if each.form == form_in(Datum) else str(value)
    return _IN_WORDS.get(type(value), str)(value)


def _origin(herkomst: Herkomst) -> str:
    date = datum_in_words(herkomst.datum) if herkomst.datum else None
    return ", ".join(filter(None, (herkomst.naam, herkomst.auteur, date, herkomst.noot)))


def _found_at(vindplaats: Vindplaats) -> str:
    table = f"tabel {vindplaats.tabel}" if vindplaats.tabel else ""
    return ", ".join(filter(None, (REGISTERS[vindplaats.register], table, vindplaats.onderwerp)))


_IN_WORDS: dict[type, Callable[[Any], str]] = {
    Wanneer: lambda value: value.tekst,
    Herkomst: _origin,
    Vindplaats: _found_at,
    Coordinaten: told,
    int: in_dutch,
    float: in_dutch,
    bool: lambda value: "Ja" if value else "",
}


def _amount(_: Site, entry: Entry) -> str:
    return amount(entry.item) if isinstance(entry.item, Bedrag) else ""


def _money_when(_: Site, entry: Entry) -> str:
    """Return when an amount is: its year, or its period."""
    if not isinstance(entry.item, Bedrag):
        return ""
    return str(entry.item.jaar) if entry.item.jaar else period(entry.item.wanneer)


def _influence(site: Site, entry: Entry) -> str:
    """Return the place of a type of role on the ladder of its source."""
    place = entry.item.invloed if isinstance(entry.item, Rolsoort) else None
    if not place:
        return ""
    year = site.year(entry)
    ladder = f"de ladder van {year}" if year else "de ladder"
    return f"Plaats {place} op {ladder} (1 is de meeste invloed)"


_OWN_WORDS: dict[tuple[type, str], Callable[[Site, Entry], str]] = {
    (Bedrag, "bedrag"): _amount,
    (Bedrag, "wanneer"): _money_when,
    (Rolsoort, "invloed"): _influence,
}


def _explained_by(site: Site, entry: Entry) -> Iterator[FactLine]:
    """Yield where an explanation comes from, and where there is more; nothing when that is not said, as in earlier versions."""
    item = entry.item
    if not isinstance(item, Uitgelegd):
        return
    if item.uitleg_van == "redactie":
        yield FactLine(
            "Uitleg van", text="De makers van Polderkoers" if entry.is_shipped else "De redactie van deze site"
        )
    elif item.uitleg_van and (document := site.document(entry.bron)):
        yield FactLine("Uitleg uit", (site.link(document, site.source_words(entry)),))
    yield from read_at(item.meer_uitleg or "", "Meer uitleg")


def _named_in(site: Site, entry: Entry) -> Iterator[FactLine]:
    """Yield the document that names what is explained, and the place in it, unless that was said with its explanation."""
    item = entry.item
    if isinstance(item, Uitgelegd) and item.bron and item.uitleg_van != "bron":
        yield FactLine("Bron", text=site.source_words(entry))


# The schema lets only https: and mailto: through; see the rule "koppeling".
_ADDRESS = re.compile(r"(?:https://|mailto:)(?P<host>[^/\s]+)")


def read_at(link: str, label: str = "Te lezen op") -> Iterator[FactLine]:
    """Yield where on the internet something can be read, as a link named after the site."""
    if found := _ADDRESS.match(link):
        yield FactLine(label, (Link(found["host"], link),))
