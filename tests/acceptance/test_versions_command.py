"""The command that lists the versions."""

from __future__ import annotations

import json
import shutil

from polderkoers.cli import main
from support.git import git
from support.made_up import root_with

LIST = """\
soort: versies
id: versies
versie: "1.0"
status: null
versies:
  - {id: "2020", naam: Visie 2020, uitleg: De visie., datum: 2020, vastgesteld_door: null, besluit: null, documenten: [visie-2020], commit: eerste}
  - {id: "2021", naam: Visie 2021, uitleg: De visie., datum: null, vastgesteld_door: null, besluit: null, documenten: [visie-2020], commit: weg}
"""


def repository(tmp_path):
    """Return a root with two listed versions, one of which is there."""
    root = root_with(tmp_path / "root")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Eerste")
    git(root, "tag", "eerste")
    (root / "data" / "versies.yaml").write_text(LIST, encoding="utf-8")
    return root


def test_the_versions_are_listed_and_what_is_missing_says_why(tmp_path, capsys):
    """Each version has a line, and one that cannot be had has the reason below it and makes the exit code 1."""
    assert main(["versions", "--root", str(repository(tmp_path))]) == 1
    rows = capsys.readouterr().out.splitlines()
    assert rows[:2] == [
        "2020  Visie 2020 (2020), commit eerste",
        "2021  Visie 2021 (datum niet bekend), commit weg",
    ]
    assert "weg is er niet in de geschiedenis van Git" in rows[2]
    assert rows[3] == "nu    De stand van nu"


def test_json_says_which_are_available(tmp_path, capsys):
    """JSON gives every field and whether the version can be had."""
    main(["versions", "--format", "json", "--root", str(repository(tmp_path))])
    rows = json.loads(capsys.readouterr().out)["versions"]
    assert [(row["id"], row["available"]) for row in rows] == [("2020", True), ("2021", False)]


def test_without_a_list_the_command_says_what_can_be_done(tmp_path, capsys):
    """A policy without listed versions is no error."""
    assert main(["versions", "--root", str(root_with(tmp_path))]) == 0
    assert "Er is nog geen versie in data/versies.yaml." in capsys.readouterr().out


def test_without_git_every_version_says_what_to_do(tmp_path, capsys):
    """A copy without history names the way to get it."""
    root = repository(tmp_path)
    shutil.rmtree(root / ".git")
    assert main(["versions", "--root", str(root)]) == 2
    printed = capsys.readouterr()
    assert printed.out.count("git clone") == 2
    assert "--zonder-historie" in printed.err
    assert main(["versions", "--zonder-historie", "--root", str(root)]) == 0


def test_a_list_with_a_fault_is_not_called_empty(tmp_path, capsys):
    """When the list cannot be read, the command says that, points at the check, and exits with 2."""
    root = repository(tmp_path)
    path = root / "data" / "versies.yaml"
    path.write_text(LIST.replace("naam: Visie 2020", "nam: Visie 2020"), encoding="utf-8")
    assert main(["versions", "--root", str(root)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "data/versies.yaml is niet te lezen" in printed.err
    assert "polderkoers check" in printed.err
    path.rename(path.with_suffix(".yml"))
    assert main(["versions", "--root", str(root)]) == 2
