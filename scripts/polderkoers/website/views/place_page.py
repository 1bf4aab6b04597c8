"""The page of a place: what policy of today says of it, what holds for the whole area, and which plans do not name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.having import tekst_of
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.website.views.age import EARLIER, NOW, OTHERS, WAITING, is_of_today, time_of
from polderkoers.website.views.backlinks import (
    BacklinkRow,
    FileBacklinks,
    RelationBacklinks,
    by_file,
    relation_sections,
    relations,
    row,
)
from polderkoers.website.views.boxes import Box, all_boxes, items_in
from polderkoers.website.views.link import Link
from polderkoers.website.views.named_places import ABOUT, in_area, inside, named_now
from polderkoers.website.views.place_map import PlaceMap, place_map
from polderkoers.website.views.places import is_named_in, silent_on
from polderkoers.website.views.time_span import last_day

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

# Of so many items the first words are shown; a longer list is one to look through.
_TOLD = 15
_FOLDED = ((EARLIER, "Ouder beleid"), (WAITING, "Wat nu niet geldt"), (OTHERS, "Plannen van anderen"))


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

    `coming` is what is still to happen there, `now` what policy of today says of it, by file, and `number` how many items that is;
    `folded` is what else names it, `listed` which organisations stand there, and `others` what lies in it. `for_all` is what holds for the whole `area` that it
    lies in, and `silent` are the own documents that do not name it; all three are empty for the area itself and for a place elsewhere.
    """

    naam: str
    coming: tuple[BacklinkRow, ...]
    now: tuple[FileBacklinks, ...]
    number: int
    folded: tuple[FoldedBacklinks, ...]
    listed: tuple[FileBacklinks, ...]
    others: tuple[RelationBacklinks, ...]
    is_village: bool
    is_elsewhere: bool = False
    area: str = ""
    for_all: GoalsForAll | None = None
    silent: tuple[Link, ...] = ()
    map: PlaceMap | None = None


def place_page(site: Site, entry: Entry) -> PlacePage:
    """Return what the page of a place says. Raises `TypeError` for an entry that is no place."""
    if not isinstance(entry.item, Plaats):
        raise TypeError(entry.ref)
    sections = relation_sections(site, entry)
    about = (section for section in sections if section.path == ABOUT)
    boxes = list(map(_inside, all_boxes(about)))
    now = list(map(_latest_first, _of_time(site, boxes, NOW)))
    page = PlacePage(
        naam=entry.item.naam,
        coming=tuple(_coming(site, now)),
        now=_told(site, entry, now),
        number=items_in(now),
        folded=tuple(_folded(site, boxes)),
        listed=_groups(site, (box for box in boxes if box.about is None)),
        others=tuple(relations(site, entry, (section for section in sections if section.path != ABOUT))),
        is_village=entry.item.soort == "dorp",
    )
    if not in_area(site, entry):
        return replace(page, is_elsewhere=True)
    page = replace(page, map=area_map(site, entry))
    if site.home is None or entry.ref == site.home.ref:
        return page
    area = site.home.item.label
    return replace(page, area=area, for_all=goals_for_all(site), silent=silent_on(site, entry))


def area_map(site: Site, here: Entry | None = None) -> PlaceMap | None:
    """Return the map of the places in the area of the site, None when too little is known of where they are."""
    places = (entry for entry in site.policy.of(Plaats) if in_area(site, entry))
    return place_map(site, places, named_now(site), here)


def _of_time(site: Site, boxes: Iterable[Box], time: str) -> Iterator[Box]:
    """Yield the boxes with policy of some time; none of what stands in a list."""
    for box in boxes:
        if box.about is not None and time_of(site, box.about) == time:
            yield box


def _inside(box: Box) -> Box:
    """Return a box without its file, when it has what stands in that file too: it is the same said twice."""
    return replace(box, entries=inside(box.entries))


def _latest_first(box: Box) -> Box:
    """Return a box with what has a date first, the latest at the top: that is what is going to happen."""
    return replace(box, entries=tuple(sorted(box.entries, key=_last_day, reverse=True)))


def _last_day(entry: Entry) -> date:
    """Return the last day of the period of an item, the first of all days when its data give none."""
    return last_day(entry) or date.min


def _coming(site: Site, now: Iterable[Box]) -> Iterator[BacklinkRow]:
    """Yield what has a date that is not over yet."""
    for box in now:
        for entry in box.entries:
            if _last_day(entry) >= site.day():
                yield row(site, entry)


def _groups(site: Site, boxes: Iterable[Box]) -> tuple[FileBacklinks, ...]:
    return tuple(by_file(site, box) for box in boxes)


def _told(site: Site, place: Entry, boxes: Sequence[Box]) -> tuple[FileBacklinks, ...]:
    """Return boxes as a reader sees them, each item of a list that is not long with what it says of the place."""
    if items_in(boxes) > _TOLD:
        return _groups(site, boxes)
    return tuple(_with_words(by_file(site, box), box, place) for box in boxes)


def _with_words(group: FileBacklinks, box: Box, place: Entry) -> FileBacklinks:
    entries = (entry for entry in box.entries if entry is not box.about)
    rows = (replace(shown, text=_paragraph(entry, place)) for shown, entry in zip(group.rows, entries, strict=True))
    return replace(group, rows=tuple(rows))


def _paragraph(entry: Entry, place: Entry) -> str:
    """Return the paragraph of an item that names the place, or else the first."""
    paragraphs = tekst_of(entry.item).strip().split("\n")
    return next((each for each in paragraphs if is_named_in(each, place)), paragraphs[0])


def _folded(site: Site, about: Iterable[Box]) -> Iterator[FoldedBacklinks]:
    for time, name in _FOLDED:
        if boxes := tuple(_of_time(site, about, time)):
            yield FoldedBacklinks(f"{name} ({items_in(boxes)})", _groups(site, boxes))


# The pages of one site are made one after another.
@lru_cache(maxsize=1)
def goals_for_all(site: Site) -> GoalsForAll | None:
    """Return the goals of today that are for the whole area, None when there are none."""
    goals = [goal for goal in site.policy.of(Doel) if is_of_today(site, goal)]
    for_all = Counter(goal.file.id for goal in goals if not _has_own_place(site, goal))
    if not for_all:
        return None
    files = ((site.link(site.policy.entries[ref]), site.words.count(of, "doel")) for ref, of in for_all.items())
    return GoalsForAll(for_all.total(), len(goals), site.words.count(len(goals), "doel"), tuple(files))


def _has_own_place(site: Site, goal: Entry) -> bool:
    """Return whether a goal, what is in it or what it stands in below its file names a place in the area."""
    items = (goal, *site.policy.below(goal), *goal.ancestors())
    targets = chain.from_iterable(_places_of(site, item) for item in items if not item.is_file)
    return any(place is not site.home and in_area(site, place) for place in targets)


def _places_of(site: Site, item: Entry) -> Iterator[Entry]:
    for reference in site.policy.outgoing(item):
        if reference.field == ABOUT and reference.target is not None:
            yield reference.target
