"""Names of people, organisations and places, found in a text as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from polderkoers.changes.tokens import word_set

# Names that are also words for something else: only a capital tells the Rijk from a club that is rijk.
_ORDINARY = word_set("rijk partners instellingen regio onderdak ens leiden")


class NamesInText:
    """The names of somebody, to find in texts."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take all names by which somebody is known; whitespace in them does not count, a capital only in an ordinary word."""
        words = {_pattern(name.split()) for name in names if name.strip()}
        # The longest first, so that no name hides in another; without names nothing is found.
        either = "|".join(sorted(words, key=len, reverse=True)) or r"(?!)"
        self._names = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE)

    def found(self, text: str) -> list[str]:
        """Return the names in a text, each as often as it stands there."""
        return [" ".join(name.casefold().split()) for name in self._names.findall(text)]


def _pattern(words: list[str]) -> str:
    name = r"\s+".join(map(re.escape, words))
    if name.casefold() in _ORDINARY:
        return f"(?-i:{name[0].upper()}){name[1:]}"
    return name


NOBODY = NamesInText(())
"""Names of which no text has one."""
