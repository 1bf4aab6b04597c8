"""Where a reader can say something of a page, or ask something about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from polderkoers.website.pages import Page
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class Reaction:
    """Where a reaction goes: the address behind the link and its words, both empty when none is known; and the website of who publishes."""

    address: str
    words: str
    website: str


def reaction(site: Site, page: Page) -> Reaction:
    """Return where a reaction to a page goes; a mail names the page and the version of its text."""
    to = site.publisher.reactions
    if "@" not in to or to.startswith("https://"):
        return Reaction(to, to, site.publisher.website)
    version = f", versie {page.data_version}" if page.data_version else ""
    told = f"\n\n\nDit gaat over /{page.path}{version}."
    mail = f"mailto:{to}?subject={quote(f'Reactie op: {page.title}')}&body={quote(told)}"
    return Reaction(mail, to, site.publisher.website)
