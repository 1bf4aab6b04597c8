"""Takes from the HTML of a page what can be searched: its headings with their anchors, and its text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

# Markup is our own: well-formed, and a `>` in a value is always an entity.
_TAG = re.compile(r"<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>", re.DOTALL)
_ID = re.compile(r'(?<![\w-])id="([^"]*)"')
_CLASSES = re.compile(r'(?<![\w-])class="([^"]*)"')
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "rect", "path", "circle", "line", "source", "wbr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset({"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup"})
_NO_TEXT = frozenset({"script", "style", "svg", "nav", "form", "template", "button"})
# What stands on many pages in the same words, or is no text of the page itself.
_NO_CLASS = frozenset(
    {"headerlink", "pk-anker", "pk-historie", "pk-source", "pk-gegevens", "pk-verloop", "pk-ander", "pk-kop__tellingen"}
)


@dataclass(frozen=True)
class Piece:
    """A heading (`level` 1 to 6) or a stretch of running text (`level` 0); a heading may have an anchor."""

    level: int
    anchor: str
    text: str


def pieces(markup: str) -> Iterator[Piece]:
    """Yield what can be searched of the HTML of a page, in order, and read no further than that is asked for."""
    reader = _TextReader()
    place = 0
    for tag in _TAG.finditer(markup):
        reader.text(markup[place : tag.start()])
        place = tag.end()
        if tag[2]:
            name = tag[2].lower()
            if tag[1]:
                reader.close(name)
            elif name not in _VOID and not tag[3].endswith("/"):
                reader.open(name, tag[3])
            elif name == "br":
                reader.text(" ")
        if reader.found:
            yield from reader.found
            reader.found.clear()
    reader.text(markup[place:])
    reader.end_block()
    yield from reader.found


class _TextReader:
    """What has been read so far. `_hidden` counts the open elements from the one that is left out."""

    def __init__(self) -> None:
        self.found: list[Piece] = []
        self._hidden = 0
        self._words: list[str] = []
        self._level = 0
        self._anchor = ""
        self._above = ""

    def text(self, raw: str) -> None:
        if not self._hidden and raw:
            self._words.append(raw)

    def open(self, name: str, attributes: str) -> None:
        if self._hidden or _is_left_out(name, attributes):
            self._hidden += 1
            return
        if name in _INLINE:
            return
        self.end_block()
        anchor = _first(_ID, attributes)
        if name in _HEADINGS:
            # The heading of a card carries no anchor of its own: the card does.
            self._level, self._anchor, self._above = int(name[1]), anchor or self._above, ""
        elif name == "article":
            self._above = anchor

    def close(self, name: str) -> None:
        if self._hidden:
            self._hidden -= 1
        elif name not in _INLINE:
            self.end_block()

    def end_block(self) -> None:
        text = " ".join(html.unescape("".join(self._words)).split())
        if text:
            self.found.append(Piece(self._level, self._anchor, text))
        self._words.clear()
        self._level, self._anchor = 0, ""


def _is_left_out(name: str, attributes: str) -> bool:
    return (
        name in _NO_TEXT
        or "data-search-exclude" in attributes
        or ("class" in attributes and not _NO_CLASS.isdisjoint(_first(_CLASSES, attributes).split()))
    )


def _first(value: re.Pattern[str], attributes: str) -> str:
    found = value.search(attributes)
    return found[1] if found else ""
