"""The pages of a divided overview: the entrance that leads to its parts, and the parts themselves."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from polderkoers.website.divided.divided import Divided, PartLink, box_link, item_row, marked, place_of
from polderkoers.website.divided.parts import AT_MOST, Part, parts_of
from polderkoers.website.pages import ViewPage, placed
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.website.divided.table import Divisible
    from polderkoers.website.views.site import Site

ENTRANCE = "delen.md.j2"


class DividedOverview(Divided[Part]):
    """One overview that is divided."""

    def __init__(self, about: Divisible, site: Site, parts: tuple[Part, ...], taken: Collection[str]) -> None:
        """Give each part an address; none of those that are `taken` by other pages."""
        self._about, self._site = about, site
        base = placed(f"{about.name}/", site.words)
        super().__init__(about.called(site.words), base, parts, taken, partial(about.count, words=site.words))

    @property
    def entrance(self) -> tuple[str, dict[str, Any]]:
        """The template of the page that leads to the parts, and what it shows."""
        above = tuple(filter(attrgetter("tiles"), self._about.above(self._site)))
        parts = tuple(self.links())
        return ENTRANCE, {
            "above": above,
            "parts": parts,
            **self.around,
            "is_in_time": self._about.start is not None,
            "start": self._start({part.id: part for part in parts}),
        }

    def _start(self, parts: Mapping[str, PartLink]) -> PartLink | None:
        """Return the part that a reader begins with, None when there is no such part."""
        if self._about.start is None:
            return None
        return parts.get(self._about.start(self._site, filter(None, parts)))

    def pages(self, *, has_entrance: bool) -> Iterator[ViewPage]:
        """Yield the parts as pages. The overview itself may be left out of a site, and then nothing leads up to it."""
        up = Link("Alle delen", self.base) if has_entrance else None
        under = ((self.title, self.base),) if has_entrance else ()
        yield from self.part_pages(f"{self._about.name}.md", under, up)

    def shown(self, part: Part) -> dict[str, Any]:
        """Return what the overview shows of a part."""
        return {"shown": self._about.template, **self._about.values(self._site, part.boxes)}

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield each item, or each file where a reader looks for that."""
        for path, part in self.parts:
            for box in part.boxes:
                if not self._about.lists_items:
                    yield marked(box_link(self._site, path, box)), place_of(path, box), part.name
                    continue
                for entry in box.entries:
                    yield item_row(self._site, entry, path)


class DividedOverviews:
    """All overviews of a site that are too big for one page."""

    def __init__(
        self,
        site: Site,
        divisible: Iterable[Divisible],
        written: Callable[[], Collection[str] | None],
        at_most: int | None = None,
    ) -> None:
        """`divisible` are the overviews that can be divided; `written` gives the addresses of the pages that are written by hand, None while these are not known.

        `at_most` is how many items go on one page, when that is not as on every site.
        """
        self._site, self._divisible, self._written, self._at_most = site, divisible, written, at_most or AT_MOST

    @cached_property
    def _found(self) -> dict[str, tuple[Divisible, tuple[Part, ...]]]:
        return {about.name: (about, parts) for about in self._divisible if (parts := self._parts(about))}

    def _parts(self, about: Divisible) -> tuple[Part, ...]:
        """Return the parts of an overview, none when it fits on one page."""
        if len(self._site.policy.of_kind(*about.kinds)) <= self._at_most:
            return ()
        sections = about.sections(self._site)
        if sum(section.total for section in sections) <= self._at_most:
            return ()
        return tuple(parts_of(sections, self._at_most))

    @property
    def names(self) -> Collection[str]:
        """The names of the overviews that are divided, which are known before their addresses are."""
        return self._found.keys()

    @cached_property
    def by_name(self) -> dict[str, DividedOverview]:
        """The overviews that are divided, by name."""
        taken = self._site.pages.keys() | frozenset(self._written() or ())
        return {name: DividedOverview(about, self._site, parts, taken) for name, (about, parts) in self._found.items()}

    def entrance(self, name: str) -> tuple[str, dict[str, Any]] | None:
        """Return template and values of what stands in place of an overview by its name, None when it is not divided."""
        return self.by_name[name].entrance if name in self._found else None

    def pages(self) -> Iterator[ViewPage]:
        """Yield the pages of all parts."""
        written = self._written()
        for found in self.by_name.values():
            yield from found.pages(has_entrance=written is None or found.base in written)

    def files(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield what scripts read: the path of each file and what makes its text."""
        for found in self.by_name.values():
            yield found.data_file, found.data
