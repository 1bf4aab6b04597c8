"""The page of a place: what policy of today says of it, what holds for the whole area, and which plans do not name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.catalogues import Plaats
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.having import toelichting_of, wanneer_of
from polderkoers.website.views.backlinks import FileBacklinks, RelationBacklinks, relation_sections, relations
from polderkoers.website.views.boxes import Box, OverviewSection, items_in
from polderkoers.website.views.link import Link
from polderkoers.website.views.place_map import PlaceMap, place_map
from polderkoers.website.views.places import (
    ABOUT,
    EARLIER,
    NOW,
    OTHERS,
    WAITING,
    in_area,
    named_now,
    silent_on,
    time_of,
)

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

# Of so many items the first words are shown; a longer list is one to look through.
_TOLD = 15
_FOLDED = ((EARLIER, "Ouder beleid"), (WAITING, "Wat nu niet geldt"), (OTHERS, "Van anderen"))


@dataclass(frozen=True)
class FoldedBacklinks:
    """What is folded away, under words that say how much it is."""

    counted: str
    groups: tuple[FileBacklinks, ...]


@dataclass(frozen=True)
class GoalsForAll:
    """The goals of today that name no place of their own: how many of how many, and of each file how many there are."""

    number: int
    total: int
    counted: str
    files: tuple[tuple[Link, str], ...]


@dataclass(frozen=True)
class PlacePage:
    """What the page of a place says.

    `now` is what policy of today says of it, by file, and `number` how many items that is; `folded` is what else names it, and `others`
    what lies in it or stands there. `for_all` is what holds for the whole area that it lies in, and `silent` are the own documents that
    do not name it; both are empty for a place elsewhere.
    """

    naam: str
    area: str
    now: tuple[FileBacklinks, ...]
    number: int
    folded: tuple[FoldedBacklinks, ...]
    others: tuple[RelationBacklinks, ...]
    for_all: GoalsForAll | None
    silent: tuple[Link, ...]
    map: PlaceMap | None
    is_village: bool


def place_page(site: Site, entry: Entry) -> PlacePage:
    """Return what the page of a place says. Raises `TypeError` for an entry that is no place."""
    if not isinstance(entry.item, Plaats):
        raise TypeError(entry.ref)
    home, sections = site.home, relation_sections(site, entry)
    about = [box for section in sections if section.path == ABOUT for box in section.boxes]
    now = [_latest_first(box) for box in about if _time(site, box) == NOW]
    is_within = home is not None and entry.ref != home.ref and in_area(site, entry)
    return PlacePage(
        naam=entry.item.naam,
        area=home.item.label if home else "",
        now=_told(site, now) if items_in(now) <= _TOLD else _groups(site, now),
        number=items_in(now),
        folded=tuple(_folded(site, about)),
        others=tuple(_others(site, entry, sections, about)),
        for_all=goals_for_all(site) if is_within else None,
        silent=silent_on(site, entry) if is_within else (),
        map=area_map(site, entry) if in_area(site, entry) else None,
        is_village=entry.item.soort == "dorp",
    )


def area_map(site: Site, here: Entry | None = None) -> PlaceMap | None:
    """Return the map of the places in the area of the site, None when too little is known of where they are."""
    places = [entry for entry in site.policy.of(Plaats) if in_area(site, entry)]
    return place_map(site, places, named_now(site), site.home.item.label if site.home else "", here)


def _time(site: Site, box: Box) -> str:
    return time_of(site, box.about) if box.about else ""


def _latest_first(box: Box) -> Box:
    """Return a box with what has a date first, the latest at the top: that is what is going to happen."""
    return replace(box, entries=tuple(sorted(box.entries, key=_last_day, reverse=True)))


def _last_day(entry: Entry) -> str:
    """Return the end of the period of an item as it sorts, empty when its data give none."""
    when = wanneer_of(entry.item)
    return (when.tot or when.van or "") if when else ""


def _groups(site: Site, boxes: Iterable[Box]) -> tuple[FileBacklinks, ...]:
    section = OverviewSection(ABOUT, ABOUT, "", tuple(boxes))
    (shown,) = relations(site, section.boxes[0].entries[0], (section,)) if section.boxes else (None,)
    return shown.groups if shown else ()


def _told(site: Site, boxes: Iterable[Box]) -> tuple[FileBacklinks, ...]:
    """Return boxes as a reader sees them, each item with the first paragraph of what explains it."""
    boxes = tuple(boxes)
    found = []
    for box, group in zip(boxes, _groups(site, boxes), strict=True):
        inside = [entry for entry in box.entries if entry is not box.about]
        rows = (
            replace(row, text=row.text or _first_paragraph(entry))
            for row, entry in zip(group.rows, inside, strict=True)
        )
        found.append(replace(group, rows=tuple(rows)))
    return tuple(found)


def _first_paragraph(entry: Entry) -> str:
    return toelichting_of(entry.item).strip().partition("\n\n")[0]


def _folded(site: Site, about: Iterable[Box]) -> Iterator[FoldedBacklinks]:
    for time, name in _FOLDED:
        if boxes := [box for box in about if _time(site, box) == time]:
            yield FoldedBacklinks(f"{name} ({items_in(boxes)})", _groups(site, boxes))


def _others(
    site: Site, entry: Entry, sections: Iterable[OverviewSection], about: Iterable[Box]
) -> Iterator[RelationBacklinks]:
    """Yield what is no policy: the organisations that stand there, and what lies in the place."""
    if listed := tuple(box for box in about if box.about is None):
        yield from relations(site, entry, (OverviewSection("hier", "hier", "Hoort bij deze plaats", listed),))
    yield from relations(site, entry, (section for section in sections if section.path != ABOUT))


# The pages of one site are made one after another.
@lru_cache(maxsize=1)
def goals_for_all(site: Site) -> GoalsForAll | None:
    """Return the goals of today that are for the whole area, None when there are none."""
    found: dict[str, int] = {}
    total = 0
    for goal in site.policy.of(Doel):
        file = site.policy.entries[goal.file.id]
        if isinstance(file.item, Beleid) and time_of(site, file) == NOW:
            total += 1
            found[file.ref] = found.get(file.ref, 0) + (not _has_own_place(site, goal))
    number = sum(found.values())
    if not number:
        return None
    files = ((site.link(site.policy.entries[ref]), site.words.count(of, "doel")) for ref, of in found.items() if of)
    return GoalsForAll(number, total, site.words.count(total, "doel"), tuple(files))


def _has_own_place(site: Site, goal: Entry) -> bool:
    """Return whether a goal, what is in it or what it stands in below its file names a place in the area."""
    items = (goal, *site.policy.below(goal), *(above for above in goal.ancestors() if not above.is_file))
    targets = (reference.target for item in items for reference in site.policy.outgoing(item))
    home = site.home
    places = only(Plaats, (target for target in targets if target is not None))
    return any(in_area(site, place) for place in places if home is None or place.ref != home.ref)
