"""Readability: sentences, syllables and the score."""

from __future__ import annotations

import pytest

from polderkoers.policy.readability import measure, sentences_of, syllables_of


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("open", 2),
        ("gemeente", 3),
        ("organisatie", 5),
        ("mooie", 2),
        ("leeuw", 1),
        ("reünie", 3),
        ("ideeën", 3),
        ("2012", 1),
        ("VSV", 1),
    ],
)
def test_syllables_are_vowel_groups(word, syllables):
    """A word has as many syllables as groups of vowels, and at least one."""
    assert syllables_of(word) == syllables


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Een zin. Nog een zin!", ["Een zin.", "Nog een zin!"]),
        ("Dat kost ca. 5 euro. Klaar?", ["Dat kost ca. 5 euro.", "Klaar?"]),
        ("Eerste alinea\n\nTweede alinea.", ["Eerste alinea", "Tweede alinea."]),
        ("Zij zei: 'Ja.' Toen ging ze.", ["Zij zei: 'Ja.", "Toen ging ze."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_hears_it(text, sentences):
    """A full stop ends a sentence, but not after an abbreviation, and a paragraph always does."""
    assert list(sentences_of(text)) == sentences


def test_the_score_is_that_of_flesch_douma():
    """Ten words in two sentences with fifteen syllables give 206.84 - 0.93 * 5 - 77 * 1.5."""
    found = measure("De kat zat op water. De boer liep over velden.")
    assert (found.words, len(found.sentences), found.syllables) == (10, 2, 13)
    assert found.score == pytest.approx(206.84 - 0.93 * 5 - 77 * 1.3)


def test_the_hardest_sentence_is_found():
    """The sentence with the longest words is the hardest."""
    text = "De hond blaft. Organisaties faciliteren samenwerkingsverbanden. Klaar is kees."
    assert measure(text).hardest_sentence == "Organisaties faciliteren samenwerkingsverbanden."


def test_an_empty_text_is_easy():
    """A text without words has the highest score and no hardest sentence."""
    assert (measure("").score, measure("").hardest_sentence) == (100.0, "")
