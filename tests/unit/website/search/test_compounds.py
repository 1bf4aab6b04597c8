"""Compounds and their parts."""

from __future__ import annotations

import re

import pytest

from polderkoers.website.search.compounds import JOINT, Splitter

WORDS = """
    gemeente raad buurt huis huizen schuld hulp verlening zorg zorg gezondheid jeugd plan inwoners initiatief wijk team
    thuiszorg jeugdzorg buurtzorg familiezorg familie thuis mantelzorg voorkomen komen samenhang hang ouderen beleid
    bestuur bestuurlijk
"""


@pytest.fixture(scope="module")
def splitter() -> Splitter:
    """A splitter that knows some words."""
    return Splitter(WORDS.split(), ["voor"])


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("gemeenteraad", ("gemeente", "raad")),
        ("Buurthuizen", ("Buurt", "huizen")),
        ("gezondheidszorg", ("gezondheids", "zorg")),
        ("inwonersinitiatief", ("inwoners", "initiatief")),
        ("jeugdgezondheidszorg", ("jeugd", "gezondheids", "zorg")),
        ("ouderenbeleid", ("ouderen", "beleid")),
    ],
)
def test_a_compound_of_known_words_falls_apart(splitter, word, parts):
    """A word of two or more known words, with s or en between them, has those as parts, capitals kept."""
    assert splitter.split(word) == parts


def test_a_first_part_that_is_no_word_by_itself_is_parted_from_an_end_of_many_compounds(splitter):
    """Nobody writes "mantel", but "zorg" ends so many words that "mantelzorg" falls apart as well."""
    assert splitter.split("mantelzorg") == ("mantel", "zorg")


@pytest.mark.parametrize("word", ["zorg", "voorkomen", "samenhang", "bestuurlijk", "onbekendheid", ""])
def test_other_words_stay_whole(splitter, word):
    """Short words, words with a preposition before them and words with a mere ending are no compounds."""
    assert splitter.split(word) == (word,)


def test_a_text_gets_joints_within_its_compounds_only(splitter):
    """The joint goes between parts and leaves the rest of the text as it is."""
    assert splitter.mark("De gemeenteraad, een huis.") == f"De gemeente{JOINT}raad, een huis."


def test_a_sign_that_looks_like_a_joint_is_told_apart(splitter):
    """A joint that stands in the text itself is doubled, so that taking out the joints gives the text back."""
    marked = splitter.mark("x^2^ van de gemeenteraad")
    assert marked == f"x{JOINT}{JOINT}2{JOINT}{JOINT} van de gemeente{JOINT}raad"
    assert re.sub(r"\^(\^?)", r"\1", marked) == "x^2^ van de gemeenteraad"


def test_the_end_of_a_long_compound_is_a_compound_too(splitter):
    """Of a word with three parts also the last two together can be searched for."""
    assert splitter.tails("jeugdgezondheidszorg en gemeenteraad") == ["gezondheidszorg"]
