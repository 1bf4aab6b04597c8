"""What the main branch is called, and what a merge says that it brought to which branch."""

from __future__ import annotations

from pathlib import Path

import pytest

from polderkoers.changes.ledger import judge
from polderkoers.changes.line import Line
from polderkoers.changes.mains import mains, names_in_merges
from polderkoers.policy.tree import Folder
from support.adopted import FILE, repository
from support.git import git, save
from support.listed import add, content, entry


def merged(root: Path, source: str, subject: str) -> tuple[str, str]:
    """Merge a branch of one commit into the branch of today, and return that commit and the merge."""
    here = git(root, "branch", "--show-current")
    git(root, "switch", "--quiet", "--create", source)
    only = save(root, "Alleen op die tak")
    git(root, "switch", "--quiet", here)
    save(root, "Alleen op deze tak")
    git(root, "merge", "--quiet", "--no-ff", "--message", subject, source)
    return only, git(root, "rev-parse", "HEAD")


@pytest.fixture
def root(tmp_path) -> Path:
    """A repository on branch main."""
    return repository(tmp_path / "root")


@pytest.mark.parametrize(
    ("main", "source", "subject"),
    [
        ("main", "master", "Merge branch 'master' into 'main'"),
        ("main", "origin/master", "Merge branch 'origin/master' into 'main'"),
        ("master", "main", "Merge branch 'main' into 'master'"),
        ("main", "master", "Merge remote-tracking branch 'origin/master' into main"),
        ("hoofdtak", "main2", "Merge branch 'main' into 'hoofdtak'"),
        ("main", "voorstel", "Merge branch 'voorstel' into 'main'"),
    ],
)
def test_a_proposal_that_is_called_as_a_main_branch_is_none(root, main, source, subject):
    """What is merged into the main branch is a proposal, so that its commits never come on the line."""
    git(root, "branch", "--move", "main", main)
    only, merge = merged(root, source, subject)
    assert only not in Line(root, merge).commits


@pytest.mark.parametrize("main", ["main", "master", "hoofdtak"])
def test_the_line_turns_to_the_main_branch_by_its_own_name(root, main):
    """Who merges the main branch into a proposal and brings that to it as it is, leaves the line where it was."""
    git(root, "branch", "--move", "main", main)
    git(root, "switch", "--quiet", "--create", "voorstel")
    mine = save(root, "Voorstel")
    git(root, "switch", "--quiet", main)
    seen = save(root, "Intussen op de hoofdtak")
    git(root, "switch", "--quiet", "voorstel")
    git(root, "merge", "--quiet", "--no-edit", main)
    git(root, "switch", "--quiet", main)
    git(root, "merge", "--quiet", "--ff-only", "voorstel")
    commits = Line(root, git(root, "rev-parse", "HEAD")).commits
    assert seen in commits
    assert mine not in commits


def test_the_place_of_the_clone_tells_the_name(root, tmp_path):
    """A clone knows what the main branch is called, also on another branch; what it was called before counts in old merges."""
    git(root, "branch", "--move", "main", "hoofdtak")
    git(tmp_path, "clone", "--quiet", str(root), "kopie")
    git(tmp_path / "kopie", "switch", "--quiet", "--create", "voorstel")
    assert names_in_merges(tmp_path / "kopie") == {"main", "master", "hoofdtak"}


def test_the_only_branch_that_was_fetched_is_the_main_branch(root):
    """A machine that publishes has no branch of its own, and the one that it fetched."""
    git(root, "branch", "--move", "main", "hoofdtak")
    git(root, "update-ref", "refs/remotes/origin/hoofdtak", "HEAD")
    git(root, "checkout", "--quiet", "--detach")
    git(root, "branch", "--quiet", "--delete", "--force", "hoofdtak")
    assert names_in_merges(root) == {"hoofdtak"}


def test_a_hidden_text_in_a_proposal_called_master_is_no_version(root, monkeypatch):
    """A text that a proposal brought and took away again stays unseen, whatever its branch is called and its dates say."""
    text = (root / FILE).read_text(encoding="utf-8")
    git(root, "switch", "--quiet", "--create", "master")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "1700000000 +0000")
    (root / FILE).write_text(text.replace("Fijn wonen", "Stiekem", 1), encoding="utf-8")
    hidden = content(root, save(root, "Verstopt"))
    monkeypatch.setenv("GIT_COMMITTER_DATE", "1700090000 +0000")
    (root / FILE).write_text(text, encoding="utf-8")
    save(root, "En weer weg")
    monkeypatch.delenv("GIT_COMMITTER_DATE")
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "Merge branch 'master' into 'main'", "master")
    add(root, entry("2026", None, hidden, "2026"))
    rules = {note.rule for note in judge(root, Folder(root)).past.notes if note.level == "fout"}
    assert "versie-herkomst" in rules


@pytest.mark.parametrize("sign", ["\u2028", "\x85", "\u2003refs/heads/"])
def test_odd_signs_in_the_name_of_a_branch_break_nothing(root, sign):
    """What a program may take for the end of a line or a word is part of a name."""
    name = f"voorstel{sign}master"
    _, merge = merged(root, name, f"Merge branch '{name}' into 'main'")
    assert merge in Line(root, merge).commits
    assert names_in_merges(root) == {"main", "master"}
    assert mains(root, frozenset({"master"}), "refs/heads") == []
