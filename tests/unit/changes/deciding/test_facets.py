"""What a decision calls fields and items, so that nothing in the model can be taken for something else."""

from __future__ import annotations

from collections import Counter

import pytest

from polderkoers.changes.deciding.amended import replacements
from polderkoers.changes.deciding.facets import heading_of
from polderkoers.changes.deciding.parts import NOTED
from polderkoers.changes.deciding.quoting import PAIRS, can_quote, quote
from polderkoers.changes.phrases import noun
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import classes
from polderkoers.policy.model.kinds import LIST_KINDS

OF_POLICY = [cls for cls in classes() if cls.soortnaam not in (*LIST_KINDS, "instelling")]


@pytest.mark.parametrize("cls", OF_POLICY, ids=lambda cls: cls.soortnaam)
def test_no_two_fields_of_an_item_are_called_the_same(cls):
    """By the words in a line, and by those in a row, one field is meant."""
    fields = [each for each in fields_of(cls) if each.name not in {*NOTED, "id"} and each.fact.words]
    for said in ([each.fact.words for each in fields], [heading_of(cls.soortnaam, each.name) for each in fields]):
        assert max(Counter(said).values(), default=1) == 1


@pytest.mark.parametrize("cls", OF_POLICY, ids=lambda cls: cls.soortnaam)
def test_what_an_item_is_called_tells_its_list(cls):
    """In no item two lists hold what is called the same."""
    held = [noun(each.held.soortnaam, each.name).name for each in fields_of(cls) if each.held and each.many]
    assert max(Counter(held).values(), default=1) == 1


def test_a_quote_holds_none_of_its_marks():
    """Whatever marks a text has, it stands between others; one with all of them stands below its line."""
    for pair in PAIRS[:-1]:
        text = f"een {''.join(pair)} twee"
        assert quote(text)[0] not in text
    assert can_quote("een “twee”")
    everything = "".join(map("".join, PAIRS))
    assert not can_quote(everything)
    assert quote(everything) == "“" + '"' * len(everything) + "”"
    assert not can_quote("een\ntwee")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Wij bouwen 10 woningen.", "Wij bouwen 20 woningen.", (("10", "20"),)),
        ("Het is niet goed en niet mooi.", "Het is goed en niet mooi.", (("is niet", "is"),)),
        ("Elk jaar 4 plekken en 4 banen erbij.", "Elk jaar 4 plekken en 5 banen erbij.", (("en 4", "en 5"),)),
        ("Een heel andere zin.", "Niets bleef zoals het was.", ()),
        (
            "Eerste regel.\nTweede regel.",
            "Eerste regel. Nieuw.\nTweede regel.",
            (("Eerste regel", "Eerste regel. Nieuw"),),
        ),
    ],
)
def test_what_is_replaced_stands_there_once(old, new, told):
    """Words that stand there more often are told with a neighbour, and words that come or go too; much that is new is told whole."""
    assert replacements(old, new) == told
