"""Reading figures in Dutch text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polderkoers.changes.figures import figures, sums


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("€ 1.250,50", "1250.50", "euro"),
        ("€ 3 miljoen", "3000000", "euro"),
        ("2,5 miljoen inwoners", "2500000", None),
        ("12,5%", "12.5", "procent"),
        ("75 procent", "75", "procent"),
        ("10 woningen", "10", None),
        ("2000 euro", "2000", "euro"),
        ("2 Euro's", "2", "euro"),
        ("5 procentpunt", "5", None),
        ("voor 65+", "65", "+"),
        ("10 en meer", "10", None),
        ("1.000.000", "1000000", None),
        ("2.5", "2.5", None),
    ],
)
def test_a_figure_has_a_value_and_what_it_counts(text, value, unit):
    """A dot stands between thousands, a comma before decimals; only a sign or word for money, a share or an age is a unit."""
    (found,) = figures(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Het kost 3 miljoen euro per jaar.", ["3.000.000 euro per jaar"]),
        ("Het kost hoogstens 3 miljoen euro.", ["hoogstens 3.000.000 euro"]),
        ("Het kost niet meer dan € 500 per jaar.", ["niet meer dan 500 euro per jaar"]),
        ("Het kost bijna 2 miljoen euro.", ["bijna 2.000.000 euro"]),
        ("Een huis onder de 300.000 euro.", ["onder 300.000 euro"]),
        ("Een bijdrage van 100 tot 200 euro.", ["100 tot 200 euro"]),
        ("Een bijdrage van € 100 tot € 200.", ["100 tot 200 euro"]),
        ("Het Rijk geeft 2 à 3 miljoen euro.", ["2.000.000 à 3.000.000 euro"]),
        ("Het kost hoogstens 2 à 3 miljoen euro.", ["hoogstens 2.000.000 à 3.000.000 euro"]),
        ("Tussen de 100 en 200 euro.", ["tussen 100 en 200 euro"]),
        ("In 2026 en 200 euro.", ["200 euro"]),
        ("In 2026 tot 3.000 euro.", ["tot 3.000 euro"]),
        ("Voor ruim 5 en 200 euro.", ["200 euro"]),
        ("Wij geven € 100 en € 200.", ["100 euro", "200 euro"]),
    ],
)
def test_a_sum_in_a_text_keeps_what_makes_it_less_sure(text, said):
    """A bound, about so much, or the lower end of a range stays with a sum wherever it is told."""
    assert [each.said for each in sums(text)] == said


def test_a_period_has_two_figures_and_a_minus_is_a_sign():
    """The dash of a period is no minus; a dash before a loose figure is."""
    assert [figure.value for figure in figures("2012-2025 en -5")] == [2012, 2025, -5]


@given(st.text())
def test_any_text_can_be_read(text):
    """No text whatever gives an error."""
    assert all(figure.value.is_finite() for figure in figures(text))
