"""What may be written: files that the model knows, with text in them, and nothing by the way of a link."""

from __future__ import annotations

import pytest

from polderkoers.errors.werkbank import FileRefused
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.tree import MAX_BYTES
from polderkoers.werkbank.store.allowed import known_files
from polderkoers.werkbank.store.store import Store
from support.git import git, save
from support.merging import BASE, GREEN
from support.proposing import ANNA, clone

HOSTILE = [
    "data/../x.yaml", "../x.yaml", "/etc/x.yaml", "data/kernopgaven/../../x.yaml", "data/.git/x.yaml", "data/kernopgaven/.x.yaml",
    "docs/index.md", "data/kernopgaven/x.yml", "data/kernopgaven/x.yaml/y.yaml", "data/kernopgaven/X.yaml", "data//x.yaml",
    "data/kernopgaven/x.yaml\n", "data/kernopgaven/x\0.yaml", "data/rommel/x.yaml", "data/kernopgaven/diep/x.yaml", "x.yaml",
    "data/kernopgaven/é.yaml", "data", "", ".", "data/kernopgaven/~$x.yaml", "data/kernopgaven\\x.yaml", "schema/x.schema.json",
]  # fmt: skip


@pytest.mark.parametrize("path", HOSTILE)
def test_a_path_that_the_model_does_not_know_is_refused(path):
    """Nothing outside data/, nothing hidden, nothing in another folder."""
    with pytest.raises(FileRefused):
        known_files({path: b"x: 1\n"})
    with pytest.raises(FileRefused):
        known_files({path: None})


def test_every_kind_of_file_has_a_place():
    """All files of the made-up municipality may be written, and one of each kind."""
    known_files(BASE)
    folders = {kind.kind.folder for kind in KINDS.values()}
    known_files({f"data/{folder}/x.yaml".replace("//", "/"): b"x: 1\n" for folder in folders})


@pytest.mark.parametrize("content", [b"x" * (MAX_BYTES + 1), b"\xff\xfe", b"a\0b", b"PK\x03\x04", b"%PDF-1.7"])
def test_what_is_no_text_or_too_long_is_refused(content):
    """A file of 1 MB and more, one with other bytes than text, or a document of a program, is not kept."""
    with pytest.raises(FileRefused):
        known_files({GREEN: content})


def test_more_files_than_anybody_changes_are_refused():
    """A request with a thousand files is no work of a person."""
    with pytest.raises(FileRefused, match="te veel"):
        known_files({f"data/kernopgaven/k{number}.yaml": None for number in range(1000)})


@pytest.mark.parametrize("place", ["data/kernopgaven/groene-buurten.yaml", "data/kernopgaven", "data"])
def test_nothing_is_written_where_git_has_a_link(tmp_path, place):
    """A file or folder that is a link in Git stays one, and nothing is saved."""
    root = clone(tmp_path / "polderdam")
    (root / place).rename(tmp_path / "elders")
    (root / place).symlink_to(tmp_path / "elders")
    save(root, "Een koppeling")
    store = Store(root)
    begun = store.begin(ANNA, "Door de koppeling heen")
    with pytest.raises(FileRefused, match="geen gewoon bestand"):
        store.save(begun.id, begun.tip, {GREEN: b"x: 1\n"}, "x", ANNA)
    assert store.proposal(begun.id) == begun
    assert git(root, "status", "--porcelain") == ""
