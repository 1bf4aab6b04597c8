"""What a first visit to a page loads, counted in bytes as they come over the line."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from support.site import BuiltSite

# The page with all styles, scripts, fonts and pictures.
BUDGET = 110_000
PACKED = {".html", ".css", ".js", ".svg", ".json", ".txt", ".xml"}
LOADED = re.compile(
    r'<link\b[^>]*\brel="(?:stylesheet|preload|modulepreload|icon)"[^>]*>|<(?:script|img|source|iframe|video|audio)\b[^>]*>'
)
ADDRESS = re.compile(r'\b(?:href|src|poster)="([^"]+)"')
# In a sheet: fonts and pictures. In a script: what a module begins with; import() comes later, when there is something to do.
INSIDE = {
    ".css": re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)"""),
    ".js": re.compile(r"""^(?:import|export)\b[^;(]*?["']([^"']+)["']""", re.MULTILINE),
}


@cache
def weight(file: Path) -> int:
    """Return the bytes of a file over the line: text packed, fonts and pictures as they are."""
    data = file.read_bytes()
    return len(gzip.compress(data)) if file.suffix in PACKED else len(data)


@cache
def inside(file: Path) -> tuple[Path, ...]:
    """Return the files that a sheet or script asks for in turn."""
    pattern = INSIDE.get(file.suffix)
    found = pattern.findall(file.read_text("utf-8")) if pattern else []
    return tuple((file.parent / address).resolve() for address in found if not address.startswith(("data:", "#")))


def loaded(page: Path, site: Path) -> set[Path]:
    """Return all files that a browser loads for a page, the page itself included."""
    waiting = [page]
    for tag in LOADED.findall(page.read_text("utf-8")):
        for address in ADDRESS.findall(tag):
            path = address.partition("?")[0]
            # The page that stands in for a missing one names everything from the root.
            waiting.append(site / path.lstrip("/") if path.startswith("/") else (page.parent / path).resolve())
    found: set[Path] = set()
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += inside(file)
    return found


def pages(site: BuiltSite) -> Iterator[Path]:
    """Yield every page of the site."""
    yield from sorted(site.folder.resolve().rglob("*.html"))


def too_heavy(site: BuiltSite) -> dict[str, int]:
    """Return the pages of a site that weigh more than the budget, with what they weigh; every font counts, used or not."""
    folder = site.folder.resolve()
    weights = {page: sum(map(weight, loaded(page, folder))) for page in pages(site)}
    return {page.relative_to(folder).as_posix(): total for page, total in weights.items() if total > BUDGET}
