"""The years that an amount is surely for: its dates, when its words say the same and nothing more."""

from __future__ import annotations

import pytest

from polderkoers.changes.money.amount import amount_of
from polderkoers.changes.money.period import period_words


def total(text, **more):
    """Return what 100 euro per year comes to from 2026 to 2028, in the given words."""
    data = {"bedrag": 100, "per_jaar": True, "wanneer": {"tekst": text, "van": 2026, "tot": 2028} | more}
    found = amount_of(data).total
    return None if found is None else int(found)


@pytest.mark.parametrize(
    "text",
    [
        "2026-2028", "2026 – 2028", "2026 t/m 2028", "van 2026 tot en met 2028", "vanaf 2026 tot en met 2028", "2026, 2027 en 2028",
        "de jaren 2026 tot en met 2028", "elk jaar van 2026 tot en met 2028", "jaarlijks, 2026-2028", "tot en met 2028", "elk jaar",
        "drie jaar", "3 jaar lang", "drie jaar (2026-2028)", "elk jaar in de periode 2026-2028",
    ],
)  # fmt: skip
def test_words_that_say_the_years_and_nothing_more_are_certain(text):
    """Three years are three times the amount."""
    assert total(text) == 300


@pytest.mark.parametrize(
    "text",
    [
        "2026 tot 2028", "tot 2028", "voor 2028", "na 2026 tot 2028", "2026 en 2028", "2026, 2028", "in 2026 en in 2028", "2026 of 2028",
        "2026-2028 en verder", "2026-2028, daarna 2029", "2026 tot en met 2028, behalve 2027", "2026-2028 (minder in 2027)",
        "2026-2028, met de helft in 2028", "2026-2028 (per 2 jaar)", "om het jaar, 2026-2028", "eens in de drie jaar", "per drie jaar",
        "elke 3 jaar", "twee jaar", "vier jaar, 2026-2028", "eind 2026 tot en met 2028", "ca. 2026-2028", "2026-2028?", "2026-28",
        "schooljaren 2026-2028", "2025-2028", "2026-2029", "2026", "vanaf 2026",
    ],
)  # fmt: skip
def test_words_that_say_more_or_other_than_the_dates_are_not_certain(text):
    """Another year, a doubt, a gap or a part of a year: no total."""
    assert total(text) is None


@pytest.mark.parametrize(
    "dates",
    [
        {"tot": None},
        {"van": None},
        {"tot": "2028-06"},
        {"van": "2026-07"},
        {"tot": 2025},
        {"tot": "ooit"},
        {"van": True},
        {"tot": 2500},
    ],
)
def test_dates_that_are_no_whole_years_have_no_total(dates):
    """No begin or end, half a year, an end before the begin, and what is no date."""
    assert total("", **dates) is None


def test_a_period_is_named_by_its_years_or_in_its_own_words():
    """Known years in one form; others as the data say them."""
    assert period_words({"jaar": 2026}) == "2026"
    assert period_words({"wanneer": {"tekst": "2026-2028", "van": 2026, "tot": 2028}}) == "2026 tot en met 2028"
    assert period_words({"wanneer": {"tekst": "na de verbouwing"}}) == "na de verbouwing"
    assert period_words({"wanneer": {"van": "2026-07", "tot": "2027-06"}}) == "juli 2026 tot en met juni 2027"
    assert period_words({}) == period_words({"wanneer": 2026}) == ""
