"""Collects the pages of a build that can be found by searching."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import Any

from polderkoers.policy.index import Entry
from polderkoers.policy.model.files import Beleid
from polderkoers.website.on_disk import Shelf
from polderkoers.website.pages import ItemPage
from polderkoers.website.search.answer import Overview
from polderkoers.website.search.facets import Facets, facets, left_out, other_names, resident_words
from polderkoers.website.search.index import write_index
from polderkoers.website.search.kept import KeptIndex
from polderkoers.website.search.page import SearchPage
from polderkoers.website.search.text import Piece, pieces
from polderkoers.website.views.age import NOW
from polderkoers.website.views.shown_times import WORDS
from polderkoers.website.views.site import Site

# Pages for residents come first; terms and what stands around the policy after them, then the plans behind it.
_RANKS = {
    "thema": 0,
    "partij": 0,
    "wegwijzer": 0,
    "kernopgave": 0,
    "programmalijn": 0,
    "doel": 0,
    "activiteit": 1,
    "stap": 1,
    "begrip": 1,
    "plan": 2,
    "besluit": 2,
    "verslag": 2,
    "versie": 3,
}
_NOT_OURS_OR_IN_FORCE = 2
_RULES, _CHANGES = "meedoen/meldingen/", "wijzigingen/"
# Pages for who edits the data: a resident hardly ever means those.
_EDITORS, _LAST = "meedoen/", 3
_OVERVIEW = "Overzicht"


def rank_of(site: Site, entry: Entry) -> int:
    """Return the rank of the page of an item; own policy that is in force comes before all other."""
    rank = _RANKS.get(entry.item.soortnaam, 1)
    if site.mark(entry) or site.is_foreign(entry):
        return max(rank, _NOT_OURS_OR_IN_FORCE)
    return rank


def _facets(kind: str, time: str) -> Facets:
    """Return the values of the filters of a page that is about no item."""
    return {"tijd": (time,), "soort": (kind,)}


def _rank_of_overview(path: str) -> int:
    if path.startswith(_EDITORS) and path != _EDITORS:
        return _LAST
    return 1


def _first(page: SearchPage, level: int) -> str:
    """Return the first heading or the first paragraph of a page, nothing when it has none."""
    return next((piece.text for piece in page.pieces if piece.level == level), "")


class Searchable:
    """The pages of one build that can be found."""

    def __init__(self, site: Site) -> None:
        """Start without pages."""
        self._site = site
        self._pages: Shelf[SearchPage] = Shelf()
        self._overviews: dict[str, Overview] = {}

    @cached_property
    def leads(self) -> dict[str, list[str]]:
        """To which pages a name or a word of residents leads, the best first."""
        found: dict[str, list[str]] = defaultdict(list)
        for leads in (other_names(self._site.policy), resident_words(self._site.policy)):
            for words, paths in leads.items():
                found[words] += [path for path in paths if path not in found[words]]
        return found

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        """Which names and words of residents lead to a page."""
        found: dict[str, list[str]] = defaultdict(list)
        for words, paths in self.leads.items():
            for path in paths:
                found[path].append(words)
        return found

    def see(self, path: str, title: str, content: str, meta: Mapping[str, Any]) -> None:
        """Note a page by its address, unless it is kept out of the search."""
        if page := self.page_of(path, title, pieces(content), meta):
            self.note(page)

    def page_of(self, path: str, title: str, found: Iterable[Piece], meta: Mapping[str, Any]) -> SearchPage | None:
        """Return a page as it can be found, by what was found on it; None when it is kept out of the search."""
        if "noindex" in str(meta.get("robots", "")) or (meta.get("search") or {}).get("exclude"):
            return None
        page = self._site.pages.get(path)
        words = tuple(self._words.get(path, ()))
        if page is not None:
            values = facets(self._site, page.entry)
            lists = not isinstance(page, ItemPage) and not isinstance(page.entry.item, Beleid)
            about = page.description if lists and page.description != page.title else ""
            return SearchPage(
                path, page.title, rank_of(self._site, page.entry), tuple(found), words, values, lists, about
            )
        if path.startswith(_RULES) and path != _RULES:
            return SearchPage(path, html.unescape(title), _LAST, tuple(found), words, _facets("Melding", WORDS))
        if path.startswith(_CHANGES) and path != _CHANGES:
            return None
        if not path.startswith(_EDITORS):
            # An overview repeats what stands on other pages: what it is says enough.
            found = takewhile(lambda piece: piece.level < 2, found)
        return SearchPage(path, title, _rank_of_overview(path), tuple(found), words, _facets(_OVERVIEW, NOW))

    def warm(self) -> None:
        """Look up the words that lead to pages."""
        _ = self._words

    def of(self, path: str) -> SearchPage | None:
        """Return what was noted of a page, None when it is kept out of the search."""
        return self._pages.get(path)

    def note(self, page: SearchPage) -> None:
        """Note a page that was seen elsewhere."""
        self._pages.put(page.path, page)
        if page.facets.get("soort") == (_OVERVIEW,):
            self._overviews[page.path] = Overview(html.unescape(page.title), _first(page, 1), _first(page, 0))

    def write(self, site: Path, kept: KeptIndex | None = None) -> None:
        """Write the index into the folder of the built site, which `kept` may have already."""
        write_index(self._pages, self.leads, left_out(self._site.policy), site, kept)

    @property
    def overviews(self) -> dict[str, Overview]:
        """The pages that are about no item, by address."""
        return dict(sorted(self._overviews.items()))
