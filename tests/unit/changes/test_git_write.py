"""Writing a commit as objects: nothing but the branch moves, and only from where it was."""

from __future__ import annotations

import pytest

from polderkoers.changes.git_write import commit_on, is_checked_out, move, tip_of
from polderkoers.errors.amending import NotAccepted
from support.git import git, save


@pytest.fixture
def root(tmp_path):
    """A folder inside a repository, with two files of data."""
    root = tmp_path / "beleid"
    (root / "data").mkdir(parents=True)
    for name in ("een", "twee"):
        (root / "data" / f"{name}.yaml").write_text(f"id: {name}\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "config", "user.name", "Griffie")
    git(tmp_path, "config", "user.email", "griffie@polderdam.example")
    save(tmp_path)
    return root


def test_a_commit_has_other_files_and_nothing_else(root):
    """Files below the folder come, go and change; the index and the working copy stay, also in a folder of a repository."""
    start = git(root, "rev-parse", "HEAD")
    files = {"data/een.yaml": b"id: ander\n", "data/twee.yaml": None, "data/sub/drie.yaml": "id: drieë\n".encode()}
    commit = commit_on(root, start, files, "Eén ding\n\nMet uitleg.\n")
    assert git(root, "diff", "--name-status", start, commit).split("\n") == [
        "M\tbeleid/data/een.yaml",
        "A\tbeleid/data/sub/drie.yaml",
        "D\tbeleid/data/twee.yaml",
    ]
    assert git(root, "show", "--no-patch", "--format=%P %B", commit) == f"{start} Eén ding\n\nMet uitleg."
    assert git(root, "status", "--porcelain") == ""


def test_a_file_goes_in_a_repository_with_longer_ids(tmp_path):
    """A repository whose ids are of 64 signs loses a file as any other does."""
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", "--object-format", "sha256")
    git(tmp_path, "config", "user.name", "Griffie")
    git(tmp_path, "config", "user.email", "griffie@polderdam.example")
    (tmp_path / "een.yaml").write_text("id: een\n", encoding="utf-8")
    start = save(tmp_path)
    commit = commit_on(tmp_path, start, {"een.yaml": None}, "x")
    assert git(tmp_path, "diff", "--name-status", start, commit) == "D\teen.yaml"


def test_a_branch_moves_only_from_where_it_was(root):
    """A branch that went on meanwhile stays, and so does one that should be new and is there."""
    start = git(root, "rev-parse", "HEAD")
    one, other = (commit_on(root, start, {"data/een.yaml": text}, "x") for text in (b"a", b"b"))
    move(root, "nieuw", "", one, "x")
    assert tip_of(root, "nieuw") == one
    for old in ("", start):
        with pytest.raises(NotAccepted, match="intussen veranderd"):
            move(root, "nieuw", old, other, "x")
    assert tip_of(root, "nieuw") == one
    move(root, "nieuw", one, other, "x")
    assert tip_of(root, "nieuw") == other


def test_a_branch_that_cannot_be_made_is_told(root):
    """A branch below another branch is no branch that Git can make."""
    start = git(root, "rev-parse", "HEAD")
    with pytest.raises(NotAccepted, match="kies een andere naam"):
        move(root, "main/sub", "", start, "x")


@pytest.mark.parametrize("name", ["", "-x", "a b", "a..b", ".a", "a.lock", "a/", "x" * 300, "HEAD@{1}", "a\nb"])
def test_what_is_no_name_of_a_branch_is_refused(root, name):
    """Options, paths and what Git forbids are no names."""
    with pytest.raises(NotAccepted, match="geen naam voor een tak"):
        tip_of(root, name)


def test_a_branch_in_another_working_copy_is_known(root, tmp_path):
    """Whoever works on a branch anywhere is seen."""
    git(root, "branch", "elders")
    assert not is_checked_out(root, "elders")
    git(root, "worktree", "add", "--quiet", str(tmp_path / "elders"), "elders")
    assert is_checked_out(root, "elders")
    assert is_checked_out(root, "main")
