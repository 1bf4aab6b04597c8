"""What the processes of one run share is made once, and a failure is told by all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from support.shared import NotMade, made_once


def test_what_is_shared_is_made_once(tmp_path):
    """Whoever comes first makes it, and everyone gets the same."""
    made = []

    def make(place):
        made.append(place)
        place.mkdir()

    with ThreadPoolExecutor(4) as pool:
        places = list(pool.map(lambda _: made_once(tmp_path, "site", make), range(8)))
    assert places == [tmp_path / "site"] * 8
    assert made == [tmp_path / "site"]


def test_what_went_wrong_is_told_by_all(tmp_path):
    """A failure is not tried again: each that asks hears why."""

    def make(_):
        raise OSError("disk is full")

    for _ in range(2):
        with pytest.raises(NotMade, match="OSError: disk is full"):
            made_once(tmp_path, "site", make)
