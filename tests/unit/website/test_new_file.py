"""The page about adding a file speaks of a kind that the organisation uses, and names the others as a sentence does."""

from __future__ import annotations

from polderkoers.policy.index import Policy
from polderkoers.website.new_file import new_file_of
from polderkoers.website.words import Words


def test_the_other_kinds_are_named_as_in_a_sentence():
    """Commas stand between all but the last two, and that is no list of ors."""
    found = new_file_of(Policy([]), Words())
    assert found.one == "kernopgave"
    assert found.others == "een programmalijn, een plan of een wegwijzer"
