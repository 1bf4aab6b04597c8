"""The order of a list that two sides changed."""

from __future__ import annotations

from itertools import permutations

import pytest

from polderkoers.changes.merging.order import common_order, with_additions


def rank(token):
    """Return that what comes first in the alphabet comes first."""
    return 0.0, token


def together(was, one, other):
    """Return two orders as one, or None."""
    common = common_order(was, one, other)
    return None if common is None else "".join(with_additions(common, one, other, rank))


@pytest.mark.parametrize(
    ("was", "one", "other", "wanted"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "acb", "abc", "acb"),
        ("abcd", "bacd", "abdc", "badc"),
        ("abcd", "bcda", "dabc", "dbca"),
        ("abc", "axbc", "abyc", "axbyc"),
        ("abc", "abcx", "abcy", "abcxy"),
        ("abc", "abcy", "abcx", "abcxy"),
        ("abc", "xabc", "cab", "xcab"),
        ("", "yz", "x", "xyz"),
        ("ab", "axb", "axb", "axb"),
        ("abc", "bac", "acb", None),
        ("abc", "bca", "cba", "cba"),
        ("", "xy", "yx", None),
    ],
)
def test_two_orders_become_one(was, one, other, wanted):
    """Each pair stands as the side put it that changed it; what no order can hold is said."""
    assert together(was, one, other) == wanted
    assert together(was, other, one) == wanted


def test_what_both_sides_have_keeps_every_pair_that_one_changed():
    """Of all orders of four things, on both sides, each outcome has each pair as whoever changed it put it."""
    was = "abcd"
    for one in permutations(was):
        for other in permutations(was):
            found = common_order(was, one, other)
            if found is None:
                continue
            for first in was:
                for second in was:
                    changed = [side for side in (one, other) if ahead(side, first, second) != ahead(was, first, second)]
                    wanted = ahead((changed or [was])[0], first, second)
                    assert ahead(found, first, second) == wanted, (one, other, found)


def ahead(order, first, second):
    """Return whether one thing goes before another."""
    return [*order].index(first) < [*order].index(second)
