"""The overview of organisations, and apart in it of what a source names as if it were one: groups, initiatives, funds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.catalogues import GEEN_ORGANISATIE, Organisatie
from polderkoers.policy.model.files import Beleid
from polderkoers.website.views.age import time_of
from polderkoers.website.views.shown_times import WORDS, time_words
from polderkoers.website.views.tiles import Tile, TileBox

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site


def organisations(site: Site, among: Iterable[Entry] | None = None) -> tuple[TileBox, ...]:
    """Return the organisations per kind, by name, and apart below them what is none: all, or those among some items."""
    grouped: dict[str, list[Tile]] = {}
    found = site.policy.of(Organisatie) if among is None else only(Organisatie, among)
    for entry in sorted(found, key=lambda entry: entry.item.label.casefold()):
        tile = Tile(site.link(entry), "", entry.item.uitleg, time=_time_of(site, entry))
        grouped.setdefault(entry.item.soort, []).append(tile)
    return tuple(TileBox(kind.replace(" ", "-"), _kind_words(kind), tuple(grouped[kind])) for kind in _kinds(grouped))


def _time_of(site: Site, organisation: Entry) -> str:
    """Return of which time the policy is that names an organisation: of today as soon as some of ours is; of none, it is a word."""
    files = {source.file.id for source, _ in site.policy.named_by(organisation) if isinstance(source.file, Beleid)}
    times = {time_of(site, site.policy.entries[file]) for file in files}
    return next((time for time in time_words(site) if time in times), WORDS)


def _kinds(found: Collection[str]) -> list[str]:
    """Return kinds of organisations in the order of their names, and behind them those that are none."""
    return sorted(set(found).difference(GEEN_ORGANISATIE)) + [kind for kind in GEEN_ORGANISATIE if kind in found]


def _kind_words(kind: str) -> str:
    """Return the heading of a kind of organisation; of what is none it says so."""
    return f"{_NO_ORGANISATIONS[kind]} (geen organisatie)" if kind in _NO_ORGANISATIONS else kind.capitalize()


_NO_ORGANISATIONS = dict(
    zip(GEEN_ORGANISATIE, ("Groepen", "Initiatieven", "Vakgebieden", "Fondsen", "Publicaties"), strict=True)
)
