"""What stands behind a number: a unit holds a letter or a sign that is one."""

from __future__ import annotations

import pytest

from polderkoers.policy.numbers import reading


@pytest.mark.parametrize("text", ["85*", "85-", "85+", "85 *", "85=", "85?", "85 >"])
def test_a_sign_behind_a_number_is_no_unit(text):
    """A reference to a note, or a sign of doubt, is never given back as the unit."""
    assert reading(text) is None


@pytest.mark.parametrize(("text", "unit"), [("85 %", "%"), ("85 uur", "uur"), ("85 euro", "\u20ac")])
def test_a_word_behind_a_number_is_its_unit(text, unit):
    """A word or the sign of a share or of money is the unit."""
    read = reading(text)
    assert read is not None
    assert read.unit == unit


def test_a_thousand_may_be_shortened():
    """60 dzd is sixty thousand."""
    read = reading("60 dzd")
    assert read is not None
    assert read.values == (60_000,)
