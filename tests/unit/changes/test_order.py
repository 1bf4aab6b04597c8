"""Which items of a list stayed in order."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polderkoers.changes.order import kept_in_order

LISTS = st.permutations("abcdef")


@pytest.mark.parametrize(
    ("old", "new", "kept"), [("abc", "abc", "abc"), ("abcd", "dabc", "abc"), ("abcd", "bcda", "bcd"), ("", "", "")]
)
def test_one_item_that_moved_is_the_only_one_that_moved(old, new, kept):
    """Carrying one item elsewhere leaves all others in order."""
    assert kept_in_order(list(old), list(new)) == set(kept)


@given(LISTS, LISTS)
def test_as_many_as_possible_stay_and_both_ways_alike(old, new):
    """The items that stay are in the same order in both lists, no larger choice exists, and reversal changes nothing."""
    kept = kept_in_order(old, new)
    assert [name for name in old if name in kept] == [name for name in new if name in kept]
    assert kept == kept_in_order(new, old)
    larger = combinations(old, len(kept) + 1)
    assert not any([name for name in new if name in some] == list(some) for some in larger)
