"""What several kinds have in common is asked of all of them."""

from __future__ import annotations

from types import UnionType
from typing import get_args

import pytest

from polderkoers.policy.model import having
from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.catalogues import Themas
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.files import Plan
from polderkoers.policy.model.having import PartWithBron, nummer_of, tekst_of, wanneer_of
from polderkoers.policy.model.kinds import classes

UNIONS = {
    name: union for name, union in vars(having).items() if name.startswith("With") and isinstance(union, UnionType)
}


def test_the_unions_are_found_by_their_name():
    """There are unions to try: without any the test below would try nothing and say so in no other way."""
    assert set(UNIONS) >= {"WithWanneer", "WithNummer", "WithToelichting", "WithBron"}


@pytest.mark.parametrize("name", UNIONS)
def test_a_union_holds_all_kinds_of_items_with_the_field(name):
    """What asks an item for a field asks every kind that has it."""
    snake = "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in name.removeprefix("With")).lstrip("_")
    having_it = {
        cls for cls in classes() if issubclass(cls, Onderdeel) and snake in {each.name for each in fields_of(cls)}
    }
    # The list of subjects has a field of that name for what stands in it.
    assert {cls for cls in having_it if not issubclass(cls, UNIONS[name])} == (
        {Themas} if name == "WithThemas" else set()
    )
    assert all(snake in {each.name for each in fields_of(cls)} for cls in get_args(UNIONS[name]))


def test_parts_with_a_source_are_all_that_have_one():
    """A link and a measurement have no id, and a source of their own."""
    parts = {
        cls for cls in classes() if not issubclass(cls, Onderdeel) and "bron" in {each.name for each in fields_of(cls)}
    }
    assert parts == set(get_args(PartWithBron))


def test_a_kind_without_the_field_has_nothing_of_it():
    """A plan has no number and no moment, and a bare item no text."""
    assert not issubclass(Plan, UNIONS["WithNummer"])
    item = Onderdeel(id="iets")
    assert (nummer_of(item), wanneer_of(item), tekst_of(item)) == (None, None, "")
