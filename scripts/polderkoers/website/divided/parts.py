"""Which parts an overview has: no more than so many items on one page, and each item on exactly one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from polderkoers.website.views.boxes import Box, OverviewSection, items_in

# How many items an overview, or a part of one, shows on a page at most. With the longest of them (open questions, of some 130
# bytes each as they come over the line) such a page stays under 110 kB with all that it loads.
AT_MOST = 450
# Up to how many files the page that leads to the parts names all: some 20 bytes each as they come over the line.
NAMED_AT_MOST = 1500


@dataclass(frozen=True)
class Part:
    """A part of an overview: the section that it is of, its number there, of how many, and what it holds."""

    section: OverviewSection
    number: int
    of: int
    boxes: tuple[Box, ...]

    @property
    def total(self) -> int:
        """How many items there are."""
        return items_in(self.boxes)

    @property
    def named(self) -> tuple[Box, ...]:
        """What is worth naming where the part is named: nothing, when that name says it all."""
        return () if self.section.is_one_box else self.boxes

    @property
    def name(self) -> str:
        """What the part is called within its overview."""
        return name_of(self.section.name, self.number, self.of)


def name_of(section: str, number: int, of: int) -> str:
    """Return what a part of a section is called."""
    return section if of == 1 else f"{section}, deel {number} van {of}"


def parts_of(sections: Iterable[OverviewSection], at_most: int = AT_MOST) -> Iterator[Part]:
    """Yield the parts of an overview: each section by itself, and in several parts when it is too big for one."""
    for section in sections:
        pages = tuple(_pages(section.boxes, at_most))
        for number, boxes in enumerate(pages, start=1):
            yield Part(section, number, len(pages), boxes)


def _pages(boxes: Iterable[Box], at_most: int) -> Iterator[tuple[Box, ...]]:
    """Yield boxes as far as they go on one page; a box that is too big for a page is cut."""
    page: list[Box] = []
    total = 0
    for box in _cut(boxes, at_most):
        if page and total + box.total > at_most:
            yield tuple(page)
            page, total = [], 0
        page.append(box)
        total += box.total
    if page:
        yield tuple(page)


def _cut(boxes: Iterable[Box], at_most: int) -> Iterator[Box]:
    for box in boxes:
        for start in range(0, box.total, at_most):
            yield replace(box, entries=box.entries[start : start + at_most])
