"""The pages at addresses where something stood: what became of it, and how it was in earlier versions."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from polderkoers.policy.addresses import FOLDERS
from polderkoers.website.pages import ViewPage, menu_of, parent_of
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.policy.stones import Stone
    from polderkoers.website.history import History
    from polderkoers.website.views.site import Site


def stone_pages(site: Site, history: History, old: Collection[str]) -> Iterator[ViewPage]:
    """Yield a page for everything that had one and became something else; `old` are the addresses of pages of earlier versions."""
    for stone, path in site.former.pages():
        line = site.former.line(stone)
        kind = site.former.kind_of_page(stone)
        overview, name = parent_of(kind, site.words)
        yield ViewPage(
            path,
            stone.adres.naam or stone.id,
            partial(str, line.sentence),
            menu_of(kind, site.words),
            ((name, f"{overview}/"),),
            "steen.md.j2",
            partial(_values, site, history, stone, path, old),
            is_past=True,
        )


def _values(site: Site, history: History, stone: Stone, path: str, old: Collection[str]) -> dict[str, Any]:
    return {
        "stone": site.former.line(stone),
        "stood": site.former.listed(stone.adres.was),
        "versies": tuple(_versions(history, path, old)),
    }


def _versions(history: History, path: str, old: Collection[str]) -> Iterator[Link]:
    """Yield the page as it was in each earlier version that has it, the newest first."""
    for version in reversed(history.past):
        then = f"{FOLDERS['versie']}/{version.id}/{path}"
        if then in old:
            yield Link(version.name, then)
