"""What was in the last listed version, for rules that compare with it."""

from __future__ import annotations

import pytest

from polderkoers.changes.former import former
from polderkoers.changes.ledger import judge
from polderkoers.changes.versions import listed_versions_of, open_version
from polderkoers.cli import main
from polderkoers.policy.load import load
from polderkoers.policy.tree import Folder
from support.git import git
from support.listed import right, write_list
from support.made_up import root_with


@pytest.fixture
def repository(tmp_path):
    """Return a repository that lists its first commit as a version, and renamed an organisation and a figure since."""
    root = root_with(tmp_path)
    goal = root / "data/kernopgaven/fijn-wonen.yaml"
    more = "    toelichting: Van 10% naar 85% en 95%.\n    cijfers:\n      - {id: cijfer-fijn, waarde: 85, eenheid: procent, wat: mensen}\n"
    text = goal.read_text(encoding="utf-8").replace("    plaatsen: [polderdam]\n", f"    plaatsen: [polderdam]\n{more}")
    text = text.replace("Iedereen woont fijn.", "De gemeente Polderdam bouwt.")
    goal.write_text(text, encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "eerste")
    write_list(root, right(root, "2020", git(root, "rev-parse", "HEAD")))
    goal.write_text(text.replace("waarde: 85", "waarde: 86").replace('"1.0"', '"1.1"'), encoding="utf-8")
    names = root / "data/organisaties.yaml"
    renamed = names.read_text(encoding="utf-8").replace("naam: gemeente Polderdam", "naam: gemeente Waterdam")
    names.write_text(renamed.replace('"1.0"', '"1.1"'), encoding="utf-8")
    return root


def test_what_changed_since_the_last_version_is_compared_with_it(repository):
    """The old name of an organisation and the old value of a figure are told where they still stand."""
    tree = Folder(repository)
    problems = load(tree, judge(repository, tree).past).problems
    assert {(problem.rule, problem.path) for problem in problems} >= {
        ("oude-naam", "/samenvatting"),
        ("cijfer-in-tekst", "/doelen/0/toelichting"),
    }


def test_only_the_files_that_changed_are_read(repository):
    """A file that is the same as in the version gives no items."""
    tree = Folder(repository)
    found = former([open_version(repository, "2020", listed_versions_of(tree)).tree], tree)
    assert "organisaties/gemeente-polderdam" in found
    assert "themas/wonen" not in found


def test_without_anything_earlier_there_is_nothing_to_compare_with(tmp_path):
    """A root without history or without versions gives nothing, and no fault."""
    root = root_with(tmp_path)
    assert judge(root, Folder(root)).past.former == {}


def test_what_came_after_the_last_version_is_compared_with_the_base(repository, capsys):
    """An organisation that no version holds, and that a proposal renames, is told of beside the commit that it is made on."""
    names = repository / "data/organisaties.yaml"
    more = "  - {id: meerpaal, naam: De Meerpaal, uitleg: Welzijn., soort: overig}\n"
    goal = repository / "data/kernopgaven/fijn-wonen.yaml"
    text = goal.read_text(encoding="utf-8").replace("Van 10%", "De Meerpaal telt. Van 10%")
    goal.write_text(text.replace("    plaatsen: [", "    organisaties: [meerpaal]\n    plaatsen: ["), encoding="utf-8")
    names.write_text(names.read_text(encoding="utf-8") + more, encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "tweede")
    names.write_text(names.read_text(encoding="utf-8").replace("De Meerpaal", "Welzijn Waterdam"), encoding="utf-8")
    old = "In deze tekst staat 'De Meerpaal'. Dat heet nu 'Welzijn Waterdam'."
    for more in ([], ["--changed-from", "HEAD"]):
        assert main(["check", "--no-cache", "--root", str(repository), *more]) == 0
        assert old in capsys.readouterr().out
