"""What the first lines of a comparison say of each matter: which changes are counted there, and which are named first."""

from __future__ import annotations

import pytest

from polderkoers.changes.account.account import Account
from polderkoers.changes.account.headline import headline
from polderkoers.changes.account.matters import matter_of_meaning
from polderkoers.changes.compare import compare_data
from polderkoers.changes.meaning_words import MEANINGS
from support.money import plan

MANY = [{"id": f"z-{number}", "waarvoor": f"Dak {number}", "bedrag": 5} for number in range(5)]
SPORT = {"id": "a", "waarvoor": "Sport", "bedrag": 100, "jaar": 2026, "zekerheid": "zeker"}


@pytest.mark.parametrize(("noun", "matter"), [("bedrag", "geld"), ("doel", "doelen"), ("stuk", "stukken")])
def test_what_is_counted_as_amounts_is_counted_with_the_money(noun, matter):
    """A sentence that counts amounts stands with what changes of money, one about goals with the goals, one about documents with these."""
    counted = [name for name, said in MEANINGS.items() if said.one.partition(" ")[0] == noun]
    assert counted
    assert {matter_of_meaning(name) for name in counted} == {matter}


@pytest.mark.parametrize("edit", [{"zekerheid": "mogelijk"}, {"hoogstens": True}, {"soort": "incidenteel"}])
def test_an_amount_that_is_another_is_named_before_what_is_new(edit):
    """That an amount is no longer sure, or a maximum now, is heavier than amounts that came."""
    found = compare_data(plan([SPORT]), plan([SPORT | edit, *MANY]))
    (money,) = [each for each in headline(Account(found.changes, found.names)) if each.matter == "geld"]
    assert money.total == 6
    assert money.named[0].change.ref.endswith("/a")


def test_how_sure_an_amount_is_binds_nobody():
    """It is told with the money alone, and not with what one must or may do."""
    found = compare_data(plan([SPORT]), plan([SPORT | {"zekerheid": "mogelijk"}]))
    assert [each.sentence for each in headline(Account(found.changes, found.names))] == [
        "Geld (1): 1 bedrag wordt meer of minder zeker."
    ]
