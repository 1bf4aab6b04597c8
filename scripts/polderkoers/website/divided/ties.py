"""What other policy says belongs to a policy, when that is too much to stand below its text: pages of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.base import Samenhang
from polderkoers.policy.numbers import in_dutch
from polderkoers.website.divided.divided import Divided
from polderkoers.website.divided.late import LatePart, late_parts
from polderkoers.website.pages import Page, ViewPage, menu_entry, parent_of
from polderkoers.website.views import policy_page, standing
from polderkoers.website.views.boxes import OverviewSection, SectionSize
from polderkoers.website.views.cards import Verband, links_of
from polderkoers.website.views.guide import guide
from polderkoers.website.views.in_short import in_short
from polderkoers.website.views.link import Link
from polderkoers.website.views.notes import file_notes
from polderkoers.website.views.page_sections import PageSection, signs_in
from polderkoers.website.views.policy_page import links_from_elsewhere

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

# Up to how many links from elsewhere stand below a policy, how many of them when there are more, and how many go on a page of their own.
AT_MOST, _FIRST, _ON_A_PAGE = 100, 20, 300
_SECTION, _NAME = "samenhang", "Wat hierbij hoort"


class DividedTies(Divided[LatePart]):
    """The links from elsewhere to one policy, divided."""

    def __init__(self, site: Site, page: Page, total: int, taken: Collection[str], at_most: int = _ON_A_PAGE) -> None:
        """Give each part an address below that of the policy; none of those that are `taken` by other pages."""
        self._site, self._page, self._at_most = site, page, at_most
        size = SectionSize("verwijzingen", "", _NAME, total)
        super().__init__(page.title, page.path, late_parts(size, at_most, _unknown), taken, _counted)

    def begun(self, section: PageSection) -> PageSection:
        """Return a section of the policy; of the one with its links only what stands first, and where all of them are."""
        if section.id != _SECTION:
            return section
        own = links_of(self._site, self._page.entry)
        first = islice(links_from_elsewhere(self._site, self._page.entry), _FIRST)
        return replace(section, verbanden=(*own, *first), more=tuple(map(attrgetter("link"), self.links())))

    def pages(self) -> Iterator[ViewPage]:
        """Yield the parts as pages."""
        overview, name = parent_of(self._page.entry.item.soortnaam, self._site.words)
        under = ((name, f"{overview}/"), (self.title, self.base))
        yield from self.part_pages(menu_entry(self._page, self._site.words), under, Link(self.title, self.base))

    def shown(self, part: LatePart) -> dict[str, Any]:
        """Return the links of a part."""
        return {"shown": "deel-verbanden.md.j2", "verbanden": self._held(part)}

    def _held(self, part: LatePart) -> tuple[Verband, ...]:
        first = (part.number - 1) * self._at_most
        return tuple(islice(links_from_elsewhere(self._site, self._page.entry), first, first + part.total))

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield nothing: no field looks through these."""
        yield from ()


def _unknown(part: LatePart) -> OverviewSection:
    return OverviewSection(part.section.path, part.section.anchor, part.section.name, ())


def _counted(total: int) -> str:
    return f"{in_dutch(total)} verbanden" if total > 1 else "1 verband"


class TiePages:
    """The pages of a site with links from elsewhere to policy that has too many."""

    def __init__(self, site: Site, written: Callable[[], Collection[str] | None], at_most: int = AT_MOST) -> None:
        """`written` gives the addresses of the pages that are written by hand; `at_most` is how many links stand below a policy."""
        self._site, self._written, self._at_most = site, written, at_most

    @cached_property
    def by_path(self) -> dict[str, DividedTies]:
        """What is divided, by the address of the policy that it belongs to."""
        taken = self._site.pages.keys() | frozenset(self._written() or ())
        totals = Counter(self._targets())
        return {
            page.path: DividedTies(self._site, page, totals[page.entry.ref], taken)
            for page in self._site.pages.values()
            if totals[page.entry.ref] > self._at_most
        }

    def _targets(self) -> Iterator[str]:
        """Yield of each link from another file the reference of the file that it leads to."""
        for reference in self._site.policy.held_in(Samenhang):
            if reference.target is not None and reference.target.file.id != reference.source.file.id:
                yield reference.target.file.id

    def pages(self) -> Iterator[ViewPage]:
        """Yield the pages of all parts."""
        for found in self.by_path.values():
            yield from found.pages()


def policy_values(site: Site, page: Page, ties: DividedTies | None = None) -> dict[str, Any]:
    """Return what the template of a file of policy needs, of whatever version the site is."""
    banner = standing.banner(site, page.entry)
    # Of an earlier version stands above the page already that it is not of now.
    sections = tuple(policy_page.sections(site, page.entry, holds=banner is None and not site.is_earlier))
    if ties is not None:
        sections = tuple(map(ties.begun, sections))
    if not site.is_earlier:
        sections = guide(site, page.entry, sections)
    noted = file_notes(site, page.entry.file.id)
    return {
        "head": policy_page.head(site, page.entry, sections),
        "facts": tuple(in_short(site, page.entry)),
        "sections": sections,
        "standing": banner,
        "notes": tuple(noted.top),
        "elsewhere": tuple(noted.elsewhere),
        "signs": signs_in(sections),
    }
