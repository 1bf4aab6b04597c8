"""Says on a page of a proposal that it is one, and what is wrong with it."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from jinja2 import Template

from polderkoers.report.page import environment

if TYPE_CHECKING:
    from polderkoers.werkbank.shown.shown import DraftPage

STYLE = "_voorbeeld/voorbeeld.css"
"""The style of what is said, below an address that no page has."""
_BODY = re.compile(r"<body[^>]*>", re.IGNORECASE)
_HEAD_END = re.compile(r"</head>", re.IGNORECASE)
# How many faults are named; the list of them is beside the form.
_MOST = 5
_SEARCH = "zoeken/"


def marked(page: DraftPage, address: str) -> str:
    """Return the HTML of a page with a word above it; `address` is where it is, below the root of the site."""
    said = _template().render(
        page=page, faults=page.problems[:_MOST], more=page.problems[_MOST:], search=address == _SEARCH
    )
    link = f'<link rel="stylesheet" href="{"../" * address.count("/")}{STYLE}">'
    with_word = _BODY.sub(lambda begin: begin.group() + said, page.html, count=1)
    return _HEAD_END.sub(lambda end: link + end.group(), with_word, count=1)


def style() -> bytes:
    """Return the style sheet."""
    return resources.files(__package__).joinpath("templates", "voorbeeld.css").read_bytes()


@cache
def _template() -> Template:
    return environment(__package__, {}).get_template("voorbeeld.html.j2")
