"""One item as every page shows it: a card with its words, facts, figures, notes, links and the items inside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import listing
from polderkoers.policy.index import Entry, only
from polderkoers.policy.model import base, blocks
from polderkoers.policy.model.declared import Shown
from polderkoers.policy.model.facts import FieldOf, fields_of
from polderkoers.policy.model.having import nummer_of, place_of, plain_name_of, tekst_of, termijn_of
from polderkoers.policy.progress import reported_of
from polderkoers.website.views.facts import FactLine, facts_of
from polderkoers.website.views.figure_rows import CijferRow
from polderkoers.website.views.item_past import PastLine, item_lines
from polderkoers.website.views.link import Link
from polderkoers.website.views.marks import StateMark, reported_mark
from polderkoers.website.views.measured import MeasuredSeries, measured
from polderkoers.website.views.notes import item_notes
from polderkoers.website.views.questions import OpenQuestion
from polderkoers.website.views.shapes import FOUND_ALONE
from polderkoers.website.views.spending import spending
from polderkoers.website.words import figure

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class Verband:
    """A link to another item: what kind, which, why, who made the link, from which item, and where the source says so."""

    kind: str
    link: Link
    waarom: str
    by_editors: bool
    about: str
    bron: str


@dataclass(frozen=True)
class CardGroup:
    """Items of one kind inside a card."""

    field: str
    heading: str
    cards: tuple[ItemCard, ...]


@dataclass(frozen=True)
class ItemCard:
    """One item as shown. `kind` is the word for its kind, `label` its own words. `former` are ids that it had on this page.

    `let_op` are notes that stand with it, `let_op_bij` leads to those with another item, `over_bron` are the anchors of those that
    are folded below its section. `state` is how it stands, when a report says so. `plain` is its name in plain words, empty where its own are plain.
    `address` is that of its own page, and `in_row` says that its place on this page is a row above it.
    """

    id: str
    block: str
    kind: str
    label: str
    nummer: str
    groep: str
    text: str
    facts: tuple[FactLine, ...]
    cijfers: tuple[CijferRow, ...]
    metingen: tuple[MeasuredSeries, ...]
    let_op: tuple[OpenQuestion, ...]
    verbanden: tuple[Verband, ...]
    groups: tuple[CardGroup, ...]
    bron: str
    partijen: tuple[Link, ...]
    termijn: str
    past: tuple[PastLine, ...]
    mark: str = ""
    former: tuple[str, ...] = ()
    let_op_bij: tuple[Link, ...] = ()
    over_bron: tuple[str, ...] = ()
    address: str = ""
    in_row: bool = False
    state: StateMark | None = None
    plain: str = ""


def card(site: Site, entry: Entry) -> ItemCard:
    """Return an item as a card, with everything that stands inside it."""
    item, notes = entry.item, item_notes(site, entry)
    return ItemCard(
        id=item.id,
        block=item.soortnaam,
        kind=_kind_word(site, entry),
        label=item.label,
        nummer=_number(item),
        groep=_group_of(item),
        text=tekst_of(item),
        facts=_facts(site, entry),
        cijfers=tuple(figure_row(site, child) for child in site.policy.children(entry, "cijfers")),
        metingen=_measured(site, entry),
        let_op=tuple(notes.here),
        verbanden=links_of(site, entry),
        groups=tuple(_groups(site, entry)),
        bron=place_of(item),
        partijen=site.catalogue_links("partijen", entry),
        termijn=termijn_of(item),
        past=item_lines(site, entry),
        mark=site.mark(entry) if item.soortnaam in FOUND_ALONE else "",
        former=site.former.beside(entry),
        let_op_bij=tuple(notes.there),
        over_bron=tuple(notes.folded),
        address=site.own_page(entry),
        state=reported_mark(site, entry),
        plain=_plain(item),
    )


def _number(item: base.Onderdeel) -> str:
    """Return the number or the letter that the source gives an item."""
    if isinstance(item, blocks.Deelopgave):
        return item.letter or ""
    return str(nummer_of(item) or "")


def _facts(site: Site, entry: Entry) -> tuple[FactLine, ...]:
    spent = (FactLine(each.label, text=each.text) for each in spending(site, entry))
    return (*facts_of(site, entry), *spent)


def _plain(item: base.Onderdeel) -> str:
    """Return the name of an item in plain words, nothing when it has no other name than that of the source."""
    plain = plain_name_of(item)
    return "" if plain == item.label else plain


def _group_of(item: base.Onderdeel) -> str:
    """Return the heading below which the source lists a publication."""
    return (item.groep or "") if isinstance(item, blocks.Publicatie) else ""


def cards(site: Site, entry: Entry, field: str) -> tuple[ItemCard, ...]:
    """Return the items in one list of a file or item as cards."""
    return tuple(card(site, child) for child in site.policy.children(entry, field))


def figure_row(site: Site, entry: Entry) -> CijferRow:
    """Return a figure as a row of a table, linked to the item that it supports."""
    cijfer = entry.item
    if not isinstance(cijfer, base.Cijfer):
        raise TypeError(entry.ref)
    return CijferRow(
        id=cijfer.id,
        waarde=figure(cijfer),
        wat=cijfer.wat,
        jaar=str(cijfer.jaar or "niet bekend"),
        noot=cijfer.noot or "",
        share=_share(cijfer),
        meting=cijfer.meting or "",
        within=site.link(entry.parent) if entry.parent else None,
        bron=place_of(cijfer),
        loose=entry.parent is not None and entry.parent.is_file,
        past=item_lines(site, entry),
    )


def _share(cijfer: base.Cijfer) -> float | None:
    """Return a percentage that can be drawn as a part of a whole."""
    if cijfer.waarde is None or cijfer.eenheid not in ("procent", "%"):
        return None
    return float(cijfer.waarde) if 0 <= cijfer.waarde <= 100 else None


def links_of(site: Site, entry: Entry) -> tuple[Verband, ...]:
    """Return the links of `samenhang` that an item holds itself."""
    return tuple(
        tie(reference.value, site.titled(reference.target))
        for reference in site.policy.outgoing(entry)
        if isinstance(reference.value, base.Samenhang) and reference.target is not None
    )


def tie(link: base.Samenhang, to: Link, kind: str = "", about: str = "") -> Verband:
    """Return a link of `samenhang` as shown, under its own kind or another, with the item that it is about."""
    return Verband(kind or link.soort, to, link.waarom, link.gelegd_door == "redactie", about, place_of(link))


def _kind_word(site: Site, entry: Entry) -> str:
    special = {
        "succesfactoren": "Succesfactor",
        "risicos": "Risico",
        "perspectieven": "Perspectief",
        "ambitie": "Ambitie",
    }
    return special.get(entry.field, site.words.one(entry.item.soortnaam))


def _groups(site: Site, entry: Entry) -> Iterator[CardGroup]:
    inside = (each for each in fields_of(type(entry.item)) if each.shown is Shown.INSIDE)
    for each in sorted(inside, key=lambda each: each.fact.place):
        found = cards(site, entry, each.name)
        if found:
            yield CardGroup(each.name, _heading(site, each, len(found)), found)


def _heading(site: Site, of: FieldOf, total: int) -> str:
    """Return what stands above a list of cards: its own heading, or what the items in it are called."""
    if of.held is None or of.fact.label is None:
        return ""
    return of.fact.label or site.words.some(total, of.held.soortnaam)


def _measured(site: Site, entry: Entry) -> tuple[MeasuredSeries, ...]:
    found = only(blocks.Indicator, (entry,))
    return measured(found[0], reported_of(site.policy, entry.ref)) if found else ()


def party_names(links: tuple[Link, ...]) -> str:
    """Return the parties of a role as one heading."""
    return listing([link.text for link in links])
