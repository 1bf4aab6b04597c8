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

VERSIONS = """\
soort: versies
id: versies
versie: "1.0"
status: null
versies:
  - id: oud
    naam: {name}
    uitleg: Zoals het was.
    datum: 2030
    vastgesteld_door: De raad
    besluit: null
    documenten: []
    commit: {commit}
  - id: weg
    naam: {name} en weg
    uitleg: Zoals het was.
    datum: 2031
    vastgesteld_door: De raad
    besluit: null
    documenten: []
    commit: {gone}
"""


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


def test_an_older_list_of_versions_says_after_an_upgrade_what_each_holds(root, capsys):
    """An entry that names a commit alone gets what that commit holds; one whose commit is not here stays as it is."""
    commit = git(root, "rev-parse", "main")
    (root / "data" / "versies.yaml").write_text(
        VERSIONS.format(commit=commit, gone="ab" * 20, name="Oud"), encoding="utf-8"
    )
    assert main(["upgrade", "--root", str(root)]) == 0
    assert "data/versies.yaml: 'versies' is bijgewerkt." in capsys.readouterr().out
    text = (root / "data" / "versies.yaml").read_text(encoding="utf-8")
    assert text.count("inhoud: ") == 1
    assert text.index("inhoud: ") < text.index("id: weg")
    assert main(["upgrade", "--root", str(root)]) == 0
    assert capsys.readouterr().out == "Alles is al bij: er is niets te veranderen.\n"
