"""The page that explains the werkbank, for who wants to know before beginning."""

from __future__ import annotations

from starlette.responses import Response

from polderkoers.werkbank.web.answers import shown
from polderkoers.werkbank.web.visit import Visit


def help_page(visit: Visit) -> Response:
    """Show the explanation."""
    return shown(visit, "uitleg.html.j2")
