"""Holds the promise that everything in the data is on the site: every item at the address that links to it, and all its words."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.declared import Shown
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.texts import Text, texts_of
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
class OnPage:
    """What a page shows: the names of its places, and its words."""

    places: frozenset[str]
    words: str


class Coverage:
    """Collects what the built pages hold, and says which items and which of their texts are nowhere."""

    def __init__(self, policy: Policy, words: Words = Words()) -> None:  # noqa: B008 - frozen
        """Start with nothing seen."""
        self._policy, self._words = policy, words
        self._seen: dict[str, frozenset[str]] = defaultdict(frozenset)
        self._texts: dict[str, str] = {}

    def see(self, path: str, page: str) -> None:
        """Note the anchors and the text of a built page by its address, unless nothing of today is looked for there."""
        if not self.looks_at(path):
            return
        self._seen[path] = frozenset(_ID.findall(page))
        start, end = page.find("<main"), page.rfind("</main")
        self._texts[path] = _words(html.unescape(_TAG.sub(" ", _NO_TEXT.sub("", page[start:end]))))

    def looks_at(self, path: str) -> bool:
        """Return whether something of today is looked for on a page."""
        return not path.startswith(_OF_OTHER_TIMES) or path in self._addresses

    def of(self, path: str) -> OnPage | None:
        """Return what was noted of a page, None when nothing was."""
        return OnPage(self._seen[path], self._texts[path]) if path in self._texts else None

    def note(self, path: str, shown: OnPage) -> None:
        """Note what a page shows that was seen elsewhere."""
        self._seen[path], self._texts[path] = shown.places, shown.words

    @cached_property
    def _addresses(self) -> frozenset[str]:
        """The addresses of the pages on which an item stands."""
        found = (address(entry, self._words) or "" for entry in self._policy.entries.values())
        return frozenset(where.partition("#")[0] for where in found)

    def missing(self) -> tuple[str, ...]:
        """Return the references of all items that are in the data but not at their address on the site."""
        lost = []
        for entry in self._policy.entries.values():
            where = address(entry, self._words)
            if where is None:
                continue
            path, _, anchor = where.partition("#")
            if path not in self._texts or (anchor and anchor not in self._seen[path]):
                lost.append(entry.ref)
        return tuple(lost)

    def unseen(self) -> Iterator[Text]:
        """Yield the texts of the data that no page shows: not that of their item, and no other either."""
        for entry in self._policy.entries.values():
            where = address(entry, self._words)
            if where is not None:
                own = self._texts.get(where.partition("#")[0], "")
                for text in _told(entry):
                    if not self._shows(own, text.text):
                        yield text

    def _shows(self, own: str, text: str) -> bool:
        # A text of signs alone holds no word to look for.
        parts = [part for part in map(_words, _PARAGRAPH.split(text)) if part.strip()]
        return all(part in own for part in parts) or all(map(self._anywhere, parts))

    def _anywhere(self, part: str) -> bool:
        return any(part in held for path, held in self._texts.items() if not path.startswith(_OF_OTHER_TIMES))


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
