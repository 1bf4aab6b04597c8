"""Pages about a party, place, subject or any other item of a list that say too much for one page: what stands first, and the parts with all of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.catalogues import Partij
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.numbers import in_dutch
from polderkoers.website.divided.divided import Divided, PartLink, item_row
from polderkoers.website.divided.late import LatePart, late_parts
from polderkoers.website.divided.parts import AT_MOST
from polderkoers.website.pages import ItemPage, Page, ViewPage, menu_entry, parent_of
from polderkoers.website.views.asked import AskedByThema
from polderkoers.website.views.backlinks import RelationBacklinks
from polderkoers.website.views.boxes import Box, OverviewSection, SectionSize, cut
from polderkoers.website.views.expected import ExpectedByPlan, around_of
from polderkoers.website.views.link import Link
from polderkoers.website.views.listed import Lists, lists_of, sizes_of

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

TEMPLATE = "verdeeld.md.j2"
# How many of a section stand first, when not all of them do, and up to how many it is shown whole.
_FIRST, _WHOLE = 10, 20


@dataclass(frozen=True)
class BegunSection:
    """A section on the page about an item: what is expected, asked or refers, of how many, and the parts with all of it, none when it is whole."""

    expected: ExpectedByPlan | None
    asked: AskedByThema | None
    relation: RelationBacklinks | None
    first: str
    total: str
    parts: tuple[PartLink, ...]


class DividedPage(Divided[LatePart]):
    """The page about one item, divided."""

    def __init__(
        self,
        site: Site,
        page: Page,
        sizes: tuple[SectionSize, ...],
        taken: Collection[str],
        at_most: int = AT_MOST,
    ) -> None:
        """Give each part an address below that of the page; none of those that are `taken` by other pages."""
        self._site, self._page, self._sizes, self._at_most = site, page, sizes, at_most
        super().__init__(page.title, page.path, self._late_parts(), taken, _counted)

    def _late_parts(self) -> Iterator[LatePart]:
        for size in self._sizes:
            if size.total > min(_WHOLE, self._at_most):
                yield from late_parts(size, self._at_most, self._find)

    @cached_property
    def _lists(self) -> Lists:
        return lists_of(self._site, self._page)

    def _find(self, part: LatePart) -> OverviewSection:
        section = next(section for section in self._lists.all if section.path == part.section.path)
        first = (part.number - 1) * self._at_most
        return replace(section, boxes=tuple(cut(section.boxes, first, first + part.total)))

    @property
    def counted(self) -> str:
        """How many items there are, in words."""
        return _counted(sum(size.total for size in self._sizes))

    @property
    def entrance(self) -> dict[str, Any]:
        """What the template of the page shows beside what stands at its top."""
        lists, entry = self._lists, self._page.entry
        return {
            "sections": tuple(self._begun()),
            "is_party": isinstance(entry.item, Partij),
            "has_expected": bool(lists.expected),
            "has_asked": bool(lists.asked),
            "around": around_of(self._site, entry),
            **self.around,
        }

    def _begun(self) -> Iterator[BegunSection]:
        by_section: dict[str, list[PartLink]] = {}
        for (_, part), link in zip(self.parts, self.links(), strict=True):
            by_section.setdefault(part.section.path, []).append(_without_anchors(link))
        for section in self._lists.all:
            parts = tuple(by_section.get(section.path, ()))
            first = self._first_of(section) if parts else section
            shown = self._lists.only(first).shown(self._site, self._page.entry)
            first_total, total = in_dutch(first.total), in_dutch(section.total)
            expected, asked, relation = (_only(shown[kind]) for kind in ("expected", "asked", "relations"))
            yield BegunSection(expected, asked, relation, first_total, total, parts)

    def _first_of(self, section: OverviewSection) -> OverviewSection:
        """Return what stands first of a section: its first items, those that are in force before those that are not."""
        boxes: list[Box] = []
        left = _FIRST
        for box in sorted(section.boxes, key=self._has_no_force):
            if left:
                entries = tuple(sorted(box.entries, key=lambda entry: bool(self._site.mark(entry))))[:left]
                boxes.append(replace(box, entries=entries))
                left -= len(entries)
        return replace(section, boxes=tuple(boxes))

    def _has_no_force(self, box: Box) -> bool:
        return all(map(self._site.mark, box.entries))

    def pages(self) -> Iterator[ViewPage]:
        """Yield the parts as pages."""
        overview, name = parent_of(self._page.entry.item.soortnaam, self._site.words)
        under = ((name, f"{overview}/"), (self.title, self.base))
        yield from self.part_pages(menu_entry(self._page, self._site.words), under, Link(self.title, self.base))

    def shown(self, part: LatePart) -> dict[str, Any]:
        """Return what the page would show of a part."""
        lists = self._lists.only(part.held)
        return {"shown": "deel-over.md.j2", **lists.shown(self._site, self._page.entry)}

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield each item of all sections, once."""
        seen = set()
        for section in self._lists.all:
            for box in section.boxes:
                for entry in box.entries:
                    if entry.ref not in seen:
                        seen.add(entry.ref)
                        yield item_row(self._site, entry, self.base)


def _counted(total: int) -> str:
    return f"{in_dutch(total)} onderdelen" if total > 1 else "1 onderdeel"


def _only(found: tuple[Any, ...]) -> Any:
    return found[0] if found else None


def _without_anchors(link: PartLink) -> PartLink:
    """Return what leads to a part where its section stands above it, under the anchor of that."""
    return replace(link, id="", boxes=tuple(replace(box, id="") for box in link.boxes))


class DividedPages:
    """All pages about one item of a site that say too much for one page."""

    def __init__(self, site: Site, written: Callable[[], Collection[str] | None], at_most: int | None = None) -> None:
        """`written` gives the addresses of the pages that are written by hand, None while these are not known; `at_most` is how many items go on one page."""
        self._site, self._written, self._at_most = site, written, at_most or AT_MOST

    @cached_property
    def by_path(self) -> dict[str, DividedPage]:
        """The pages that are divided, by address."""
        taken = self._site.pages.keys() | frozenset(self._written() or ())
        found = (self._divided(page, sizes, taken) for page, sizes in self._too_big())
        # Of many sections each may be short enough to be shown whole.
        return {parted.base: parted for parted in found if parted.parts}

    def _divided(self, page: Page, sizes: tuple[SectionSize, ...], taken: Collection[str]) -> DividedPage:
        return DividedPage(self._site, page, sizes, taken, self._at_most)

    def _too_big(self) -> Iterator[tuple[Page, tuple[SectionSize, ...]]]:
        for page in self._site.pages.values():
            if (
                isinstance(page, ItemPage)
                or isinstance(page.entry.item, Beleid | Versie)
                or not self._site.policy.is_named_over(page.entry, self._at_most)
            ):
                continue
            sizes = sizes_of(self._site, page)
            if sum(size.total for size in sizes) > self._at_most:
                yield page, sizes

    def pages(self) -> Iterator[ViewPage]:
        """Yield the pages of all parts."""
        for found in self.by_path.values():
            yield from found.pages()

    def files(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield what scripts read: the path of each file and what makes its text."""
        for found in self.by_path.values():
            yield found.data_file, found.data
