"""Knows a page again that was made in an earlier build, by all that it is made of, and lays it down as that build did."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

from polderkoers.website import frame
from polderkoers.website.building import parts
from polderkoers.website.building.along import keeps
from polderkoers.website.building.ground import ground
from polderkoers.website.building.prints import NoPrint, Prints
from polderkoers.website.building.sheet import Known, Seen, Sheet
from polderkoers.website.building.store import FOLDER, Held, PageStore
from polderkoers.website.coverage import ShownOnPage
from polderkoers.website.late_file import LateFile
from polderkoers.website.links import Noted
from polderkoers.website.pages import address_of
from polderkoers.website.search.text import Piece

if TYPE_CHECKING:
    from polderkoers.website.plugin import PolderkoersPlugin


class Recall:
    """The pages of one build that may be known again."""

    def __init__(self, config: MkDocsConfig, nav: Navigation, plugin: PolderkoersPlugin) -> None:
        """Take the site, when all that its pages have in common is known."""
        self._config, self._nav, self._plugin = config, nav, plugin
        self._prints = Prints()
        self._root = Path(config.config_file_path).parent
        # What this machine keeps may be unwanted; the parts that a site is made of never are.
        self._own: tuple[PageStore, ...] = (PageStore(self._root / FOLDER),) if keeps(self._root) else ()
        self._others = tuple(map(PageStore, parts.merged(self._root)))
        self._ground = self._of_all()

    @property
    def is_on(self) -> bool:
        """Whether any page can be known again."""
        return bool(self._ground)

    def keep_in(self, folder: Path) -> None:
        """Keep pages in a folder of their own, and take none from another."""
        self._own = (PageStore(folder),)

    def _of_all(self) -> bytes:
        """Return the fingerprint of what all pages have in common; nothing when no page can be known again."""
        is_wanted = self._own or self._others or parts.asked()
        if not (is_wanted and frame.has_usual_markdown(self._config)):
            return b""
        try:
            return ground(self._config, self._nav, self._plugin.renderer, self._prints)
        except NoPrint:
            return b""

    def key(self, page: Page) -> str:
        """Return the key of a page whose source was read; nothing for one that is made anew each time."""
        # What is written by hand may ask for anything.
        if not self._ground or not isinstance(page.file, LateFile) or page in self._nav.pages:
            return ""
        try:
            return self._prints.of((self._ground, *self._parts(page))).hex()
        except NoPrint:
            return ""

    def _parts(self, page: Page) -> tuple[Any, ...]:
        """Return all that makes a page what it is, beside what it has in common with all others."""
        plugin, renderer = self._plugin, self._plugin.renderer
        content = renderer.content(address_of(page.file.src_uri))
        around = plugin.on_page_context({}, page=page, config=self._config, nav=self._nav)
        return (
            page.url,
            page.file.src_uri,
            page.file.content_string,
            page.canonical_url,
            page.abs_url,
            page.edit_url,
            plugin.source_of(page, self._config),
            renderer.coverage.looks_at(page.url),
            content.template,
            self._glossary(content.glossary),
            content.values,
            around,
        )

    def _glossary(self, glossary: Any) -> bytes:
        return self._prints.of(glossary.told)

    def find(self, key: str, page: Page) -> Sheet | None:
        """Write a page from the store and return what a build must know of it; None when it is not there."""
        held = self._held(key)
        if held is None:
            return None
        write_file(held.html.encode("utf-8", errors="xmlcharrefreplace"), page.file.abs_dest_path)
        return Sheet(known=Known(dict(page.meta), page.title, None, {}), seen=self._seen(held, page), is_recalled=True)

    def _held(self, key: str) -> Held | None:
        for store in (*self._own, *self._others):
            if held := store.get(key):
                return held
        return None

    def _seen(self, held: Held, page: Page) -> Seen:
        renderer = self._plugin.renderer
        found = (Piece(*piece) for piece in held.pieces or ())
        search = renderer.searchable.page_of(page.url, str(page.title or ""), found, page.meta)
        return Seen(
            Noted(frozenset(held.links), frozenset(held.places), self._plugin.source_of(page, self._config)),
            _on_page(held),
            search,
            renderer.cards.named_by(page.url),
        )

    def keep(self, key: str, page: Page, sheet: Sheet) -> None:
        """Keep a page that was made, unless something was said of it."""
        seen, written = sheet.seen, Path(page.file.abs_dest_path)
        if not sheet.is_quiet or seen is None or seen.links is None or not written.is_file():
            return
        html = written.read_bytes().decode("utf-8")
        links, places = sorted(seen.links.links), sorted(seen.links.places)
        held = Held(html, tuple(links), tuple(places), _shown(seen), _pieces(seen))
        for store in self._own:
            store.put(key, held)

    def bound(self, count: int) -> None:
        """Let go of pages of long ago, when this build has `count`."""
        for store in self._own if self._ground else ():
            store.bound(count)


def _on_page(held: Held) -> ShownOnPage | None:
    return ShownOnPage(frozenset(held.shown[0]), held.shown[1]) if held.shown else None


def _shown(seen: Seen) -> tuple[tuple[str, ...], str] | None:
    return (tuple(sorted(seen.coverage.places)), seen.coverage.words) if seen.coverage else None


def _pieces(seen: Seen) -> tuple[tuple[int, str, str], ...] | None:
    if seen.search is None:
        return None
    return tuple((piece.level, piece.anchor, piece.text) for piece in seen.search.pieces)
