"""Comparing two versions: what is named, and what is skipped."""

from __future__ import annotations

import json
import shutil

import pytest

from polderkoers.changes.document import as_document
from polderkoers.errors import FolderMissing
from support.changes import HERE, compared
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
