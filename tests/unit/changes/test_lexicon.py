"""Which words are known."""

from __future__ import annotations

import pytest

from polderkoers.changes.lexicon import Lexicon


@pytest.fixture
def lexicon():
    """The files of two versions: one is equal, and one differs."""
    return Lexicon(lambda: ["De Polder", "oude huizen, buurt"], lambda: ["De Polder", "nieuwe huizen, buurten"])


@pytest.mark.parametrize(
    ("word", "known"), [("polder", True), ("huizen", True), ("oude", False), ("nieuwe", False), ("buurt", False), ("pol", False)]
)  # fmt: skip
def test_a_word_is_known_when_both_versions_have_it(lexicon, word, known):
    """A whole word in an equal file, or in both versions of another, is known; a part of a word is not."""
    assert lexicon.knows(word) is known


def test_nothing_is_read_before_a_question():
    """The texts are asked for at the first word, and not again."""
    asked = []
    lexicon = Lexicon(lambda: asked.append(1) or ["woord"], lambda: ["woord"])
    assert asked == []
    assert lexicon.knows("woord")
    assert not lexicon.knows("woorden")
    assert asked == [1]
