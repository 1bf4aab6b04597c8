"""Carries a page that is HTML already through MkDocs, which knows only pages of Markdown: a mark goes in its place."""

from __future__ import annotations

from functools import partial
from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents, get_toc

from polderkoers.website.parking import Parking


def pass_by_markdown(page: Page, markdown: str, parking: Parking) -> None:
    """Let a page that consists of the mark of a whole one pass by Markdown, which takes a while to set up.

    MkDocs has no event for that, so that the page itself is told.
    """
    if parking.is_whole(markdown):
        page.render = partial(_as_it_is, page)  # type: ignore[method-assign]


def put_back(page: Page, html: str, parking: Parking) -> str:
    """Return the HTML of a page with what was kept out of it, and give the page its table of contents when it was kept out as a whole."""
    if contents := parking.contents(html):
        # A hook may have put more below it.
        page.toc = TableOfContents([*get_toc(contents), *page.toc])
    return parking.back(html)


def _as_it_is(page: Page, *_: Any) -> None:
    """Give a page its Markdown as its content."""
    page.content = (page.markdown or "").strip()
