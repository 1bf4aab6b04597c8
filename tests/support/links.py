"""What holds for every page of any site: its links, titles and ids, and where it loads from."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from urllib.parse import unquote, urlsplit

from support.site import BuiltSite

_LOADED = re.compile(r"""<(?:script|link|img|iframe|source)[^>]+(?:src|href)=["'](?:https?:)?//""")
_LOADED_BY_STYLE = re.compile(r"(url\(|@import)\s*['\"]?(https?:)?//")

_NO_INDEX = re.compile(r'<meta name="robots" content="noindex')


def resolve(path: str, href: str) -> tuple[str, str]:
    """Return the address below the root of the site, and the anchor, that a link on a page leads to."""
    parts = urlsplit(href)
    target = posixpath.normpath(posixpath.join("/", path, unquote(parts.path))) if parts.path else f"/{path}"
    target = target.lstrip("/")
    is_folder = not posixpath.splitext(target)[1] and not target.endswith("LICENSE")
    return (f"{target.rstrip('/')}/" if target and is_folder else target), unquote(parts.fragment)


def links_on(site: BuiltSite, path: str) -> set[tuple[str, str]]:
    """Return where the links of a page lead, within the site."""
    found = (element.attributes.get("href", "") for element in site.page(path).all("a"))
    return {resolve(path, href) for href in found if href and not urlsplit(href).scheme}


def dead_links(site: BuiltSite) -> list[str]:
    """Return the links of a site that lead to no page, or to no anchor of one."""
    dead = []
    for path in site.paths:
        for target, anchor in links_on(site, path):
            file = site.folder / (f"{target}index.html" if not target or target.endswith("/") else target)
            if not file.exists() or (anchor and file.suffix == ".html" and anchor not in site.page(target).ids):
                dead.append(f"{path} -> {target}#{anchor}")
    return dead


def out_of_reach(site: BuiltSite, clicks: int = 3) -> list[str]:
    """Return the pages to which no way of so many clicks leads from the home page.

    An old address is there for whoever kept a link to it: it says `noindex`, and nothing need lead to it.
    """
    every = set(site.paths)
    reached, frontier = {""}, {""}
    for _ in range(clicks):
        frontier = {target for path in frontier for target, _ in links_on(site, path) if target in every} - reached
        reached |= frontier
    return sorted(path for path in every - reached if not _NO_INDEX.search(site.html(path)))


def from_elsewhere(site: BuiltSite) -> list[str]:
    """Return the pages and styles of a site that load a script, style, image, font or frame from an address of their own."""
    pages = [path for path in site.paths if _LOADED.search(site.html(path))]
    sheets = (path for path in site.folder.rglob("*.css") if _LOADED_BY_STYLE.search(path.read_text(encoding="utf-8")))
    return [*pages, *(path.relative_to(site.folder).as_posix() for path in sheets)]


def double_titles(site: BuiltSite) -> list[str]:
    """Return the titles that more than one page has."""
    titles = Counter(site.page(path).all("title")[0].text for path in site.paths)
    return sorted(title for title, times in titles.items() if times > 1)


def double_ids(site: BuiltSite) -> dict[str, list[str]]:
    """Return the ids that stand more than once on a page, by page."""
    counted = {path: Counter(site.page(path).ids) for path in site.paths}
    doubles = {path: [id_ for id_, times in ids.items() if times > 1] for path, ids in counted.items()}
    return {path: found for path, found in doubles.items() if found}
