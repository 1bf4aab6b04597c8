"""The one figure that moved in a text: from what to what, and by how much where both wordings say it exactly."""

from __future__ import annotations

import pytest

from polderkoers.changes.telling.moved import FigureSetting
from polderkoers.changes.telling.read import read


def amount_of(old, new):
    """Return the figure that moved between two wordings."""
    return read(old, new, FigureSetting(is_promise=True)).amount


def test_one_moved_figure_comes_with_its_amount():
    """The figure says from what to what, with its unit, difference and percentage."""
    amount = amount_of("minstens 10 woningen", "minstens 25 woningen")
    assert (amount.old, amount.new, amount.unit) == (10, 25, "woningen")
    assert (amount.difference, amount.percentage) == (15, 150.0)


@pytest.mark.parametrize("vague", ["ongeveer", "circa", "zo'n", "ruim", "naar schatting", "±"])
def test_of_about_so_much_nobody_knows_the_difference(vague):
    """A figure that is only about so much, before or now, is told without by how much it moved, also behind a sign for money."""
    for old, new in ((f"{vague} 10", "25"), ("10", f"{vague} 25"), (f"{vague} € 10", "€ 25")):
        amount = amount_of(f"Er is {old} per huis.", f"Er is {new} per huis.")
        assert (amount.old, amount.new, amount.difference, amount.percentage) == (10, 25, None, None)


def test_two_moved_figures_have_no_single_amount():
    """When more than one figure moved, none is singled out."""
    assert amount_of("10 huizen, 5 bomen", "20 huizen, 9 bomen") is None
