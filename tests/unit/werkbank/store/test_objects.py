"""Objects and references that are read and written without a program: each is what Git itself makes of it, and reads back."""

from __future__ import annotations

import gc
import stat

import pytest

from polderkoers.errors.werkbank import NotSaved
from polderkoers.werkbank.store import loose
from polderkoers.werkbank.store.ref_files import RefFiles
from polderkoers.werkbank.store.store import Store
from support.git import git
from support.merging import HOUSES
from support.proposing import ANNA, bare, clone, proposed

FRESH = {"data/kernopgaven/een.yaml": b"a: 1\n", "data/plannen/diep.yaml": b"b: 2\n"}


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_a_save_is_the_commit_that_git_would_make(tmp_path, form):
    """Files came, changed and went, in folders that were there and in one that was not: Git makes the same tree of the same files."""
    root = bare(tmp_path / "polderdam", form)
    store = Store(root)
    made = proposed(store)
    made = store.save(made.id, made.tip, {**FRESH, HOUSES: None}, "Veel tegelijk", ANNA)
    git(root, "fsck", "--full", "--strict")
    git(root, "--work-tree", tmp_path, "read-tree", made.tip)
    assert git(root, "write-tree").strip() == git(root, "rev-parse", f"{made.tip}^{{tree}}").strip()
    assert HOUSES not in git(root, "ls-tree", "-r", "--name-only", made.tip).split()
    assert git(root, "show", f"{made.tip}:data/plannen/diep.yaml") in ("b: 2", "b: 2\n")


def test_a_folder_in_which_nothing_is_left_goes(tmp_path):
    """Git has no empty folders."""
    root = bare(tmp_path / "polderdam")
    store = Store(root)
    made = proposed(store)
    made = store.save(made.id, made.tip, {"data/verslagen/nieuw.yaml": b"a: 1\n"}, "Erbij", ANNA)
    there = git(root, "ls-tree", "--name-only", f"{made.tip}:data").split()
    others = git(root, "ls-tree", "-r", "--name-only", made.tip, "data/verslagen/").split()
    assert "verslagen" in there
    made = store.save(made.id, made.tip, dict.fromkeys(others), "Weg", ANNA)
    assert "verslagen" not in git(root, "ls-tree", "--name-only", f"{made.tip}:data").split()
    git(root, "fsck", "--full", "--strict")


def test_what_git_packed_is_found_and_what_moved_since_too(tmp_path):
    """References in one file are read from it; a loose one goes before it, and a save goes on where it was."""
    root = bare(tmp_path / "polderdam")
    store = Store(root)
    made = proposed(store)
    git(root, "gc", "--quiet")
    git(root, "pack-refs", "--all")
    files = RefFiles(root)
    assert files.commit_at(f"refs/heads/voorstel/{made.id}") == made.tip
    after = store.save(made.id, made.tip, {HOUSES: b"a: 1\n"}, "x", ANNA)
    assert files.commit_at(f"refs/heads/voorstel/{made.id}") == after.tip == store.proposal(made.id).tip
    git(root, "symbolic-ref", "refs/heads/anders", "refs/heads/main")
    assert files.commit_at("refs/heads/anders") == files.commit_at("refs/tags/main") == ""


def test_who_may_read_the_objects_may_read_a_new_one(tmp_path):
    """In a repository of a group the group reads what was saved, and nobody writes it."""
    root = bare(tmp_path / "polderdam")
    (root / "objects").chmod(0o2770)
    store = Store(root)
    tip = proposed(store).tip
    path = root / "objects" / tip[:2] / tip[2:]
    assert stat.S_IMODE(path.stat().st_mode) == 0o440


def test_a_disk_that_fails_halfway_leaves_nothing_behind(tmp_path, monkeypatch):
    """The save is refused, no half object stays, and the next one is made."""
    root = bare(tmp_path / "polderdam")
    store = Store(root)
    made = proposed(store)
    calls = iter((None, None))

    def failing(_):
        if next(calls, "full") == "full":
            raise OSError("no space")

    with monkeypatch.context() as patch:
        patch.setattr(loose.os, "fsync", failing)
        with pytest.raises(NotSaved, match="Git kon dit niet bewaren"):
            store.save(made.id, made.tip, {HOUSES: b"a: 1\n"}, "x", ANNA)
    assert not [*(root / "objects").rglob("tmp_obj_*")]
    assert store.save(made.id, made.tip, {HOUSES: b"a: 1\n"}, "x", ANNA).tip != made.tip


def test_a_git_that_was_killed_is_started_again(tmp_path):
    """What answers all day may be stopped by whoever looks after the machine; the next save does not notice."""
    root = clone(tmp_path / "polderdam")
    store = Store(root)
    made = proposed(store)
    for mover in [*store._repository._movers._idle.queue]:  # noqa: SLF001 - nobody else knows which they are
        git_there = mover._git  # noqa: SLF001
        if git_there is not None:
            git_there.kill()
            git_there.wait()
    assert store.save(made.id, made.tip, {HOUSES: b"a: 1\n"}, "x", ANNA).tip != made.tip


def test_no_git_is_left_when_a_store_goes(tmp_path):
    """Each ends with whoever started it."""
    store = Store(bare(tmp_path / "polderdam"))
    proposed(store)
    started = [mover._git for mover in store._repository._movers._idle.queue if mover._git is not None]  # noqa: SLF001
    assert started
    del store
    gc.collect()
    assert all(each.returncode is not None for each in started)
