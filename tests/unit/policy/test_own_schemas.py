"""Which schemas a policy is judged by: its own where it has them, and those of the engine elsewhere."""

from __future__ import annotations

import shutil

from polderkoers.changes.git import GitTree, resolve
from polderkoers.policy.load import load
from polderkoers.policy.tree import Folder, schema_folder, schemas_in
from support.git import git
from support.made_up import ROOT, root_with


def test_the_schemas_of_the_engine_stand_at_the_top_of_a_checkout():
    """In a checkout the engine takes the schemas that editors and their programs see too."""
    assert schema_folder() == ROOT / "schema"
    assert "kernopgave.schema.json" in schemas_in(schema_folder())


def test_data_without_schemas_are_judged_by_the_engine(tmp_path):
    """A folder with only data is checked as one that has the schemas of the engine beside them."""
    root = root_with(tmp_path / "een")
    before = load(root).problems
    shutil.rmtree(root / "schema")
    assert Folder(root).schemas() == schemas_in(schema_folder())
    assert load(root).problems == before


def test_schemas_of_its_own_win(tmp_path):
    """A folder that has schemas is judged by those, as an older version must be."""
    root = root_with(tmp_path / "een")
    (root / "schema" / "plan.schema.json").write_text("{}", encoding="utf-8")
    assert Folder(root).schemas()["plan.schema.json"] == b"{}"


def test_a_commit_of_a_project_without_schemas_is_judged_by_the_engine(tmp_path):
    """Where a project leaves its schemas to the engine, so do its versions in Git."""
    root = root_with(tmp_path / "een")
    shutil.rmtree(root / "schema")
    git(root, "init", "--quiet")
    git(root, "add", "data")
    git(root, "commit", "--quiet", "--message", "begin")
    assert GitTree(root, resolve(root, "HEAD")).schemas() == schemas_in(schema_folder())
