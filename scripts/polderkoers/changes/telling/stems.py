"""Whether two Dutch words may be forms of one, as far as spelling goes: bouwt and bouwen, geeft and geven, huis and huizen."""

from __future__ import annotations

import re


def are_alike(one: str, other: str) -> bool:
    """Return whether two words, or phrases of which the last word counts, may be forms of one word."""
    return one.casefold() == other.casefold() or bool(_stems(one) & _stems(other))


def _stems(word: str) -> set[str]:
    bare = word.casefold()
    return {_in_one_spelling(re.sub(rf"(?<=..){ending}$", "", bare)) for ending in ("en", "t", "s", "")}


def _in_one_spelling(bare: str) -> str:
    single = re.sub(r"(.)\1", r"\1", bare)
    return re.sub(r"v$", "f", re.sub(r"z$", "s", single))
