"""What a page says about proposing a change: a link only where a reader finds behind it what she saw on the page.

Where mkdocs.yml names a werkbank (`extra.werkbank`) that is the form of what the page is about, and else the file behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from mkdocs.structure.pages import Page as MkDocsPage

from polderkoers.errors import PolderkoersError
from polderkoers.website.layers import of_engine

if TYPE_CHECKING:
    from polderkoers.website.render import Renderer


# A page with this in its text shows what stands in other files.
_OVERVIEW = re.compile(r"""\{\{-?\s*overzicht\(["']([\w-]+)""")
# Of these no other file can be named to a reader: they are made by the site itself.
_OF_THE_SITE = frozenset({"bouwstenen", "meldingen", "toegankelijkheid", "zoeken"})
_HOW = "meedoen/wijziging-voorstellen/"
_HOW_IN_FORMS = "meedoen/werkbank/"
# Without encryption only where the werkbank is on the machine of who works with it.
_ADDRESS = re.compile(r"""https://[^\s"'<>?#]+|http://(?:127\.0\.0\.1|localhost)(?::\d{1,5})?(?:/[^\s"'<>?#]*)?""")


class WerkbankWrong(PolderkoersError):
    """What mkdocs.yml says of the werkbank is no address of one."""

    def __init__(self, said: object) -> None:
        super().__init__(
            f"In mkdocs.yml staat bij extra: werkbank: {said}. Dat is geen adres. Hoe op te lossen: schrijf het hele adres, zoals "
            "https://werkbank.example.nl, of haal de regel weg."
        )


def werkbank_of(setting: object) -> str:
    """Return the address of the werkbank that a setting names, without a slash at the end; empty for none. Raises `WerkbankWrong`."""
    if setting in (None, ""):
        return ""
    if not isinstance(setting, str) or not _ADDRESS.fullmatch(setting):
        raise WerkbankWrong(setting)
    return setting.rstrip("/")


def form_of(werkbank: str, ref: str) -> str:
    """Return where the form of an item is in a werkbank."""
    return f"{werkbank}/onderdeel/{quote(ref)}"


def shown(page: MkDocsPage, renderer: Renderer, *, editable: bool, werkbank: str = "") -> dict[str, Any]:
    """Return what the template shows below a page, for a site whose files can be edited on the web; nothing for another.

    `wijzigen` is the address of the form in the `werkbank`, or of the file behind the page, or None when that file holds nothing of what
    the page shows; `formulier` whether it is a form, `zoek_naar` what to look for in a file that holds more than this page, and `uitleg` the
    page that explains how to propose.
    """
    told: dict[str, Any] = {"bewerkbaar": True, "wijzigen": None, "formulier": False, "zoek_naar": "", "uitleg": ""}
    found = renderer.site.pages.get(unquote(page.url))
    if werkbank and found and not found.entry.is_shipped:
        told |= {"wijzigen": form_of(werkbank, found.entry.ref), "formulier": True}
        if renderer.has(_HOW_IN_FORMS):
            told["uitleg"] = _HOW_IN_FORMS
        return told
    of_site = not of_engine(page.file.abs_src_path)
    if not editable or not (page.edit_url or not of_site):
        return {}
    is_made = of_site and page.file.generated_by
    overview = None if is_made else _OVERVIEW.search(page.file.content_string)
    # Nobody can change the words of the engine here; what an overview shows stands in files of the site.
    if (overview is None and not of_site) or (overview and overview[1] in _OF_THE_SITE):
        return {}
    if not overview:
        told["wijzigen"] = page.edit_url
    if found and not found.entry.is_file:
        told["zoek_naar"] = f"id: {found.entry.item.id}"
    if renderer.has(_HOW):
        told["uitleg"] = _HOW
    return told
