"""The page of a goal, an activity or a step: what it is, who does it and when, what belongs to it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, filterfalse
from typing import TYPE_CHECKING, Any

from polderkoers.policy.addresses import ALONE
from polderkoers.policy.dutch_words import TERMS
from polderkoers.policy.index import Entry
from polderkoers.policy.model.base import LetOp
from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.contact import Contactpunt
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.having import nummer_of, termijn_of
from polderkoers.policy.model.verslag import Melding
from polderkoers.website.pages import parent_of
from polderkoers.website.views import standing
from polderkoers.website.views.backlinks import BacklinkRow, row
from polderkoers.website.views.cards import CardGroup, ItemCard, Verband, card
from polderkoers.website.views.contacts import ContactCard, contacts_named_in
from polderkoers.website.views.council import decisions_about
from polderkoers.website.views.doers import done_by
from polderkoers.website.views.drawings import drawing_of, subject_of
from polderkoers.website.views.facts import FactLine
from polderkoers.website.views.guide import short
from polderkoers.website.views.link import Link, said_when, sure_subjects_of
from polderkoers.website.views.notes import file_notes
from polderkoers.website.views.page_sections import GuideLine
from polderkoers.website.views.policy_page import links_to
from polderkoers.website.views.questions import OpenQuestion
from polderkoers.website.views.reported import ItemProgress, progress_of
from polderkoers.website.words import UNKNOWN, adopted

if TYPE_CHECKING:
    from polderkoers.website.pages import Page
    from polderkoers.website.views.site import Site

# How a link is called, either way, that says what became of something later.
_OVER_TIME = frozenset({"vervolg op", "krijgt een vervolg in"})
# What belongs to a goal names it in this field.
_OF_GOALS = "doelen"


@dataclass(frozen=True)
class ItemHead:
    """What stands at the top: the official name of an item, with the document that has it, whose that is, and what it stands in.

    `subject` is the first that it is about, and `drawing` the address of what is drawn for that.
    """

    official: str
    document: Link | None
    foreign: str
    above: tuple[Link, ...]
    subject: Link | None
    drawing: str


@dataclass(frozen=True)
class WorkGroup:
    """Items inside an item that have pages of their own: their anchor, heading and lines."""

    id: str
    heading: str
    lines: tuple[GuideLine, ...]


def crumbs(site: Site, page: Page) -> tuple[Link, ...]:
    """Return the path to the page of an item: the overview, the plan, its file, and the goal that it stands in."""
    return (*crumbs_above(site, site.policy.entries[page.entry.file.id]), *_above(site, page.entry))


def crumbs_above(site: Site, entry: Entry) -> tuple[Link, ...]:
    """Return the path to the page of a file of policy or an item of a list: the overview, and the plan that it is a part of."""
    overview, name = parent_of(entry.item.soortnaam, site.words)
    plans = site.naming(entry, "onderdelen")
    return (Link(name, f"{overview}/"), *map(site.link, plans[:1]))


def _above(site: Site, entry: Entry) -> tuple[Link, ...]:
    above = (each for each in entry.ancestors() if each.is_file or each.item.soortnaam in ALONE)
    return tuple(reversed([*map(site.link, above)]))


def item_values(site: Site, page: Page) -> dict[str, Any]:
    """Return what the template of the page of an item needs."""
    entry = page.entry
    shown = card(site, entry)
    ties = tuple(chain(shown.verbanden, links_to(site, entry)))
    return {
        "head": _head(site, entry),
        "standing": standing.banner(site, site.policy.entries[entry.file.id]),
        "card": _alone(shown, site.address(site.policy.entries[entry.file.id])),
        "facts": _facts(site, entry, shown),
        "progress": _progress(site, entry),
        "work": tuple(_work(site, entry, shown.groups)),
        "belonging": tuple(_belonging(site, entry)),
        "over_time": tuple(filter(_is_over_time, ties)),
        "ties": tuple(filterfalse(_is_over_time, ties)),
        "by_editors": any(tie.by_editors for tie in ties),
        "named": tuple(_named(site, entry)),
        "folded": tuple(_folded(site, entry)),
        "decisions": decisions_about(site, entry),
        "contacts": _contacts(site, entry),
        "contact_subject": _contact_subject(site, entry),
        "source": site.source_words(entry),
        "status": _status(entry),
    }


def _progress(site: Site, entry: Entry) -> ItemProgress | None:
    """Return how an item stands; of policy that others made, or that is not in force, only when a report says so."""
    found = progress_of(site, entry)
    is_ours = not site.is_foreign(entry) and not site.mark(entry)
    return found if found.told or is_ours else None


def _contacts(site: Site, entry: Entry) -> tuple[ContactCard, ...]:
    """Return who can be turned to about an item; of policy that others made nobody here can tell more."""
    return () if site.is_foreign(entry) else contacts_named_in(site, entry)


def _contact_subject(site: Site, entry: Entry) -> Link | None:
    """Return where the subject of an item says who is there for it, when that is somebody."""
    subject = subject_of(site, entry)
    if subject is None or site.is_foreign(entry):
        return None
    is_there = any(subject.item.id in each.item.themas for each in site.policy.of(Contactpunt))
    return Link(subject.item.label, f"{site.address(subject)}#contact") if is_there else None


def _is_over_time(tie: Verband) -> bool:
    return tie.kind in _OVER_TIME


def _head(site: Site, entry: Entry) -> ItemHead:
    document = site.document(entry.bron)
    kind = f"{site.words.one(entry.item.soortnaam)} {nummer_of(entry.item) or ''}".strip()
    source = None
    if document is not None:
        words = filter(None, (document.item.label, str(site.year(entry) or "")))
        source = site.link(document, ", ".join(words))
    subject = subject_of(site, entry)
    drawn = drawing_of(site, subject) if subject else ""
    # Of several subjects that only its file has, nobody knows which of them the item is about.
    is_sure = subject is not None and subject.item.id in sure_subjects_of(site.policy, entry)
    link = site.link(subject) if subject is not None and is_sure else None
    return ItemHead(kind, source, site.other_owner(entry), _above(site, entry), link, drawn)


def _alone(shown: ItemCard, file: str) -> ItemCard:
    """Return a card for a page of its own: what has a page is told of in lines, and notes that stand elsewhere are on the page of the file."""
    groups = filterfalse(_has_pages, shown.groups)
    notes = tuple(replace(link, address=f"{file}{link.address}") for link in shown.let_op_bij)
    return replace(shown, groups=tuple(map(partial(_group_alone, file), groups)), let_op_bij=notes, over_bron=())


def _group_alone(file: str, group: CardGroup) -> CardGroup:
    return replace(group, cards=tuple(_alone(each, file) for each in group.cards))


def _has_pages(group: CardGroup) -> bool:
    return all(each.address for each in group.cards)


def _facts(site: Site, entry: Entry, shown: ItemCard) -> tuple[FactLine, ...]:
    """Return the facts of an item; of a goal also who does its activities, and that nobody says when."""
    facts = list(shown.facts)
    if term := TERMS.get(termijn_of(entry.item)):
        facts.append(FactLine("Termijn", text=f"Op {term}"))
    if isinstance(entry.item, Doel) and (parties := done_by(site, entry)):
        facts.append(FactLine("Wie, bij de activiteiten", parties))
    if not said_when(entry) and not any(fact.label == "Wanneer" for fact in facts):
        facts.append(FactLine("Wanneer", text=UNKNOWN))
    return tuple(facts)


def _status(entry: Entry) -> str:
    """Return the status of the file that an item stands in, nothing where the source does not say so."""
    file = entry.file
    if not isinstance(file, Beleid) or file.status is None:
        return ""
    return adopted(file.status, file.vastgesteld_op, file.vastgesteld_door)


def _work(site: Site, entry: Entry, groups: Iterable[CardGroup]) -> Iterator[WorkGroup]:
    for group in filter(_has_pages, groups):
        lines = tuple(map(partial(_line, site, entry), group.cards))
        yield WorkGroup(group.field, group.heading or site.words.some(len(lines), group.cards[0].block), lines)


def _line(site: Site, entry: Entry, inside: ItemCard) -> GuideLine:
    found = site.policy.entries[f"{entry.file.id}/{inside.id}"]
    return GuideLine("", (site.link(found),), short(site, found), inside.state)


def _belonging(site: Site, entry: Entry) -> Iterator[tuple[str, tuple[ItemCard, ...]]]:
    """Yield the money and the indicators that name a goal, by what they are called."""
    by_kind: dict[str, list[Entry]] = {}
    for source, field in site.policy.named_by(entry):
        if field == _OF_GOALS:
            by_kind.setdefault(source.item.soortnaam, []).append(source)
    file = site.address(site.policy.entries[entry.file.id])
    for kind, found in by_kind.items():
        yield site.words.some(len(found), kind), tuple(_alone(card(site, each), file) for each in found)


def _named(site: Site, entry: Entry) -> Iterator[BacklinkRow]:
    """Yield what refers to an item and is not told of elsewhere on its page."""
    seen = {tie.link.address for tie in links_to(site, entry)}
    for source, field in site.policy.named_by(entry):
        if (
            field not in (_OF_GOALS, "met")
            and not isinstance(source.item, LetOp | Melding | Besluit)
            and site.address(source) not in seen
        ):
            seen.add(site.address(source))
            yield row(site, source)


def _folded(site: Site, entry: Entry) -> Iterator[OpenQuestion]:
    """Yield the notes on the source that are about an item, or about what stands in it and has no page."""
    own = {entry.item.id, *(each.item.id for each in site.policy.below(entry) if each.item.soortnaam not in ALONE)}
    for over, note in file_notes(site, entry.file.id).folded:
        if not own.isdisjoint(over):
            yield note
