"""Which overviews can be divided: how each falls into sections, and what its template shows of some of these."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from polderkoers.policy.addresses import CALLED
from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.numbers import in_dutch
from polderkoers.website.dates import reference_date
from polderkoers.website.views import council, council_overview, figures, goals, overviews, threads, timeline
from polderkoers.website.views.boxes import Box, OverviewSection, entries_in
from polderkoers.website.views.fields_of_work import work_box
from polderkoers.website.views.letters import letter_sections
from polderkoers.website.views.organisations import organisations
from polderkoers.website.views.tiles import TileBox
from polderkoers.website.words import Words

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

Boxes = tuple[Box, ...]


def _nothing(_: Site) -> tuple[TileBox, ...]:
    return ()


@dataclass(frozen=True)
class Divisible:
    """An overview that can be divided.

    `kinds` are those of its items, of which it shows no more than there are; `noun` is what one and more of them are called, or
    the kind that has the word for it. `lists_items` says that a reader looks for the items, and not for what they stand in;
    `above` gives what of the overview is not divided, and stands above the list of its parts; `start` says, of the anchors of what is
    in time, where today is.
    """

    name: str
    kinds: tuple[str, ...]
    noun: str | tuple[str, str]
    sections: Callable[[Site], tuple[OverviewSection, ...]]
    template: str
    values: Callable[[Site, Boxes], dict[str, Any]]
    title: str = ""
    lists_items: bool = True
    above: Callable[[Site], tuple[TileBox, ...]] = _nothing
    start: Callable[[Site, Iterable[str]], str] | None = None

    def called(self, words: Words) -> str:
        """Return the name of the overview."""
        if self.name in CALLED:
            return words.all(CALLED[self.name])
        return self.title or words.more(self.kinds[0])

    def count(self, total: int, words: Words) -> str:
        """Return a number of its items in words."""
        if isinstance(self.noun, str):
            return f"{in_dutch(total)} {words.some(total, self.noun).lower()}"
        one, more = self.noun
        noun = one if total == 1 else more
        return f"{in_dutch(total)} {noun}"


def _in_time(site: Site, boxes: Boxes) -> dict[str, Any]:
    today = reference_date()
    years, undated = timeline.years(site, today, boxes), timeline.undated(site, today, boxes)
    shown = [group.moments for group in years] + [group.moments for group in undated]
    return {"years": years, "undated": undated, "filters": timeline.filters(site, chain.from_iterable(shown))}


def _tiles(
    view: Callable[[Site, Iterable[Entry]], tuple[TileBox, ...]], look: str = ""
) -> Callable[[Site, Boxes], dict[str, Any]]:
    def shown(site: Site, boxes: Boxes) -> dict[str, Any]:
        found = view(site, entries_in(boxes))
        return {"boxes": tuple(filter(attrgetter("tiles"), found)), "layout": look}

    return shown


def _by_letter(*kinds: str) -> Callable[[Site], tuple[OverviewSection, ...]]:
    return lambda site: letter_sections(site, *kinds)


_PLANS = ("plan", "wegwijzer")


def _plans_and_parts(site: Site) -> tuple[OverviewSection, ...]:
    parts = (OverviewSection(box.id, box.id, box.name, (box,)) for box in overviews.task_boxes(site))
    return (*letter_sections(site, *_PLANS), *parts)


def _plan_tiles(site: Site, boxes: Boxes) -> dict[str, Any]:
    named = [entry for entry in entries_in(boxes) if entry.item.soortnaam in _PLANS]
    parts = [box for box in boxes if not set(box.entries) & set(named)]
    found = (*overviews.plans(site, named), *overviews.tasks(site, parts))
    return {"boxes": tuple(filter(attrgetter("tiles"), found)), "layout": ""}


_PART = ("onderdeel", "onderdelen")
DIVISIBLE = (
    Divisible(
        "doelen", ("doel",), "doel", goals.goal_sections, "doelen.md.j2",
        lambda site, boxes: {"boxes": goals.goals(site, boxes)},
    ),
    Divisible("tijdlijn", timeline.TIME_KINDS, _PART, timeline.time_sections, "tijdlijn.md.j2", _in_time, "Tijdlijn", start=timeline.begins),
    Divisible(
        "open-vragen", ("let_op",), ("open vraag", "open vragen"), threads.question_sections, "open-vragen.md.j2",
        lambda site, boxes: {"documenten": threads.open_questions(site, boxes)}, "Open vragen", lists_items=False,
    ),
    Divisible(
        "begrippen", ("begrip",), "begrip", _by_letter("begrip"), "tegels.md.j2",
        lambda site, boxes: {"boxes": overviews.terms(site, boxes), "layout": "lijst"},
    ),
    Divisible("organisaties", ("organisatie",), "organisatie", _by_letter("organisatie"), "tegels.md.j2", _tiles(organisations, "lijst")),
    Divisible("plaatsen", ("plaats",), "plaats", _by_letter("plaats"), "tegels.md.j2", _tiles(overviews.places)),
    Divisible("plannen", (*_PLANS, "kernopgave", "programmalijn"), _PART, _plans_and_parts, "tegels.md.j2", _plan_tiles),
    Divisible(
        "cijfers", ("cijfer", "indicator"), _PART, figures.figure_sections, "cijfers.md.j2",
        lambda site, boxes: {"boxes": figures.figures(site, boxes)}, "Cijfers", lists_items=False,
    ),
    Divisible(
        "geld", ("bedrag",), "bedrag", figures.money_sections, "geld.md.j2",
        lambda site, boxes: {"boxes": figures.money(site, boxes)}, "Geld", lists_items=False,
    ),
    Divisible(
        "rode-draad", ("doel",), "doel", threads.thread_sections, "rode-draad.md.j2",
        lambda site, boxes: {"boxes": threads.threads(site, boxes)}, "Rode draad", lists_items=False,
    ),
    Divisible(
        "besluiten", ("besluit",), ("besluit, toezegging of vraag", "besluiten, toezeggingen en vragen"), council_overview.council_sections,
        "besluiten.md.j2", lambda site, boxes: council_overview.council(site, only(Besluit, entries_in(boxes))), council.OVERVIEW,
    ),
    Divisible("wie", ("partij",), "partij", _by_letter("partij"), "tegels.md.j2", _tiles(overviews.parties), "Wie doet wat", above=lambda site: (work_box(site),)),
)  # fmt: skip
