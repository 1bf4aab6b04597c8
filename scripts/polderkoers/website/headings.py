"""Makes of the headings of a template the very HTML that Markdown makes of them, so that it need not read a page that is HTML already."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from markdown.extensions.toc import nest_toc_tokens, slugify, strip_tags, unique

# How Markdown is set up for the headings of every site; `made` keeps to it.
SETTINGS: dict[str, Any] = {"permalink": True, "permalink_title": "Vaste link naar dit kopje", "toc_depth": "2-3"}
# What the link of a heading to itself says before the name of the heading.
LINK_TO = "Vaste link naar"
_IN_CONTENTS = range(2, 4)
# A heading is a line of its own; no text of the data begins a line, because every template puts it behind a tag.
_HEADING = re.compile(r"^(#{1,6}) +(.*?)(?: +\{#([^}\s]+)\})?[ \t]*$", re.MULTILINE)

# The link of a heading to itself as both make it, with the heading that it stands in.
_LINKED = re.compile(
    r'<h(?P<level>[1-6])(?P<more>[^>]*)>(?P<words>(?:(?!</h[1-6]>).)*?)<a class="headerlink" href="(?P<place>[^"]*)" title="[^"]*">&para;</a></h(?P=level)>',
    re.DOTALL,
)
# A table of contents as Markdown gives it: of each heading `level`, `id`, `name` and `children`.
Contents = list[Any]


@dataclass(frozen=True)
class Heading:
    """A heading of a page: its level, its words as HTML, and the name of its place."""

    level: int
    words: str
    anchor: str

    @property
    def html(self) -> str:
        """The heading with the link to itself."""
        link = f'<a class="headerlink" href="#{self.anchor}" title="{SETTINGS["permalink_title"]}">&para;</a>'
        return f'<h{self.level} id="{self.anchor}">{self.words}{link}</h{self.level}>'

    @property
    def token(self) -> dict[str, Any]:
        """The heading for the table of contents."""
        return {"level": self.level, "id": self.anchor, "name": strip_tags(self.words)}


def made(text: str) -> tuple[str, Contents]:
    """Return the HTML of a page of which only the headings are Markdown, and its table of contents."""
    first, *parts = _HEADING.split(text)
    found = tuple(_headings(parts))
    pieces = [_stretch(first)]
    for heading, stretch in zip(found, parts[3::4], strict=True):
        pieces += f"{heading.html}\n", _stretch(stretch)
    contents = [heading.token for heading in found if heading.level in _IN_CONTENTS]
    return "".join(pieces).strip(), nest_toc_tokens(contents)


def _stretch(html: str) -> str:
    """Return what stands between two headings with the blank line that Markdown puts below it."""
    held = html.strip()
    return f"{held}\n\n" if held else ""


def _headings(parts: list[str]) -> Iterator[Heading]:
    """Yield the headings in what a text was split into; one without an anchor gets its words as anchor, unless that is taken."""
    taken = set(filter(None, parts[2::4]))
    for signs, words, anchor in zip(parts[0::4], parts[1::4], parts[2::4], strict=True):
        own = anchor or unique(slugify(html.unescape(strip_tags(words)), "-"), taken)
        yield Heading(len(signs), words.strip(), own)


def told_apart(page: str, link_to: str = LINK_TO) -> str:
    """Return the HTML of a page in which each link of a heading to itself says of which one it is, and no heading is read with its link.

    `link_to` are the words before the name of the heading, in the language of the page.
    """
    return _LINKED.sub(partial(_named, html.escape(link_to)), page)


def _named(link_to: str, found: re.Match[str]) -> str:
    words = html.escape(html.unescape(strip_tags(found["words"])).strip())
    link = f'<a class="headerlink" href="{found["place"]}" aria-label="{link_to}: {words}">&para;</a>'
    return f'<h{found["level"]}{found["more"]} aria-label="{words}">{found["words"]}{link}</h{found["level"]}>'
