"""What the werkbank answers at a reference of earlier: the item that it is now, or what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from polderkoers.policy.stones import Stones
from polderkoers.werkbank.web.answers import quoted, sent_to, shown
from polderkoers.werkbank.web.current import current

if TYPE_CHECKING:
    from polderkoers.werkbank.web.visit import Visit

_FIRST = "/onderdeel/"


def former(visit: Visit, ref: str) -> Response:
    """Return the answer to somebody who asks for what is not there under a reference. Raises 404 when nothing ever was."""
    where = current(visit)
    desk = where.desk(visit)
    stones = Stones(desk.policy)
    ends = [each.ref for each in stones.ends_of(ref) if each.ref in desk.items]
    stone = stones.by_was.get(ref)
    if visit.is_live:
        return JSONResponse(
            {"fout": "Niet opgeslagen: dit onderdeel is er niet meer onder dit adres. Kopieer wat je typte."}, 409
        )
    is_read = visit.request.method == "GET"
    if len(ends) == 1 and is_read and visit.request.url.path.startswith(_FIRST):
        visit.say(f"Dit onderdeel heeft nu een ander adres: {desk.item(ends[0]).label}.")
        return sent_to(f"{_FIRST}{quoted(ends[0])}{where.query}")
    if stone is None and not ends:
        raise HTTPException(404)
    told = stone.adres if stone else None
    return shown(visit, "vroeger.html.j2", 404, where=where, told=told, ends=[desk.item(each) for each in ends])
