"""Holds the promise that everything in the data is on the site: every item at the address that links to it."""

from __future__ import annotations

import re
from collections import defaultdict

from polderkoers.policy.index import Policy
from polderkoers.website.pages import address
from polderkoers.website.words import Words

_ID = re.compile(r'\sid="([^"]+)"')


class Coverage:
    """Collects which anchors the built pages have, and says which items are nowhere."""

    def __init__(self, policy: Policy, words: Words = Words()) -> None:  # noqa: B008 - frozen
        """Start with nothing seen."""
        self._policy, self._words = policy, words
        self._seen: dict[str, frozenset[str]] = defaultdict(frozenset)
        self._pages: set[str] = set()

    def see(self, path: str, html: str) -> None:
        """Note the anchors of a built page by its address."""
        self._pages.add(path)
        self._seen[path] = frozenset(_ID.findall(html))

    def missing(self) -> tuple[str, ...]:
        """Return the references of all items that are in the data but not at their address on the site."""
        lost = []
        for entry in self._policy.entries.values():
            where = address(entry, self._words)
            if where is None:
                continue
            path, _, anchor = where.partition("#")
            if path not in self._pages or (anchor and anchor not in self._seen[path]):
                lost.append(entry.ref)
        return tuple(lost)
