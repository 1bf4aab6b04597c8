"""What an overview consists of before it is shown: which items stand together, and under which name a part of it could be found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry


@dataclass(frozen=True)
class Box:
    """The items that stand together in an overview: of a file, of a year, under a letter.

    `id` is their anchor, empty when they have none; `about` is what they are of, when that is one item.
    """

    id: str
    name: str
    entries: tuple[Entry, ...]
    about: Entry | None = None

    @property
    def total(self) -> int:
        """How many items there are."""
        return len(self.entries)


@dataclass(frozen=True)
class OverviewSection:
    """Boxes that a reader looks for under one name; `path` is the last part of their address, when they get one."""

    path: str
    anchor: str
    name: str
    boxes: tuple[Box, ...]

    @property
    def total(self) -> int:
        """How many items there are."""
        return items_in(self.boxes)

    @property
    def is_one_box(self) -> bool:
        """Whether it is nothing but a box, as a year or a letter is."""
        return [box.id for box in self.boxes] == [self.anchor]


@dataclass(frozen=True)
class SectionSize:
    """A section of which no more is known than its names and how many items there are."""

    path: str
    anchor: str
    name: str
    total: int


def items_in(boxes: Iterable[Box]) -> int:
    """Return how many items boxes hold together."""
    return sum(box.total for box in boxes)


def entries_in(boxes: Iterable[Box]) -> tuple[Entry, ...]:
    """Return the items in boxes, in their order."""
    return tuple(chain.from_iterable(box.entries for box in boxes))


def all_boxes(sections: Iterable[OverviewSection]) -> tuple[Box, ...]:
    """Return the boxes of sections, in their order."""
    return tuple(chain.from_iterable(section.boxes for section in sections))


def sections_by(boxes: Iterable[Box], named: Callable[[Box], tuple[str, str, str]]) -> Iterator[OverviewSection]:
    """Yield the sections of boxes by the path, anchor and name that a function gives each, in their order."""
    grouped: dict[tuple[str, str, str], list[Box]] = {}
    for box in boxes:
        grouped.setdefault(named(box), []).append(box)
    for (path, anchor, name), found in grouped.items():
        yield OverviewSection(path, anchor, name, tuple(found))


def cut(boxes: Iterable[Box], first: int, last: int) -> Iterator[Box]:
    """Yield what boxes hold from an item up to another, by their numbers."""
    start = 0
    for box in boxes:
        entries = box.entries[max(0, first - start) : max(0, last - start)]
        start += box.total
        if entries:
            yield replace(box, entries=entries)
