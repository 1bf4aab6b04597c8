"""Reads and judges Atom feeds: their shape against a schema, the rules of RFC 4287 that no schema can say, and a real reader."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import feedparser
from lxml import etree

_NS = {"a": "http://www.w3.org/2005/Atom"}
_SCHEMA = etree.RelaxNG(file=Path(__file__).with_name("atom.rng"))
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@dataclass
class Html(HTMLParser):
    """What a reader sees of HTML: all text, what is marked as removed and as added, and the names of its elements."""

    text: str = ""
    removed: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    elements: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str | None]] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @classmethod
    def of(cls, html: str) -> Html:
        """Read a piece of HTML."""
        page = cls()
        page.feed(html)
        page.close()
        return page

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes += attrs
        if tag == "br":
            self._say("\n")
            return
        self._open.append(tag)
        if tag in ("del", "ins"):
            (self.removed if tag == "del" else self.added).append("")

    def handle_endtag(self, tag):
        assert self._open[-1:] == [tag], f"</{tag}> closes {self._open}"
        self._open.pop()

    def handle_data(self, data):
        self._say(data)

    def handle_comment(self, data):
        self.elements.append(f"!{data}")

    def _say(self, data: str) -> None:
        self.text += data
        for tag, told in (("del", self.removed), ("ins", self.added)):
            if tag in self._open:
                told[-1] += data


@dataclass(frozen=True)
class Entry:
    """One message of a feed, as it stands in the XML."""

    id: str
    title: str
    updated: str
    link: str
    categories: dict[str, str]
    html: Html


@dataclass(frozen=True)
class AtomFeed:
    """A feed, as it stands in the XML. `links` are by their relation."""

    id: str
    title: str
    subtitle: str
    updated: str
    author: str
    language: str
    links: dict[str, str]
    entries: tuple[Entry, ...]


def faults(xml: bytes) -> list[str]:
    """Return what is wrong with a feed, as far as a schema, the rules beside it, and a reader of feeds can tell."""
    try:
        root = etree.fromstring(xml, _PARSER)
    except etree.XMLSyntaxError as error:
        return [str(error)]
    if not _SCHEMA.validate(root):
        return [str(error) for error in _SCHEMA.error_log]
    return [*_rules(root), *_reader(xml, root)]


def _rules(root: etree._Element) -> list[str]:
    found = []
    ids = Counter(root.xpath("//a:id/text()", namespaces=_NS))
    found += [f"twice: {id_}" for id_, times in ids.items() if times > 1]
    for part in (root, *root.iterfind("a:entry", _NS)):
        links = Counter(
            (link.get("rel"), link.get("type"), link.get("hreflang"))
            for link in part.iterfind("a:link", _NS)
            if link.get("rel") == "alternate"
        )
        found += [f"more than one link {link}" for link, times in links.items() if times > 1]
    if len(root.xpath("a:link[@rel='self']", namespaces=_NS)) != 1:
        found.append("not one link to itself")
    newest = max(root.xpath("a:entry/a:updated/text()", namespaces=_NS), default="")
    if newest > root.findtext("a:updated", namespaces=_NS):
        found.append("an entry is newer than its feed")
    return found


def _reader(xml: bytes, root: etree._Element) -> list[str]:
    # The type that a server would say; without one, feedparser calls any feed suspect.
    read = feedparser.parse(xml, response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    found = [f"feedparser: {read.bozo_exception}"] if read.bozo else []
    if read.version != "atom10" or len(read.entries) != len(root.findall("a:entry", _NS)):
        found.append("feedparser reads another feed")
    return found


def read(xml: bytes) -> AtomFeed:
    """Return a feed; the test fails when it is not valid."""
    assert faults(xml) == []
    root = etree.fromstring(xml, _PARSER)

    def text(part: etree._Element, path: str) -> str:
        return part.findtext(path, namespaces=_NS) or ""

    return AtomFeed(
        text(root, "a:id"),
        text(root, "a:title"),
        text(root, "a:subtitle"),
        text(root, "a:updated"),
        text(root, "a:author/a:name"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        {link.get("rel"): link.get("href") for link in root.iterfind("a:link", _NS)},
        tuple(
            Entry(
                text(entry, "a:id"),
                text(entry, "a:title"),
                text(entry, "a:updated"),
                entry.find("a:link", _NS).get("href"),
                {c.get("scheme").rpartition("/")[2]: c.get("term") for c in entry.iterfind("a:category", _NS)},
                Html.of(text(entry, "a:content")),
            )
            for entry in root.iterfind("a:entry", _NS)
        ),
    )
