"""Bringing an instance of an older engine to this one: comments stay, all files or none, and twice is once."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from polderkoers.errors import DataNewer, FilesUnwritable
from polderkoers.instance import engine
from polderkoers.instance.upgrade import PublisherUnknown, UpgradeStep, upgrade_instance
from polderkoers.policy.canonical import format_files
from polderkoers.policy.load import load
from polderkoers.policy.schema import Schemas
from support.made_up import BASIS, ROOT

TODAY = date(2031, 2, 3)
NUMBER = Schemas(ROOT).number
PLACES = """\
# De plaatsen van ons.
soort: plaatsen
id: plaatsen
# Van wie deze site is.
gemeente: polderdam  # zo heet zij
plaatsen:
  - id: polderdam
    naam: Polderdam
    soort: gemeente
    # Naar de dam.
"""
THEMES = """\
# Onderwerpen, in de volgorde van de site.
soort: themas
id: themas
themas:
  - id: wonen  # huizen
    naam: Wonen
    uitleg: Waar mensen wonen.
"""


def old_instance(root: Path) -> Path:
    """Make an instance of before the data said who publishes, in part of before a catalogue had a version."""
    shutil.copytree(BASIS / "data", root / "data")
    (root / "data" / "instelling.yaml").unlink()
    (root / "data" / "plaatsen.yaml").write_text(PLACES, encoding="utf-8")
    (root / "data" / "themas.yaml").write_text(THEMES, encoding="utf-8")
    return root


def contents(root: Path) -> dict[str, bytes]:
    """Return the bytes of all data files."""
    return {path.name: path.read_bytes() for path in sorted((root / "data").rglob("*.yaml"))}


def test_older_data_pass_the_check_after_an_upgrade(tmp_path):
    """Data of the first schema get what is asked today, with every comment, in the canonical form, and say which schema they follow."""
    root = old_instance(tmp_path)
    assert load(root).problems != ()
    found = upgrade_instance(root, TODAY, write=True)
    assert found.problems == ()
    assert found.steps == (
        UpgradeStep("data/instelling.yaml", new=True),
        UpgradeStep("data/plaatsen.yaml", ("versie", "status"), ("gemeente",)),
        UpgradeStep("data/themas.yaml", ("versie", "status")),
    )
    assert load(root).problems == ()
    assert format_files(root, write=False).differing == ()
    places = (root / "data" / "plaatsen.yaml").read_text(encoding="utf-8")
    for comment in ("# De plaatsen van ons.", "# Van wie deze site is.", "# zo heet zij", "# Naar de dam."):
        assert comment in places
    assert "gemeente: polderdam" not in places
    assert "  - id: wonen  # huizen\n" in (root / "data" / "themas.yaml").read_text(encoding="utf-8")
    institution = (root / "data" / "instelling.yaml").read_text(encoding="utf-8")
    assert "naam: Polderdam\ntype: gemeente\n" in institution
    assert "gebied: polderdam\n" in institution
    assert f"schema: {NUMBER}\n" in institution


def test_an_upgrade_done_twice_does_nothing(tmp_path):
    """The second time there is nothing to change, and no file is touched."""
    root = old_instance(tmp_path)
    upgrade_instance(root, TODAY, write=True)
    before = contents(root)
    assert upgrade_instance(root, TODAY, write=True).steps == ()
    assert contents(root) == before


def test_looking_changes_nothing(tmp_path):
    """Without writing the same is told, and every file stays as it was."""
    root = old_instance(tmp_path)
    before = contents(root)
    assert len(upgrade_instance(root, TODAY, write=False).steps) == 3
    assert contents(root) == before


def test_a_file_that_cannot_be_read_stops_everything(tmp_path):
    """One file with a fault of YAML is named, and no other file changes."""
    root = old_instance(tmp_path)
    (root / "data" / "roles.yaml").write_text("soort: rollen\n  id: [\n", encoding="utf-8")
    before = contents(root)
    assert {problem.file for problem in upgrade_instance(root, TODAY, write=True).problems} == {"data/roles.yaml"}
    assert contents(root) == before


def test_a_file_that_cannot_be_written_stops_everything(tmp_path, monkeypatch):
    """When the system refuses one file, all are as they were."""
    root = old_instance(tmp_path)
    before = contents(root)
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "themas.yaml":
            raise PermissionError(13, "verboden")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FilesUnwritable):
        upgrade_instance(root, TODAY, write=True)
    assert contents(root) == before


def test_who_publishes_is_not_guessed(tmp_path):
    """Older data about a region do not say what kind of organisation it is, so that an editor has to."""
    root = old_instance(tmp_path)
    path = root / "data" / "plaatsen.yaml"
    path.write_text(PLACES.replace("soort: gemeente", "soort: regio"), encoding="utf-8")
    with pytest.raises(PublisherUnknown, match="polderkoers new instelling"):
        upgrade_instance(root, TODAY, write=True)
    assert path.read_text(encoding="utf-8").endswith("# Naar de dam.\n")


def test_data_of_a_newer_schema_are_left_alone(tmp_path):
    """A higher number asks for a newer program."""
    shutil.copytree(BASIS / "data", tmp_path / "data")
    path = tmp_path / "data" / "instelling.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(f"schema: {NUMBER}", "schema: 99"), encoding="utf-8")
    with pytest.raises(DataNewer):
        upgrade_instance(tmp_path, TODAY, write=True)


def test_the_engine_that_an_instance_names_becomes_this_one(tmp_path):
    """The version in requirements.txt is raised with its comments and other lines kept; an instance that names none gets none."""
    shutil.copytree(BASIS / "data", tmp_path / "data")
    assert upgrade_instance(tmp_path, TODAY, write=True).steps == ()
    path = tmp_path / "requirements.txt"
    path.write_text("# De motor.\npolderkoers==0.0.1\nmkdocs>=1.6\n", encoding="utf-8")
    found = upgrade_instance(tmp_path, TODAY, write=True)
    now = engine.installed()
    assert found.steps == (UpgradeStep("requirements.txt", changed=(("polderkoers", now),)),)
    assert path.read_text(encoding="utf-8") == f"# De motor.\n{engine.requirement()}\nmkdocs>=1.6\n"


def test_schemas_of_an_older_engine_are_pointed_at(tmp_path):
    """An instance that still holds the schemas of an older engine hears of them, because they come before those of the engine."""
    shutil.copytree(BASIS / "data", tmp_path / "data")
    shutil.copytree(ROOT / "schema", tmp_path / "schema")
    assert upgrade_instance(tmp_path, TODAY, write=False).own_schemas is None
    for path in (tmp_path / "schema").glob("*.json"):
        path.write_text(path.read_text(encoding="utf-8").replace(f"/schema/{NUMBER}/", "/schema/1/"), encoding="utf-8")
    assert upgrade_instance(tmp_path, TODAY, write=False).own_schemas == 1
