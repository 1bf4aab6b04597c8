"""Laying the sentences of two wordings side by side."""

from __future__ import annotations

import pytest

from polderkoers.changes.telling.sentences import differing, sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dit is een zin. En nog een!", ["Dit is een zin.", "En nog een!"]),
        ("We bouwen bijv. huizen.\n\nDat kost\nniets.", ["We bouwen bijv. huizen.", "Dat kost niets."]),
        ("Het kost 1.250 euro. 10 huizen komen er.", ["Het kost 1.250 euro.", "10 huizen komen er."]),
        ("", []),
    ],
)
def test_a_text_is_cut_at_the_ends_of_its_sentences(text, found):
    """A full stop in a number or an abbreviation ends nothing, and white space says nothing."""
    assert sentences(text) == found


def test_sentences_that_are_alike_are_laid_side_by_side():
    """Between sentences that stayed, those with most in common answer to each other; the rest goes or comes."""
    old = "Een. De gemeente bouwt tien huizen in het dorp. Slot."
    new = "Een. Nieuw is deze lange zin. De gemeente bouwt elf huizen in het dorp. Slot."
    assert differing(old, new) == (
        ("", "Nieuw is deze lange zin."),
        ("De gemeente bouwt tien huizen in het dorp.", "De gemeente bouwt elf huizen in het dorp."),
    )
    assert differing(new, old) == tuple((now, was) for was, now in differing(old, new))


def test_a_very_long_text_that_is_new_is_not_laid_side_by_side():
    """So many sentences are told as gone and come, because nobody would read them in pairs."""
    old = " ".join(f"Oude zin nummer {number}." for number in range(40))
    new = " ".join(f"Nieuwe regel {number} staat hier." for number in range(41))
    assert all(not (pair.old and pair.new) for pair in differing(old, new))
