"""A page as it goes into the index: its text with weights, the words that lead to it, and its filters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from markupsafe import escape

from polderkoers.website.search.compounds import Splitter
from polderkoers.website.search.text import Piece

if TYPE_CHECKING:
    from polderkoers.website.search.facets import Facets


# Running text counts for 1.
_HEADINGS = {1: 2.5, 2: 2.5, 3: 2.0, 4: 1.5, 5: 1.5, 6: 1.5}


@dataclass(frozen=True)
class SearchPage:
    """A page that can be found. `rank` is 0 for what is made for residents, and higher for what they need less.

    `lists` says that below its first heading a page only lists what other pages say; then `about` says what the page is of,
    because pieces of a list tell a reader little.
    """

    path: str
    title: str
    rank: int
    pieces: tuple[Piece, ...]
    words: tuple[str, ...]
    facets: Facets
    lists: bool = False
    about: str = ""

    def texts(self) -> Iterator[str]:
        """Yield everything on the page that has words in it."""
        yield self.title
        yield from map(attrgetter("text"), self.pieces)
        yield from self.words


# How much a line counts of a list of what other pages say; such lists stand below the first heading of a catalogue's page.
_IN_LISTS = 0.4
# How much the text of a page counts, by its rank.
_BY_RANK = (1.0, 0.7, 0.5, 0.2)


def as_html(page: SearchPage, splitter: Splitter) -> str:
    """Return the document that the index is made of, with compounds parted."""
    meta = {"title": splitter.mark(page.title)}
    if tails := splitter.tails(page.title):
        meta["delen"] = " ".join(tails)
    if page.words:
        meta["zoekwoorden"] = splitter.mark(", ".join(page.words))
    if page.about:
        meta["uitleg"] = splitter.mark(page.about)
    # Plain strings: thousands of small pieces go through here, and Markup.format takes ten times as long.
    heads = "".join(_meta(name, value) for name, value in meta.items())
    return f'<html lang="nl"><body><main data-pagefind-body>{heads}{_body(page, splitter)}</main></body></html>'


def _meta(name: str, value: str) -> str:
    return f'<b data-pagefind-meta="{name}[content]" content="{escape(value)}"></b>'


def _body(page: SearchPage, splitter: Splitter) -> str:
    factor = _BY_RANK[page.rank]
    found = []
    for piece in page.pieces:
        if piece.level == 1 and piece.text == page.title:
            continue  # the title is a field of its own
        if page.lists and piece.level == 2:
            factor = _BY_RANK[page.rank] * _IN_LISTS
        found.append(_piece(piece, factor, splitter))
    return "".join(found)


def _piece(piece: Piece, factor: float, splitter: Splitter) -> str:
    element = f"h{piece.level}" if piece.level > 1 else "p"
    weight = round(_HEADINGS.get(piece.level, 1.0) * factor, 2)
    anchor = f' id="{escape(piece.anchor)}"' if piece.anchor and piece.level > 1 else ""
    return f'<{element}{anchor} data-pagefind-weight="{weight}">{escape(splitter.mark(piece.text))}</{element}>'
