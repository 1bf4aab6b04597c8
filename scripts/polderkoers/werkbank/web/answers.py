"""Makes answers of templates, and sends people on; whatever goes wrong becomes a page in Dutch."""

from __future__ import annotations

import logging
import secrets
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from starlette.responses import HTMLResponse, RedirectResponse, Response

from polderkoers.report.page import environment
from polderkoers.werkbank.web import words
from polderkoers.werkbank.web.guard import is_local

if TYPE_CHECKING:
    from polderkoers.werkbank.web.visit import Visit

quoted = words.address_of

_log = logging.getLogger("polderkoers.werkbank")


@cache
def templates() -> Environment:
    """Return the environment of our templates: every text of people is escaped, and an unknown name is a fault."""
    return environment(
        "polderkoers.werkbank.web",
        {
            "moment": words.moment_of,
            "adres": words.address_of,
            "veldid": words.element_of,
            "regels": words.rows_for,
        },
    )


def shown(visit: Visit, template: str, status: int = 200, **values: Any) -> Response:
    """Return a page of a template, filled with what every page needs and with `values`."""
    return HTMLResponse(templates().get_template(template).render(visit=visit, **values), status)


def part(visit: Visit, template: str, **values: Any) -> str:
    """Return the HTML of a template that is no page, for a script to put in one."""
    return templates().get_template(template).render(visit=visit, **values)


def html(text: str, status: int = 200) -> Response:
    """Return HTML that was made elsewhere as an answer."""
    return HTMLResponse(text, status)


def sent_to(address: str) -> Response:
    """Return the answer that sends a browser on to a page of ours, after something was done."""
    return RedirectResponse(address if is_local(address) else "/", 303)


def plain(status: int, title: str, text: str) -> Response:
    """Return a page with a title and a sentence that needs nobody to be known."""
    html = templates().get_template("kaal.html.j2").render(title=title, text=text)
    return HTMLResponse(html, status)


def failed(error: Exception) -> Response:
    """Return the page for a fault of our own, with a number under which the log has it whole."""
    number = secrets.token_hex(4)
    _log.error("Fout %s", number, exc_info=error)
    return plain(
        500,
        "Er ging iets mis",
        f"Dat ligt niet aan jou. Wat is opgeslagen, staat er nog. Ga terug en probeer het opnieuw; blijft het misgaan, "
        f"geef dan dit nummer door aan wie de werkbank beheert: {number}.",
    )
