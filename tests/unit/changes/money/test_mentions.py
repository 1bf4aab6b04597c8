"""Money in a text, as the effect on the budget tells it: what was and what is, each with its rhythm."""

from __future__ import annotations

import pytest

from support.money import effect, plan

MONEY = {"id": "bedrag", "waarvoor": "Sport", "bedrag": 100000, "jaar": 2027}


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("Het daalt van 200.000 naar 100.000 euro.", "Het daalt van 200.000 naar 150.000 euro.", "eerst 100.000 euro, nu 150.000 euro"),
        ("Je krijgt 100 euro per maand.", "Je krijgt 900 euro per jaar.", "eerst 100 euro per maand, nu 900 euro per jaar"),
        ("Je krijgt 100 euro per maand.", "Je krijgt 100 euro per jaar.", "eerst 100 euro per maand, nu 100 euro per jaar"),
        ("Dat kost niets.", "Dat kost 5.000 euro.", "nieuw: 5.000 euro"),
    ],
)  # fmt: skip
def test_money_in_a_text_is_told_on_both_sides(was, now, said):
    """A sum that stands in the file as an amount too is still what the new sum took the place of."""
    goals = ([{"id": "doel", "naam": "Minder schulden", "toelichting": text}] for text in (was, now))
    old, new = (plan([MONEY], doelen=goal) for goal in goals)
    (left_out,) = effect(old, new).left_out
    assert left_out.said == said


def test_money_that_stands_beside_it_as_an_amount_is_not_told_twice():
    """A text that only names an amount of its file says nothing new."""
    goals = ([{"id": "doel", "naam": "Sport", "toelichting": text}] for text in ("We doen mee.", "Voor 100.000 euro."))
    old, new = (plan([MONEY], doelen=goal) for goal in goals)
    assert effect(old, new).left_out == ()
