"""Dutch words for values."""

from __future__ import annotations

import pytest

from polderkoers.policy.model.base import Cijfer
from polderkoers.policy.model.blocks import Bedrag
from polderkoers.website.words import Words, adopted, amount, figure, listing, number, one_line, sentence


@pytest.mark.parametrize(("value", "words"), [(5362099, "5.362.099"), (1.5, "1,5"), (0, "0"), (1234.5, "1.234,5")])
def test_numbers_are_written_as_the_dutch_do(value, words):
    """Thousands are parted by a point and decimals by a comma."""
    assert number(value) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"waarde": 85, "eenheid": "procent"}, "85%"),
        ({"waarde": 650, "eenheid": "mensen", "ongeveer": True}, "ongeveer 650 mensen"),
        ({"waarde": None, "weergave": "twee derde"}, "twee derde"),
        ({"waarde": None}, "Niet bekend in de bron"),
        ({"waarde": 0}, "0"),
    ],
)
def test_a_figure_is_said_as_the_source_says_it(fields, words):
    """Words of the source win, unknown is said, and zero is zero."""
    assert figure(Cijfer(id="x", wat="iets", **fields)) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"bedrag": 780000, "ongeveer": True, "per_jaar": True}, "ongeveer €\u00a0780.000 per jaar"),
        ({"bedrag": 40000, "hoogstens": True}, "hoogstens €\u00a040.000"),
        ({"bedrag": None}, "Niet bekend in de bron"),
        ({"bedrag": 0}, "€\u00a00"),
    ],
)
def test_an_amount_that_is_not_given_is_not_zero(fields, words):
    """An amount says how exact it is, and an unknown one says so."""
    assert amount(Bedrag(id="x", waarvoor="iets", **fields)) == words


def test_the_status_says_no_more_than_the_source():
    """An unknown status, date or decision is said to be unknown."""
    assert adopted(None, None, None) == "Niet bekend in de bron"
    assert (
        adopted("vastgesteld", "2024-09", None) == "Vastgesteld (op september 2024, door wie is niet bekend in de bron)"
    )
    assert adopted("concept", None, None) == "Concept"


def test_enumerations_and_counts_are_dutch():
    """A list ends with 'en', and one of a kind is singular."""
    assert (listing(["a", "b", "c"]), listing(["a"]), listing([])) == ("a, b en c", "a", "")
    assert (Words().count(1, "doel"), Words().count(2, "doel")) == ("1 doel", "2 doelen")


def test_one_line_keeps_a_hard_space():
    """White space becomes one space, but a hard space still keeps an amount and its euro sign together."""
    assert one_line(" een\n\n twee\t€\u00a01.000 ") == "een twee €\u00a01.000"


def test_a_capital_at_the_start_changes_no_other_letter():
    """A name inside a text keeps its own capitals."""
    assert (sentence("voorjaar in Emmeloord"), sentence("")) == ("Voorjaar in Emmeloord", "")
