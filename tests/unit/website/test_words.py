"""Dutch words for values."""

from __future__ import annotations

import pytest

from polderkoers.policy.model.base import Cijfer
from polderkoers.policy.model.blocks import Bedrag
from polderkoers.website.words import Words, adopted, amount, figure, one_line


@pytest.mark.parametrize(
    ("kind", "the"),
    [
        ("document", "de bron"),
        ("punt", "de uitleg"),
        ("factor", "het aandachtspunt"),
        ("thema", "het onderwerp"),
        ("doel", "het doel"),
        ("kernopgave", "de kernopgave"),
    ],
)
def test_a_kind_has_the_article_of_what_pages_call_it(kind, the):
    """What pages call something need not be its noun in the data, and has an article of its own."""
    assert Words().the(kind) == the


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
        adopted("vastgesteld", "2024-09", None) == "Vastgesteld (in september 2024, door wie is niet bekend in de bron)"
    )
    assert adopted("concept", None, None) == "Concept"


def test_counts_are_dutch():
    """One of a kind is singular."""
    assert (Words().count(1, "doel"), Words().count(2, "doel")) == ("1 doel", "2 doelen")


def test_one_line_keeps_a_hard_space():
    """White space becomes one space, but a hard space still keeps an amount and its euro sign together."""
    assert one_line(" een\n\n twee\t€\u00a01.000 ") == "een twee €\u00a01.000"
