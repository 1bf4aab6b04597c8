"""The overview of all goals, file by file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from polderkoers.policy.in_force import WITHDRAWN
from polderkoers.policy.index import Entry
from polderkoers.policy.model.blocks import Doel, Doelengroep
from polderkoers.policy.model.having import nummer_of
from polderkoers.website.views.age import time_of
from polderkoers.website.views.boxes import Box, OverviewSection, sections_by
from polderkoers.website.views.link import Link
from polderkoers.website.views.overviews import tasks_in_order
from polderkoers.website.views.shown_times import time_choices
from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class DoelRow:
    """A goal in the overview of goals."""

    link: Link
    nummer: str
    groep: str


@dataclass(frozen=True)
class DoelBox:
    """The goals of one file. `time` is of which time it is, for who chooses what to see."""

    id: str
    file: Link
    kind: str
    jaar: str
    rows: tuple[DoelRow, ...]
    time: str = ""

    @property
    def is_withdrawn(self) -> bool:
        """Whether they are no goals of today."""
        return self.file.mark == WITHDRAWN


def goals(site: Site, boxes: Iterable[Box] | None = None) -> tuple[DoelBox, ...]:
    """Return the goals per file: of all files, or those in some boxes."""
    return tuple(_box(site, box) for box in (_boxes(site) if boxes is None else boxes))


def goals_by_time(site: Site) -> dict[str, Any]:
    """Return what the overview of goals shows: all of them, and the choices of what to see."""
    boxes, totals = goals(site), Counter[str]()
    for box in boxes:
        totals[box.time] += len(box.rows)
    return {"boxes": boxes, "times": time_choices(site, totals)}


def goal_sections(site: Site) -> tuple[OverviewSection, ...]:
    """Return the goals by the year of the document that their file comes from, the newest first, and those that were withdrawn last."""
    return tuple(sections_by(_boxes(site), partial(_year_of, site)))


def _year_of(site: Site, box: Box) -> tuple[str, str, str]:
    if _is_withdrawn(site, box):
        return "ingetrokken", "ingetrokken-", WITHDRAWN
    year = site.year(box.about) if box.about else None
    if year is None:
        return "zonder-jaar", "", "Zonder jaar"
    return str(year), "", str(year)


def _is_withdrawn(site: Site, box: Box) -> bool:
    return box.about is not None and site.mark(box.about) == WITHDRAWN


def _boxes(site: Site) -> Iterator[Box]:
    """Yield the goals of each file, the newest first; of what was withdrawn they are no goals of today, and stand last."""
    yield from sorted(_newest_first(site), key=partial(_is_withdrawn, site))


def _newest_first(site: Site) -> Iterator[Box]:
    entries = sorted([*tasks_in_order(site), *site.policy.of_kind("plan")], key=lambda entry: -(site.year(entry) or 0))
    by_file: dict[str, list[Entry]] = {}
    for goal in site.policy.of(Doel):
        by_file.setdefault(goal.file.id, []).append(goal)
    for entry in entries:
        if entry.file.id in by_file:
            yield Box(entry.item.id, entry.item.label, tuple(by_file[entry.file.id]), entry)


def _box(site: Site, box: Box) -> DoelBox:
    entry = box.about or box.entries[0]
    kind, number = site.words.one(entry.item.soortnaam), nummer_of(entry.item) or ""
    rows = site.each(_goal_row, box.entries)
    year = str(site.year(entry) or "")
    return DoelBox(box.id, site.link(entry), f"{kind} {number}".strip(), year, rows, time_of(site, entry))


def _goal_row(site: Site, entry: Entry) -> DoelRow:
    group = next((above.item.naam for above in entry.ancestors() if isinstance(above.item, Doelengroep)), "")
    return DoelRow(site.link(entry), str(nummer_of(entry.item) or ""), group)
