"""Which items of a list stayed in order, so that as few as possible count as moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def kept_in_order(old: Sequence[str], new: Sequence[str]) -> frozenset[str]:
    """Return a largest set of names that stand in the same order in both lists; both hold the same names, once.

    The answer is the same when old and new change places.
    """
    if list(old) == list(new):
        return frozenset(new)
    first, second = sorted((list(old), list(new)))
    position = {name: place for place, name in enumerate(second)}
    places = [position[name] for name in first]
    return frozenset(second[place] for place in _longest_rise(places))


def _longest_rise(numbers: list[int]) -> list[int]:
    """Return a longest rising part of different numbers (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        before.append(ends[pile - 1] if pile else None)
        tops[pile : pile + 1] = [number]
        ends[pile : pile + 1] = [place]
    found = []
    at: int | None = ends[-1] if ends else None
    while at is not None:
        found.append(numbers[at])
        at = before[at]
    return found[::-1]
