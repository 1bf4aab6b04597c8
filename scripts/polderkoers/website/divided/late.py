"""Parts of which no more than the size is known, until somebody asks what they hold: a live preview needs their addresses at each edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from polderkoers.website.divided.parts import name_of
from polderkoers.website.views.boxes import Box, OverviewSection, SectionSize


@dataclass(frozen=True)
class LatePart:
    """A part of a section of which no more is known than its size, until somebody asks what it holds."""

    section: SectionSize
    number: int
    of: int
    total: int
    find: Callable[[LatePart], OverviewSection]

    @property
    def name(self) -> str:
        """What the part is called on its page."""
        return name_of(self.section.name, self.number, self.of)

    @cached_property
    def held(self) -> OverviewSection:
        """The section with what the part holds of it."""
        return self.find(self)

    @property
    def named(self) -> tuple[Box, ...]:
        """The files of which something stands there; none when it is all of one subject."""
        return () if self.held.is_one_box else self.held.boxes


def late_parts(size: SectionSize, at_most: int, find: Callable[[LatePart], OverviewSection]) -> Iterator[LatePart]:
    """Yield the parts of a section of which no more than the size is known; `find` gives what is in one."""
    of = -(-size.total // at_most)
    for number in range(1, of + 1):
        yield LatePart(size, number, of, min(at_most, size.total - (number - 1) * at_most), find)
