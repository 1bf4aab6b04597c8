"""Says in the HTML of a page which words are English, so that a screen reader pronounces them (WCAG 3.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# What stands inside these is no text for a reader, or may hold no other element.
_NO_TEXT = re.compile(r"<(head|script|style|svg|textarea|option)\b.*?</\1>", re.DOTALL)
# A page writes this sign by name or by number.
_AMPERSAND = "&(?:amp|#38);"
_NEVER = "(?!)"
# The one letter that is longer when it is small.
_LONGER = "\u0130"


class English:
    """The English words and names of a policy."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words as the data writes them; the longest wins where one holds another."""
        self.words = tuple(words)
        longest_first = sorted(self.words, key=len, reverse=True)
        patterns = "|".join(map(_pattern, longest_first)) or _NEVER
        self._words = re.compile(rf"(?<![\w-])(?:{patterns})(?![\w-])", re.IGNORECASE)
        # Hardly any text holds one of the words, and one long word of each is soon looked for.
        self._signs = {max(re.split(r"[\s&]+", words), key=len).lower() for words in longest_first}

    def mark(self, html: str) -> str:
        """Return a page of HTML with each of the words in an element that says its language."""
        texts = sorted(set(self._texts(html)))
        silent = [found.span() for found in _NO_TEXT.finditer(html)] if texts else []
        made: list[str] = []
        done = 0
        for start, end in texts:
            if not any(first < start < last for first, last in silent):
                made += html[done:start], self._words.sub(r'<span lang="en">\g<0></span>', html[start:end])
                done = end
        return "".join((*made, html[done:]))

    def _texts(self, html: str) -> Iterator[tuple[int, int]]:
        """Yield where the texts begin and end, each between two tags, that may hold one of the words."""
        lower = html.replace(_LONGER, "i").lower()
        for sign in self._signs:
            place = lower.find(sign)
            while place >= 0:
                start = html.rfind(">", 0, place) + 1
                if html.rfind("<", start, place) < 0:
                    yield start, _end(html, place)
                place = lower.find(sign, place + 1)


def _end(html: str, place: int) -> int:
    """Return where a text ends that a place stands in: at the next tag, or at a loose sign of one."""
    below = html.find("<", place)
    end = below if below >= 0 else len(html)
    loose = html.find(">", place, end)
    return loose if loose >= 0 else end


def _pattern(words: str) -> str:
    return r"\s+".join(re.escape(word).replace(re.escape("&"), _AMPERSAND) for word in words.split())
