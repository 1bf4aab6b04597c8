"""Comparing two texts word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polderkoers.changes.words import Run, compare_words
from support.mirror import mirrored

TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(["de", "gemeente", "bouwt", "10", "€ 3 miljoen", "woningen.", "\n\n", "'s avonds", "niet", ","])
    ).map(" ".join),
)


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("De stad.", "De stad.", [("same", "De stad.")]),
        ("", "Nieuw.", [("added", "Nieuw.")]),
        ("bouwt 10 huizen", "bouwt 20 huizen", [("same", "bouwt "), ("removed", "10"), ("added", "20"), ("same", " huizen")]),
        ("wel goed", "wel niet goed", [("same", "wel "), ("added", "niet "), ("same", "goed")]),
        ("kost € 3 miljoen nu", "kost € 4 miljoen nu", [("same", "kost "), ("removed", "€ 3 miljoen"), ("added", "€ 4 miljoen"), ("same", " nu")]),
    ],
)  # fmt: skip
def test_runs_say_what_stayed_went_and_came(old, new, runs):
    """A replaced word is removed and then added, and the words around it stayed."""
    assert compare_words(old, new) == tuple(Run(*run) for run in runs)


def test_a_word_is_never_cut():
    """Words that begin alike are replaced as a whole."""
    assert Run("removed", "inwonersinitiatief") in compare_words("een inwonersinitiatief", "een inwonersplan")


def test_a_lonely_word_between_two_rewritten_pieces_is_rewritten_too():
    """What hardly stayed is no rest for the eye: the pieces around it are told as one."""
    runs = compare_words("wie hier woont de buurt mag mee praten", "elke straat krijgt de eigen plek voor groen")
    assert [run.state for run in runs] == ["removed", "added"]


@given(TEXTS, TEXTS)
def test_the_runs_give_both_texts_again(old, new):
    """Joining what stayed with what went gives the old text exactly, with what came the new one."""
    runs = compare_words(old, new)
    assert "".join(run.text for run in runs if run.state != "added") == old
    assert "".join(run.text for run in runs if run.state != "removed") == new
    assert all(run.text for run in runs)


@given(TEXTS, TEXTS)
def test_comparing_the_other_way_around_gives_the_mirror_image(old, new):
    """Removed and added change places, and nothing else is different."""
    assert compare_words(new, old) == mirrored(compare_words(old, new))
