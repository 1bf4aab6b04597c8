"""The page of a file of policy as a guide: what a reader looks for first as rows that lead on, and the text itself folded below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.blocks import Activiteit, Doelengroep
from polderkoers.policy.model.files import Plan, Wegwijzer
from polderkoers.policy.model.having import nummer_of
from polderkoers.website.views.cards import CardGroup, ItemCard
from polderkoers.website.views.doers import done_by
from polderkoers.website.views.link import Link, said_when
from polderkoers.website.views.page_sections import Column, GuideLine, GuideRow, PageSection

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

# A list of links is short, and of a guide for who wants something the way itself is what she came for.
_OPEN = frozenset({"onderdelen", "routes"})
# What a reader asks first; why it is needed is for who reads on.
_FIRST = ("doelen", "rollen", "stappen")
# What a reader knows by the word for its kind.
_COUNTED = frozenset({"rol", "stap", "activiteit", "indicator", "bedrag", "voorbeeld", "publicatie"})
# How many parties a row names before it says that there are more.
_NAMED = 2


def guide(site: Site, entry: Entry, sections: Iterable[PageSection]) -> tuple[PageSection, ...]:
    """Return the sections of the page of a file as a guide: in the order that a reader asks, with rows above what is folded."""
    found = tuple(map(partial(_guided, site, entry), sections))
    if isinstance(entry.item, Plan):
        return tuple(_goals_together(found))
    return tuple(sorted(found, key=partial(_place, entry)))


def _place(entry: Entry, section: PageSection) -> bool:
    """Return what the sections of a page are sorted by: those that a reader asks for come first, and all else stays in its order."""
    return isinstance(entry.item, Wegwijzer) or section.id not in _FIRST


def _goals_together(sections: tuple[PageSection, ...]) -> Iterator[PageSection]:
    """Yield the sections of a plan, of which the goals stand in one place, above the chapters with the text about them."""
    goals = tuple(_with_chapter(sections))
    yield from (section for section in sections if section.id in _OPEN)
    if goals:
        yield PageSection("doelen", "Wat we willen bereiken", "doelen", rows=goals)
    yield from (replace(section, rows=()) for section in sections if section.id not in _OPEN)


def _with_chapter(sections: tuple[PageSection, ...]) -> Iterator[GuideRow]:
    """Yield the goals of chapters, each below the name of its group or else of its chapter; a chapter about one goal has the same name."""
    named = any(len(section.rows) > 1 for section in sections)
    for section in sections:
        for row in section.rows:
            yield replace(row, groep=row.groep or (section.heading if named else ""))


def _guided(site: Site, entry: Entry, section: PageSection) -> PageSection:
    if section.id in _OPEN:
        return section
    goals = filter(_is_goal, section.all_cards)
    return replace(
        section,
        rows=tuple(map(partial(_row, site, entry), goals)),
        lines=tuple(_lines(site, entry, section)),
        fold=True,
        counted=_counted(site, section),
        cards=tuple(map(_below_rows, section.cards)),
        card=section.card and _below_rows(section.card),
    )


def _is_goal(card: ItemCard) -> bool:
    return card.block == "doel" and bool(card.address)


def _below_rows(card: ItemCard) -> ItemCard:
    """Return a card for below the rows: the place of a goal on the page is its row."""
    groups = tuple(map(_group_below_rows, card.groups))
    if not _is_goal(card):
        return replace(card, groups=groups)
    return replace(card, groups=groups, in_row=True, former=())


def _group_below_rows(group: CardGroup) -> CardGroup:
    return replace(group, cards=tuple(map(_below_rows, group.cards)))


def _row(site: Site, file: Entry, card: ItemCard) -> GuideRow:
    goal = site.policy.entries[f"{file.file.id}/{card.id}"]
    group = next((above.item.naam for above in goal.ancestors() if isinstance(above.item, Doelengroep)), "")
    number = str(nummer_of(goal.item) or "")
    return GuideRow(card.id, number, group, site.link(goal), short(site, goal), card.former, card.state)


def short(site: Site, entry: Entry) -> str:
    """Return who does something, when, and how many activities there are for it, as far as the data say so."""
    work = only(Activiteit, site.policy.below(entry))
    parts = (
        _in_short(done_by(site, entry)),
        said_when(entry),
        site.words.count(len(work), "activiteit") if work else "",
    )
    return " · ".join(filter(None, parts))


def _in_short(parties: tuple[Link, ...]) -> str:
    names = ", ".join(party.text for party in parties[:_NAMED])
    more = len(parties) - _NAMED
    return f"{names} en nog {more}" if more > 0 else names


def _lines(site: Site, entry: Entry, section: PageSection) -> Iterator[GuideLine]:
    """Yield who has a role in a section, and its steps and activities, as lines that lead to their pages."""
    for column in section.columns:
        if column.partijen:
            kind = column.cards[0].block
            yield GuideLine("", column.partijen, site.words.count(len(column.cards), kind))
    for card in _beside(section):
        if card.address and not _is_goal(card):
            found = site.policy.entries[f"{entry.file.id}/{card.id}"]
            yield GuideLine(card.kind, (site.link(found),), short(site, found), card.state)


def _beside(section: PageSection) -> tuple[ItemCard, ...]:
    """Return the cards of a section that stand in no other."""
    return (*section.cards, *chain.from_iterable(map(_cards_of, section.columns)))


def _cards_of(column: Column) -> tuple[ItemCard, ...]:
    return column.cards


def _counted(site: Site, section: PageSection) -> str:
    """Return what is folded below a section, in words: how much of what, when that is more than one of a kind."""
    if section.id == "doelen":
        return _more_than_one(site, len(tuple(filter(_is_goal, section.all_cards))), "doel")
    if section.verbanden:
        return f"{len(section.verbanden)} verbanden" if len(section.verbanden) > 1 else ""
    if section.cijfers:
        return _more_than_one(site, len(section.cijfers), "cijfer")
    beside = _beside(section)
    kinds = {card.block for card in beside}
    if section.text or len(kinds) != 1 or not kinds <= _COUNTED:
        return ""
    return _more_than_one(site, len(beside), kinds.pop())


def _more_than_one(site: Site, total: int, kind: str) -> str:
    return site.words.count(total, kind) if total > 1 else ""
