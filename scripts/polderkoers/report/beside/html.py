"""The policy beside its sources as one page that needs nothing else: to read, to tick off and to print."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment
from markupsafe import Markup

from polderkoers.report.beside import laid_report
from polderkoers.report.beside.laid_report import BesideReport
from polderkoers.report.formats import one_line
from polderkoers.report.page import environment, style_of

# A longer passage is folded, so that what is said of it stands near.
_LONG = 60


def as_html(report: BesideReport) -> str:
    """Return the page. All of it can be read without its script, which only remembers what was ticked."""
    style = style_of(__package__, "naast-de-bron.css")
    script = resources.files(__package__).joinpath("templates", "naast-de-bron.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode("ascii")
    page = _environment().get_template("naast-de-bron.html.j2")
    return page.render(
        report=report,
        style=style.text,
        digest=style.digest,
        script=Markup(script),  # noqa: S704 - our own script
        script_digest=digest,
        told=laid_report,
        long=_LONG,
    )


@cache
def _environment() -> Environment:
    return environment(__package__, {"zichtbaar": _visible})


def _visible(text: str) -> str:
    """Return a text without signs that cannot be seen or turn the direction of reading; its lines stay."""
    return "\n".join(map(one_line, text.split("\n")))
