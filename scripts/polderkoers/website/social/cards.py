"""Which picture goes with which page, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from polderkoers.policy.index import Entry
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.website.layers import of_engine
from polderkoers.website.social.painter import CardWords, Painter
from polderkoers.website.social.shapes import HEIGHT, WIDTH
from polderkoers.website.views.site import Site
from polderkoers.website.words import one_line

FOLDER = "assets/delen"
# What each view shows; nothing where nothing is drawn.
_DRAWN = {
    "": "",
    "land": "Een tekening van het land: velden, bomen en huizen onder een wijde lucht.",
    "polder": "Een tekening van het land: akkers en een vaart, recht tot aan de horizon.",
}
_HEADING = re.compile(r"<h1[^>]*>(.*?)(?:</h1>|<a class=\"headerlink\")", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# Kinds whose pages have a picture of their own; the page of a term or of an organisation has that of its section.
_OF_THEIR_OWN = (*POLICY_KINDS, "partij", "plaats", "thema", "versie")


@dataclass(frozen=True)
class Card:
    """A picture as a page names it: its address below the root of the site, its size, and what it shows in words."""

    path: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT
    type: str = "image/png"


class Cards:
    """The pictures of one build: those that its pages name, and no others."""

    def __init__(self, site: Site) -> None:
        """Take the site; nothing is painted before `write`."""
        self._site = site
        self._named: dict[str, CardWords] = {}
        self._by_page: dict[str, dict[str, CardWords]] = {}
        self._own: Card | None = None
        self._drawn = _DRAWN["land"]

    def wear(self, own: Card | None, *, drawn: str) -> None:
        """Take one picture for all pages, if there is one; otherwise say which view of ours the painted ones have, if any."""
        self._own = own
        self._drawn = _DRAWN[drawn]

    def of(self, page: MkDocsPage, nav: Navigation, site_name: str) -> Card:
        """Return the picture of a page: its own, or else that of the section that it falls under."""
        if self._own:
            return self._own
        card, words = self._chosen(page, nav, site_name)
        self.name(page.url, {card.path: words})
        return card

    def named_by(self, url: str) -> dict[str, CardWords]:
        """Return the picture that a page names, by its address below the root of the site; nothing when it names none that is painted."""
        return self._by_page.get(url, {})

    def name(self, url: str, words: Mapping[str, CardWords]) -> None:
        """Note the picture that a page names."""
        self._by_page[url] = dict(words)
        self._named.update(words)

    def _chosen(self, page: MkDocsPage, nav: Navigation, site_name: str) -> tuple[Card, CardWords]:
        section = next((each for each in nav.pages if each.file.src_uri == page.meta.get("onderdeel")), None)
        if of_engine(page.file.abs_src_path) or not page.file.generated_by:
            kind = _name(section, site_name) if section and section is not page else ""
            return self._card(page.url, CardWords(_name(page, site_name), kind, site_name))
        own = self._site.pages.get(page.url)
        if own and own.entry.item.soortnaam in _OF_THEIR_OWN:
            return self._card(page.url, CardWords(one_line(own.title), self._kind(own.entry), site_name))
        shown = section or nav.homepage or page
        return self._card(shown.url, CardWords(_name(shown, site_name), "", site_name))

    def _kind(self, entry: Entry) -> str:
        """Return what kind of page that of an item is, whose it is when it is not ours, and how it stands."""
        kind = self._site.words.one(entry.item.soortnaam)
        if isinstance(entry.item, Beleid) and self._site.is_foreign(entry):
            kind += f" van {self._site.owner(entry)}"
        if standing := self._site.mark(entry):
            kind += f", {standing.lower()}"
        return kind

    def write(self, target: Path, painter: Painter) -> None:
        """Write the pictures that pages name below the folder of the built site."""
        for path, words in self._named.items():
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(painter.png(words))

    def _card(self, url: str, words: CardWords) -> tuple[Card, CardWords]:
        path = f"{FOLDER}/{url.strip('/') or 'voorpagina'}.png"
        return Card(path, " ".join((*_sentences(words), self._drawn)).strip()), words


def _name(page: MkDocsPage, site_name: str) -> str:
    """Return what a hand-written page is called in the menu; of the home page its heading, which says more than "Home"."""
    if not page.is_homepage:
        return one_line(unescape(str(page.title or "")))
    heading = _HEADING.search(page.content or "")
    return one_line(unescape(_TAG.sub("", heading[1]))) if heading else site_name


def _sentences(words: CardWords) -> Iterator[str]:
    title = f"{words.kind}: {words.title}" if words.kind else words.title
    if not title.endswith((".", "!", "?", "…")):
        title += "."
    yield title
    yield f"{words.site}."
