"""A proposal that brings a site to a newer schema: its report compares, and says that the policy stays as it was."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from polderkoers.cli import main
from polderkoers.instance.upgrade import upgrade_instance
from support.git import git
from support.made_up import BASIS

FILE = "data/kernopgaven/fijn-wonen.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An instance of before the data said who publishes, on a branch where it was brought to today."""
    shutil.copytree(BASIS / "data", tmp_path / "data")
    (tmp_path / "data" / "instelling.yaml").unlink()
    places = tmp_path / "data" / "plaatsen.yaml"
    text = places.read_text(encoding="utf-8")
    places.write_text(text.replace("plaatsen:\n", "gemeente: polderdam\nplaatsen:\n", 1), encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message=oud")
    git(tmp_path, "checkout", "--quiet", "-b", "voorstel")
    upgrade_instance(tmp_path, date(2031, 2, 3), write=True)
    return tmp_path


def report(root: Path, capsys) -> str:
    """Commit everything and return the report on the proposal."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=voorstel")
    capsys.readouterr()
    assert main(["pr-report", "--root", str(root), "main", "HEAD"]) == 0
    return capsys.readouterr().out


def test_an_upgrade_alone_changes_nothing_in_the_policy(root, capsys):
    """Who publishes is said since, and what is asked for it went; that is no policy."""
    told = report(root, capsys)
    assert "Dit voorstel verandert niets in het beleid." in told
    assert "iet vergeleken" not in told


def test_a_change_beside_an_upgrade_is_told(root, capsys):
    """What changes in the policy in the same proposal is told as ever."""
    path = root / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("titel: ", "titel: Samen ", 1), encoding="utf-8")
    told = report(root, capsys)
    assert "<ins>Samen" in told or "Samen" in told
    assert "iet vergeleken" not in told
