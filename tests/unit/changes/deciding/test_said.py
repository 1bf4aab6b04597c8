"""Values in the words of a decision: what is not known, what an amount is for, and names that come with the proposal."""

from __future__ import annotations

import pytest

from polderkoers.changes.compare import compare_data
from polderkoers.changes.deciding.draft import draft_of
from support.money import plan

MONEY = {"id": "bedrag", "waarvoor": "Sport", "bedrag": 1500000, "hoogstens": True}
GOAL = {"id": "doel", "naam": "Samen sporten"}
LIST = "data/organisaties.yaml"


def lines(old, new):
    """Return the lines of the decision on what differs."""
    draft = draft_of(compare_data(old, new))
    return [point.line.words for article in draft.articles for point in article.points]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (MONEY | {"bedrag": None}, "“hoogstens 1.500.000 euro” vervangen door “niet bekend, wel een maximum”."),
        (
            MONEY | {"bedrag": None, "per_jaar": True},
            "“hoogstens 1.500.000 euro” vervangen door “niet bekend, wel een maximum, per jaar”.",
        ),
    ],
)
def test_an_amount_that_is_not_known_any_more_says_so(now, said):
    """No decision says `at most not known`."""
    (line,) = lines(plan([MONEY]), plan([now]))
    assert line.endswith(said)


def test_each_value_of_a_choice_has_words():
    """The old and the new scale are told in the same kind of words, and by no code."""
    old, new = plan([MONEY | {"schaal": "lokaal"}]), plan([MONEY | {"schaal": "regionaal"}])
    (line,) = lines(old, new)
    assert line.endswith("“Het eigen gebied” vervangen door “De hele regio”.")


def test_a_name_that_comes_with_the_proposal_is_called_new():
    """Who is in no list in force is not told as if he were."""

    def version(organisations):
        held = [{"id": id_, "naam": name} for id_, name in organisations.items()]
        listed = {"soort": "organisaties", "id": "organisaties", "organisaties": held}
        return plan([], doelen=[GOAL | {"organisaties": [*organisations]}]) | {LIST: listed}

    known = {"mercatus": "Mercatus"}
    (line,) = lines(version(known), version(known | {"fonds": "Fonds voor de Dorpen"}))
    assert line.endswith("toegevoegd: de nieuwe organisatie “Fonds voor de Dorpen”.")
