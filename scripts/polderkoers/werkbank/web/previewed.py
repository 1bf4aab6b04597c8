"""Where the page of an item is in a preview, and pages and files of the site at a commit, as the bench makes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from polderkoers.werkbank.web.guard import PREVIEW

if TYPE_CHECKING:
    from polderkoers.werkbank.shown.bench import Bench
    from polderkoers.werkbank.web.current import Whereabouts

NOW = "nu"
"""What the address of a preview has in the place of a proposal, for what is in force."""


@dataclass(frozen=True)
class Previewed:
    """A page or a file of the site as it will be."""

    content: bytes
    kind: str


def preview_of(where: Whereabouts, ref: str) -> str:
    """Return the address that leads to the page on which an item is shown; another for each save, so that a frame sees what is new."""
    name = where.proposal.id if where.proposal else NOW
    return f"{PREVIEW}{name}/?onderdeel={quote(ref)}&stand={where.commit[:12]}" if ref else ""


def site_at(bench: Bench, commit: str, path: str) -> Previewed:
    """Return a page or a file of the site. Raises what `Bench.page` does."""
    address = path.removesuffix("index.html")
    if not address or address.endswith("/"):
        html = bench.page(commit, address).html
        return Previewed(html.encode("utf-8", "xmlcharrefreplace"), "text/html; charset=utf-8")
    found = bench.file(commit, path)
    return Previewed(found.content, found.kind)
