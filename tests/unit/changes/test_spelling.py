"""Telling a typing error from another word."""

from __future__ import annotations

import pytest

from polderkoers.changes.lexicon import Lexicon
from polderkoers.changes.spelling import is_spelling

KNOWN = "De gemeente en haar inwoners behalen en bepalen dit. Kosten en lasten, woningen, ondersteuning, vergoeding, Bouwgoed."


@pytest.fixture
def lexicon():
    """The words of a small text that both versions have."""
    return Lexicon(lambda: [KNOWN], lambda: [KNOWN])


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("gemeetne", "gemeente"),
        ("gemmeente", "gemeente"),
        ("ondersteunig", "ondersteuning"),
        ("Gemeente", "gemeente"),
        ("cooperatie", "coöperatie"),
        ("inwoners-initiatief", "inwonersinitiatief"),
        ("word", "wordt"),
        ("veranderd", "verandert"),
        ("het", "de"),
        ("Bouwgoedd", "Bouwgoed"),
    ],
)
def test_a_slip_or_a_way_to_write_is_spelling(lexicon, wrong, right):
    """Swapped, missing and double letters, capitals, accents, hyphens and d or t are spelling, in both directions."""
    assert is_spelling(wrong, right, lexicon)
    assert is_spelling(right, wrong, lexicon)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("leiden", "lijden"), ("bereiden", "berijden"), ("leidende", "lijdende"), ("verlagen", "verslagen"), ("weten", "wetten"),
        ("contacten", "contracten"), ("straten", "starten"), ("verplichten", "verlichten"), ("bomen", "bommen"), ("peilen", "pijlen"),
        ("versterken", "verstreken"), ("wachten", "wachtten"), ("formuleren", "formulieren"), ("schade", "schande"), ("degelijk", "dergelijk"),
    ],
)  # fmt: skip
def test_a_letter_that_makes_another_word_is_no_spelling(old, new):
    """A word that differs in a letter or two from one that both versions know may be another word, and is told as one."""
    known = Lexicon(lambda: [old], lambda: [old])
    assert not is_spelling(old, new, known)
    assert not is_spelling(new, old, known)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("behalen", "bepalen"),
        ("kosten", "lasten"),
        ("inwoner", "inwoners"),
        ("gemeente", "gemeenten"),
        ("werkt", "werkte"),
        ("kan", "kon"),
        ("niet", "iets"),
        ("mogelijk", "onmogelijk"),
        ("verkopen", "verhogen"),
        ("Ens", "Emmeloord"),
        ("Nagele", "Nagelle"),
        ("65", "66"),
        ("voldoende", "onvoldoende"),
        ("kosten", "kotsen"),
        ("lasten", "lassten"),
        ("woningen", "wonigen"),
        ("vergoeding", "vergoedig"),
        ("geld", "geldt"),
        ("bekend", "bekent"),
        ("mag", "moet"),
    ],
)
def test_another_word_is_no_spelling(lexicon, old, new):
    """Another known word, number, tense, name, negation or obligation is never spelling, in either direction."""
    assert not is_spelling(old, new, lexicon)
    assert not is_spelling(new, old, lexicon)
