"""What was perhaps meant by a word that is not known: the one that looks most like it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return the known word that looks most like another, empty when none does as much as asked (1 is the same word)."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=likeness)), "")


def guess(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return ' Bedoelde je …?' when something known looks as much like a word as is asked, and nothing otherwise."""
    near = nearest(word, known, likeness)
    return f" Bedoelde je '{near}'?" if near else ""
