"""What waits on disk until the end of a build."""

from __future__ import annotations

import multiprocessing
import sys

import pytest

from polderkoers.website.on_disk import Shelf


def test_what_was_put_away_comes_back_by_the_order_of_its_names():
    """A value replaces what had its name before, and is the same as it was."""
    shelf: Shelf[tuple[str, int]] = Shelf()
    assert shelf.get("a") is None
    for name, value in (("b", ("x", 1)), ("a", ("y", 2)), ("b", ("z", 3))):
        shelf.put(name, value)
    assert shelf.get("b") == ("z", 3)
    assert list(shelf) == [("y", 2), ("z", 3)]


def _write_elsewhere(shelf: Shelf[str]) -> None:
    shelf.put("c", "van een ander")
    sys.exit(0 if shelf.get("a") is None and list(shelf) == ["van een ander"] else 1)


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_another_process_writes_in_a_file_of_its_own():
    """A process that came out of this one begins empty, and what it writes does not come here."""
    shelf: Shelf[str] = Shelf()
    shelf.put("a", "van hier")
    other = multiprocessing.get_context("fork").Process(target=_write_elsewhere, args=(shelf,))
    other.start()
    other.join()
    assert other.exitcode == 0
    assert list(shelf) == ["van hier"]
