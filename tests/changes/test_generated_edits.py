"""Edits of the real data, drawn at random: whatever is edited, the changes tell it all, the same way from both sides."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from polderkoers.changes.amending.applying import apply
from polderkoers.changes.amending.misfit import ChangesDoNotFit
from polderkoers.changes.compare import compare_data
from polderkoers.changes.deciding.draft import draft_of
from polderkoers.changes.document import as_document
from polderkoers.changes.sameness import canonical
from polderkoers.changes.wording import sentence
from support.edits import EDITS, edited
from support.made_up import ROOT
from support.mirror import reverse
from support.real import REAL

SCHEMA = json.loads((ROOT / "schema" / "uitvoer" / "wijzigingen.schema.json").read_text(encoding="utf-8"))
SETTINGS = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


@SETTINGS
@given(EDITS)
def test_the_changes_turn_the_old_data_into_the_new(edits):
    """The JSON document is valid, applied to the old data it gives the new, and it leaves the old data alone."""
    new = edited(REAL, edits)
    document = json.loads(json.dumps(as_document(compare_data(REAL, new), "oud", "nieuw")))
    jsonschema.validate(document, SCHEMA)
    before = copy.deepcopy(REAL)
    assert canonical(apply(REAL, document["changes"]).documents) == canonical(new)
    assert before == REAL


@SETTINGS
@given(EDITS, EDITS)
def test_the_changes_are_mirrored_when_reversed(first, second):
    """From new to old, every change is the mirror image of one from old to new."""
    old, new = edited(REAL, first), edited(REAL, second)
    forth, back = compare_data(old, new).changes, compare_data(new, old).changes
    assert sorted(map(repr, map(reverse, forth))) == sorted(map(repr, back))


@SETTINGS
@given(EDITS)
def test_the_changes_do_not_depend_on_the_order_of_files_and_keys(edits):
    """The same data gives the same document, byte for byte, however its files and keys are ordered."""
    new = edited(REAL, edits)
    shuffled = {path: dict(reversed(data.items())) for path, data in reversed(new.items())}
    found = [as_document(compare_data(REAL, side), "oud", "nieuw") for side in (new, new, shuffled)]
    assert json.dumps(found[0]) == json.dumps(found[1])
    assert sorted(map(repr, map(sorted_keys, found[0]["changes"]))) == sorted(
        map(repr, map(sorted_keys, found[2]["changes"]))
    )


def sorted_keys(change: dict[str, Any]) -> str:
    """Return a change as text, with its keys in order."""
    return json.dumps(change, sort_keys=True)


@SETTINGS
@given(EDITS)
def test_every_change_can_be_said(edits):
    """Whatever changed, there is a sentence and a number for it, and its anchor is its own."""
    comparison = compare_data(REAL, edited(REAL, edits))
    draft = draft_of(comparison)
    for change in comparison.changes:
        assert sentence(change, comparison.names)
        assert draft.number(change)
    anchors = [change.anchor for change in comparison.changes]
    assert len(anchors) == len(set(anchors))


def test_equal_data_has_no_changes():
    """The real data is equal to itself."""
    assert compare_data(REAL, copy.deepcopy(REAL)).changes == ()


def test_changes_of_other_data_are_refused():
    """Changes that do not fit the data raise an error that names the item, instead of making something up."""
    path = "data/kernopgaven/platteland.yaml"
    new = copy.deepcopy(REAL)
    gone = new[path]["doelen"].pop(0)
    changes = as_document(compare_data(REAL, new), "oud", "nieuw")["changes"]
    with pytest.raises(ChangesDoNotFit, match=gone["id"]):
        apply(new, changes)
