"""What stands in a text and not in the passage of its source, and the other way around."""

from __future__ import annotations

import pytest

from polderkoers.beside.differing import Difference, Passage
from polderkoers.beside.told import FIGURE, NAME, WORD, YEAR

PASSAGE = Passage("""\
In 2014 bouwde Bouwgoed 1.250 huizen in de Dijkwijk, voor € 3 miljoen.
De gemeente kan inwoners vragen om mee te denken, zoals bij het
plein. Twaalf straten worden opgeknapt.
""")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2014 kwamen er 1250 huizen bij.", []),
        ("Er komen 12 straten aan de beurt, voor 3000000 euro.", []),
        ("In 2015 kwamen er 1.300 huizen bij.", [(FIGURE, ("1.300",)), (YEAR, ("2015",))]),
        ("Elf straten worden opgeknapt.", [(FIGURE, ("Elf",))]),
        ("Dat deed Bouwgoed in de Dijkwijk.", []),
        ("Dat deed Woonzorg met Bouwgoed.", [(NAME, ("Woonzorg",))]),
    ],
)
def test_figures_years_and_names_are_held_against_the_passage(text, expected):
    """However a number is written; the first word of a sentence is no name."""
    assert [(each.kind, each.here) for each in PASSAGE.only_in(text)] == expected


def test_what_stands_elsewhere_in_the_source_is_told():
    """A year that the passage lacks and the source has elsewhere is another matter than one that the source does not have."""
    whole = Passage(f"{PASSAGE.text}\nIn 2016 was het klaar.")
    (found,) = PASSAGE.only_in("Het begon in 2016 of 2017.", whole)
    assert found == Difference(YEAR, ("2016", "2017"), elsewhere=("2016",))


def test_what_the_passage_tells_and_the_text_does_not_is_left_out():
    """Figures, years and names of the passage, each once."""
    told = {each.kind: each.there for each in PASSAGE.left_out("In 2014 bouwde iemand 1.250 huizen.")}
    assert told == {FIGURE: ("3 miljoen", "Twaalf"), NAME: ("Bouwgoed", "Dijkwijk")}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("De gemeente kan inwoners vragen mee te denken, bijvoorbeeld bij het plein.", {}),
        ("De gemeente vraagt inwoners om mee te denken bij het plein.", {"kunnen of mogen", "voorbeeld"}),
        ("De gemeente moet inwoners vragen om mee te denken, zoals bij het plein.", {"kunnen of mogen", "moeten"}),
    ],
)
def test_a_word_that_binds_is_held_against_the_sentence_that_is_most_alike(text, kinds):
    """What became a fact, or a duty, is told with the sentence of the source; another word for the same is no difference."""
    found = PASSAGE.bound_otherwise({"/tekst": text}).get("/tekst", [])
    assert {each.what for each in found} == set(kinds)
    assert all(each.kind == WORD and each.sentence.startswith("De gemeente kan") for each in found)


def test_a_sentence_that_is_like_none_is_held_against_none():
    """Where no sentence of the passage is about the same, nothing is said of words that bind."""
    assert PASSAGE.bound_otherwise({"/tekst": "Honden moeten aan de lijn."}) == {}


def test_sentences_of_ours_are_held_together_against_one_of_the_source():
    """Plain language says in two sentences what a plan says in one: the word may stand in either."""
    text = "De gemeente vraagt inwoners soms om mee te denken. Dat kan bij het plein: inwoners denken mee, zoals bij het plein."
    assert "kunnen of mogen" not in {each.what for each in PASSAGE.bound_otherwise({"/t": text}).get("/t", [])}
