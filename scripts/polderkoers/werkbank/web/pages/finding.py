"""Finds names for a field that refers to something, while somebody types."""

from __future__ import annotations

from typing import get_args

from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from polderkoers.policy.model.references import Doelsoort
from polderkoers.werkbank.forms.choices import find
from polderkoers.werkbank.web.current import current
from polderkoers.werkbank.web.visit import Visit


def find_names(visit: Visit) -> Response:
    """Return what typed words can mean, as JSON: `[{"waarde", "naam", "noot"}]`."""
    kind = next((each for each in get_args(Doelsoort) if each == visit.text("soort")), None)
    if kind is None:
        raise HTTPException(400)
    desk = current(visit).desk(visit)
    found = find(desk, kind, visit.text("q")[:200], visit.text("bestand"))
    return JSONResponse([{"waarde": each.value, "naam": each.label, "noot": each.note} for each in found])
