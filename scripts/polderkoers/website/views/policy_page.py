"""The page of a kernopgave, programmalijn or plan: its sections, in the order that a reader asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.base import Cijfer, Samenhang
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.declared import Shown
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import Beleid, Kernopgave, Opgave, Plan, Programmalijn, Wegwijzer
from polderkoers.policy.model.having import nummer_of
from polderkoers.website.views.cards import (
    ItemCard,
    Verband,
    card,
    cards,
    figure_row,
    links_of,
    party_names,
    tie,
)
from polderkoers.website.views.link import Link
from polderkoers.website.views.notes import file_notes
from polderkoers.website.views.page_sections import Column, PageSection, with_notes
from polderkoers.website.views.second_reading import read_again
from polderkoers.website.views.site import Site
from polderkoers.website.words import adopted, period

# Where on the page of a kernopgave or programmalijn the items of a kind stand.
_SECTIONS = {
    "doel": "doelen", "rol": "rollen", "stap": "stappen", "activiteit": "stappen", "bedrag": "geld", "voorbeeld": "voorbeelden",
}  # fmt: skip

# What is not in force, or perhaps not, does not happen now and later.
_STEPS = {True: "Wat er nu en later gebeurt", False: "Welke stappen hierin staan"}


@dataclass(frozen=True)
class KindCount:
    """How many items of a kind there are, in words, and the section of the page that shows them, if there is one."""

    text: str
    anchor: str


@dataclass(frozen=True)
class PageHead:
    """What stands at the top of a page of policy."""

    kind: str
    nummer: str
    ondertitel: str
    samenvatting: str
    looptijd: str
    versie: str
    status: str
    geldt_vanaf: str
    ingetrokken_op: str
    bron: Link | None
    source_words: str
    read_again: str
    jaar: str
    owner: str
    foreign: bool
    themas: tuple[Link, ...]
    counts: tuple[KindCount, ...]
    part_of: tuple[Link, ...]


def head(site: Site, entry: Entry, below: tuple[PageSection, ...]) -> PageHead:
    """Return the top of the page of a file, given the sections below it."""
    item = entry.item
    if not isinstance(item, Beleid):
        raise TypeError(entry.ref)
    document = site.document(item.bron)
    source = site.link(document) if document else None
    return PageHead(
        kind=site.words.one(item.soortnaam),
        nummer=str(nummer_of(item) or ""),
        ondertitel=_subtitle(item),
        samenvatting=item.samenvatting,
        looptijd=_time(item),
        versie=item.versie,
        status=adopted(item.status, item.vastgesteld_op, item.vastgesteld_door),
        geldt_vanaf=datum_in_words(item.treedt_in_werking or ""),
        ingetrokken_op=datum_in_words(item.ingetrokken_op or ""),
        bron=source,
        source_words=site.source_words(entry),
        read_again=read_again(site, entry),
        jaar=_year(site, entry),
        owner=site.owner(entry),
        foreign=site.is_foreign(entry),
        themas=site.catalogue_links("themas", entry),
        counts=tuple(_counts(site, entry, {section.id for section in below})),
        part_of=tuple(map(site.link, site.naming(entry, "onderdelen"))),
    )


def _subtitle(item: Beleid) -> str:
    if not isinstance(item, Plan):
        return ""
    return item.ondertitel or ""


def _time(item: Beleid) -> str:
    """Return how long a plan runs, nothing where it does not say so."""
    if not isinstance(item, Plan) or item.looptijd is None:
        return ""
    return period(item.looptijd)


def _year(site: Site, entry: Entry) -> str:
    if year := site.year(entry):
        return f" uit {year}"
    return ", jaar niet bekend in de bron"


def _counts(site: Site, entry: Entry, shown: set[str]) -> Iterator[KindCount]:
    """Yield how many items of each kind a file holds, with their section as far as the page shows it."""
    totals = Counter(other.item.soortnaam for other in site.policy.below(entry))
    for kind, section in _SECTIONS.items():
        if totals[kind]:
            anchor = section if section in shown else ""
            yield KindCount(site.words.count(totals[kind], kind), anchor)


def sections(site: Site, entry: Entry, *, holds: bool = True) -> Iterator[PageSection]:
    """Yield the sections of the page that have something to show; `holds` says that nothing is known against its being in force."""
    made = with_notes(_all_sections(site, entry, _STEPS[holds]), file_notes(site, entry.file.id))
    yield from (section for section in made if section.is_filled)


def _all_sections(site: Site, entry: Entry, steps: str) -> Iterator[PageSection]:
    match entry.item:
        case Opgave():
            yield from _task_sections(site, entry, entry.item, steps)
        case Plan():
            yield from _plan_sections(site, entry, entry.item)
        case Wegwijzer():
            yield from _guide_sections(site, entry, entry.item)
    yield from _other_sections(site, entry)
    yield PageSection("samenhang", "Wat hierbij hoort", "verbanden", verbanden=_related(site, entry))
    yield PageSection("open-vragen", "Open vragen", "vragen", questions=tuple(file_notes(site, entry.file.id).end))


def _task_sections(site: Site, entry: Entry, item: Opgave, heading: str) -> Iterator[PageSection]:
    reasons = "urgentie" if isinstance(item, Kernopgave) else "aanleiding"
    why = cards(site, entry, reasons)
    yield PageSection("waarom", "Waarom dit nodig is", "waarom", text=item.inleiding, cards=why)
    if isinstance(item, Programmalijn):
        goals, ambition = cards(site, entry, "perspectieven"), card(site, _child(site, entry, item.ambitie.id))
        yield PageSection("doelen", "Wat we willen bereiken", "perspectieven", cards=goals, card=ambition)
    else:
        yield PageSection("doelen", "Wat we willen bereiken", "doelen", cards=cards(site, entry, "doelen"))
    yield PageSection("rollen", "Wie doet wat", "rollen", columns=columns(cards(site, entry, "rollen")))
    steps, activities = tuple(_by_term(cards(site, entry, "stappen"))), cards(site, entry, "activiteiten")
    yield PageSection("stappen", heading, "stappen", columns=steps, cards=activities)
    looked_at = f"Waaraan {site.publisher.the} ziet of het lukt"
    yield PageSection("indicatoren", looked_at, "kaarten", cards=cards(site, entry, "indicatoren"))
    yield PageSection("geld", "Geld", "kaarten", cards=cards(site, entry, "bedragen"))
    figures = site.each(figure_row, only(Cijfer, site.policy.below(entry)))
    yield PageSection("cijfers", site.words.some(len(figures), "cijfer"), "cijfers", cijfers=figures)
    examples = cards(site, entry, "voorbeelden")
    yield PageSection("voorbeelden", site.words.some(len(examples), "voorbeeld"), "voorbeelden", cards=examples)
    yield PageSection("aandachtspunten", "Waar op te letten", "kaarten", cards=cards(site, entry, "aandachtspunten"))


def _by_term(steps: tuple[ItemCard, ...]) -> Iterator[Column]:
    for heading, term in (("Op korte termijn", "kort"), ("Op lange termijn", "lang")):
        found = tuple(step for step in steps if step.termijn == term)
        if found:
            yield Column(heading, (), found)


def _plan_sections(site: Site, entry: Entry, item: Plan) -> Iterator[PageSection]:
    parts = site.catalogue_links("onderdelen", entry)
    named = "Onderdeel" if len(parts) == 1 else "Onderdelen"
    yield PageSection("onderdelen", f"{named} van {site.words.this('plan').lower()}", "links", links=parts)
    if item.voorwoord:
        foreword = card(site, _child(site, entry, item.voorwoord.id))
        yield PageSection(item.voorwoord.id, _named_foreword(item.voorwoord.naam), "hoofdstuk", card=foreword)
    for chapter in site.policy.children(entry, "hoofdstukken"):
        yield PageSection(chapter.item.id, chapter.item.label, "hoofdstuk", card=card(site, chapter))


def _named_foreword(name: str) -> str:
    if "voorwoord" in name.casefold():
        return name
    return f"Voorwoord: {name}"


def _guide_sections(site: Site, entry: Entry, item: Wegwijzer) -> Iterator[PageSection]:
    parts = (
        ("routes", "Zo pak je het aan"),
        ("succesfactoren", "Wat helpt"),
        ("impulsen", "Wat anderen doen om het makkelijker te maken"),
        ("aandachtspunten", "Waar op te letten"),
        ("voorbeelden", f"{site.words.some(len(item.voorbeelden), 'voorbeeld')} bij jou in de buurt"),
        ("ervaringen", "Wat inwoners ervaren"),
        ("publicaties", "Meer lezen"),
    )
    for field, heading in parts:
        yield PageSection(field, heading, field, cards=cards(site, entry, field))
        if field == "routes":
            yield PageSection("inleiding", "Waar dit vandaan komt", "waarom", text=item.inleiding)


# The lists of blocks that a section above shows in its own way, by the kind of file.
_PLACED: dict[type[Beleid], frozenset[str]] = {
    Opgave: frozenset({
        "urgentie", "aanleiding", "doelen", "perspectieven", "rollen", "stappen", "activiteiten", "indicatoren", "bedragen",
        "voorbeelden", "aandachtspunten",
    }),
    Plan: frozenset({"hoofdstukken"}),
    Wegwijzer: frozenset({
        "routes", "succesfactoren", "impulsen", "aandachtspunten", "voorbeelden", "ervaringen", "publicaties",
    }),
}  # fmt: skip


def _other_sections(site: Site, entry: Entry) -> Iterator[PageSection]:
    """Yield a section for every other list of blocks of a file, so that what the model gets more of is shown at once."""
    placed = next(names for kind, names in _PLACED.items() if isinstance(entry.item, kind))
    for each in fields_of(type(entry.item)):
        if each.held is not None and each.shown is Shown.INSIDE and each.name not in placed:
            found = cards(site, entry, each.name)
            heading = each.fact.label or site.words.some(len(found), each.held.soortnaam)
            yield PageSection(each.name, heading, "kaarten", cards=found)


def _child(site: Site, entry: Entry, id_: str) -> Entry:
    return site.policy.entries[f"{entry.file.id}/{id_}"]


def columns(roles: tuple[ItemCard, ...]) -> tuple[Column, ...]:
    """Return roles grouped by the parties that have them, in the order in which the parties first appear."""
    grouped: dict[tuple[Link, ...], list[ItemCard]] = {}
    for role in roles:
        grouped.setdefault(role.partijen, []).append(role)
    return tuple(Column(party_names(parties), parties, tuple(cards_)) for parties, cards_ in grouped.items())


def _related(site: Site, entry: Entry) -> tuple[Verband, ...]:
    """Return links to and from a file, and from elsewhere to its items."""
    return (*links_of(site, entry), *links_from_elsewhere(site, entry))


def links_from_elsewhere(site: Site, entry: Entry) -> Iterator[Verband]:
    """Yield the links that other files have to a file or its items."""
    mine = {entry.ref, *(other.ref for other in site.policy.below(entry))}
    return chain.from_iterable(_incoming(site, site.policy.entries[ref], mine) for ref in sorted(mine))


# How a link is called by what it leads to.
_SEEN_FROM_THERE = {"vervolg op": "krijgt een vervolg in", "draagt bij aan": "krijgt hulp van"}


def links_to(site: Site, entry: Entry) -> Iterator[Verband]:
    """Yield the links that other items have to an item."""
    return _incoming(site, entry, {entry.ref}, "")


def _incoming(site: Site, entry: Entry, mine: set[str], about: str | None = None) -> Iterator[Verband]:
    if about is None:
        about = "" if entry.is_file else entry.item.label
    for reference in site.policy.backlinks(entry):
        link = reference.value
        if isinstance(link, Samenhang) and reference.source.ref not in mine:
            yield tie(link, site.titled(reference.source), _SEEN_FROM_THERE.get(link.soort, link.soort), about)
