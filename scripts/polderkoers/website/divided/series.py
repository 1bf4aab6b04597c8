"""Pages of what became of one document in another: one page, or when that is too much an entrance and parts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from polderkoers.policy.numbers import in_dutch
from polderkoers.website.divided.divided import Divided, item_row
from polderkoers.website.divided.parts import AT_MOST, Part, parts_of
from polderkoers.website.pages import ViewPage
from polderkoers.website.views.boxes import Box, OverviewSection, items_in
from polderkoers.website.views.continued import Series, followed, series
from polderkoers.website.views.link import Link
from polderkoers.website.views.thread_picture import picture

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site
    from polderkoers.website.views.story import Story

_MENU, _ABOVE = "plannen.md", ("Bronnen", "bronnen/")


class DividedSeries(Divided[Part]):
    """What became of one document in another, divided."""

    def __init__(self, site: Site, found: Series, boxes: tuple[Box, ...], taken: Collection[str], at_most: int) -> None:
        """Give each part an address below that of the page; none of those that are `taken` by other pages."""
        self._site, self._series = site, found
        whole = OverviewSection("delen", "", site.words.more("doel"), boxes)
        # What became of a file is not cut, however many goals it has.
        parts = parts_of([whole], max(at_most, *(box.total for box in boxes)))
        super().__init__(found.title, found.path, parts, taken, partial(_counted, site))

    @property
    def entrance(self) -> dict[str, Any]:
        """What the page shows in place of what became of each file."""
        return {"parts": tuple(self.links()), "above": (), **self.around}

    def pages(self) -> Iterator[ViewPage]:
        """Yield the parts as pages."""
        yield from self.part_pages(_MENU, (_ABOVE, (self.title, self.base)), Link(self.title, self.base))

    def shown(self, part: Part) -> dict[str, Any]:
        """Return what became of the files in a part."""
        files = [box.about for box in part.boxes if box.about is not None]
        return {"shown": "vervolg.j2", "series": self._series.of(files)}

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield each goal."""
        for path, part in self.parts:
            for box in part.boxes:
                yield from (item_row(self._site, entry, path) for entry in box.entries)


def _counted(site: Site, total: int) -> str:
    return f"{in_dutch(total)} {site.words.some(total, 'doel').lower()}"


class SeriesPages:
    """The pages of a site about what became of one document in another."""

    def __init__(
        self,
        site: Site,
        written: Callable[[], Collection[str] | None],
        at_most: int | None = None,
        told: Callable[[], Iterable[Story]] = tuple,
    ) -> None:
        """`written` gives the addresses of the pages that are written by hand; `at_most` is how many goals go on one page.

        `told` gives the stories that these pages have in common with those about changes.
        """
        self._site, self._written, self._at_most, self._told = site, written, at_most or AT_MOST, told

    @cached_property
    def _all(self) -> tuple[Series, ...]:
        return series(self._site)

    @cached_property
    def by_path(self) -> dict[str, DividedSeries]:
        """Those that are divided, by address."""
        taken = frozenset(self._written() or ())
        with_boxes = ((found, followed(self._site, found)) for found in self._all)
        return {
            found.path: DividedSeries(self._site, found, boxes, taken, self._at_most)
            for found, boxes in with_boxes
            if items_in(boxes) > self._at_most
        }

    def pages(self) -> Iterator[ViewPage]:
        """Yield the page of every pair of documents, and the parts of those that are divided."""
        for found in self._all:
            described = f"Wat er van {found.earlier.text} terugkomt in {found.later.text}."
            yield ViewPage(
                found.path,
                found.title,
                partial(str, described),
                _MENU,
                (_ABOVE,),
                "vervolg.md.j2",
                partial(self._shown, found),
            )
        for parted in self.by_path.values():
            yield from parted.pages()

    def _shown(self, found: Series) -> dict[str, Any]:
        story = next((each for each in self._told() if each.continued.address == found.path), None)
        if parted := self.by_path.get(found.path):
            return {"series": found, "story": story, "body": "delen.md.j2", **parted.entrance}
        return {"series": found, "story": story, "picture": picture(found), "body": "vervolg.j2"}

    def files(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield what scripts read: the path of each file and what makes its text."""
        for found in self.by_path.values():
            yield found.data_file, found.data
