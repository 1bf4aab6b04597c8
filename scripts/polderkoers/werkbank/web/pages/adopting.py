"""Adopting a version: what the council adopted, in the list of versions."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from polderkoers.errors import PolderkoersError
from polderkoers.instance.asked import Asked
from polderkoers.policy.publisher import publisher_of
from polderkoers.werkbank.web import saving
from polderkoers.werkbank.web.answers import sent_to, shown
from polderkoers.werkbank.web.current import Whereabouts, current
from polderkoers.werkbank.web.visit import Visit
from polderkoers.werkbank.web.words import today

if TYPE_CHECKING:
    from polderkoers.problems import Problem
    from polderkoers.werkbank.jobs.writing import Written

_ADOPTING = "polderkoers.werkbank.jobs.adopting"
_FIELDS = ("id", "datum", "door", "besluit", "naam", "uitleg")


def adopting_page(visit: Visit) -> Response:
    """Show what is asked when a version is adopted."""
    door = publisher_of(current(visit).desk(visit).policy).adopter
    return _shown(visit, {"id": str(today().year), "door": door})


@saving.retrying
def adopt(visit: Visit) -> Response:
    """Adopt a version in a proposal; what cannot be done as it was asked is said, with what was typed still there."""
    given = {name: visit.text(name) for name in _FIELDS}
    files = tuple(visit.posted.get("bestand", ()))
    asked = Asked(
        given["id"],
        given["datum"],
        given["door"],
        given["besluit"] or None,
        given["naam"] or None,
        given["uitleg"] or None,
        bestanden=files,
    )
    where = saving.changeable(current(visit))
    jobs: Any = import_module(_ADOPTING)
    if faults := jobs.asked_wrong(where.desk(visit), asked, today()):
        return _shown(visit, given, 409, faults=faults)
    try:
        worked = saving.save_work(visit, where, lambda now: (_adopted(visit, now, asked), ""))
    except PolderkoersError as error:
        return _shown(visit, given, 409, jobs.in_form(str(error), where.desk(visit)))
    visit.say(*worked.notes)
    proposal = worked.where.proposal
    return sent_to(f"/voorstel/{proposal.id}" if proposal else "/")


def _adopted(visit: Visit, where: Whereabouts, asked: Asked) -> Written:
    workplace = visit.workplace
    tree = workplace.store.tree(where.commit)
    work = import_module(_ADOPTING).adopt_version
    written: Written = work(workplace.root, tree, asked, _check, today())
    return written


def _check(tree: Any) -> tuple[Problem, ...]:
    problems: tuple[Problem, ...] = import_module("polderkoers.policy.load").load(tree).problems
    return problems


def _shown(
    visit: Visit,
    given: dict[str, str],
    status: int = 200,
    said: str = "",
    faults: Mapping[str, str] = MappingProxyType({}),
) -> Response:
    where = current(visit)
    files = import_module(_ADOPTING).adoptable(where.desk(visit))
    concepts = [each for each in files if each.data.get("status") == "concept"]
    others = [each for each in files if each not in concepts]
    values = {name: given.get(name, "") for name in _FIELDS}
    return shown(
        visit,
        "versie.html.j2",
        status,
        where=where,
        values=values,
        said=said,
        concepts=concepts,
        others=others,
        chosen=visit.posted.get("bestand", ()),
        faults=faults,
    )
