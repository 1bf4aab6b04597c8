"""Jobs that begin with choosing where: which list a new step, measurement or decision comes in."""

from __future__ import annotations

from typing import NamedTuple

from starlette.exceptions import HTTPException
from starlette.responses import Response

from polderkoers.policy.dutch_words import capital
from polderkoers.werkbank.forms.desk import Desk
from polderkoers.werkbank.web.answers import quoted, sent_to, shown
from polderkoers.werkbank.web.current import current
from polderkoers.werkbank.web.places import places_for
from polderkoers.werkbank.web.visit import Visit

_KINDS = {
    "stap": (("stap", "activiteit"), "Waar hoort de stap of activiteit bij?"),
    "besluit": (("besluit",), "In welke lijst van besluiten?"),
}
_ITEMS = {
    "meting": ("indicator", "Bij welke indicator hoort de meting?", "/onderdeel/", "deel=metingen"),
    "verslag": ("verslag", "In welk verslag?", "/klus/voortgang/", ""),
}
_MOST = 60


class ChosenPlace(NamedTuple):
    """A place to choose: where its form is, and what it is called."""

    address: str
    label: str


class ChosenGroup(NamedTuple):
    """The places for one kind of item."""

    title: str
    places: list[ChosenPlace]
    more: int


def task_page(visit: Visit) -> Response:
    """Show the places where something new can come, to choose from."""
    task = visit.place["task"]
    where = current(visit)
    desk = where.desk(visit)
    if task in _KINDS:
        kinds, title = _KINDS[task]
        found = [(kind, list(_new(desk, kind, where.query))) for kind in kinds]
    elif task in _ITEMS:
        kind, title, before, part = _ITEMS[task]
        query = "&".join(filter(None, (where.query.removeprefix("?"), part)))
        found = [(kind, list(_there(desk, kind, before, query)))]
    else:
        raise HTTPException(404)
    if task == "besluit" and len(found[0][1]) > 0:
        # It comes in the list of its year by itself.
        return sent_to(found[0][1][-1].address)
    asked = visit.text("q")
    groups = [_group(desk, kind, places, asked.casefold()) for kind, places in found]
    return shown(visit, "klus.html.j2", where=where, title=title, groups=groups, asked=asked)


def _new(desk: Desk, kind: str, query: str) -> list[ChosenPlace]:
    behind = f"&{query[1:]}" if query else ""
    return [
        ChosenPlace(f"/nieuw/{kind}?bij={quoted(each.ref)}&in={quoted(each.into)}{behind}", each.label)
        for each in places_for(desk, kind)
    ]


def _there(desk: Desk, kind: str, before: str, query: str) -> list[ChosenPlace]:
    there = desk.of_kind.get(kind, ())
    return [ChosenPlace(f"{before}{quoted(placed.ref)}?{query}", placed.label) for placed in there]


def _group(desk: Desk, kind: str, places: list[ChosenPlace], asked: str) -> ChosenGroup:
    fits = [each for each in places if asked in each.label.casefold()]
    noun = next((placed.noun for placed in desk.of_kind.get(kind, ())), kind)
    return ChosenGroup(capital(noun), fits[:_MOST], max(0, len(fits) - _MOST))
