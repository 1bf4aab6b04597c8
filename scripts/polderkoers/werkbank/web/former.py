"""Answers for an item that is not there under its reference: where it is now, or what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from polderkoers.policy.stones import Stone, Stones
from polderkoers.werkbank.web.answers import quoted, shown
from polderkoers.werkbank.web.current import current

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.desk import Placed
    from polderkoers.werkbank.web.visit import Visit

_GONE = 410


def former_page(visit: Visit) -> Response:
    """Send somebody on from a former address, or tell what became of it. Raises `HTTPException` (404) when nobody knows."""
    where, ref = current(visit), visit.place.get("ref", "")
    desk = where.desk(visit)
    stones = Stones(desk.policy)
    stone = stones.by_was.get(ref) or stones.by_was.get(ref.partition("/")[0])
    if stone is None:
        raise HTTPException(404)
    ends = [desk.items[entry.ref] for entry in stones.ends_of(ref)]
    if visit.request.method == "GET" and len(ends) == 1:
        now = ends[0]
        visit.say(_said(stone, now, ref))
        path = visit.request.url.path.removesuffix(ref)
        return RedirectResponse(f"{quoted(path)}{quoted(now.ref)}?{visit.request.url.query}", 303)
    return shown(visit, "vroeger.html.j2", 409 if ends else _GONE, stone=stone.adres, ends=ends, where=where)


def _said(stone: Stone, now: Placed, ref: str) -> str:
    if stone.adres.was != ref or not stone.adres.naam:
        return f"Dit onderdeel heeft een ander adres gekregen. Dit is '{now.label}'."
    return f"'{stone.adres.naam}' is {stone.adres.gebeurd} '{now.label}'."
