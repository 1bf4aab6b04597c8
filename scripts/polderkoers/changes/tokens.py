"""Cuts Dutch text into words, figures and signs, without losing a character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

NUMBER = r"\d+(?:[.,]\d+)*"
SCALE = r"(?:miljoen|miljard|mln|mld|duizend)"

# The order matters: the first form that fits at a place is taken.
_FORMS = (
    r"https?://[^\s<>\"']*[\w/]|www\.[^\s<>\"']*[\w/]",
    r"[\w.+-]+@[\w-]+\.[\w.-]*\w",
    # '€ 3 miljoen', '€ 1.250,50', '€ 100,-'
    rf"€\s?{NUMBER}(?:,-)?(?:\s{SCALE}\b)?",
    # '2030-2032', '10 – 15 procent', '0-4'
    rf"{NUMBER}\s?[-–]\s?{NUMBER}(?:\s?%)?(?!\w)",
    # As in: 3 miljoen, 12,5%, 65+, 2030-Q3, 2e, 1ste, 30-jarige
    rf"{NUMBER}\s{SCALE}\b",
    rf"{NUMBER}(?:\s?%|\+(?!\w)|-?[^\W\d_]\w*(?:-\w+)*)?",
    # "'s avonds", "'s-Hertogenbosch", "'t", "zo'n", "foto's"
    r"['’‘]s[ -][^\W\d_]+(?:-[^\W_]+)*",
    r"['’‘][tnkms](?!\w)",
    r"(?:[^\W\d_]\.){2,}",
    # 'inwoners-initiatief', 'covid-19', "auto's", 'in- en uitstroom'
    r"[^\W\d_]\w*(?:[-\u2011'’]\w+)*(?:-(?=\s))?",
    r"\S",
)
_TOKEN = re.compile(rf"(?:{'|'.join(_FORMS)})")
_SPACE = re.compile(r"\s*")


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written as a text."""
    return frozenset(words.split())


class TextToken(NamedTuple):
    """A word, figure or sign, and the whitespace after it. The first token of a text may be only whitespace."""

    text: str
    space: str

    @property
    def form(self) -> str:
        """The text with all whitespace in it alike, for comparing."""
        return " ".join(self.text.split())

    @property
    def is_word(self) -> bool:
        """Whether it is more than a sign."""
        return any(char.isalnum() for char in self.text)


def cut(text: str) -> list[TextToken]:
    """Return the tokens of a text; joined, their texts and spaces give the text again."""
    return list(_cut(text))


def joined(tokens: Iterable[TextToken]) -> str:
    """Return tokens as the text that they were cut from."""
    return "".join(token.text + token.space for token in tokens)


def words_in(tokens: Iterable[TextToken]) -> list[str]:
    """Return the forms of the tokens that are more than a sign."""
    return [token.form for token in tokens if token.is_word]


def _cut(text: str) -> Iterator[TextToken]:
    place = len(_leading(text, 0))
    if place:
        yield TextToken("", text[:place])
    while place < len(text):
        match = _TOKEN.match(text, place)
        end = match.end() if match else place + 1
        space = _leading(text, end)
        yield TextToken(text[place:end], space)
        place = end + len(space)


def _leading(text: str, place: int) -> str:
    match = _SPACE.match(text, place)
    return match.group() if match else ""
