"""The memory of a check: fast when nothing changed, and never believed when anything did."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polderkoers.errors import FolderMissing
from polderkoers.policy import cache
from polderkoers.policy.cache import CACHE, Checked, checked
from polderkoers.policy.tree import Folder, Tree
from polderkoers.problems import Problem
from support.made_up import root_with

OUTCOME = Checked((Problem("data/x.yaml", 1, 2, "regel", "Mis.", "mend.", "/a", "waarschuwing"),), 7, 13)


class Counting:
    """A check that counts how often it is asked."""

    def __init__(self, outcome: Checked = OUTCOME) -> None:
        self.outcome, self.times = outcome, 0

    def __call__(self, tree: Tree) -> Checked:
        """Give the outcome."""
        self.times += 1
        assert [*tree.data_files()]
        return self.outcome


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a small root."""
    return root_with(tmp_path)


def test_a_second_check_comes_from_memory(root):
    """When nothing changed, the outcome is the same without checking."""
    check = Counting()
    assert checked(root, check) == checked(root, check) == OUTCOME
    assert check.times == 1


def _change_data(root: Path) -> None:
    path = root / "data" / "themas.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def _change_schema(root: Path) -> None:
    path = root / "schema" / "themas.schema.json"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def _add_file(root: Path) -> None:
    (root / "data" / "plannen").mkdir()
    (root / "data" / "plannen" / "nieuw.yaml").touch()


def _rename_file(root: Path) -> None:
    (root / "data" / "themas.yaml").rename(root / "data" / "thema.yaml")


def _replace_by_a_folder(root: Path) -> None:
    (root / "data" / "themas.yaml").unlink()
    (root / "data" / "themas.yaml").mkdir()


@pytest.mark.parametrize("change", [_change_data, _change_schema, _add_file, _rename_file, _replace_by_a_folder])
def test_any_change_empties_the_memory(root, change):
    """A changed, added, renamed or replaced file, or another schema, is checked anew."""
    check = Counting()
    checked(root, check)
    change(root)
    checked(root, check)
    assert check.times == 2


@pytest.mark.parametrize("part", ["version", "_program"])
def test_another_version_of_a_library_or_of_our_rules_empties_the_memory(root, monkeypatch, part):
    """The outcome of other code is not used."""
    check = Counting()
    checked(root, check)
    other = {"version": lambda _: "0.0.0", "_program": lambda: iter([("rules/x.py", b"other")])}
    monkeypatch.setattr(cache, part, other[part])
    checked(root, check)
    assert check.times == 2


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[]", b"null", b'{"key": 1}', b"[" * 100_000],
    ids=["empty", "binary", "list", "null", "half", "deep"],
)
def test_a_broken_memory_is_ignored_and_mended(root, content):
    """Whatever stands in the memory, the check is right and the next one is fast again."""
    (root / CACHE).parent.mkdir(parents=True)
    (root / CACHE).write_bytes(content)
    check = Counting()
    assert [checked(root, check), checked(root, check)] == [OUTCOME, OUTCOME]
    assert check.times == 1


def test_an_outcome_that_someone_changed_is_not_believed(root):
    """A memory in which the problems were struck out is seen to be damaged."""
    check = Counting()
    checked(root, check)
    held = json.loads((root / CACHE).read_text(encoding="utf-8"))
    held["outcome"]["problems"] = []
    (root / CACHE).write_text(json.dumps(held), encoding="utf-8")
    assert checked(root, check) == OUTCOME


def test_without_memory_everything_is_checked_and_nothing_is_written(root):
    """Who asks for a fresh check gets one."""
    check = Counting()
    checked(root, check, remember=False)
    checked(root, check, remember=False)
    assert check.times == 2
    assert not (root / CACHE).exists()


def test_a_place_that_cannot_be_written_is_no_error(root):
    """Where the memory cannot be kept, the check goes on without it."""
    (root / CACHE.parts[0]).write_text("a file in the way", encoding="utf-8")
    assert checked(root, Counting()) == OUTCOME


def test_a_folder_without_data_is_an_error(tmp_path):
    """The memory hides no wrong use."""
    with pytest.raises(FolderMissing):
        checked(tmp_path, Counting())


def test_what_is_checked_is_what_was_hashed(root):
    """A file that changes while the check runs cannot leave its outcome under the key of the old content."""

    def check(tree: Tree) -> Checked:
        _change_data(root)
        assert {source.file: source.read() for source in tree.data_files()} == before
        return OUTCOME

    before = {source.file: source.read() for source in Folder(root).data_files()}
    checked(root, check)
    again = Counting()
    checked(root, again)
    assert again.times == 1


def test_all_that_ships_with_the_engine_is_in_the_key():
    """The names of the model and the shipped lists go into the outcome as much as the rules do."""
    names = {name for name, _ in cache._program()}  # noqa: SLF001 - the key is a digest, which does not tell
    assert {"known.json", "known.py", "policy/kennis/begrippen.yaml", "policy/kennis/roles.yaml"} <= names
    assert {"policy/load.py", "changes/ledger.py", "errors/guess.py", "problems.py"} <= names
