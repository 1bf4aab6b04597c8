"""Changes as JSON."""

from __future__ import annotations

import json

import jsonschema
import pytest

from polderkoers.report.changes.formats import CHANGE_FORMATS, form_of
from polderkoers.report.changes.json import as_json
from support.made_up import ROOT

SCHEMA = json.loads((ROOT / "schema" / "uitvoer" / "wijzigingen.schema.json").read_text(encoding="utf-8"))
GOAL = {"was": "minstens 10 woningen", "wordt": "minstens 20 woningen"}
TYPO = {"was": "Leegstand is niet goed", "wordt": "Leegtand is niet goed"}


def test_the_document_follows_its_schema(report):
    """Whatever is compared, also with a file that cannot be, the published schema holds."""
    broken = {"in": "data/kernopgaven/prettig-leven.yaml", "was": "id: prettig-leven", "wordt": "id: 7"}
    gone = {"in": "data/plannen/plan-2020.yaml", "weg": True}
    found = json.loads(as_json(report(GOAL, TYPO, broken, gone)))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert [change["ref"] for change in found["changes"]] == [
        "fijn-wonen/doel-genoeg-huizen",
        "fijn-wonen/doel-minder-leegstand",
        "plan-2020",
    ]
    assert (found["skipped"][0]["file"], found["skipped"][0]["line"]) == ("data/kernopgaven/prettig-leven.yaml", 2)
    assert list(found).index("skipped") < list(found).index("changes")
    assert [change["number"] for change in found["changes"]] == ["1.1", "R.1", "2.1"]


def test_only_the_selected_changes_are_in_it(report):
    """A filter holds for JSON too."""
    whole = report(GOAL, TYPO)
    found = json.loads(as_json(report(changes=whole.changes[:1])))
    assert [change["significance"] for change in found["changes"]] == ["inhoudelijk"]
    assert (found["old"], found["new"]) == ("2012", "2025")


def test_a_selection_says_how_much_it_leaves_out(report):
    """By what was selected stands in the document, with how many changes that hides."""
    whole = report(GOAL, TYPO)
    found = json.loads(as_json(report(GOAL, TYPO, changes=whole.changes[:1], filters=("alleen inhoudelijk",))))
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert found["selection"] == {"by": ["alleen inhoudelijk"], "left_out": 1}
    assert found["counts"] == {"beleid": 1, "redactie": 0, "opmerkingen": 0, "lijsten": 0}
    assert found["changes"][0]["sentence"].startswith("Doel 1 'Genoeg huizen' van Fijn wonen is aangescherpt")


@pytest.mark.parametrize("form", CHANGE_FORMATS)
def test_every_form_that_is_offered_is_written(form, report):
    """The command line finds what writes each form that its help names, and that tells the change with its number."""
    said = form_of(form)(report(GOAL))
    assert "20" in said
    assert "1.1" in said
