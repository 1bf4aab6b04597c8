"""What the list of versions says of the changes after a version stands above the comparisons that hold them."""

from __future__ import annotations

import dataclasses

import pytest

from polderkoers.changes.came_after import CameAfter, since
from support.change_pages import listed

SAID = {"2001": None, "2002": "De gegevens zijn\nverbeterd.", "2003": "Er kwam een plan bij."}
VERSIONS = tuple(dataclasses.replace(listed(id_), sindsdien=text) for id_, text in SAID.items())


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("2001", "2002", []),
        ("2001", "2003", ["2002"]),
        ("2001", "nu", ["2002", "2003"]),
        ("2003", "nu", ["2003"]),
        ("2002", "v9", ["2002"]),
        ("nu", "2002", []),
        ("2003", "2001", []),
        ("v9", "nu", []),
    ],
)
def test_each_stretch_between_two_versions_has_its_own_words(old, new, after):
    """From an old version on, what came after each version up to the new one is said; the other way around nothing is."""
    assert [each.version for each in since(VERSIONS, old, new)] == [f"Versie {id_}" for id_ in after]


def test_it_is_one_line_where_lines_are_folded():
    """A text of more lines is told in a row, behind the version that it came after."""
    assert CameAfter("Visie 2020", SAID["2002"]).line == "Na Visie 2020: De gegevens zijn verbeterd."
