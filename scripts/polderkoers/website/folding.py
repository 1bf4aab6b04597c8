"""Decides how much of each list on a page stands in sight: what stands first is shown, and the rest is counted and folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def shares(sizes: Iterable[int], room: int, at_most: int) -> tuple[int, ...]:
    """Return how many of each list on a page stand in sight, given how long the lists are.

    All do when they fit in the `room` together. Else each list gets up to `at_most`, the first ones first, until the room is used up. To fold one
    alone would save nothing, so that one is shown too.
    """
    lists = tuple(sizes)
    if sum(lists) <= room:
        return lists
    return tuple(_shares(lists, room, at_most))


def _shares(lists: tuple[int, ...], room: int, at_most: int) -> Iterator[int]:
    left = room
    for size in lists:
        share = min(size, at_most, max(left, 0))
        left -= share
        yield size if share and size - share == 1 else share
