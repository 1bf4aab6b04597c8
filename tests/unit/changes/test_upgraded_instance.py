"""An instance has no schemas of its own: what it was before an upgrade is read by what its data say, and not by today's schemas."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from polderkoers.changes.git import GitTree, resolve
from polderkoers.changes.upgrade import number_of, schemas_beside
from polderkoers.changes.versions import load_version
from polderkoers.cli import main
from polderkoers.instance.upgrade import upgrade_instance
from polderkoers.policy.schema_number import UNSAID
from polderkoers.policy.tree import Folder
from support.git import git
from support.made_up import BASIS


@pytest.fixture
def upgraded(tmp_path) -> Path:
    """An instance that was committed before its data said who publishes, and was then brought to today."""
    shutil.copytree(BASIS / "data", tmp_path / "data")
    (tmp_path / "data" / "instelling.yaml").unlink()
    with (tmp_path / "data" / "plaatsen.yaml").open("a", encoding="utf-8") as places:
        places.write("gemeente: polderdam\n")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "toen")
    upgrade_instance(tmp_path, date(2031, 2, 3), write=True)
    return tmp_path


def test_the_schemas_of_the_engine_say_nothing_of_older_data(upgraded):
    """A tree without schemas has none beside it, on disk and in Git, though it can be judged by those of the engine."""
    before = GitTree(upgraded, resolve(upgraded, "HEAD"))
    assert before.schemas() == Folder(upgraded).schemas() != {}
    assert schemas_beside(before) is None
    assert schemas_beside(Folder(upgraded)) is None
    assert number_of(before) == UNSAID


def test_a_version_of_before_an_upgrade_can_be_read_whole(upgraded):
    """No file of then is left out of a comparison because the schemas went on."""
    loaded = load_version(GitTree(upgraded, resolve(upgraded, "HEAD")), upgraded)
    assert loaded.problems == ()
    assert "plaatsen/polderdam" in loaded.policy.entries


def test_an_upgrade_asks_for_no_higher_number_of_a_file(upgraded, capsys):
    """What only follows the schema is no change of the policy, so that the check has no warning of it."""
    assert main(["check", "--root", str(upgraded), "--changed-from", "HEAD", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []
