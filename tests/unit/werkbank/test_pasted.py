"""A pasted text is cleaned of what other programs leave in it, says so, and loses nothing else."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from polderkoers.werkbank.forms.pasted import cleaned
from support.tries import tries


@pytest.mark.parametrize(
    ("typed", "wanted", "said"),
    [
        ("\u201cFijn wonen\u201d", '"Fijn wonen"', "aanhalingstekens"),
        ("Het heet \u2018Doe mee\u2019", "Het heet 'Doe mee'", "aanhalingstekens"),
        ("gemeen\u00adte", "gemeente", "afbreekstreepjes"),
        ("de gemeen-\nte helpt", "de gemeente helpt", "gemeente. Kijk of dat klopt"),
        ("zorg-\nen welzijn", "zorg- en welzijn", ""),
        ("de \ufb01ets", "de fiets", "los gezet"),
        ("een\u00a0huis", "een huis", "vaste spaties"),
        ("een\u200b huis\ufeff", "een huis", "onzichtbare tekens"),
        ("een\ud83d huis", "een huis", "onzichtbare tekens"),
        ("cafÃ© open", "café open", "café"),
        ("• eerste\n• tweede", "- eerste\n- tweede", "opsommingstekens"),
        ("De gemeente helpt\nmensen met een huis.", "De gemeente helpt mensen met een huis.", "midden in een zin"),
        ("Eerste alinea.\n\nTweede alinea.", "Eerste alinea.\nTweede alinea.", ""),
        ("Eerste alinea.\r\n\r\n\r\nTweede alinea.", "Eerste alinea.\nTweede alinea.", ""),
    ],
)
def test_what_other_programs_leave_is_taken_out(typed, wanted, said):
    """Each kind of rubbish is gone, and it is told what was done."""
    found = cleaned(typed)
    assert found.text == wanted
    assert said in "; ".join(found.said)
    assert bool(said) is bool(found.said)


def test_a_short_text_becomes_one_line():
    """A name that was pasted over two lines is one, and that is told."""
    assert cleaned("Genoeg\nhuizen", lines=False) == (
        "Genoeg huizen",
        ("regels aan elkaar gezet: dit veld heeft één regel",),
    )


def test_signs_that_stood_there_already_stay():
    """Who corrects one word does not change the quotes of a text that had curly ones."""
    before = "Het heet \u2018Doe mee\u2019."
    assert cleaned("Het heet \u2018Doe nu mee\u2019.", before) == ("Het heet \u2018Doe nu mee\u2019.", ())


@given(
    st.lists(
        st.text(alphabet="abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789éëï.,:;!?'\"%€()-", min_size=1),
        min_size=1,
    )
)
@settings(max_examples=tries(200))
def test_a_plain_text_is_not_touched(words):
    """A text on one line without signs of other programs stays what it is, to the letter, and nothing is told."""
    text = " ".join(words)
    assert cleaned(text) == (text, ())


@given(st.text(max_size=200))
@example("Ä²")
@example("0\r\r0")
@settings(max_examples=tries(200))
def test_cleaning_twice_is_cleaning_once(text):
    """What was cleaned is clean."""
    once = cleaned(text).text
    assert cleaned(once, once).text == once


MANY = 100_000


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("a" * MANY, "a" * MANY),
        ("A" * MANY + "-\nen", "A" * MANY + "- en"),
        ("een" + " " * MANY + "huis", "een huis"),
        ("een" + "\t" * MANY + "huis", "een huis"),
        ("een" + "\n" * MANY + "huis", "een\nhuis"),
        ("\u201c" * MANY, '"' * MANY),
        ("1" * MANY, "1" * MANY),
        ("-" * MANY, "-" * MANY),
        ("a-" * MANY, "a-" * MANY),
        ("dorps-\nhuis. " * MANY, " ".join(["dorpshuis."] * MANY)),
        ("woord\n" * MANY, " ".join(["woord"] * MANY)),
    ],
    ids=["letters", "hyphen", "spaces", "tabs", "breaks", "quotes", "digits", "hyphens", "pairs", "broken", "lines"],
)
def test_a_text_of_any_length_is_cleaned_at_once(typed, wanted):
    """Cleaning looks at each sign a few times and no more: a long run of anything took hours, and held all others up."""
    assert cleaned(typed).text == wanted


@pytest.mark.parametrize("lines", [True, False])
def test_blanks_that_stood_there_already_cost_no_more(lines):
    """Of a text that had double blanks they stay, however many there are."""
    typed = "een" + " " * MANY + "huis" + " " * MANY + "\nen"
    assert cleaned(typed, "een  huis", lines=lines).text == "een" + " " * MANY + "huis en"
