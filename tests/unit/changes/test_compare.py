"""Comparing two trees: what is read, and what is skipped."""

from __future__ import annotations

import json
import shutil

import pytest

from polderkoers.changes.compare import compare, compare_trees
from polderkoers.changes.document import as_document
from polderkoers.errors import FolderMissing
from polderkoers.policy.load import load
from polderkoers.policy.tree import DataFile, Folder
from support.changes import HERE
from support.made_up import root_with

FILE = "data/kernopgaven/fijn-wonen.yaml"


@pytest.fixture
def roots(tmp_path):
    """Two equal versions."""
    old = root_with(tmp_path / "old", HERE / "basis")
    shutil.copytree(old, tmp_path / "new")
    return old, tmp_path / "new"


class Watched:
    """A folder that tells which files were read, and gives keys like a tree of Git does."""

    def __init__(self, root, keys):
        self.folder, self.keys, self.read = Folder(root), keys, []

    def data_files(self):
        """Yield the files, noting every read."""
        for source in self.folder.data_files():
            yield DataFile(source.file, lambda source=source: self._read(source), self.keys.get(source.file, "same"))

    def schemas(self):
        """Return the schemas of the folder."""
        return self.folder.schemas()

    def _read(self, source):
        self.read.append(source.file)
        return source.read()


def test_files_with_equal_keys_are_not_read(roots):
    """Where the trees know that a file is equal, its bytes are never asked for, but for the words to tell the changes in."""
    path = roots[1] / FILE
    path.write_text(path.read_text("utf-8").replace("Genoeg huizen", "Veel huizen"), "utf-8")
    old, new = Watched(roots[0], {FILE: "a"}), Watched(roots[1], {FILE: "b"})
    assert [change.ref for change in compare_trees(old, new).changes] == ["fijn-wonen/doel-genoeg-huizen"]
    assert (old.read, new.read) == ([FILE], [FILE, "data/instelling.yaml"])


def test_a_catalogue_is_read_when_a_name_is_asked_for(roots):
    """The name of a party is found although no catalogue changed."""
    names = compare_trees(*roots).names
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
        found = compare_trees(old, new)
        assert [problem.file for problem in found.skipped] == [FILE]
        assert [change.ref for change in found.changes] == ["themas/zorg"]
        assert as_document(found, "a", "b")["skipped"][0]["file"] == FILE
    assert [change.ref for change in compare(load(roots[0]), load(roots[1])).changes] == ["themas/zorg"]


def test_a_tree_without_data_is_refused(tmp_path, roots):
    """A folder without data gives an error that says what is missing."""
    with pytest.raises(FolderMissing, match="data"):
        compare_trees(tmp_path, roots[1])


def test_comparing_twice_gives_the_same_bytes(roots):
    """The JSON document is the same every time."""
    path = roots[1] / FILE
    path.write_text(path.read_text("utf-8").replace("huizen", "woningen"), "utf-8")
    first, second = (json.dumps(as_document(compare_trees(*roots), "a", "b")) for _ in range(2))
    assert first == second
    assert json.loads(first)["changes"]
