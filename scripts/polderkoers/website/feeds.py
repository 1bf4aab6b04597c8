"""Writes the feeds as Atom (RFC 4287): the policy as text, the same bytes from every build of one commit."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urljoin

from jinja2 import Template
from markupsafe import Markup, escape

from polderkoers.policy.dutch_words import capital
from polderkoers.website.environment import environment
from polderkoers.website.feed_dates import FeedMoment, moment
from polderkoers.website.relative import relative
from polderkoers.website.views.feeds import Feed
from polderkoers.website.views.messages import Message
from polderkoers.website.views.progress_messages import PATH, ProgressMessage
from polderkoers.website.views.site import Site

if TYPE_CHECKING:
    from polderkoers.website.history import HeldVersion

# What XML 1.0 allows as a character; a feed with any other one is no XML, and no reader shows it.
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A tag: URI (RFC 4151) needs a name that belongs to whoever makes it. Nobody else can ever own this one.
_NOBODY = "polderkoers.example,2026"
# A day by itself: noon is the same day everywhere in Europe.
_NOON = time(12, tzinfo=UTC)
_KINDS = {"added": "nieuw", "removed": "vervallen", "changed": "gewijzigd", "moved": "verplaatst"}


class _Head(NamedTuple):
    """What a feed says of itself: its address below the root of the site, that of the page it belongs to, and what it tells of."""

    path: str
    page: str
    title: str
    subtitle: str


_PROGRESS = _Head(
    PATH,
    "voortgang/",
    "Voortgang en besluiten",
    "Nieuwe verslagen, besluiten, moties en toezeggingen, en wat ervan is afgedaan. Wat geen datum heeft, staat er niet in.",
)


@dataclass(frozen=True)
class FeedPublisher:
    """Who publishes the feeds, and where. Without `url`, the address of the site, all links are relative to the feed.

    `authority` is what the ids begin with: a domain of the publisher and a day or year on which it was his.
    """

    name: str
    author: str
    url: str
    authority: str

    @classmethod
    def of(cls, site: Site, name: str, url: str | None) -> FeedPublisher:
        """Return the publisher of a site as its data name it; without that the site itself is the author."""
        known = site.publisher
        own = f"{known.area}.{_NOBODY}" if known.area else _NOBODY
        author = f"{known.name} (verzonnen)" if known.made_up else known.name or name
        return cls(name, author, url or "", known.authority or own)

    def tag(self, *names: str) -> str:
        """Return a tag: URI that says nothing of where the site is or when it was built."""
        return f"tag:{self.authority}:{'/'.join(map(quote, names))}"

    def link(self, here: str, target: str) -> str:
        """Return the link from a feed to an address below the root of the site."""
        return urljoin(self.url, target) if self.url else relative(here, target)


class Writer:
    """Writes the feeds of one build.

    Without the address of a site the links are relative and there is no xml:base, so that the base is where the feed
    was got from (RFC 3986, section 5.1.3); readers that do not know that need a site that is built with its address.
    """

    def __init__(self, publisher: FeedPublisher, root: Path) -> None:
        """Take who publishes, and the project whose history says of when a version is."""
        self._publisher = publisher
        self._root = root
        self._moments: dict[str, FeedMoment] = {}
        self._contents: dict[str, str] = {}

    def write(self, feed: Feed, now: HeldVersion) -> bytes:
        """Return a feed as XML; `now` says of when a feed without messages is."""
        moments = [self._moment(message.new).at for message in feed.messages]
        moments += [_noon_of(told.day) for told in feed.progress]
        updated = max(moments or [self._moment(now).at])
        root = _feed(self._publisher, _Head(feed.path, feed.page, feed.title, feed.subtitle), updated)
        for message in feed.messages:
            self._entry(root, message, feed.path)
        for told in feed.progress:
            _progress_entry(root, told, self._publisher, feed.path)
        return _written(root)

    def _entry(self, root: ET.Element, message: Message, here: str) -> None:
        entry = _add(root, "entry")
        _add(entry, "id", self._publisher.tag("wijzigingen", message.name))
        _add(entry, "title", message.title)
        _add(entry, "updated", _stamp(self._moment(message.new).at))
        _link(entry, self._publisher.link(here, message.address))
        file, title = message.document
        for scheme, term, label in (
            ("belang", message.significance, message.significance),
            ("soort", message.kind, _KINDS[message.kind]),
            ("document", file, title),
        ):
            place = self._publisher.tag("categorie", scheme)
            _add(entry, "category", term=term, scheme=place, label=capital(label))
        _add(entry, "content", self._content(message), type="html")

    def _content(self, message: Message) -> str:
        if message.name not in self._contents:
            text = _template().render(m=message, datum=self._moment(message.new).words)
            self._contents[message.name] = text.strip("\n")
        return self._contents[message.name]

    def _moment(self, version: HeldVersion) -> FeedMoment:
        if version.id not in self._moments:
            self._moments[version.id] = moment(version, self._root)
        return self._moments[version.id]


def feed_files(
    feeds: tuple[Feed, ...], publisher: FeedPublisher, now: HeldVersion, root: Path
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield every feed as the path of its file below the root of the site, and what writes its XML."""
    writer = Writer(publisher, root)
    for feed in feeds:
        yield feed.path, partial(writer.write, feed, now)


def progress_feed(
    messages: tuple[ProgressMessage, ...], publisher: FeedPublisher
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the feed as the path of its file below the root of the site and what writes its XML; nothing without messages."""
    if messages:
        yield PATH, partial(_progress_written, messages, publisher)


def _progress_written(messages: tuple[ProgressMessage, ...], publisher: FeedPublisher) -> bytes:
    root = _feed(publisher, _PROGRESS, _noon_of(messages[0].day))
    for message in messages:
        _progress_entry(root, message, publisher, PATH)
    return _written(root)


def _progress_entry(root: ET.Element, message: ProgressMessage, publisher: FeedPublisher, here: str) -> None:
    entry = _add(root, "entry")
    _add(entry, "id", publisher.tag("voortgang", *message.name.split("/")))
    _add(entry, "title", message.title)
    _add(entry, "updated", _stamp(_noon_of(message.day)))
    _link(entry, publisher.link(here, message.address))
    text = "".join(f"<p>{escape(line)}</p>" for line in (message.lines or (message.title,)))
    _add(entry, "content", text, type="html")


def _noon_of(day: date) -> datetime:
    return datetime.combine(day, _NOON)


def _feed(publisher: FeedPublisher, head: _Head, updated: datetime) -> ET.Element:
    """Return a feed without its messages."""
    # Names of elements without a prefix, so that no global table of prefixes is needed.
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "nl"})
    _add(root, "id", publisher.tag(head.path.removesuffix(".xml")))
    _add(root, "title", f"{head.title} - {publisher.name}")
    _add(root, "subtitle", head.subtitle)
    _add(root, "updated", _stamp(updated))
    _add(_add(root, "author"), "name", publisher.author)
    _link(root, publisher.link(head.path, head.path), "self", "application/atom+xml")
    _link(root, publisher.link(head.path, head.page))
    return root


def _link(parent: ET.Element, address: str, rel: str = "alternate", media: str = "text/html") -> None:
    _add(parent, "link", rel=rel, type=media, href=address)


def _written(root: ET.Element) -> bytes:
    ET.indent(root, space=" ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'.encode()


def _add(parent: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    """Add an element to another; its text and attributes lose what XML cannot hold."""
    held = {key: _NO_XML.sub("\ufffd", value) for key, value in attributes.items()}
    element = ET.SubElement(parent, name, held)
    if text is not None:
        element.text = _NO_XML.sub("\ufffd", text)
    return element


def _stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


@cache
def _template() -> Template:
    templates = environment()
    templates.filters["lines"] = _lines
    return templates.get_template("feed.html.j2")


def _lines(text: str) -> Markup:
    """Return text as HTML with its line breaks; a feed has no style to keep them with."""
    return Markup("<br>").join(Markup(escape(line)) for line in text.split("\n"))  # noqa: S704 - escaped just now
