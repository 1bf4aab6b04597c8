"""Whose policy a file is, of which two versions may say something else."""

from __future__ import annotations

import pytest

from polderkoers.changes.compare import compare_data
from polderkoers.changes.deciding.draft import draft_of
from support.money import FILE, plan

SPORT = {"id": "a", "waarvoor": "Sport", "bedrag": 100, "jaar": 2026}


def data(amount, whose):
    """Return a plan with one amount, and the list that says whose plan it is."""
    document = {"id": "d", "naam": "Plan", "van_wie": whose}
    lists = {"soort": "documenten", "id": "documenten", "documenten": [document]}
    return plan([SPORT | {"bedrag": amount}], bron={"document": "d"}) | {"data/documenten.yaml": lists}


@pytest.mark.parametrize(
    ("old", "new", "number"),
    [
        ("ander", "ander", "A.1"),
        (None, "ander", "A.1"),
        ("eigen", "ander", "1.1"),
        ("ander", "eigen", "1.1"),
        ("eigen", "eigen", "1.1"),
    ],
)
def test_what_one_version_calls_our_own_is_decided_on(old, new, number):
    """No cut leaves the decision because the same change calls the plan that of another."""
    found = compare_data(data(100, old), data(5, new))
    draft = draft_of(found)
    assert [draft.number(change) for change in found.changes if change.block == "bedrag"] == [number]


def test_a_mark_that_goes_with_its_figure_has_its_number():
    """What is told once is counted once, outside the decision too."""
    old, new = data(100, "ander"), data(None, "ander")
    old[FILE]["bedragen"][0]["hoogstens"] = True
    draft = draft_of(compare_data(old, new))
    assert [*draft.numbers.values()] == ["A.1", "A.1"]
    assert {series: len(places) for series, places in draft.outside().items()} == {"A": 1}
