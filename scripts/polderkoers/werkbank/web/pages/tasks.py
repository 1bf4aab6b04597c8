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
}
_ITEMS = {
    "meting": ("indicator", "Bij welke indicator hoort de meting?", "/onderdeel/", "deel=metingen"),
    "verslag": ("verslag", "In welk verslag?", "/klus/voortgang/", ""),
}
_MOST = 20
# With what one begins that has a file of its own: the form, and what is said of it while there is none yet.
_FIRST = {
    "stap": ("kernopgave", "Er is nog niets waar een stap bij hoort. Begin eerst een kernopgave."),
    "verslag": ("verslag", "Er is nog geen verslag. Begin er een: daarna meld je daarin de voortgang."),
}
_NO_INDICATOR = "Er is nog geen indicator. Kies waar de eerste bij hoort: in het formulier vul je de meting in."


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
    if task == "besluit":
        # It comes in the list of its year by itself.
        return sent_to(f"/nieuw/besluit{where.query}")
    if task not in _KINDS and task not in _ITEMS:
        raise HTTPException(404)
    title, found = _found(desk, task, where.query)
    first, empty = _FIRST.get(task, ("", ""))
    is_empty = not any(places for _, places in found)
    if task == "meting" and is_empty:
        empty, found = _NO_INDICATOR, [("indicator", _new(desk, "indicator", where.query))]
    asked = visit.text("q")
    groups = [_group(desk, kind, places, asked.casefold()) for kind, places in found if places]
    begin = f"/nieuw/{first}{where.query}" if first and (is_empty or task == "verslag") else ""
    return shown(
        visit,
        "klus.html.j2",
        where=where,
        title=title,
        groups=groups,
        asked=asked,
        begin=begin,
        noun=first,
        empty=empty if is_empty else "",
    )


def _found(desk: Desk, task: str, query: str) -> tuple[str, list[tuple[str, list[ChosenPlace]]]]:
    """Return what a job asks, and what there is to choose from for each kind of item."""
    if task in _KINDS:
        kinds, title = _KINDS[task]
        return title, [(kind, _new(desk, kind, query)) for kind in kinds]
    kind, title, before, part = _ITEMS[task]
    rest = "&".join(filter(None, (query.removeprefix("?"), part)))
    return title, [(kind, _there(desk, kind, before, rest))]


def _new(desk: Desk, kind: str, query: str) -> list[ChosenPlace]:
    behind = f"&{query[1:]}" if query else ""
    return [
        ChosenPlace(f"/nieuw/{kind}?bij={quoted(each.ref)}&in={quoted(each.into)}{behind}", each.label)
        for each in places_for(desk, kind)
    ]


def _there(desk: Desk, kind: str, before: str, query: str) -> list[ChosenPlace]:
    return [ChosenPlace(f"{before}{quoted(each.ref)}?{query}", each.label) for each in desk.of_kind(kind)]


def _group(desk: Desk, kind: str, places: list[ChosenPlace], asked: str) -> ChosenGroup:
    fits = [each for each in places if asked in each.label.casefold()]
    noun = next((placed.noun for placed in desk.of_kind(kind)), kind)
    return ChosenGroup(capital(noun), fits[:_MOST], max(0, len(fits) - _MOST))
