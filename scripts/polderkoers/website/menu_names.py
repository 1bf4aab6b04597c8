"""Gives the pages of the menu their names, which stand on every page, without making those pages."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page


def name(page: Page, config: MkDocsConfig) -> None:
    """Give a page whose source was read its name; it may ask for a word of the organisation."""
    macros: Any = config.plugins["macros"]
    if macros.has_j2(page.title):
        macros._page = macros.variables["page"] = page  # noqa: SLF001 - so does it when it makes a page
        page.title = macros.render(markdown=page.title)


def is_said(page: Page) -> bool:
    """Return whether the name of a page whose source was read stands in the menu or in its head, so that its text need not be made for it."""
    return "title" in vars(page) or "title" in page.meta
