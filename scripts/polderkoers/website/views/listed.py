"""What the page about an item of a list lists: what a party may expect, what is asked of it, and what else refers to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from polderkoers.policy.model.catalogues import Partij
from polderkoers.website.views.asked import asked_of, asked_sections, asked_sizes
from polderkoers.website.views.backlinks import relation_sections, relation_sizes, relations
from polderkoers.website.views.boxes import OverviewSection, SectionSize
from polderkoers.website.views.expected import around_of, expected_of, expected_sections, expected_sizes

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.pages import Page
    from polderkoers.website.views.site import Site

Named = TypeVar("Named", SectionSize, OverviewSection)
# The relation in which a party is spoken of, and nothing is asked of it.
_SPOKEN_OF = "partijen"


@dataclass(frozen=True)
class Lists:
    """The sections of such a page: what is for a party, by plan, what is asked of it, by subject, and what refers to the item, by relation."""

    expected: tuple[OverviewSection, ...]
    asked: tuple[OverviewSection, ...]
    relations: tuple[OverviewSection, ...]

    @property
    def all(self) -> tuple[OverviewSection, ...]:
        """All sections, in the order of the page."""
        return (*self.expected, *self.asked, *self.relations)

    def only(self, section: OverviewSection) -> Lists:
        """Return one section, or what is left of it, in the place that it has here."""
        if section.path in {own.path for own in self.expected}:
            return Lists((section,), (), ())
        if section.path in {own.path for own in self.asked}:
            return Lists((), (section,), ())
        return Lists((), (), (section,))

    def shown(self, site: Site, entry: Entry) -> dict[str, Any]:
        """Return the sections as a reader sees them."""
        # Of what is no party nothing is asked, and to look for that takes a while.
        asked = self.asked and asked_of(site, entry, self.asked)
        return {
            "around": around_of(site, entry),
            "expected": expected_of(site, entry, self.expected),
            "asked": asked,
            "relations": tuple(relations(site, entry, self.relations)),
        }


def lists_of(site: Site, page: Page) -> Lists:
    """Return what the page about an item lists."""
    if not isinstance(page.entry.item, Partij):
        return Lists((), (), relation_sections(site, page.entry))
    # What asks something stands before where the party is only spoken of.
    asked = asked_sections(site, page.entry)
    spoken_of = relation_sections(site, page.entry, _SPOKEN_OF)
    expected = expected_sections(site, page.entry)
    return Lists(expected, asked, tuple(_beside(section, asked) for section in spoken_of))


def sizes_of(site: Site, page: Page) -> tuple[SectionSize, ...]:
    """Return how much the page about an item lists in each of its sections, without what makes a page of it."""
    if not isinstance(page.entry.item, Partij):
        return tuple(relation_sizes(site, page.entry))
    asked = tuple(asked_sizes(site, page.entry))
    spoken_of = relation_sizes(site, page.entry, _SPOKEN_OF)
    expected = expected_sizes(site, page.entry)
    return (*expected, *asked, *(_beside(size, asked) for size in spoken_of))


def _beside(section: Named, others: Iterable[SectionSize | OverviewSection]) -> Named:
    """Return a section with a path that no other has. No id of a subject ends in a dash."""
    if section.path in {other.path for other in others}:
        return replace(section, path=f"{section.path}-")
    return section
