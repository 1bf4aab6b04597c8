"""Which pages of a site are needed to see every part of it at least once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from lxml import html

from support.site import BuiltSite


class Part(NamedTuple):
    """What decides how an element looks and what it means: its name, classes, role and type."""

    name: str
    classes: frozenset[str]
    role: str
    type: str


Joint = tuple[Part | None, Part]
"""An element, behind the one around it."""


def joints(text: str) -> frozenset[Joint]:
    """Return the elements of an HTML page, each once with the one around it."""
    elements = (element for element in html.document_fromstring(text).iter() if isinstance(element.tag, str))
    return frozenset((_part(element.getparent()), _part(element)) for element in elements)


def _part(element) -> Part | None:
    if element is None:
        return None
    classes = frozenset(element.get("class", "").split())
    return Part(element.tag, classes, element.get("role", ""), element.get("type", ""))


def written(joint: Joint) -> str:
    """Return a joint as `measure.js` writes it, in the page itself."""
    return ">".join(map(_written, joint))


def _written(part: Part | None) -> str:
    return f"{part.name}.{'.'.join(sorted(part.classes))}[{part.role}|{part.type}]" if part else ""


def covering(pages: dict[str, frozenset[Joint]], least: int = 1) -> list[str]:
    """Return pages that together have all that any page has: each time the one with most that was not yet seen.

    It ends at the first with fewer than `least` to see.
    """
    left = frozenset().union(*pages.values())
    chosen = []
    while left:
        best = max(pages, key=lambda path: (len(pages[path] & left), path))
        if len(pages[best] & left) < least:
            break
        chosen.append(best)
        left -= pages[best]
    return chosen


def covering_pages(
    site: BuiltSite, paths: Iterable[str], known: frozenset[Joint] = frozenset(), least: int = 1
) -> list[str]:
    """Return those of the pages of a site that together show every part of it that is not yet known, with most to see first.

    With `least`, only those that show as many or more that none before them shows.
    """
    return covering({path: joints(site.html(path)) - known for path in paths}, least)


def joints_of(site: BuiltSite) -> frozenset[Joint]:
    """Return the joints of all pages of a site."""
    return frozenset().union(*(joints(site.html(path)) for path in [*site.paths, "404.html"]))


def styles(site: BuiltSite) -> dict[str, bytes]:
    """Return all sheets of a site by where they stand: two sites with the same ones look the same where they are built the same."""
    return {path.relative_to(site.folder).as_posix(): path.read_bytes() for path in site.folder.rglob("*.css")}
