"""The commands that compare two versions and report on a proposal."""

from __future__ import annotations

import json
import shutil

import jsonschema
import pytest

from polderkoers.changes.amending.applying import apply
from polderkoers.cli import main
from polderkoers.policy.load import load
from support.git import git
from support.made_up import ROOT, root_with

PLAN = "data/kernopgaven/fijn-wonen.yaml"


def change(root, old, new, file=PLAN):
    """Change a text in a file of a root."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def repository(tmp_path):
    """Return a root with a tagged version, a commit in which a goal changed, and a spelling change not yet committed."""
    root = root_with(tmp_path / "root")
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Eerste")
    git(root, "tag", "v1")
    change(root, "naam: Genoeg huizen", "naam: Niet te veel huizen")
    git(root, "commit", "--quiet", "--all", "--message", "Tweede")
    change(root, "Iedereen woont fijn.", "Iedereen woont, fijn.")
    return root


def said(capsys, *arguments):
    """Run the command and return what it printed."""
    assert main(list(arguments)) == 0
    return capsys.readouterr().out


def test_changes_are_shown_per_item_with_what_they_mean(repository, capsys):
    """The text opens with numbers and gives each change with its significance and its words."""
    text = said(capsys, "diff", "v1", "nu", "--root", str(repository))
    assert text.splitlines()[0] == "Van v1 naar Nu"
    assert "2 wijzigingen: 1 inhoudelijk en 1 redactioneel." in text
    assert "[-Genoeg-]" in text
    assert "{+Niet te veel+}" in text


def test_only_what_matters_can_be_asked_for(repository, capsys):
    """--only, --for and --in leave changes out and say how many there are without them."""
    root = ("--root", str(repository))
    only = said(capsys, "diff", "v1", "nu", "--only", "inhoudelijk", *root)
    assert "woont" not in only
    assert "Zonder deze keuze zijn er 2 wijzigingen." in only
    assert "{+Niet te veel+}" in said(capsys, "diff", "v1", "nu", "--in", "fijn-wonen", *root)
    assert main(["diff", "v1", "nu", "--in", "fijn-wonne", *root]) == 2
    assert "Bedoelde je 'fijn-wonen'" in capsys.readouterr().err
    assert main(["diff", "v1", "nu", "--for", "gemeent", *root]) == 2
    assert "Bedoelde je 'gemeente'" in capsys.readouterr().err


def test_json_follows_its_schema_and_gives_the_new_data_back(repository, capsys):
    """JSON is valid by the published schema, and applied to the old data it gives the new."""
    found = json.loads(said(capsys, "diff", "v1", "nu", "--format", "json", "--root", str(repository)))
    jsonschema.validate(
        found, json.loads((ROOT / "schema/uitvoer/wijzigingen.schema.json").read_text(encoding="utf-8"))
    )
    now = {document.file: document.data for document in load(repository).documents}
    git(repository, "checkout", "--quiet", "--force", "v1")
    then = {document.file: document.data for document in load(repository).documents}
    assert apply(then, found["changes"]).documents == now


@pytest.mark.parametrize("form", ["text", "markdown", "html", "besluit", "json"])
def test_every_form_says_the_same_twice(repository, capsys, form):
    """A comparison is the same every time, and nothing in the working copy is touched by it."""
    before = git(repository, "status", "--porcelain")
    first, second = (said(capsys, "diff", "v1", "main", "--format", form, "--root", str(repository)) for _ in range(2))
    assert first == second
    assert "Niet te veel" in first
    assert git(repository, "status", "--porcelain") == before


def test_what_could_not_be_compared_makes_the_exit_code_two(repository, capsys):
    """Whoever reads only the first lines, or only the exit code, knows that something was left out, also with a filter."""
    change(repository, "id: fijn-wonen", "id: [", PLAN)
    for choice in ((), ("--only", "inhoudelijk"), ("--format", "besluit")):
        assert main(["diff", "v1", "nu", *choice, "--root", str(repository)]) == 2
        said_first = capsys.readouterr().out.splitlines()[:6]
        assert any(f"{PLAN}, regel 2" in line for line in said_first)


def test_both_versions_are_named_by_what_they_hold(repository, capsys):
    """Each form says of both versions of which commit they are, when that was made, and the hash of what they hold."""
    commit = git(repository, "rev-parse", "v1").strip()[:12]
    for form in ("text", "markdown", "html", "besluit", "json"):
        told = said(capsys, "diff", "v1", "nu", "--format", form, "--root", str(repository))
        assert commit in told
        assert "inhoud " in told or '"content"' in told


def test_two_equal_versions_say_so(repository, capsys):
    """No change is an answer too, and no error."""
    assert "Er verandert niets in het beleid." in said(capsys, "diff", "v1", "v1", "--root", str(repository))


def test_folders_can_be_compared_without_git(tmp_path, capsys):
    """Two folders are two versions."""
    old, new = root_with(tmp_path / "oud"), root_with(tmp_path / "nieuw")
    change(new, "Bouwen", "Slopen")
    assert "{+Slopen+}" in said(capsys, "diff", str(old), str(new), "--root", str(new))


@pytest.mark.parametrize("name", ["v9", "--output=x", "../x", "v1:data", "a b"])
def test_what_is_no_version_is_wrong_use(repository, capsys, name):
    """A name that leads nowhere, or is an option or a path, gives a Dutch line and exit code 2."""
    assert main(["diff", "--root", str(repository), "--", name, "nu"]) == 2
    assert f"De versie '{name}' is niet te vinden" in capsys.readouterr().err


def test_without_git_the_message_says_what_to_do(repository, capsys):
    """Without a repository there is a clear line."""
    shutil.rmtree(repository / ".git")
    assert main(["diff", "v1", "nu", "--root", str(repository)]) == 2
    assert "git clone" in capsys.readouterr().err


def test_a_proposal_is_reported_with_its_changes_and_new_problems(repository, capsys):
    """The report gives the policy changes first, then the problems that the proposal brings."""
    change(repository, "themas: [wonen]", "themas: [wonem]")
    git(repository, "commit", "--quiet", "--all", "--message", "Voorstel")
    report = said(capsys, "pr-report", "v1", "HEAD", "--root", str(repository))
    assert report.startswith("## Wat er in het beleid verandert")
    assert report.index("### Inhoudelijk") < report.index("### Redactioneel") < report.rindex("'wonem' bestaat niet")
    assert "Niet te veel" in report


def test_a_proposal_without_policy_says_so(repository, capsys):
    """When only documentation or code changed, that is all the report says."""
    git(repository, "stash", "--quiet")
    (repository / "docs").mkdir()
    (repository / "docs" / "x.md").touch()
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "Uitleg")
    report = said(capsys, "pr-report", "main~1", "main", "--root", str(repository))
    assert "Dit voorstel verandert niets in het beleid." in report
    assert "Inhoudelijk" not in report


def test_the_schemas_of_a_proposal_are_not_used(repository, capsys):
    """A proposal that makes its own schema accept more is still judged by ours."""
    git(repository, "commit", "--quiet", "--all", "--message", "Tussen")
    change(repository, "titel: Fijn wonen", "titel: Fijn wonen\nvreemd: 1")
    change(repository, '"additionalProperties": false,', "", "schema/kernopgave.schema.json")
    git(repository, "commit", "--quiet", "--all", "--message", "Voorstel")
    assert "Het veld 'vreemd' hoort hier niet." in said(
        capsys, "pr-report", "HEAD~1", "HEAD", "--root", str(repository)
    ).replace("&#39;", "'")
