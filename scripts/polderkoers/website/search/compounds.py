"""Finds the words that a Dutch compound is made of, so that "zorg" also finds "mantelzorg"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

# Parts a word for the index, and is taken out again before anyone sees it (`unjoined` of zoeken-woorden.js). Pagefind 1.5 takes every sign of ASCII
# for a joint in a compound, and no other sign.
JOINT = "^"
WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_COMPOUND = 7
_SHORTEST_PART = 4
_MANY_COMPOUNDS = 4
# What joins two words in Dutch: gezondheid-s-zorg, student-en-huis.
_LINKS = ("", "s", "en", "n")
# These begin or end many words without being a word in them.
_OFTEN = """
    achter onder over door voor tegen boven binnen buiten terug samen weer tussen heid baar loos lijk lijke achtig ling schap
    atie ering erij ende ingen eren elen rijk rijke matig matige waarts deel maal gaan staan komen nemen doen houden zetten
    leggen brengen geven lopen zien laten halen vinden kant mede alle niet veel deze heel hele zich mate sten ster ters lijn
    ring ding leid stel hand
"""
_NO_PARTS = frozenset(_OFTEN.split())


class Splitter:
    """Parts compounds into words that are known from a text."""

    def __init__(self, words: Iterable[str], leave_out: Iterable[str] = ()) -> None:
        """Learn the words. Words to leave out are never a part: nobody searches for them."""
        counted = Counter(map(str.casefold, words))
        out = _NO_PARTS.union(map(str.casefold, leave_out))
        self._known = {
            word: count for word, count in counted.items() if len(word) >= _SHORTEST_PART and word not in out
        }
        self._ends: frozenset[str] = frozenset()
        self._ends = self._common_ends()
        self.split = cache(self._split)

    def _common_ends(self) -> frozenset[str]:
        """Return the words that end many compounds: of these also the rest is a part, when it is no word by itself."""
        ends: Counter[str] = Counter()
        for word in self._known:
            if len(word) >= _SHORTEST_COMPOUND and (cut := self._best_cut(word)):
                ends[word[cut:]] += 1
        return frozenset(end for end, compounds in ends.items() if compounds >= _MANY_COMPOUNDS)

    def _split(self, word: str) -> tuple[str, ...]:
        """Return the parts of a word, with the letters that join them; a word that is no compound is its own part."""
        if len(word) < _SHORTEST_COMPOUND:
            return (word,)
        cut = self._best_cut(word.casefold())
        if cut is None:
            return (word,)
        return *self._split(word[:cut]), *self._split(word[cut:])

    def _best_cut(self, word: str) -> int | None:
        """Return where a word falls apart into two known ones, at the two that are used most, or None."""
        cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        best = max(cuts, key=lambda cut: self._fits(word[:cut], word[cut:]), default=None)
        return best if best and self._fits(word[:best], word[best:]) else None

    def _fits(self, head: str, tail: str) -> int:
        """Return how much the less used of two parts is used, 0 when they do not make a compound."""
        first = max(self._known.get(head.removesuffix(link), 0) for link in _LINKS)
        if not first and tail in self._ends and not self._begins_with_known(head):
            return 1
        last = self._known.get(tail, 0) or int(first > 0 and self._best_cut(tail) is not None)
        return min(first, last) and min(first, last) + 1

    def _begins_with_known(self, head: str) -> bool:
        return head in _NO_PARTS or any(head[:end] in self._known for end in range(_SHORTEST_PART, len(head) + 1))

    def tails(self, text: str) -> list[str]:
        """Return the compounds that are the end of a longer one in a text: `vacaturebank` of `vrijwilligersvacaturebank`."""
        found: list[str] = []
        for word in WORD.findall(text):
            parts = self.split(word)
            found += ["".join(parts[place:]) for place in range(1, len(parts) - 1)]
        return found

    def mark(self, text: str) -> str:
        """Return a text with a joint between the parts of its compounds; the sign itself stands there twice."""
        return WORD.sub(lambda found: JOINT.join(self.split(found.group())), text.replace(JOINT, 2 * JOINT))
