"""What is too big for one page, whatever it is: the addresses of its parts, what leads to these, and what a script looks through."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from polderkoers.policy.dutch_words import capital
from polderkoers.website.divided.parts import NAMED_AT_MOST
from polderkoers.website.pages import ViewPage
from polderkoers.website.views.boxes import Box, OverviewSection, SectionSize
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

SCRIPT, SHEET = "assets/js/delen.js", "assets/css/delen.css"
# Files of the theme that only the page with an entrance asks for.
ONLY_DIVIDED = (SCRIPT, SHEET)


class SomePart(Protocol):
    """What is asked of a part, whether what it holds is known or is found out later."""

    @property
    def section(self) -> SectionSize | OverviewSection:
        """What it is a part of."""

    @property
    def number(self) -> int:
        """Which part of that it is."""

    @property
    def total(self) -> int:
        """How many items there are."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def named(self) -> tuple[Box, ...]:
        """What is worth naming where it is named."""


PartOf = TypeVar("PartOf", bound=SomePart)


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


class Divided(ABC, Generic[PartOf]):
    """Something that is divided: `title` is what it is called, `base` the address of the page that leads to its parts."""

    _site: Site

    def __init__(
        self, title: str, base: str, parts: Iterable[PartOf], taken: Collection[str], count: Callable[[int], str]
    ) -> None:
        """Give each part an address; none of those that are `taken` by other pages. `count` says a number of its items in words."""
        self.title, self.base, self._count = title, base, count
        self.parts: tuple[tuple[str, PartOf], ...] = tuple((self._free(part, taken), part) for part in parts)
        self.data_file = f"{base}delen.json"

    def _free(self, part: PartOf, taken: Collection[str]) -> str:
        """Return the address of a part. No id or word ends in a dash, so that such an address is never taken."""
        first = f"{self.base}{part.section.path}"
        path = f"{first}-/" if f"{first}/" in taken else f"{first}/"
        return path if part.number == 1 else f"{path}deel-{part.number}/"

    @property
    def counted(self) -> str:
        """How many items there are, in words."""
        return self._count(sum(part.total for _, part in self.parts))

    @property
    def around(self) -> dict[str, Any]:
        """What the template of any entrance shows of its parts."""
        return {
            "counted": self.counted,
            "pages": len(self.parts),
            "data_file": self.data_file,
            "script": SCRIPT,
            "sheet": SHEET,
            "overview": self.title,
            "is_in_time": False,
        }

    def links(self) -> Iterator[PartLink]:
        """Yield what leads to each part, with the names of what stands there as long as these are not too many."""
        seen: set[str] = set()
        names_all = sum(len(part.named) for _, part in self.parts) <= NAMED_AT_MOST
        for path, part in self.parts:
            anchor = part.section.anchor if part.number == 1 else ""
            boxes = part.named if names_all else ()
            yield PartLink(
                _once(anchor, seen),
                Link(capital(part.name), path),
                self._count(part.total),
                tuple(BoxLink(_once(box.id, seen), box_link(self._site, path, box), box.total) for box in boxes),
            )

    def part_pages(self, menu: str, under: tuple[tuple[str, str], ...], up: Link | None) -> Iterator[ViewPage]:
        """Yield the parts as pages: `menu` and `under` say where these stand, `up` leads to all parts."""
        for place, (path, part) in enumerate(self.parts):
            title, described = f"{self.title}: {part.name}", partial(self._described, part)
            yield ViewPage(path, title, described, menu, under, "deel.md.j2", partial(self._part, place, up))

    def _described(self, part: PartOf) -> str:
        return f"{self._count(part.total)} van {self.counted}: {part.name}."

    def _part(self, place: int, up: Link | None) -> dict[str, Any]:
        _, part = self.parts[place]
        head = PartHead(self._count(part.total), self.counted, up, self._beside(place - 1), self._beside(place + 1))
        return {"part": head, **self.shown(part)}

    def _beside(self, place: int) -> Link | None:
        if not 0 <= place < len(self.parts):
            return None
        path, part = self.parts[place]
        return Link(part.name, path)

    @abstractmethod
    def shown(self, part: PartOf) -> dict[str, Any]:
        """Return what the template of a part shows: below `shown` the template of what stands in it, and what that shows."""

    @abstractmethod
    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield what can be looked for: its name, where it is shown, and the name of what it stands in."""

    def data(self) -> str:
        """Return what can be looked for in all parts, as JSON: names, with where they are shown and what they stand in.

        Each row has a name, the place of its address among `adressen`, an anchor, and the place of what it stands in among `namen`.
        """
        addresses, names = _Numbered(), _Numbered()
        rows = []
        for name, target, within in self.rows():
            path, _, anchor = target.partition("#")
            rows.append((name, addresses[path], anchor, names[within]))
        found = {"adressen": list(addresses), "namen": list(names), "regels": rows}
        return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


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


def box_link(site: Site, path: str, box: Box) -> Link:
    """Return what leads to a box on a page."""
    return Link(box.name, place_of(path, box), site.mark(box.about) if box.about else "")


def marked(link: Link) -> str:
    """Return the words of a link as a script shows them: with what a reader must know of policy that is not in force."""
    return f"{link.text} ({link.mark.lower()})" if link.mark else link.text


def place_of(path: str, box: Box) -> str:
    """Return where on a page a box stands."""
    return f"{path}#{box.id}" if box.id else path


def item_row(site: Site, entry: Entry, path: str) -> tuple[str, str, str]:
    """Return an item as a row of what can be looked for; what has no place of its own is shown on the page at `path`."""
    within = "" if entry.file.label == entry.item.label else entry.file.label
    return marked(site.link(entry)), site.address(entry) or path, within
