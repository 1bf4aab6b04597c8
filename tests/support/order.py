"""Whether an HTML page is in order, as its text says it: quick enough for every page, where `measure.js` asks it in a browser of some."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from lxml import html
from lxml.etree import _Element

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def out_of_order(text: str, language: str = "nl") -> list[str]:
    """Return what is wrong with the language, headings, tables, pictures and figures of a page that is to be in a language."""
    root = html.document_fromstring(text)
    other = [] if root.get("lang") == language else [f"language {root.get('lang')}"]
    return [*other, *_headings(root), *_tables(root), *_pictures(root), *_figures(root)]


def _headings(root: _Element) -> Iterator[str]:
    found = [heading for heading in root.iter(*_HEADINGS) if heading.get("role") != "presentation"]
    levels = [int(heading.tag[1]) for heading in found]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} elements h1"
    yield from (f"h{new} comes after h{old}" for old, new in pairwise([0, *levels]) if new > old + 1)
    yield from (f"{heading.tag} is empty" for heading in found if not heading.text_content().strip())


def _tables(root: _Element) -> Iterator[str]:
    for table in root.iter("table"):
        if not "".join(caption.text_content() for caption in table.iterchildren("caption")).strip():
            yield "a table has no caption"
        if not list(table.iter("th")):
            yield "a table has no headers"
    yield from ("a header of a table does not say of what" for header in root.iter("th") if not header.get("scope"))


def _pictures(root: _Element) -> Iterator[str]:
    for picture in root.iter("svg", "img"):
        is_silent = picture.get("alt") == "" or picture.xpath("ancestor-or-self::*[@aria-hidden='true']")
        if not is_silent and not any(map(picture.get, ("alt", "aria-label", "aria-labelledby"))):
            yield f"{picture.tag} has no text alternative"


def _figures(root: _Element) -> Iterator[str]:
    for figure in root.iter("figure"):
        if figure.find(".//figcaption") is None and not figure.get("aria-label"):
            yield "a figure has no caption"
