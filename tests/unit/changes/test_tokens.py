"""Cutting Dutch text into words, figures and signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polderkoers.changes.tokens import cut


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Het kost € 1.250,50.", ["Het", "kost", "€ 1.250,50", "."]),
        ("€ 3 miljoen per jaar", ["€ 3 miljoen", "per", "jaar"]),
        ("3 miljoen inwoners", ["3 miljoen", "inwoners"]),
        ("in 2012-2025, of 10 – 15", ["in", "2012-2025", ",", "of", "10 – 15"]),
        ("een inwoners-initiatief", ["een", "inwoners-initiatief"]),
        ("'s avonds zo'n foto's", ["'s avonds", "zo'n", "foto's"]),
        ("voor 65+ en 12,5% nu", ["voor", "65+", "en", "12,5%", "nu"]),
        ("in- en uitstroom", ["in-", "en", "uitstroom"]),
        ("o.a. de 2e (30-jarige)", ["o.a.", "de", "2e", "(", "30-jarige", ")"]),
        (
            "kijk op www.npo.nl/a, of mail a.b@npo.nl.",
            ["kijk", "op", "www.npo.nl/a", ",", "of", "mail", "a.b@npo.nl", "."],
        ),
        ("'wonen'", ["'", "wonen", "'"]),
        ("2012-Q3 en één", ["2012-Q3", "en", "één"]),
    ],
)
def test_dutch_words_and_figures_stay_whole(text, tokens):
    """A figure with its sign or scale, a period, and a word with hyphen or apostrophe are one token each."""
    assert [token.form for token in cut(text)] == tokens


@given(st.text())
def test_no_character_is_lost(text):
    """The tokens and the spaces after them give the text again."""
    assert "".join(token.text + token.space for token in cut(text)) == text
