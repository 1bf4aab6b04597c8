"""Counts what a first visit to a page of a built site loads, in bytes as they come over the line, without a browser."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

PACKED = {".html", ".css", ".js", ".svg", ".json", ".txt", ".xml"}
LOADED = re.compile(
    r'<link\b[^>]*\brel="(?:stylesheet|preload|modulepreload|icon)"[^>]*>|<(?:script|img|use|source|iframe|video|audio)\b[^>]*>'
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
            path = address.partition("#")[0].partition("?")[0]
            if not path:
                continue
            # The page that stands in for a missing one names everything from the root.
            waiting.append(site / path.lstrip("/") if path.startswith("/") else (page.parent / path).resolve())
    found: set[Path] = set()
    while waiting:
        file = waiting.pop()
        if file not in found:
            found.add(file)
            waiting += inside(file)
    return found


def first_visit(page: Path, site: Path) -> int:
    """Return the bytes of a page with all that it loads; every font counts, used or not."""
    return sum(map(weight, loaded(page, site)))
