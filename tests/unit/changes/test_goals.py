"""Judging whether a goal asks more or less."""

from __future__ import annotations

import pytest

from polderkoers.changes.goals import judge_text


@pytest.mark.parametrize(
    ("old", "new", "meaning"),
    [
        ("Er komen 10 woningen.", "Er komen 20 woningen.", ["doel-aangescherpt"]),
        ("Er komen 20 woningen.", "Er komen 10 woningen.", ["doel-afgezwakt"]),
        ("Hoogstens 10 procent is arm.", "Hoogstens 5 procent is arm.", ["doel-aangescherpt"]),
        ("De leegstand daalt naar 20 huizen.", "De leegstand daalt naar 30 huizen.", ["doel-afgezwakt"]),
        ("Niet meer dan 5 dagen.", "Niet meer dan 3 dagen.", ["doel-aangescherpt"]),
        ("Niet minder dan 5 plekken.", "Niet minder dan 3 plekken.", ["doel-afgezwakt"]),
        ("Klaar in 2030.", "Klaar in 2035.", ["uitgesteld"]),
        ("Klaar in 2030.", "Klaar in 2028.", ["vervroegd"]),
        ("10 huizen in 2030", "20 huizen in 2028", ["doel-aangescherpt", "vervroegd"]),
        ("10 huizen en 10 bomen", "20 huizen en 5 bomen", ["doelcijfer-gewijzigd"]),
        ("10 huizen", "10 procent", []),
        ("10 huizen", "20 procent", ["doelcijfer-gewijzigd"]),
        ("Meer dan 10 mensen uit de armoede", "Meer dan 20 mensen uit de armoede", ["doelcijfer-gewijzigd"]),
        ("geen getal", "ook geen getal", []),
        ("10 huizen", "huizen", ["doelcijfer-gewijzigd"]),
        ("In de wijk wonen 5 mensen. Er komen 10 huizen.", "In de wijk wonen 5 mensen. Er komen 12 huizen.", ["doel-aangescherpt"]),
    ],
)  # fmt: skip
def test_figures_and_the_words_around_them_give_the_meaning(old, new, meaning):
    """More is sharper unless the sentence says that less is better; where it points both ways nothing is claimed."""
    assert list(judge_text(old, new).meaning) == meaning


def test_one_moved_figure_comes_with_its_amount():
    """The figure says from what to what, with its unit, difference and percentage."""
    amount = judge_text("minstens 10 woningen", "minstens 25 woningen").amount
    assert (amount.old, amount.new, amount.unit, amount.difference, amount.percentage) == (
        10,
        25,
        "woningen",
        15,
        150.0,
    )


def test_two_moved_figures_have_no_single_amount():
    """When more than one figure moved, none is singled out."""
    assert judge_text("10 huizen, 5 bomen", "20 huizen, 9 bomen").amount is None
