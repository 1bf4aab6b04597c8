"""Holds the promise that everything in the data is on the site: every item at the address that links to it, and all its words."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain
from typing import Any

from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.declared import Shown
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.texts import Text, texts_of
from polderkoers.website.on_disk import Shelf
from polderkoers.website.pages import address
from polderkoers.website.words import Words

_ID = re.compile(r'\sid="([^"]+)"')
# What explains a term stands in the middle of the text that holds it, and is no part of it.
_NO_TEXT = re.compile(r'<span class="pk-begrip__uitleg".*?</span>|</?(?:a|abbr|em|span|strong|wbr)\b[^>]*>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_NO_LETTER = re.compile(r"\W+")
# A comparison and an old version show a text whether or not the policy of today does.
_OF_OTHER_TIMES = ("wijzigingen/", "versies/")
_PARAGRAPH = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class ShownOnPage:
    """What a page shows: the names of its places, and its words."""

    places: frozenset[str]
    words: str


@dataclass(frozen=True)
class Shortage:
    """What a page should show and does not: items by reference, and texts that may stand on another page."""

    items: tuple[str, ...]
    texts: tuple[Text, ...]


class Coverage:
    """Looks at each built page as it is made, and says which items and which of their texts are nowhere."""

    def __init__(self, policy: Policy, words: Words = Words()) -> None:  # noqa: B008 - frozen
        """Start with nothing seen."""
        self._policy, self._words = policy, words
        self._short: dict[str, Shortage] = {}
        self._pages: Shelf[ShownOnPage] = Shelf()

    def see(self, path: str, page: str) -> None:
        """Look at a built page by its address, unless nothing of today is looked for there."""
        if self.looks_at(path):
            start, end = page.find("<main"), page.rfind("</main")
            words = _words(html.unescape(_TAG.sub(" ", _NO_TEXT.sub("", page[start:end]))))
            self.note(path, ShownOnPage(frozenset(_ID.findall(page)), words))

    def looks_at(self, path: str) -> bool:
        """Return whether something of today is looked for on a page."""
        return not path.startswith(_OF_OTHER_TIMES) or path in self._by_page

    def of(self, path: str) -> ShownOnPage | None:
        """Return what was noted of a page, None when nothing was."""
        return self._pages.get(path)

    def note(self, path: str, shown: ShownOnPage) -> None:
        """Note what a page shows that was seen elsewhere: what it lacks is known from then on, what it shows is rarely asked for again."""
        self._short[path] = self._shortage(path, shown)
        self._pages.put(path, shown)

    @cached_property
    def _by_page(self) -> dict[str, list[tuple[Entry, str]]]:
        """The items that stand on a page, by its address, each with its anchor there."""
        found: dict[str, list[tuple[Entry, str]]] = defaultdict(list)
        for entry in self._policy.entries.values():
            path, _, anchor = (address(entry, self._words) or "").partition("#")
            if path:
                found[path].append((entry, anchor))
        return found

    def _shortage(self, path: str, shown: ShownOnPage) -> Shortage:
        items: list[str] = []
        texts: list[Text] = []
        for entry, anchor in self._by_page.get(path, ()):
            if anchor and anchor not in shown.places:
                items.append(entry.ref)
            texts += (text for text in _told(entry) if not _shows(shown.words, text.text))
        return Shortage(tuple(items), tuple(texts))

    def missing(self) -> tuple[str, ...]:
        """Return the references of all items that are in the data but not at their address on the site."""
        lost: set[str] = set()
        for path, entries in self._by_page.items():
            short = self._short.get(path)
            lost.update((entry.ref for entry, _ in entries) if short is None else short.items)
        return tuple(ref for ref in self._policy.entries if ref in lost)

    def unseen(self) -> Iterator[Text]:
        """Yield the texts of the data that no page shows: not that of their item, and no other either."""
        wanted = list(chain.from_iterable(map(self._wanted, self._by_page)))
        found = set(self._found(chain.from_iterable(_parts(text.text) for text in wanted)))
        order = {ref: place for place, ref in enumerate(self._policy.entries)}
        for text in sorted(wanted, key=lambda text: order[text.entry.ref]):
            if not found.issuperset(_parts(text.text)):
                yield text

    def _wanted(self, path: str) -> Iterator[Text]:
        """Yield the texts that a page does not show, which is all of them when there is no such page."""
        if path in self._short:
            yield from self._short[path].texts
            return
        for entry, _ in self._by_page[path]:
            yield from _told(entry)

    def _found(self, parts: Iterable[str]) -> Iterator[str]:
        """Yield those of the parts of texts that stand on any page."""
        left = set(parts)
        for path in self._short:
            if not left:
                return
            shown = self._pages.get(path)
            if shown is not None and not path.startswith(_OF_OTHER_TIMES):
                met = {part for part in left if part in shown.words}
                yield from met
                left -= met


def _parts(text: str) -> tuple[str, ...]:
    """Return the words of each paragraph of a text. One of signs alone holds no word to look for."""
    return tuple(part for part in map(_words, _PARAGRAPH.split(text)) if part.strip())


def _shows(shown: str, text: str) -> bool:
    return all(part in shown for part in _parts(text))


def _told(entry: Entry) -> Iterator[Text]:
    """Yield the texts of an item that a page shows as they are."""
    kind: Any = type(entry.item)
    shown = _shown_fields(kind)
    for text in texts_of(entry):
        if text.field in shown:
            yield text


@cache
def _shown_fields(cls: Any) -> frozenset[str]:
    """Return the fields of a class, and of the parts without an id in it, of which the words stand on a page."""
    found: set[str] = set()
    for each in fields_of(cls):
        if each.shown in (Shown.OWN, Shown.LABELLED):
            found.add(each.name)
        if each.held is not None and not issubclass(each.held, Onderdeel):
            held: Any = each.held
            found |= _shown_fields(held)
    return frozenset(found)


def _words(text: str) -> str:
    """Return the words of a text with a space before and behind each, whatever else stands between them."""
    return f" {_NO_LETTER.sub(' ', text).strip()} ".casefold()
