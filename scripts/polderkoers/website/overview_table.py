"""Which overviews there are: of each its template, and what its view gives it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Any

from polderkoers.policy.addresses import PARENTS
from polderkoers.policy.rule_docs import rule_docs
from polderkoers.website.dates import reference_date
from polderkoers.website.search.facets import FILTERS, OF_PORTAL, left_out
from polderkoers.website.views import (
    continued,
    figures,
    home,
    overviews,
    places,
    progress_page,
    rules,
    threads,
    timeline_now,
)
from polderkoers.website.views.contacts import contacts
from polderkoers.website.views.council_overview import council
from polderkoers.website.views.fields_of_work import work_box
from polderkoers.website.views.goals import goals_by_time
from polderkoers.website.views.having_a_say import having_a_say
from polderkoers.website.views.often_asked import questions
from polderkoers.website.views.organisations import organisations
from polderkoers.website.views.own_look import token_rows
from polderkoers.website.views.place_page import area_map
from polderkoers.website.views.reacting import way_to_react
from polderkoers.website.views.shown_times import choices_of, time_words
from polderkoers.website.views.site import Site
from polderkoers.website.views.subject_tiles import subject_tiles, subjects
from polderkoers.website.views.tiles import TileBox


def _filters(site: Site) -> dict[str, str]:
    """Return what the search can be filtered by, with its name."""
    of_portal = OF_PORTAL if site.portal else {}
    return {**of_portal, **FILTERS, "thema": site.words.one("thema")}


def _participants(site: Site) -> tuple[Any, ...]:
    return site.portal.cards() if site.portal else ()


def _has_tiles(box: TileBox) -> bool:
    return bool(box.tiles)


def _tiles(view: Callable[[Site], tuple[TileBox, ...]], look: str = "") -> Callable[[Site], tuple[str, dict[str, Any]]]:
    def shown(site: Site) -> tuple[str, dict[str, Any]]:
        return "tegels.md.j2", {"boxes": tuple(filter(_has_tiles, view(site))), "layout": look}

    return shown


def _tiles_in_time(
    view: Callable[[Site], tuple[TileBox, ...]], look: str = ""
) -> Callable[[Site], tuple[str, dict[str, Any]]]:
    """Return the view of tiles of which a reader chooses of what time they see them."""

    def shown(site: Site) -> tuple[str, dict[str, Any]]:
        template, found = _tiles(view, look)(site)
        tiles = chain.from_iterable(map(attrgetter("tiles"), found["boxes"]))
        times = Counter(map(attrgetter("time"), tiles))
        return template, {**found, "times": choices_of(site, times.items())}

    return shown


def _in_time(
    name: str, view: Callable[[Site], tuple[figures.DocumentFigures, ...]]
) -> Callable[[Site], tuple[str, dict[str, Any]]]:
    """Return the view of what stands per document, of which a reader chooses of what time they see it."""

    def shown(site: Site) -> tuple[str, dict[str, Any]]:
        boxes = view(site)
        return f"{name}.md.j2", {"boxes": boxes, "times": choices_of(site, ((box.time, box.total) for box in boxes))}

    return shown


TABLE: dict[str, Callable[[Site], tuple[str, dict[str, Any]]]] = {
    "onderwerpen": _tiles(subjects),
    "plannen": _tiles_in_time(overviews.plans_and_parts),
    "wie": _tiles(lambda site: (*overviews.parties(site), work_box(site)), "kort"),
    "rollen": _tiles(overviews.role_types),
    "organisaties": _tiles_in_time(organisations, "lijst"),
    "plaatsen": lambda site: (
        "plaatsen.md.j2",
        {"groups": places.place_groups(site), "elsewhere": places.elsewhere(site), "map": area_map(site)},
    ),
    "bronnen": _tiles(overviews.sources),
    "begrippen": _tiles(overviews.terms, "lijst"),
    "doelen": lambda site: ("doelen.md.j2", goals_by_time(site)),
    "tijdlijn": lambda site: ("tijdlijn.md.j2", timeline_now.overview(site, reference_date())),
    "voortgang": lambda site: ("voortgang.md.j2", progress_page.progress_page(site)),
    "cijfers": _in_time("cijfers", figures.figures),
    "geld": _in_time("geld", figures.money),
    "rode-draad": lambda site: ("rode-draad.md.j2", {"boxes": threads.threads(site)}),
    "open-vragen": lambda site: ("open-vragen.md.j2", {"documenten": threads.open_questions(site)}),
    "meepraten": lambda site: ("meepraten.md.j2", having_a_say(site)),
    "besluiten": lambda site: ("besluiten.md.j2", council(site)),
    "contact": lambda site: ("contact.md.j2", {"contacts": contacts(site)}),
    "vragen": lambda site: ("vragen.md.j2", {"questions": questions(site)}),
    "zoeken": lambda site: (
        "zoeken.md.j2",
        {
            "left_out": left_out(site.policy),
            "filters": _filters(site),
            "themas": tuple(subject_tiles(site)),
            "times": time_words(site),
        },
    ),
    "deelnemers": lambda site: ("deelnemers.md.j2", {"boxes": _participants(site)}),
    "herkomst": lambda site: (
        "herkomst.md.j2",
        {**dataclasses.asdict(overviews.origin(site)), "participants": site.participant_count},
    ),
    "uitgever": lambda _: ("uitgever.md.j2", {}),
    "reageren": lambda site: ("reageren.md.j2", {"way": way_to_react(site.publisher)}),
    "eigen-uiterlijk": lambda _: ("eigen-uiterlijk.md.j2", {"rows": token_rows()}),
    "meldingen": lambda _: ("tegels.md.j2", {"boxes": rules.rule_tiles(rule_docs()), "layout": "lijst"}),
    "home": lambda site: (
        "home.md.j2",
        {
            "themas": tuple(subject_tiles(site)),
            "partijen": overviews.people(site),
            "werk": overviews.work(site),
            "werkvelden": tuple(tile.link for tile in work_box(site).tiles),
            "newest": tuple(overviews.tasks(site)),
            "plannen": overviews.plans(site)[0].tiles,
            "wegwijzers": tuple(overviews.guides(site)),
            "counts": overviews.kind_counts(site),
            "every_series": continued.series(site),
            **home.home(site, reference_date()),
        },
    ),
}
# What is listed with no view of its own, by the name of its overview.
PLAIN = {above: kind for kind, above in PARENTS.items() if above not in {*TABLE, "wijzigingen"}}
TABLE |= {name: _tiles(partial(overviews.entries, kind=kind)) for name, kind in PLAIN.items()}
OVERVIEWS = (*TABLE, "wijzigingen", "toegankelijkheid", "bouwstenen")
# The overviews of what is in the data, and what of their views must hold something.
FILLED_BY = {
    **dict.fromkeys(
        (
            "onderwerpen", "plannen", "wie", "rollen", "organisaties", "bronnen", "begrippen", "doelen", "cijfers", "geld",
            "rode-draad", "deelnemers", *PLAIN,
        ),
        ("boxes",),
    ),
    "plaatsen": ("groups", "elsewhere"),
    "tijdlijn": ("now", "years", "undated"),
    "open-vragen": ("documenten",),
    "contact": ("contacts",),
    "vragen": ("questions",),
}  # fmt: skip
