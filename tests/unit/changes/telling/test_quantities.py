"""The quantities of a sentence: numbers in figures and words, shares, ranges, moments, and what only looks like a number."""

from __future__ import annotations

import pytest

from polderkoers.changes.telling.numerals import value_of
from polderkoers.changes.telling.quantities import quantities


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("De uitstoot daalt met 10 procent in 2030.", ["number 10 procent", "year 2030"]),
        ("€ 3 miljoen en 2,5% rente", ["number 3 miljoen euro", "number 2,5 procent"]),
        ("1 op de 5 inwoners", ["ratio 1 op de 5 inwoners"]),
        ("een derde van de huizen", ["number een derde"]),
        ("een derde locatie", []),
        ("tussen 10 en 15 huizen", ["range tussen 10 en 15 huizen"]),
        ("10-15 mensen", ["range 10-15 mensen"]),
        ("twee dagen en vijfentwintig nieuwe woningen", ["number twee dagen", "number vijfentwintig nieuwe woningen"]),
        ("artikel 5, hoofdstuk 3, de A6", ["name artikel 5", "name hoofdstuk 3", "name A6"]),
        ("bel 0527 63 39 11 of 14 0527", ["name 0527 63 39 11", "name 14 0527"]),
        ("8302 AB", ["name 8302 AB"]),
        ("uiterlijk 1 juli 2030", ["date 1 juli 2030"]),
        ("2030 inwoners", ["number 2030 inwoners"]),
        ("In 2030 doet iedereen mee", ["year 2030"]),
        ("Uiterlijk in 2030 is het klaar", ["year 2030"]),
        ("18-jarigen en 65+", ["name 18-jarigen", "number 65+ +"]),
        ("3 van de 10 kinderen", ["ratio 3 van de 10 kinderen"]),
        ("een huis voor een gezin", []),
    ],
)  # fmt: skip
def test_a_sentence_gives_its_quantities(sentence, found):
    """Each is of one kind, as it stands there, with what is counted; a number that names something counts nothing."""
    assert [f"{each.kind} {each.said}" for each in quantities(sentence)] == found


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("twee", 2), ("vijfentwintig", 25), ("tweeëntwintig", 22), ("driehonderd", 300), ("honderdvijf", 105),
        ("tweeduizend", 2000), ("een", None), ("tienen", None), ("huis", None),
    ],
)  # fmt: skip
def test_a_number_in_words_has_its_value(word, value):
    """Compounds count up; an article is no number, and neither is another word."""
    assert value_of(word) == value
