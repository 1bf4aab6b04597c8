"""Comparing two versions: what is named, and what is skipped."""

from __future__ import annotations

import json
import shutil

import pytest

from polderkoers.changes.document import as_document
from polderkoers.changes.wording import sentence
from polderkoers.errors import FolderMissing
from support.changes import HERE, compared, decided
from support.made_up import root_with

FILE = "data/kernopgaven/fijn-wonen.yaml"


@pytest.fixture
def roots(tmp_path):
    """Two equal versions."""
    old = root_with(tmp_path / "old", HERE / "basis")
    shutil.copytree(old, tmp_path / "new")
    return old, tmp_path / "new"


def test_a_name_of_a_catalogue_is_found(roots):
    """The name of a party is found although no catalogue changed."""
    names = compared(*roots).names
    assert names.item("roles/inwoners").data["naam"] == "Inwoners"
    assert names.item("fijn-wonen/doel-groen").data["nummer"] == 3
    assert names.item("fijn-wonen/bestaat-niet") is None
    assert names.item("bestaat-niet") is None
    assert names.ladder() == {"reguleren": 2, "faciliteren": 3, "informeren": 5}


@pytest.mark.parametrize("content", ["a: [", "", "- los\n", "soort: plan\n", "\0", "id: {a: b}\n"])
def test_a_file_that_cannot_be_read_is_skipped_and_named(roots, content):
    """A broken file is no removed file: it is named, and the rest is compared."""
    (roots[1] / FILE).write_text(content, "utf-8")
    path = roots[1] / "data" / "themas.yaml"
    path.write_text(path.read_text("utf-8").replace("naam: Zorg", "naam: Hulp"), "utf-8")
    for old, new in (roots, roots[::-1]):
        found = compared(old, new)
        assert {problem.file for problem in found.skipped} == {FILE}
        assert [change.ref for change in found.changes] == ["themas/zorg"]
        assert as_document(found, "a", "b")["skipped"][0]["file"] == FILE


def test_a_folder_without_data_is_refused(tmp_path, roots):
    """A folder without data gives an error that says what is missing."""
    with pytest.raises(FolderMissing, match="data"):
        compared(tmp_path, roots[1])


def test_comparing_twice_gives_the_same_bytes(roots):
    """The JSON document is the same every time."""
    path = roots[1] / FILE
    path.write_text(path.read_text("utf-8").replace("huizen", "woningen"), "utf-8")
    first, second = (json.dumps(as_document(compared(*roots), "a", "b")) for _ in range(2))
    assert first == second
    assert json.loads(first)["changes"]


def test_what_the_data_say_was_renamed_is_the_same_however_it_was_rewritten(roots):
    """The list of addresses makes certain what the text leaves in doubt, from old to new and from new to old."""
    path = roots[1] / FILE
    text = path.read_text("utf-8").replace("id: doel-groen\n", "id: doel-schoon\n")
    path.write_text(text.replace("naam: Een groene buurt", "naam: Een schone wijk zonder afval"), "utf-8")
    removed = [change.kind for change in compared(*roots).changes]
    assert removed == ["removed", "added"]
    row = "  - {was: fijn-wonen/doel-groen, soort: doel, gebeurd: hernoemd, nu: [fijn-wonen/doel-schoon]}\n"
    head = 'soort: adressen\nid: adressen\nversie: "1.0"\nstatus: null\nadressen:\n'
    (roots[1] / "data" / "adressen.yaml").write_text(head + row, "utf-8")
    for sides in (roots, roots[::-1]):
        found = [(change.kind, change.field, change.significance) for change in compared(*sides).changes]
        assert found == [("moved", None, "redactioneel"), ("changed", "naam", "inhoudelijk")]


def test_a_decision_says_nothing_of_another_id_or_another_file(roots):
    """No point of the draft speaks of it, and a point about the text names the item as the text in force does."""
    path = roots[1] / FILE
    text = path.read_text("utf-8").replace("doel-genoeg-huizen", "doel-huizen")
    path.write_text(text.replace("minstens 10 woningen", "minstens 12 woningen"), "utf-8")
    (roots[1] / "data/kernopgaven/prettig-leven.yaml").rename(roots[1] / "data/kernopgaven/goed-leven.yaml")
    for file in ("kernopgaven/goed-leven", "kernopgaven/fijn-wonen", "plannen/plan-2020"):
        path = roots[1] / "data" / f"{file}.yaml"
        path.write_text(path.read_text("utf-8").replace("prettig-leven", "goed-leven"), "utf-8")
    found = compared(*roots)
    told = [sentence(change, found.names) for change in found.changes if "hernoemd" in change.meaning]
    assert told == [
        "Doel 1 'Genoeg huizen' van Fijn wonen is hernoemd: het id was doel-genoeg-huizen, en is nu doel-huizen.",
        "Kernopgave Prettig leven is hernoemd: het id was prettig-leven, en is nu goed-leven.",
    ]
    assert decided(found) == "In de toelichting van doel 1 “Genoeg huizen” wordt “10” vervangen door “12”."


def test_a_drawing_is_told_when_it_changes_and_not_when_it_is_first_chosen(roots):
    """Which drawing a subject gets says nothing of it when there was none; another one, or none any more, is told."""
    themes = "data/themas.yaml"
    plain = (roots[0] / themes).read_text("utf-8")
    school, water = (
        plain.replace("naam: Zorg\n", f"naam: Zorg\n    tekening: {name}\n") for name in ("school", "water")
    )
    assert plain != school
    told = {}
    for name, old, new in (("first", plain, school), ("other", school, water), ("gone", school, plain)):
        (roots[0] / themes).write_text(old, "utf-8")
        (roots[1] / themes).write_text(new, "utf-8")
        told[name] = [(change.ref, change.field, change.old, change.new) for change in compared(*roots).changes]
    assert told == {
        "first": [],
        "other": [("themas/zorg", "tekening", "school", "water")],
        "gone": [("themas/zorg", "tekening", "school", None)],
    }
