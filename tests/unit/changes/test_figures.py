"""Reading figures in Dutch text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polderkoers.changes.figures import figures


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("€ 1.250,50", "1250.50", "euro"),
        ("€ 3 miljoen", "3000000", "euro"),
        ("2,5 miljoen inwoners", "2500000", "inwoners"),
        ("12,5%", "12.5", "procent"),
        ("75 procent", "75", "procent"),
        ("10 woningen", "10", "woningen"),
        ("voor 65+", "65", "+"),
        ("10 en meer", "10", None),
        ("1.000.000", "1000000", None),
        ("2.5", "2.5", None),
    ],
)
def test_a_figure_has_a_value_and_what_it_counts(text, value, unit):
    """A dot stands between thousands, a comma before decimals; the word after a figure is its unit."""
    (found,) = figures(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "year"),
    [("in 2030 doet", True), ("2012", True), ("2000 woningen", False), ("€ 2000", False), ("eind 2025.", True), ("1850", False)],
)  # fmt: skip
def test_a_year_is_told_from_a_number(text, year):
    """Four digits are a year when they count nothing or a word before them says so."""
    (found,) = figures(text)
    assert found.is_year == year


def test_a_period_has_two_figures_and_a_minus_is_a_sign():
    """The dash of a period is no minus; a dash before a loose figure is."""
    assert [figure.value for figure in figures("2012-2025 en -5")] == [2012, 2025, -5]


@given(st.text())
def test_any_text_can_be_read(text):
    """No text whatever gives an error."""
    assert all(figure.start < figure.end for figure in figures(text))
