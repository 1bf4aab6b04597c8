"""Dates, never more exact than the source."""

from __future__ import annotations

from datetime import date

import pytest

from polderkoers.policy.model.dates import datum_in_words, on_datum, parse_datum, the_datum


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31), "2012"),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29), "februari 2012"),
        ("2012-Q3", date(2012, 7, 1), date(2012, 9, 30), "derde kwartaal van 2012"),
        ("2011-11-19", date(2011, 11, 19), date(2011, 11, 19), "19 november 2011"),
    ],
)
def test_a_date_covers_the_days_that_it_says(text, first, last, words):
    """A year is a whole year, a quarter three months, and so it is said in words."""
    found = parse_datum(text)
    assert (found.first, found.last) == (first, last)
    assert datum_in_words(text) == words


@pytest.mark.parametrize("text", ["2012-13", "2012-02-30", "2012-Q5", "eind april", "12-09-2012", ""])
def test_a_date_that_does_not_exist_is_none(text):
    """What is no date gives no date, and comes back as the words that it was."""
    assert parse_datum(text) is None
    assert datum_in_words(text) == text


@pytest.mark.parametrize(
    ("text", "behind_a_verb", "behind_since"),
    [
        ("2012", "in 2012", "2012"),
        ("2012-02", "in februari 2012", "februari 2012"),
        ("2012-Q3", "in het derde kwartaal van 2012", "het derde kwartaal van 2012"),
        ("2011-11-19", "op 19 november 2011", "19 november 2011"),
    ],
)
def test_a_date_stands_in_a_sentence_as_one_says_it(text, behind_a_verb, behind_since):
    """Something happens on a day, in a year or in the third quarter, and holds since the third quarter."""
    assert on_datum(text) == behind_a_verb
    assert the_datum(text) == behind_since
