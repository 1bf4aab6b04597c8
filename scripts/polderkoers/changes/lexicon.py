"""Which words are known: those that stand in the old as well as in the new version."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

Texts = Callable[[], Iterable[str]]


class Lexicon:
    """The words of two versions. A word that only one of them has may be a typing error; a known word is none.

    No dictionary is asked, so that the answer needs nothing but the data. The texts are read at the first question.
    """

    def __init__(self, old: Texts, new: Texts, both: Callable[[str], bool] = lambda _: False) -> None:
        """Take what gives the texts of each version, and what tells whether a word stands in what both have besides."""
        self._texts, self._both = (old, new), both
        self._answers: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Return whether both versions have this word, in small letters, as a whole word."""
        if word not in self._answers:
            self._answers[word] = all(holds(text, word) for text in self._joined) or self._both(word)
        return self._answers[word]

    @cached_property
    def _joined(self) -> tuple[str, ...]:
        return tuple("\n".join(texts()).casefold() for texts in self._texts)


def holds(text: str, word: str) -> bool:
    """Return whether a text holds a word as a whole word."""
    start = text.find(word)
    while start != -1:
        end = start + len(word)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return True
        start = text.find(word, end)
    return False
