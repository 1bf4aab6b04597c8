"""The subjects as cards: each with its drawing, the question that it answers, and how much is wanted of it today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.catalogues import Thema
from polderkoers.website.views.drawings import drawing_of
from polderkoers.website.views.subject_page import goals_of_today
from polderkoers.website.views.tiles import Tile, TileBox

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site


def subjects(site: Site) -> tuple[TileBox, ...]:
    """Return all subjects."""
    return (TileBox("onderwerpen", "", tuple(subject_tiles(site))),)


def subject_tiles(site: Site) -> Iterator[Tile]:
    """Yield a tile per subject, with the question of a reader that it answers; on a portal with what participants say."""
    for entry in site.policy.of(Thema):
        foot = site.portal.said_about(entry.item) if site.portal else _goals_of_today(site, entry)
        yield Tile(site.link(entry), "", entry.item.vraag or entry.item.uitleg, foot, drawing_of(site, entry))


def _goals_of_today(site: Site, subject: Entry) -> str:
    """Return how many goals of today a subject has. How often all policy names it says nothing to a reader of what is wanted now."""
    if not site.policy.backlinks(subject):
        return "Nog geen beleid"
    if not site.policy.of(Doel):
        return ""
    if total := goals_of_today(site, subject):
        return f"{site.words.count(total, 'doel')} van nu"
    return f"Geen {site.words.more('doel').lower()} van nu"
