"""Letters that went wrong: known by what they are made of, and never found in words that are right."""

from __future__ import annotations

import pytest

from polderkoers.policy.garbled import garbled


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("financi\u00c3\u00able", "financiële"),
        ("E\u00c3\u00a9n", "Eén"),
        ("\u00e2\u20ac\u2122s", "\u2019s"),
        ("\u00e2\u201a\u00ac5", "€5"),
        ("re\ufb02ectie", "reflectie"),
        ("t\u0133d", "tijd"),
        ("re\u0308el", "rëel"),
    ],
)
def test_letters_that_went_wrong_are_given_back(text, right):
    """What the letters were before they went wrong is certain."""
    assert [(found.word, found.right) for found in garbled(text)] == [(text, right)]


def test_a_lost_letter_is_told_without_a_guess():
    """Of a letter of which a question mark is left nothing is sure, and of one that is lost no word is given."""
    assert [(found.word, found.right, found.certain) for found in garbled("co?rdinatie")] == [
        ("co?rdinatie", "", False)
    ]
    assert [found.right for found in garbled("financi\u00ef\u00bf\u00bdle")] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Eén financiële coördinator.",
        "CAFÉ »",
        "«É»",
        "Wie? Wat!",
        "Âge et œuvre",
        "5 m² à € 3",
        "naïef, Øresund",
        "‘s avonds …",
    ],
)
def test_words_that_are_right_are_left_alone(text):
    """Accents, quotes and signs that belong there raise nothing."""
    assert list(garbled(text)) == []
