"""The parts of a page of policy under one heading, and what is noted about what stands in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.website.views.cards import ItemCard, Verband
    from polderkoers.website.views.figure_rows import CijferRow
    from polderkoers.website.views.link import Link
    from polderkoers.website.views.marks import StateMark
    from polderkoers.website.views.notes import FileNotes
    from polderkoers.website.views.questions import OpenQuestion


@dataclass(frozen=True)
class Column:
    """Roles of the same party or parties, side by side with others."""

    heading: str
    partijen: tuple[Link, ...]
    cards: tuple[ItemCard, ...]


@dataclass(frozen=True)
class GuideRow:
    """A goal as a row that leads to its page: its number, the heading above it, who and when in a few words, ids of before, and how it stands."""

    id: str
    nummer: str
    groep: str
    link: Link
    text: str
    former: tuple[str, ...] = ()
    state: StateMark | None = None


@dataclass(frozen=True)
class GuideLine:
    """Something on a page as a line: its kind, where it leads, and who, when or how much in a few words, and how it stands."""

    kind: str
    links: tuple[Link, ...]
    text: str
    state: StateMark | None = None


@dataclass(frozen=True)
class PageSection:
    """A part of a page under one heading; `layout` names the template that shows it, the rest is for that template.

    `more` leads to where all of its links are, when there are too many. `notes` are for who reads it, `questions` open, and `folded`
    are notes on its source. `rows` and `lines` lead to pages of their own; `fold` says that the rest is folded below them, and `counted` how much of
    what that is, empty where it is not of one kind.
    """

    id: str
    heading: str
    layout: str
    text: str = ""
    cards: tuple[ItemCard, ...] = ()
    columns: tuple[Column, ...] = ()
    cijfers: tuple[CijferRow, ...] = ()
    verbanden: tuple[Verband, ...] = ()
    notes: tuple[OpenQuestion, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    folded: tuple[OpenQuestion, ...] = ()
    card: ItemCard | None = None
    links: tuple[Link, ...] = ()
    more: tuple[Link, ...] = ()
    rows: tuple[GuideRow, ...] = ()
    lines: tuple[GuideLine, ...] = ()
    fold: bool = False
    counted: str = ""

    @property
    def is_filled(self) -> bool:
        """Whether it has something to show."""
        lists = (
            self.cards,
            self.columns,
            self.cijfers,
            self.verbanden,
            self.notes,
            self.questions,
            self.folded,
            self.links,
        )
        return bool(self.text or self.card or any(lists))

    @property
    def is_shut(self) -> bool:
        """Whether nothing of it can be seen before it is opened."""
        return self.fold and not (self.rows or self.lines or self.layout == "perspectieven")

    @property
    def all_cards(self) -> Iterator[ItemCard]:
        """All cards in it, at any depth."""
        own = (self.card,) if self.card else ()
        in_columns = (column.cards for column in self.columns)
        for each in chain(own, self.cards, *in_columns):
            yield from _with_inner(each)

    @property
    def ids(self) -> Iterator[str]:
        """The ids of all that stands in it."""
        for each in self.all_cards:
            yield each.id
            yield from (row.id for row in each.cijfers)
        yield from (row.id for row in self.cijfers)


def _with_inner(card: ItemCard) -> Iterator[ItemCard]:
    yield card
    for group in card.groups:
        for inner in group.cards:
            yield from _with_inner(inner)


@dataclass(frozen=True)
class Signs:
    """Which signs stand on a page that have to be explained there."""

    by_editors: bool
    unknown: bool


def signs_in(sections: Iterable[PageSection]) -> Signs:
    """Return which signs stand in the sections of a page."""
    found = tuple(sections)
    cards = tuple(chain.from_iterable(section.all_cards for section in found))
    holders: Sequence[PageSection | ItemCard] = (*found, *cards)
    ties = chain.from_iterable(holder.verbanden for holder in holders)
    facts = chain.from_iterable(card.facts for card in cards)
    return Signs(any(tie.by_editors for tie in ties), any(fact.is_unknown for fact in facts))


def with_notes(sections: Iterable[PageSection], notes: FileNotes) -> Iterator[PageSection]:
    """Yield sections with what is noted about what stands in them; what belongs to no single one is folded in the last."""
    found = list(sections)
    home: dict[str, str] = {}
    for section in found:
        for id_ in section.ids:
            home.setdefault(id_, section.id)
    shown, folded = _by_section(notes.rows, home, found), _by_section(notes.folded, home, found)
    *others, last = (
        replace(section, notes=tuple(shown[section.id]), folded=tuple(folded[section.id])) for section in found
    )
    yield from others
    alone = len((*last.questions, *last.notes, *last.folded)) == 1
    yield replace(last, heading="Open vraag") if alone else last


def _by_section(
    notes: Iterable[tuple[tuple[str, ...], OpenQuestion]], home: Mapping[str, str], sections: Sequence[PageSection]
) -> defaultdict[str, list[OpenQuestion]]:
    placed: defaultdict[str, list[OpenQuestion]] = defaultdict(list)
    for over, note in notes:
        homes = {home.get(id_, "") for id_ in over}
        alone = homes.pop() if len(homes) == 1 else ""
        placed[alone or sections[-1].id].append(note)
    return placed
