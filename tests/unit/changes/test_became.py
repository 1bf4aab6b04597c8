"""What is gone and lives on elsewhere is told as that by the comparison itself."""

from __future__ import annotations

import pytest

from polderkoers.changes.account.account import Account
from polderkoers.changes.account.headline import headline
from polderkoers.changes.compare import compare_data
from polderkoers.changes.deciding.draft import draft_of
from support.money import plan

GOALS = [
    {"id": "doel-een", "naam": "Minder schulden"},
    {"id": "doel-twee", "naam": "Elk dorp een huis"},
    {"id": "doel-drie", "naam": "Ouderen zien elkaar"},
]


def listed(happened, into):
    """Return the list of addresses that says what became of the last goal."""
    row = {"was": "sport/doel-drie", "soort": "doel", "gebeurd": happened, "nu": into, "naam": "Ouderen zien elkaar"}
    return {"data/adressen.yaml": {"soort": "adressen", "id": "adressen", "adressen": [row]}}


@pytest.mark.parametrize(
    ("happened", "into", "said", "counted"),
    [
        (
            "opgegaan in",
            ["sport/doel-een"],
            "is opgegaan in doel 'Minder schulden' van Sport.",
            "1 doel is opgegaan in",
        ),
        (
            "gesplitst in",
            ["sport/doel-een", "sport/doel-twee"],
            "is gesplitst in doel 'Minder schulden' van Sport en doel 'Elk dorp een huis' van Sport.",
            "1 doel is gesplitst",
        ),
        ("vervallen", [], "is vervallen.", "1 doel is vervallen"),
    ],
)
def test_what_lives_on_elsewhere_is_not_told_as_gone(happened, into, said, counted):
    """The sentence and the count say what the list of addresses says; the decision still takes the item away."""
    old, new = plan([], doelen=GOALS), plan([], doelen=GOALS[:2]) | listed(happened, into)
    found = compare_data(old, new)
    account = Account(found.changes, found.names, draft_of(found))
    (told,) = account.told
    assert told.sentence == f"Doel 'Ouderen zien elkaar' van Sport {said}"
    (matter,) = headline(account)
    assert matter.counts[0].words.startswith(counted)
    (line,) = (point.line.words for article in draft_of(found).articles for point in article.points)
    assert line == "Doel “Ouderen zien elkaar” vervalt."
