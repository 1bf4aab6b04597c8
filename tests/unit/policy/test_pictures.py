"""Which pictures a project has for its site, as far as that is known."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from polderkoers.changes.git import GitTree, resolve
from polderkoers.policy.cache import Checked, checked
from polderkoers.policy.load import load
from polderkoers.policy.pictures import pictures_of
from polderkoers.policy.tree import Folder, Snapshot, Tree, WithFiles, WithSchemas
from polderkoers.report.formats import as_text
from support.made_up import CASES, root_with

CASE = CASES / "beeld-dat-er-niet-is"
THERE = frozenset({"beelden/Speelplein.svg"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a root of which a report names pictures that are not there."""
    return root_with(tmp_path / "root", CASE)


def committed(root: Path) -> GitTree:
    """Put a root in Git and return the commit as a tree."""
    name = ("-c", "user.name=Test", "-c", "user.email=test@polderdam.example")
    for words in (("init", "--quiet"), ("add", "--all"), (*name, "commit", "--quiet", "--message", "Begin")):
        subprocess.run(["git", *words], cwd=root, check=True)
    return GitTree(root, resolve(root, "HEAD"))


def test_every_tree_knows_the_pictures_of_its_project(root):
    """A folder, what was read of it, other contents or schemas of it, and a commit of it tell the same."""
    folder = Folder(root)
    trees = (folder, Snapshot(folder), WithFiles(folder, {}), WithSchemas(folder, {}), committed(root))
    assert [pictures_of(tree) for tree in trees] == [THERE] * len(trees)


def test_a_commit_is_judged_as_the_folder_is(root):
    """A proposal hears of a picture that is not there as an editor does, at the same place."""
    told = as_text(load(root).problems)
    assert told.count("[beeld-ontbreekt]") == 3
    assert as_text(load(committed(root)).problems) == told


def test_a_site_with_another_folder_is_not_judged(root):
    """Where the pictures stand elsewhere, nothing is said of them."""
    (root / "mkdocs.yml").write_text("site_name: Polderdam\ndocs_dir: pagina\n", encoding="utf-8")
    assert "[beeld-ontbreekt]" not in as_text(load(root).problems)
    assert "[beeld-ontbreekt]" not in as_text(load(committed(root)).problems)


def test_a_picture_that_comes_or_goes_is_checked_anew(root):
    """The memory of a check does not answer when a picture was added or taken away."""
    asked: list[int] = []

    def check(tree: Tree) -> Checked:
        asked.append(len(pictures_of(tree) or ()))
        return Checked((), 0, 0)

    picture = root / "docs" / "beelden" / "kraan.jpg"
    checked(root, check)
    picture.write_bytes(b"x")
    checked(root, check)
    checked(root, check)
    picture.unlink()
    checked(root, check)
    assert asked[:2] == [1, 2]
    assert len(asked) == 3


def test_a_bare_repository_tells_the_same(root, tmp_path):
    """The werkbank keeps proposals in a repository without files; its commits know their pictures and settings too."""
    bare = tmp_path / "bare"
    commit = committed(root).commit
    subprocess.run(["git", "clone", "--quiet", "--bare", root, bare], check=True)
    assert pictures_of(GitTree(bare, commit)) == THERE
    (root / "mkdocs.yml").write_text("docs_dir: pagina\n", encoding="utf-8")
    commit = committed(root).commit
    subprocess.run(["git", "fetch", "--quiet", root, "HEAD"], cwd=bare, check=True)
    assert pictures_of(GitTree(bare, commit)) is None
