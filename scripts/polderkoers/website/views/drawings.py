"""The drawing of a subject: decoration beside its name, by which a reader knows at a glance what a page is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.model.catalogues import Thema
from polderkoers.policy.model.tekeningen import NEUTRAAL, TEKENINGEN
from polderkoers.website.views.link import sure_subjects_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

_SHEET = "assets/tekeningen.svg"


@dataclass(frozen=True)
class NamedDrawing:
    """A drawing to choose: its name in the data, its address, and what stands on it."""

    name: str
    address: str
    what: str


def drawings() -> Iterator[NamedDrawing]:
    """Yield the drawings that ship with the site, in the order of the list to choose from."""
    for name, what in TEKENINGEN.items():
        yield NamedDrawing(name, drawing(name), what)


def drawing(name: str | None) -> str:
    """Return the address of a drawing that ships with the site, the neutral one when no name is given: our sheet, and a place on it."""
    return f"{_SHEET}#{name or NEUTRAAL}"


def drawing_of(site: Site, entry: Entry) -> str:
    """Return the address of the drawing of a subject, a picture of the instance itself or a place on our sheet; nothing for all else."""
    if not isinstance(entry.item, Thema):
        return ""
    return site.own_drawings.get(entry.item.id) or drawing(entry.item.tekening)


def subject_of(site: Site, entry: Entry) -> Entry[Thema] | None:
    """Return the first of the subjects that an item surely has; None when it has none, or when nobody knows which of those of its file it is about."""
    sure = sure_subjects_of(site.policy, entry)
    return next((subject for subject in site.policy.of(Thema) if subject.item.id in sure[:1]), None)
