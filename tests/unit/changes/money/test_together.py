"""An amount of which how much and what is said of it change together is one change, in every form."""

from __future__ import annotations

import pytest

from polderkoers.changes.account.account import Account
from polderkoers.changes.deciding.draft import draft_of
from support.money import compared

AMOUNT = {"id": "bedrag-sport", "waarvoor": "Sport", "bedrag": 1500000}


@pytest.mark.parametrize(
    ("old", "new", "meaning"),
    [
        ({"hoogstens": True}, {"bedrag": 1750000}, ("bedrag-gewijzigd", "bedrag-anders-precies")),
        ({"hoogstens": True, "per_jaar": True}, {}, ("ritme-gewijzigd", "bedrag-anders-precies")),
        ({"ongeveer": True}, {"hoogstens": True}, ("bedrag-anders-precies",)),
        ({"per_jaar": True, "ongeveer": True}, {"bedrag": 2}, ("bedrag-gewijzigd", "ritme-gewijzigd", "bedrag-anders-precies")),
    ],
)  # fmt: skip
def test_what_is_said_of_an_amount_goes_along(old, new, meaning):
    """There is one sentence with both sides, one number, and one line in the decision."""
    found = compared(AMOUNT | old, AMOUNT | new)
    draft = draft_of(found)
    told = [change for change in found.changes if change.is_told]
    (one,) = Account(told, found.names, draft).told
    assert one.change.meaning == meaning
    assert one.pair.was
    assert one.pair.now
    assert len([point for article in draft.articles for point in article.points]) == 1
    assert {draft.number(change) for change in found.changes} == {one.number}
