"""A page that was made somewhere else: all that a build must know of it when its HTML stands in the folder of the site."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from polderkoers.website.coverage import ShownOnPage
from polderkoers.website.links import Noted
from polderkoers.website.search.page import SearchPage
from polderkoers.website.social.painter import CardWords

if TYPE_CHECKING:
    from polderkoers.website.plugin import PolderkoersPlugin


@dataclass(frozen=True)
class Seen:
    """What the plugin notes of a page; None where it notes nothing. `cards` are the pictures that it names, by address."""

    links: Noted | None
    coverage: ShownOnPage | None
    search: SearchPage | None
    cards: Mapping[str, CardWords]


@dataclass(frozen=True)
class Known:
    """What MkDocs knows of a page that was made: its head, its places, and by file the places that it leads to."""

    meta: dict[str, Any]
    title: str | None
    places: frozenset[str] | None
    leads: Mapping[str, dict[str, str]]


@dataclass(frozen=True)
class Failed:
    """That a page could not be made: what was raised, and whether that was before it met its frame."""

    error: Exception
    is_early: bool


@dataclass(frozen=True)
class Sheet:
    """One page that was made. `early` was said while its text was made, `late` while it was put in its frame.

    `faults` are those of its macros; with one of these, or when it failed, it has no HTML. `is_recalled` says that an earlier build made it.
    """

    early: tuple[logging.LogRecord, ...] = ()
    late: tuple[logging.LogRecord, ...] = ()
    faults: tuple[str, ...] = ()
    failed: Failed | None = None
    known: Known | None = None
    seen: Seen | None = None
    is_recalled: bool = False

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to say of it, so that it can be made again from memory."""
        return not (self.early or self.late or self.faults or self.failed)


def known(page: Page) -> Known:
    """Return what MkDocs knows of a page that it made."""
    places = None if page.present_anchor_ids is None else frozenset(page.present_anchor_ids)
    leads = {file.src_uri: anchors for file, anchors in (page.links_to_anchors or {}).items()}
    return Known(dict(page.meta), page.title, places, leads)


def know(page: Page, told: Known, files: Files) -> None:
    """Tell a page of MkDocs what is known of it, as if it was made here."""
    page.meta = told.meta
    page.title = told.title
    page.present_anchor_ids = None if told.places is None else set(told.places)
    named = {files.get_file_from_path(path): anchors for path, anchors in told.leads.items()}
    page.links_to_anchors = {file: anchors for file, anchors in named.items() if file is not None}


def seen(page: Page, plugin: PolderkoersPlugin) -> Seen:
    """Return what the plugin noted of a page."""
    renderer, url = plugin.renderer, page.url
    return Seen(
        plugin.links.of(url), renderer.coverage.of(url), renderer.searchable.of(url), renderer.cards.named_by(url)
    )


def note(page: Page, told: Seen, plugin: PolderkoersPlugin) -> None:
    """Let the plugin note of a page what another process saw of it."""
    renderer, url = plugin.renderer, page.url
    if told.links is not None:
        plugin.links.note(url, told.links)
    if told.coverage is not None:
        renderer.coverage.note(url, told.coverage)
    if told.search is not None:
        renderer.searchable.note(told.search)
    renderer.cards.name(url, told.cards)
