"""How much of each list on a page stands in sight, and what is folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polderkoers.website.folding import shares


@pytest.mark.parametrize(
    ("sizes", "room", "at_most", "shown"),
    [
        ((), 5, 3, ()),
        ((3, 2), 5, 2, (3, 2)),
        ((5, 5), 6, 4, (5, 2)),
        ((9, 1, 9), 6, 4, (4, 1, 1)),
        ((4, 9), 4, 3, (4, 1)),
        ((10, 1), 3, 3, (3, 0)),
        ((30, 20), 10, 0, (0, 0)),
    ],
)
def test_what_stands_first_is_shown(sizes, room, at_most, shown):
    """All when it fits; else the first lists first, up to so many each, and never one folded alone below what is shown."""
    assert shares(sizes, room, at_most) == shown


@given(st.lists(st.integers(0, 50), max_size=12), st.integers(0, 30), st.integers(0, 12))
def test_no_list_shows_more_than_it_has(sizes, room, at_most):
    """Whatever the room, a page shows of each list something between nothing and all, and hardly more than there is room for."""
    found = shares(sizes, room, at_most)
    assert len(found) == len(sizes)
    assert all(0 <= share <= size for share, size in zip(found, sizes, strict=True))
    assert sum(found) <= room + len(sizes)
