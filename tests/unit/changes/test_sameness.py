"""When two values say the same."""

from __future__ import annotations

import pytest

from polderkoers.changes.sameness import same
from polderkoers.policy.model.kinds import block_names, reference_fields


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("naam", "een  huis\n", "een huis"),
        ("van", 2021, "2021"),
        ("jaar", None, None),
        ("ongeveer", False, None),
        ("themas", [], None),
        ("themas", ["a", "b"], ["b", "a"]),
        ("andere_namen", ["a", "b"], ["b", "a"]),
        ("bron", {"plek": "p", "document": None}, {"plek": "p"}),
        ("bedrag", 1000, 1000.0),
    ],
)
def test_another_way_to_write_it_down_is_the_same(field, old, new):
    """Spaces, years as text, nothing, and the order of a set are no difference."""
    assert same(field, old, new)
    assert same(field, new, old)


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("bedrag", 0, None),
        ("bedrag", 1, True),
        ("nummer", 1, "1"),
        ("naam", "huis", "Huis"),
        ("naam", "een huis", "eenhuis"),
        ("onderdelen", ["a", "b"], ["b", "a"]),
        ("voorbeelden", ["a", "b"], ["b", "a"]),
        ("themas", ["a"], ["a", "b"]),
        ("ongeveer", True, False),
    ],
)
def test_another_value_is_not_the_same(field, old, new):
    """Zero is not unknown, a number is not a text, and a list with an order is not a set."""
    assert not same(field, old, new)
    assert not same(field, new, old)


def test_the_model_says_what_refers_and_what_holds_what():
    """Reference fields and the blocks in a field come from the model, so that a new field needs no list here."""
    assert reference_fields()["verantwoordelijk"] == "betrokkenen"
    assert block_names()["doel", "cijfers"] == "cijfer"
    assert block_names()["indicator", "metingen"] == "meting"
    assert block_names()["kernopgave", "aandachtspunten"] == "factor"
