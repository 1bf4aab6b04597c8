"""Does once what the first form would wait for: importing pages, compiling templates, and what is found out of a policy as a whole."""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING

from polderkoers.errors import PolderkoersError
from polderkoers.werkbank.forms.making import form_of
from polderkoers.werkbank.web.answers import templates

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.desk import Desk

_TEMPLATES = ("onderdeel.html.j2", "begin.html.j2", "voorstel.html.j2", "veld.html.j2")
_PAGES = ("start", "item", "new", "jobs", "proposal", "preview", "finding")


def warm(desk: Desk) -> None:
    """Do it for a policy: a form of each kind of item is made once."""
    for page in _PAGES:
        import_module(f"polderkoers.werkbank.web.pages.{page}")
    for name in _TEMPLATES:
        templates().get_template(name)
    first = {placed.cls: placed.ref for placed in desk.items.values()}
    for ref in first.values():
        with suppress(PolderkoersError):
            form_of(desk, ref)
