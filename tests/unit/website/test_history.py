"""The versions that a site can show."""

from __future__ import annotations

import shutil

from polderkoers.policy.load import load
from polderkoers.website.history import History
from support.git import git
from support.made_up import root_with

LIST = """\
soort: versies
id: versies
versie: "1.0"
status: null
versies:
  - {id: "2019", naam: Zonder schema, uitleg: x, datum: 2019, vastgesteld_door: null, besluit: null, documenten: [visie-2020], commit: kaal}
  - {id: "2020", naam: Visie 2020, uitleg: x, datum: 2020, vastgesteld_door: null, besluit: null, documenten: [visie-2020], commit: eerste}
"""


def repository(tmp_path):
    """Return a root with a listed version that says it needs a newer program, and one that can be read."""
    root = root_with(tmp_path / "root")
    git(root, "init", "--quiet")
    path = root / "data" / "instelling.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("schema: 3", "schema: 9"), encoding="utf-8")
    git(root, "add", "data")
    git(root, "commit", "--quiet", "--message", "Nieuwer")
    git(root, "tag", "kaal")
    path.write_text(text, encoding="utf-8")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Eerste")
    git(root, "tag", "eerste")
    (root / "data" / "versies.yaml").write_text(LIST, encoding="utf-8")
    return root


def test_a_version_that_cannot_be_read_is_missing_and_the_others_are_there(tmp_path):
    """A version that is too new stops nothing: it is named, and the rest is shown."""
    root = repository(tmp_path)
    history = History(root, load(root))
    assert [version.id for version in history.versions] == ["2020", "nu"]
    assert [(each.version.id, "volgen schema 9" in each.reason) for each in history.missing] == [("2019", True)]
    assert [(old.id, new.id) for old, new in history.pairs()] == [("2020", "nu")]


def test_without_git_there_is_only_now_and_no_path_of_the_machine(tmp_path):
    """A copy without history shows the state of now, and its reasons do not tell where it stands."""
    root = repository(tmp_path)
    shutil.rmtree(root / ".git")
    history = History(root, load(root))
    assert [version.id for version in history.versions] == ["nu"]
    assert len(history.missing) == 2
    assert not any(str(tmp_path) in each.reason for each in history.missing)


def test_the_list_of_versions_is_no_change_of_the_policy(tmp_path):
    """Adding a version to the list is not shown as a change."""
    root = repository(tmp_path)
    history = History(root, load(root))
    assert history.changes(*history.versions) == ()
