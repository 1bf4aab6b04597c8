"""Reads built pages back: the text as a reader sees it, and the bones: elements and attributes without any text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

_VOID = frozenset(
    {
        "meta",
        "link",
        "input",
        "img",
        "br",
        "hr",
        "rect",
        "path",
        "circle",
        "col",
        "source",
        "wbr",
        "area",
        "base",
        "embed",
    }
)
# Between these a reader sees a gap, though there may be no space in the HTML.
_BLOCKS = frozenset(
    {
        "p", "li", "ul", "ol", "div", "section", "article", "nav", "header", "footer", "main", "table", "tr", "td", "th", "caption", "h1",
        "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "br", "small", "details", "summary", "figure", "figcaption", "blockquote", "label",
        "option", "select", "fieldset", "legend", "form",
    }
)  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f\v]+")


def plain(text: str) -> str:
    """Return text with every run of white space of HTML as one space; a hard space is a sign like any other."""
    return _SPACE.sub(" ", text).strip(" ")


@dataclass(eq=False)
class Reader(HTMLParser):
    """What a page says and of what it is made. `scripts` holds what stands in script and style elements."""

    bones: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    title: str = ""
    _text: list[str] = field(default_factory=list)
    _open: list[tuple[str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @classmethod
    def of(cls, html: str) -> Reader:
        """Read a page."""
        reader = cls()
        reader.feed(html)
        reader.close()
        return reader

    @cached_property
    def text(self) -> str:
        """The text inside the body, explanations of terms left out."""
        return plain("".join(self._text))

    def handle_starttag(self, tag, attrs):
        self.bones.append(f"<{tag} {' '.join(sorted(name for name, _ in attrs))}>")
        self.attributes.extend((tag, name, value or "") for name, value in attrs)
        if tag in _BLOCKS:
            self._text.append(" ")
        if tag not in _VOID:
            self._open.append((tag, dict(attrs).get("role") == "tooltip"))

    def handle_endtag(self, tag):
        self.bones.append(f"</{tag}>")
        if tag in _BLOCKS:
            self._text.append(" ")
        names = [name for name, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data):
        inside = {name for name, _ in self._open}
        if "title" in inside and "svg" not in inside:
            self.title += data
        elif inside & {"script", "style"}:
            self.scripts.append(data)
        elif "body" in inside and not any(hidden for _, hidden in self._open):
            self._text.append(data)

    def handle_comment(self, _):
        self.bones.append("<!---->")

    def unknown_decl(self, _):
        self.bones.append("<![]>")

    def handle_pi(self, _):
        self.bones.append("<?>")

    @property
    def skeleton(self) -> list[str]:
        """The bones, with paragraphs that follow each other as one: a text may have more than one paragraph."""
        once: list[str] = []
        for bone in self.bones:
            if bone == "<p >" and once[-1:] == ["</p>"]:
                once.pop()
            else:
                once.append(bone)
        return once
