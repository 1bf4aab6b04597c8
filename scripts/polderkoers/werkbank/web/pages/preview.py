"""The pages of the site as they will look, in a frame beside a form or in a window of their own."""

from __future__ import annotations

import mimetypes
from pathlib import PurePosixPath

from starlette.exceptions import HTTPException
from starlette.responses import Response

from polderkoers.werkbank.web.previewed import NOW, site_at
from polderkoers.werkbank.web.visit import Visit

_TEXT = ("text/", "application/json", "application/xml", "image/svg+xml")


def preview(visit: Visit) -> Response:
    """Return a page or a file of the site of a proposal, or of what is in force."""
    name, path = visit.place["id"], visit.place["path"]
    commit = visit.workplace.now if name == NOW else visit.workplace.store.proposal(name).tip
    try:
        content, kind = site_at(visit, name, commit, path)
    except KeyError:
        raise HTTPException(404) from None
    return Response(content, media_type=kind or _kind(path))


def _kind(path: str) -> str:
    kind = mimetypes.types_map.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXT) else kind
