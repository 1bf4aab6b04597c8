"""The pages of a divided overview: the entrance that leads to its parts, and the parts themselves."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from polderkoers.policy.dutch_words import capital
from polderkoers.website.divided.parts import AT_MOST, NAMED_AT_MOST, Part, parts_of
from polderkoers.website.pages import ViewPage, placed
from polderkoers.website.views.boxes import Box
from polderkoers.website.views.link import Link, mark

if TYPE_CHECKING:
    from polderkoers.website.divided.table import Divisible
    from polderkoers.website.views.site import Site

SCRIPT, SHEET = "assets/js/delen.js", "assets/css/delen.css"
# Files of the theme that only the page with an entrance asks for.
ONLY_DIVIDED = (SCRIPT, SHEET)
ENTRANCE = "delen.md.j2"


@dataclass(frozen=True)
class BoxLink:
    """Where a box of an overview is shown: its anchor here, its link, and how many items it holds."""

    id: str
    link: Link
    total: int


@dataclass(frozen=True)
class PartLink:
    """A part as the entrance shows it: its anchor here, its link, how much it holds in words, and what stands in it by name."""

    id: str
    link: Link
    counted: str
    boxes: tuple[BoxLink, ...]


@dataclass(frozen=True)
class PartHead:
    """What stands around a part: how much it holds, in words, of how much, and the parts before and after it."""

    counted: str
    of: str
    up: Link | None
    before: Link | None
    after: Link | None


class DividedOverview:
    """One overview that is divided."""

    def __init__(self, about: Divisible, site: Site, parts: tuple[Part, ...], taken: Collection[str]) -> None:
        """Give each part an address; none of those that are `taken` by other pages."""
        self._about, self._site = about, site
        self.title = about.called(site.words)
        self.base = placed(f"{about.name}/", site.words)
        self.parts = tuple((self._free(part, taken), part) for part in parts)
        self.data_file = f"{self.base}delen.json"

    def _free(self, part: Part, taken: Collection[str]) -> str:
        """Return the address of a part. No id or word ends in a dash, so that such an address is never taken."""
        first = f"{self.base}{part.section.path}"
        path = f"{first}-/" if f"{first}/" in taken else f"{first}/"
        return path if part.number == 1 else f"{path}deel-{part.number}/"

    @property
    def counted(self) -> str:
        """How many items there are, in words."""
        return self._count(sum(part.total for _, part in self.parts))

    def _count(self, total: int) -> str:
        return self._about.count(total, self._site.words)

    @property
    def entrance(self) -> tuple[str, dict[str, Any]]:
        """The template of the page that leads to the parts, and what it shows."""
        return ENTRANCE, {
            "above": tuple(box for box in self._about.above(self._site) if box.tiles),
            "counted": self.counted,
            "pages": len(self.parts),
            "parts": tuple(self._links()),
            "data_file": self.data_file,
            "script": SCRIPT,
            "sheet": SHEET,
            "overview": self.title,
        }

    def _links(self) -> Iterator[PartLink]:
        seen: set[str] = set()
        names_all = sum(len(part.boxes) for _, part in self.parts) <= NAMED_AT_MOST
        for path, part in self.parts:
            anchor = part.section.anchor if part.number == 1 else ""
            boxes = part.boxes if names_all and not part.section.is_one_box else ()
            yield PartLink(
                _once(anchor, seen),
                Link(capital(part.name), path),
                self._count(part.total),
                tuple(BoxLink(_once(box.id, seen), _link(path, box), box.total) for box in boxes),
            )

    def pages(self, *, has_entrance: bool) -> Iterator[ViewPage]:
        """Yield the parts as pages. The overview itself may be left out of a site, and then nothing leads up to it."""
        up = Link("Alle delen", self.base) if has_entrance else None
        under = ((self.title, self.base),) if has_entrance else ()
        for place, (path, part) in enumerate(self.parts):
            yield ViewPage(
                path,
                f"{self.title}: {part.name}",
                partial(self._described, part),
                f"{self._about.name}.md",
                under,
                "deel.md.j2",
                partial(self._shown, place, up),
            )

    def _described(self, part: Part) -> str:
        return f"{self._count(part.total)} van {self.counted}: {part.name}."

    def _shown(self, place: int, up: Link | None) -> dict[str, Any]:
        _, part = self.parts[place]
        head = PartHead(self._count(part.total), self.counted, up, self._beside(place - 1), self._beside(place + 1))
        values = self._about.values(self._site, part.boxes)
        return {"part": head, "shown": self._about.template, **values}

    def _beside(self, place: int) -> Link | None:
        if not 0 <= place < len(self.parts):
            return None
        path, part = self.parts[place]
        return Link(part.name, path)

    def data(self) -> str:
        """Return what can be looked for in all parts, as JSON: names, with where they are shown and what they stand in.

        Each row has a name, the place of its address among `adressen`, an anchor, and the place of what it stands in among `namen`.
        """
        addresses, names = _Numbered(), _Numbered()
        rows = []
        for name, target, within in self._rows():
            path, _, anchor = target.partition("#")
            rows.append((name, addresses[path], anchor, names[within]))
        found = {"adressen": list(addresses), "namen": list(names), "regels": rows}
        return json.dumps(found, ensure_ascii=False, separators=(",", ":"))

    def _rows(self) -> Iterator[tuple[str, str, str]]:
        for path, part in self.parts:
            for box in part.boxes:
                if not self._about.lists_items:
                    yield _marked(_link(path, box)), _at(path, box), part.name
                    continue
                for entry in box.entries:
                    within = "" if entry.file.label == entry.item.label else entry.file.label
                    yield _marked(self._site.link(entry)), self._site.address(entry) or path, within


class _Numbered(dict[str, int]):
    """Gives each text that is asked for a number, in the order of asking."""

    def __missing__(self, text: str) -> int:
        self[text] = len(self)
        return self[text]


def _once(anchor: str, seen: set[str]) -> str:
    """Return an anchor the first time that it is asked for, and nothing after that: a page has each only once."""
    if anchor in seen:
        return ""
    seen.add(anchor)
    return anchor


def _link(path: str, box: Box) -> Link:
    return Link(box.name, _at(path, box), mark(box.about) if box.about else "")


def _marked(link: Link) -> str:
    """Return the words of a link as a script shows them: with what a reader must know of policy that is not in force."""
    return f"{link.text} ({link.mark.lower()})" if link.mark else link.text


def _at(path: str, box: Box) -> str:
    return f"{path}#{box.id}" if box.id else path


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
