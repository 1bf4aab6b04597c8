"""Words in a row, and at the start of a sentence."""

from __future__ import annotations

import pytest

from polderkoers.policy.dutch_words import as_sentence, capital, count, decider, listing, some, uncapital


def test_a_list_ends_with_and():
    """Commas stand between words, and 'en' or another joint before the last."""
    found = [listing(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"], ("a", "b"))]
    assert found == ["", "a", "a en b", "a, b en c", "a en b"]
    assert listing(["a", "b", "c"], "of") == "a, b of c"


def test_some_names_say_how_many_more_there_are():
    """One name beyond the most is simply named: saying so takes as much room."""
    assert some(["a", "b", "c"], 2) == "a, b, c"
    assert some(["a", "b", "c", "d"], 2) == "a, b en nog 2 andere"


def test_what_is_counted_is_one_or_more():
    """Only one is told in the singular."""
    assert [count(number, "plek", "plekken") for number in (0, 1, 2)] == ["0 plekken", "1 plek", "2 plekken"]


def test_a_capital_at_the_start_changes_no_other_letter():
    """A name inside a text keeps its own capitals."""
    assert (capital("voorjaar in Emmeloord"), capital("")) == ("Voorjaar in Emmeloord", "")


def test_a_sentence_has_one_full_stop():
    """A quotation that ends with a full stop needs no second one."""
    assert [as_sentence(text) for text in ("dit", "dit.", "zegt: 'dit.'")] == ["Dit.", "Dit.", "Zegt: 'dit.'"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Gemeenteraad", "de gemeenteraad"),
        ("gemeenteraad", "de gemeenteraad"),
        ("De gemeenteraad", "de gemeenteraad"),
        ("Het bestuur", "het bestuur"),
        ("Provinciale Staten", "Provinciale Staten"),
        ("De Nieuwe Raad", "De Nieuwe Raad"),
        ("", ""),
    ],
)
def test_who_decided_has_one_name_in_a_sentence(name, said):
    """The council is one, however it is written; a name of its own stays as it stands."""
    assert decider(name) == said


@pytest.mark.parametrize(
    ("text", "inside"),
    [("In Ens, in 2030", "in Ens, in 2030"), ("Q3 van 2030", "Q3 van 2030"), ("GGD", "GGD"), ("", "")],
)
def test_words_go_inside_a_sentence_with_a_small_letter(text, inside):
    """Only the first letter changes, and none of an abbreviation or a quarter."""
    assert uncapital(text) == inside
