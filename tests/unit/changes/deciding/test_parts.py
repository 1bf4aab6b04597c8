"""What of a comparison is policy, and what the editors note."""

from __future__ import annotations

import pytest

from polderkoers.changes.compare import compare_data
from polderkoers.changes.deciding.parts import EDITORIAL, NOTES, POLICY, part_of
from support.money import plan

GOAL = {"id": "doel", "naam": "Samen sporten"}


@pytest.mark.parametrize(
    ("before", "after", "part"),
    [("redactie", "redactie", NOTES), ("bron", "bron", POLICY), ("bron", "redactie", NOTES)],
)
def test_a_field_of_a_link_that_the_editors_laid_is_no_policy(before, after, part):
    """Why they see two goals together is theirs to say; a link of the source is policy, also when they change its words."""
    link = {"met": "ander/doel", "soort": "zelfde onderwerp", "waarom": "Het hoort bij elkaar."}
    old = plan([], doelen=[GOAL | {"samenhang": [link | {"gelegd_door": before}]}])
    new = plan([], doelen=[GOAL | {"samenhang": [link | {"gelegd_door": after, "waarom": "Allebei gaan over geld."}]}])
    parts = {change.field: part_of(change) for change in compare_data(old, new).changes}
    if before == after:
        assert parts == {"waarom": part}
    else:
        assert parts == {"gelegd_door": NOTES, "waarom": POLICY}


@pytest.mark.parametrize(("name", "part"), [("De gemeenteraad", EDITORIAL), ("College", POLICY)])
def test_who_decided_written_otherwise_is_spelling(name, part):
    """The council is one however it is written; another name is another decider."""
    (change,) = compare_data(plan([], vastgesteld_door="gemeenteraad"), plan([], vastgesteld_door=name)).changes
    assert part_of(change) == part
