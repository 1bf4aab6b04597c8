"""The order of a list that two sides changed: each pair stands as the side put it that changed it."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Sequence
from itertools import chain, combinations
from typing import Any, TypeVar

_Token = TypeVar("_Token", bound=Hashable)
_Rank = Callable[[Any], tuple[float, str]]

# Where stands what follows nothing that both sides have, and what nothing follows that both have.
_FIRST, _LAST = "\0first", "\0last"


def kept(tokens: Iterable[_Token], among: Container[_Token]) -> list[_Token]:
    """Return what is among others, in its order."""
    return [*filter(among.__contains__, tokens)]


def common_order(was: Sequence[_Token], one: Sequence[_Token], other: Sequence[_Token]) -> list[_Token] | None:
    """Return what both sides have in one order; None when the sides want orders that cannot both be.

    `was` is the list that both come from; each list holds its members once.
    """
    shared = {*one} & {*other}
    before, mine, theirs = kept(was, shared), kept(one, shared), kept(other, shared)
    if theirs in (mine, before):
        return mine
    if mine == before:
        return theirs
    return _by_pairs(before, mine, theirs)


def with_additions(
    common: Sequence[_Token], one: Sequence[_Token], other: Sequence[_Token], rank: _Rank
) -> list[_Token]:
    """Return the members of two lists in one order, given that of what both have.

    What only one side has follows what it follows there; of what both put at one place, `rank` says which comes first.
    """
    runs = [_runs(one, {*common}), _runs(other, {*common})]
    found = _together(runs, _FIRST, rank)
    for token in common:
        found += [token, *_together(runs, token, rank)]
    return [*found, *_together(runs, _LAST, rank)]


def _by_pairs(was: list[_Token], one: list[_Token], other: list[_Token]) -> list[_Token] | None:
    """Return the order in which each pair stands as the side has it that changed it, when there is one.

    Two members stand in one of two ways, so that two sides that changed a pair agree about it. The pairs make an order when, and only
    when, no two members go before as many others.
    """
    places = [_places(was), _places(one), _places(other)]
    wins = dict.fromkeys(one, 0)
    for first, second in combinations(one, 2):
        ahead = _is_ahead(first, second, places)
        if ahead is None:
            return None
        wins[first if ahead else second] += 1
    if len(set(wins.values())) < len(wins):
        return None
    return sorted(wins, key=lambda token: -wins[token])


def _places(side: Sequence[_Token]) -> dict[_Token, int]:
    return dict(zip(side, range(len(side)), strict=True))


def _is_ahead(first: _Token, second: _Token, places: Sequence[dict[_Token, int]]) -> bool | None:
    """Return whether the one of a pair goes first; None when both sides brought it, each in an order of its own."""
    was, one, other = places
    here, there = one[first] < one[second], other[first] < other[second]
    if here == there:
        return here
    if first not in was or second not in was:
        return None
    # One of the two ways is how it was; the other is what a side made of it.
    return not was[first] < was[second]


def _runs(side: Sequence[_Token], common: set[_Token]) -> dict[Any, list[_Token]]:
    """Return what only one side has, by what it follows there."""
    found: dict[Any, list[_Token]] = {}
    at: Any = _FIRST
    for token in side:
        if token in common:
            at = token
        else:
            found.setdefault(at, []).append(token)
    if at in found:
        found[_LAST] = found.pop(at)
    return found


def _together(runs: Sequence[dict[Any, list[_Token]]], at: Any, rank: _Rank) -> list[_Token]:
    """Return what the sides have at one place."""
    there = [side[at] for side in runs if at in side]
    there.sort(key=lambda run: rank(run[0]))
    return [*chain.from_iterable(there)]
