"""Adoption, withdrawal and entry into force: one change and one sentence each, which say all that a clerk and a program need."""

from __future__ import annotations

import itertools
import random

import pytest

from polderkoers.changes.amending.applying import apply
from polderkoers.changes.change import Change
from polderkoers.changes.compare import compare_data
from polderkoers.changes.deciding.adoption import standing_words
from polderkoers.changes.document import as_object
from polderkoers.changes.meaning_words import said_of
from polderkoers.changes.wording import sentence
from polderkoers.policy.load import load
from polderkoers.policy.model.kinds import STANDING
from support.changes import HERE
from support.made_up import root_with
from support.replay import replay

FILE = "data/kernopgaven/fijn-wonen.yaml"
VALUES = (
    (None, "concept", "vastgesteld", "ingetrokken"),
    (None, "2020-06-28", "2021-Q1"),
    (None, "Gemeenteraad", "Provinciale Staten, en treedt in werking op 1 mei 2020"),
    (None, "2027-01-01", "2028"),
    (None, "2025-03-12", "2026"),
)
ALL = list(itertools.product(*VALUES))
PAIRS = random.Random(7).sample(list(itertools.permutations(range(len(ALL)), 2)), 120)  # noqa: S311 - not a secret


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """The data of the made-up municipality by file path."""
    root = root_with(tmp_path_factory.mktemp("standing"), HERE / "basis")
    return {document.file: document.data for document in load(root).documents}


def with_standing(documents, values):
    """Return the data with other values for what says whether a file is in force; what the model can do without is left out."""
    found = dict(zip(STANDING, values, strict=True))
    kept = {name: value for name, value in found.items() if value is not None or name in STANDING[:3]}
    rest = {name: value for name, value in documents[FILE].items() if name not in STANDING}
    return {**documents, FILE: {**rest, **kept}}


def test_whatever_becomes_of_its_standing_is_one_change_that_can_be_carried_out(documents):
    """A clerk who reads the decision, and a program that reads the JSON, get the new text; there is one change and one line."""
    for before, after in PAIRS:
        old, new = with_standing(documents, ALL[before]), with_standing(documents, ALL[after])
        comparison = compare_data(old, new)
        assert len(comparison.changes) == 1, (ALL[before], ALL[after])
        done = replay(old, new, comparison, in_order=True)
        assert done.made == done.wanted, (ALL[before], ALL[after])
        applied = apply(old, [as_object(change) for change in comparison.changes]).documents
        assert compare_data(applied, new).changes == ()


def told(documents, **fields) -> tuple[Change, str]:
    """Return the only change when fields of a draft become others, and its sentence."""
    base = dict.fromkeys(STANDING) | {"status": "concept"}
    old = with_standing(documents, base.values())
    comparison = compare_data(old, with_standing(documents, (base | fields).values()))
    (change,) = comparison.changes
    return change, sentence(change, comparison.names)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"status": "vastgesteld", "vastgesteld_op": "2026-03-01", "vastgesteld_door": "Gemeenteraad"},
            "is vastgesteld door de gemeenteraad op 1 maart 2026.",
        ),
        (
            {"status": "vastgesteld", "vastgesteld_op": "2026-03-01", "treedt_in_werking": "2027-01-01"},
            "is vastgesteld op 1 maart 2026, en treedt in werking op 1 januari 2027.",
        ),
        ({"status": "vastgesteld"}, "is vastgesteld."),
        ({"status": "ingetrokken", "ingetrokken_op": "2026-03-01"}, "is ingetrokken op 1 maart 2026."),
        ({"status": "ingetrokken"}, "is ingetrokken."),
        ({"treedt_in_werking": "2027"}, "treedt in werking in 2027."),
        ({"status": None}, "heeft geen status meer."),
    ],
)
def test_what_becomes_of_a_document_is_one_sentence(documents, fields, said):
    """Adoption, withdrawal and entry into force read as one says them."""
    assert told(documents, **fields)[1] == f"Kernopgave Fijn wonen {said}"


def test_was_and_becomes_say_all_of_it(documents):
    """Of a change of more fields both sides are words, and the same in every form."""
    change, _ = told(documents, status="vastgesteld", vastgesteld_op="2026-03-01", treedt_in_werking="2027")
    assert (change.field, change.old) == ("status", {"status": "concept"})
    assert change.new == {"status": "vastgesteld", "vastgesteld_op": "2026-03-01", "treedt_in_werking": "2027"}


@pytest.mark.parametrize(
    ("fields", "meaning", "label"),
    [
        ({"status": "ingetrokken", "ingetrokken_op": "2026"}, "status-gewijzigd", "Ingetrokken"),
        ({"status": "vastgesteld"}, "status-gewijzigd", "Vastgesteld"),
        ({"status": None}, "status-gewijzigd", "Andere status"),
        ({"vastgesteld_door": "De raad", "treedt_in_werking": "2027"}, "besluit-gewijzigd", "Ander besluit"),
    ],
)
def test_the_first_lines_say_what_became_of_a_document(documents, fields, meaning, label):
    """Withdrawal is counted as withdrawal, and not as another status; without another status it is another decision."""
    change, _ = told(documents, **fields)
    assert change.meaning == (meaning,)
    assert said_of(change, meaning).label == label


def test_a_quarter_in_which_it_enters_into_force_is_said_as_one_says_it():
    """As a value too, a quarter has its article."""
    said = standing_words({"status": "vastgesteld", "treedt_in_werking": "2027-Q3"})
    assert said == "vastgesteld, in werking vanaf het derde kwartaal van 2027"
