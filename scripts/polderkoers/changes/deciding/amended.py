"""Finds which words of a text are to be replaced by which others, so that nothing but the new text can come of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from polderkoers.changes.deciding.quoting import can_quote
from polderkoers.changes.tokens import TextToken, cut
from polderkoers.changes.words import Hunk, hunks

# A text with more replaced pieces, or of which more than half is new, is better read as a whole.
_FEW = 3
_MOST_WORDS = 8


class Replacement(NamedTuple):
    """Words that stand once in a text, and the words that come in their place."""

    old: str
    new: str


def replacements(old: str, new: str) -> tuple[Replacement, ...]:
    """Return what to replace in a text, in order, to get another text exactly; nothing when it is better told as a whole.

    Each of the replaced words stands there once when its turn comes. Where words come in or go, a neighbour tells where.
    """
    found = hunks(old, new)
    differing = [hunk for hunk in found if not hunk.same]
    if not 1 <= len(differing) <= _FEW or _is_mostly_new(found):
        return ()
    pieces = tuple(_pieces(old, new, found))
    return pieces if len(pieces) == len(differing) and _makes(old, new, pieces) else ()


def _is_mostly_new(found: tuple[Hunk, ...]) -> bool:
    kept = sum(len(hunk.new) for hunk in found if hunk.same)
    return 2 * kept < sum(len(hunk.new) for hunk in found)


def _makes(old: str, new: str, pieces: tuple[Replacement, ...]) -> bool:
    """Return whether someone who replaces the pieces one by one gets the new text."""
    text = old
    for piece in pieces:
        if text.count(piece.old) != 1 or not (can_quote(piece.old) and can_quote(piece.new)):
            return False
        text = text.replace(piece.old, piece.new)
    return text == new


def _pieces(old: str, new: str, found: tuple[Hunk, ...]) -> Iterator[Replacement]:
    before, after = cut(old), cut(new)
    i = k = 0
    for hunk in found:
        j, m = i + len(hunk.old), k + len(hunk.new)
        if not hunk.same and (piece := _piece(old, (before, i, j), (after, k, m))):
            yield piece
        i, k = j, m


_Place = tuple[list[TextToken], int, int]


def _piece(text: str, old: _Place, new: _Place) -> Replacement | None:
    """Return the words of a place with as few of its neighbours as make it stand once in the text."""
    (before, i, j), (after, k, m) = old, new
    for wider in range(_MOST_WORDS + 1):
        for left, right in ((wider, 0), (0, wider), (wider, wider)):
            # What stands beside a difference is the same on both sides.
            if left > min(i, k) or right > min(len(before) - j, len(after) - m):
                continue
            was, now = _text(before[i - left : j + right]), _text(after[k - left : m + right])
            if was and now and text.count(was) == 1:
                return Replacement(was, now)
    return None


def _text(tokens: list[TextToken]) -> str:
    return "".join(token.text + token.space for token in tokens).strip()
