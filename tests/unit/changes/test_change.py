"""A change as a value."""

from __future__ import annotations

import pytest

from polderkoers.changes.change import Change, MovedFigure, Subject

DOEL = Subject(ref="wonen/doel-a", block="doel", label="A", file="data/w.yaml", soort="kernopgave", title="Wonen")


@pytest.mark.parametrize(
    ("old", "new", "difference", "percentage"),
    [
        (100, 125, 25, 25.0),
        (300, 200, -100, -33.3),
        (0, 5, 5, None),
        (None, 5, None, None),
        (-100, -50, 50, 50.0),
        (1.5, 2, 0.5, 33.3),
    ],
)
def test_an_amount_knows_how_much_it_moved(old, new, difference, percentage):
    """The difference is absolute, the percentage of the old figure; unknown and zero give none."""
    amount = MovedFigure(old=old, new=new)
    assert (amount.difference, amount.percentage) == (difference, percentage)


def test_an_anchor_is_fit_for_a_link():
    """The name of a change has no slash or space."""
    change = Change(kind="changed", was=DOEL, now=DOEL, field="wanneer.tot", old=1, new=2)
    assert change.anchor == "wonen.doel-a--wanneer.tot"
