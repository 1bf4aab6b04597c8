"""Pages of HTML that a site brings along as they are: what it promises of its pages holds for them too."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.structure.files import Files

# Where a browser would begin the head of a page that has none.
_NOTHING = r"(?:\s|\ufeff|<!--.*?-->)*"
_BEFORE_HEAD = re.compile(rf"{_NOTHING}(?:<!doctype\b[^>]*>{_NOTHING})?(?:<html\b[^>]*>)?", re.IGNORECASE | re.DOTALL)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def loose_pages(files: Files) -> Iterator[tuple[str, str]]:
    """Yield the HTML files that are copied as they are: the path below the root of the site, and below docs/."""
    for file in files:
        if file.dest_uri.endswith((".html", ".htm")) and not file.is_documentation_page():
            yield file.dest_uri, file.src_uri


def is_page(html: str) -> bool:
    """Return whether a text is a page, and not the bare words by which some services know an owner."""
    return "<" in html


def with_head(html: str) -> str:
    """Return a page with a head."""
    if re.search(r"<head\b", html, re.IGNORECASE):
        return html
    return _BEFORE_HEAD.sub(lambda start: f"{start.group()}<head></head>", html, count=1)


def read(path: Path) -> tuple[str, str]:
    """Return the text of a page, and the encoding to write it in again."""
    content = path.read_bytes()
    if content.startswith(_UTF_16):
        return content.decode("utf-16"), "utf-16"
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("latin-1"), "latin-1"
