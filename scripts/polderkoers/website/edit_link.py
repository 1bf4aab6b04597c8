"""What a page says about proposing a change: a link only where a reader finds behind it what she saw on the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from mkdocs.structure.pages import Page as MkDocsPage

from polderkoers.website.layers import of_engine

if TYPE_CHECKING:
    from polderkoers.website.render import Renderer


# A page with this in its text shows what stands in other files.
_OVERVIEW = re.compile(r"""\{\{-?\s*overzicht\(["']([\w-]+)""")
# Of these no other file can be named to a reader: they are made by the site itself.
_OF_THE_SITE = frozenset({"bouwstenen", "meldingen", "toegankelijkheid", "zoeken"})
_HOW = "meedoen/wijziging-voorstellen/"


def shown(page: MkDocsPage, renderer: Renderer, *, editable: bool) -> dict[str, Any]:
    """Return what the template shows below a page, for a site whose files can be edited on the web; nothing for another.

    `wijzigen` is the address of the file behind the page, or None when that file holds nothing of what the page shows;
    `zoek_naar` what to look for in a file that holds more than this page; `uitleg` the page that explains how to propose.
    """
    of_site = not of_engine(page.file.abs_src_path)
    if not editable or not (page.edit_url or not of_site):
        return {}
    is_made = of_site and page.file.generated_by
    overview = None if is_made else _OVERVIEW.search(page.file.content_string)
    # Nobody can change the words of the engine here; what an overview shows stands in files of the site.
    if (overview is None and not of_site) or (overview and overview[1] in _OF_THE_SITE):
        return {}
    told: dict[str, Any] = {"bewerkbaar": True, "wijzigen": page.edit_url, "zoek_naar": "", "uitleg": ""}
    if overview:
        told["wijzigen"] = None
    found = renderer.site.pages.get(unquote(page.url))
    if found and not found.entry.is_file:
        told["zoek_naar"] = f"id: {found.entry.item.id}"
    if renderer.has(_HOW):
        told["uitleg"] = _HOW
    return told
