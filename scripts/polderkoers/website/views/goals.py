"""The overview of all goals, file by file."""

from __future__ import annotations

from dataclasses import dataclass

from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.blocks import Doel, Doelengroep
from polderkoers.policy.model.having import nummer_of
from polderkoers.website.views.link import Link
from polderkoers.website.views.overviews import tasks_in_order
from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class DoelRow:
    """A goal in the overview of goals."""

    link: Link
    nummer: str
    groep: str


@dataclass(frozen=True)
class DoelBox:
    """The goals of one file."""

    id: str
    file: Link
    kind: str
    jaar: str
    rows: tuple[DoelRow, ...]


def goals(site: Site) -> tuple[DoelBox, ...]:
    """Return all goals, per file, the newest document first."""
    entries = sorted([*tasks_in_order(site), *site.policy.of_kind("plan")], key=lambda entry: -(site.year(entry) or 0))
    found = []
    for entry in entries:
        rows = site.each(_goal_row, only(Doel, site.policy.below(entry)))
        if rows:
            kind = site.words.one(entry.item.soortnaam)
            number = nummer_of(entry.item) or ""
            found.append(
                DoelBox(entry.item.id, site.link(entry), f"{kind} {number}".strip(), str(site.year(entry) or ""), rows)
            )
    return tuple(found)


def _goal_row(site: Site, entry: Entry) -> DoelRow:
    group = next((above.item.naam for above in entry.ancestors() if isinstance(above.item, Doelengroep)), "")
    return DoelRow(site.link(entry), str(nummer_of(entry.item) or ""), group)
