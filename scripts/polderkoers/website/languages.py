"""Says in the HTML of a page which words are English, so that a screen reader pronounces them (WCAG 3.1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What stands inside these is no text for a reader, or may hold no other element.
_PIECE = re.compile(r"<(head|script|style|svg|textarea|option)\b.*?</\1>|<[^>]*>|[^<]+", re.DOTALL)
# A page writes this sign by name or by number.
_AMPERSAND = "&(?:amp|#38);"
_NEVER = "(?!)"


class English:
    """The English words and names of a policy."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words as the data writes them; the longest wins where one holds another."""
        longest_first = sorted(words, key=len, reverse=True)
        patterns = "|".join(map(_pattern, longest_first)) or _NEVER
        self._words = re.compile(rf"(?<![\w-])(?:{patterns})(?![\w-])", re.IGNORECASE)
        # Most pages hold none of the words, and to look for one long word of each takes a twentieth of the time.
        self._signs = {max(words.split(), key=len).lower() for words in longest_first}

    def mark(self, html: str) -> str:
        """Return a page of HTML with each of the words in an element that says its language."""
        lower = html.lower()
        if not any(sign in lower for sign in self._signs):
            return html
        return _PIECE.sub(self._marked, html)

    def _marked(self, piece: re.Match[str]) -> str:
        if piece[0].startswith("<"):
            return piece[0]
        return self._words.sub(r'<span lang="en">\g<0></span>', piece[0])


def _pattern(words: str) -> str:
    return r"\s+".join(re.escape(word).replace(re.escape("&"), _AMPERSAND) for word in words.split())
