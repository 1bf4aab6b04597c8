"""What came to main together is one proposal: no version because of a moment, and no fault that nobody can mend."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from polderkoers.cli import main
from polderkoers.website.build import prepare
from support.gemeente import with_history
from support.git import git, save
from support.listed import add, content, entry, right, write_list
from support.made_up import root_with
from support.ways import Way, forward, in_ways, squash

LIST = "data/versies.yaml"
PLAN = "data/kernopgaven/fijn-wonen.yaml"
HIDDEN = "Alle buurthuizen gaan dicht"
OPEN = "Fijn wonen"
ON = ("--datum", "2021-03-12", "--door", "Gemeenteraad", "--bestand", "fijn-wonen")


def retitle(root: Path, title: str) -> None:
    """Give the kernopgave another title."""
    path = root / PLAN
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(f"titel: {title}\n" if row.startswith("titel:") else row for row in rows), encoding="utf-8")


def rules(root: Path, capsys, *arguments: str) -> list[str]:
    """Return the rules of all faults that the check finds."""
    capsys.readouterr()
    main(["check", "--format", "json", *arguments, "--root", str(root)])
    problems = json.loads(capsys.readouterr().out)["problems"]
    return [each["rule"] for each in problems if each["level"] == "fout"]


def begun(root: Path) -> Path:
    """Make a policy a repository that lists version 2020."""
    git(root, "init", "--quiet", "--initial-branch", "main")
    (root / ".git" / "info" / "exclude").write_text(".polderkoers\n", encoding="utf-8")
    write_list(root, right(root, "2020", save(root, "eerste")))
    save(root, "lijst")
    return root


# Where a project has schemas of its own test_version_attacks.py tries the same rules.
@pytest.fixture(params=[pytest.param("own schemas", marks=pytest.mark.whole), "schemas of the engine"])
def root(request, tmp_path) -> Path:
    """A project on main that lists version 2020, without schemas of its own, and with --whole with them too."""
    return begun(root_with(tmp_path / "root", own_schemas=request.param == "own schemas"))


def propose(root: Path) -> None:
    """Begin a proposal."""
    git(root, "switch", "--quiet", "--force-create", "voorstel", "main")


# One commit, in which nothing is left of what came and went, and all of them, in which everything is.
ways = in_ways(squash, forward)


@ways
def test_a_version_that_came_and_went_in_one_proposal_was_none(root, capsys, way: Way):
    """A hidden text and its entry that are both taken back: main asks for neither, and a later proposal cannot list it."""
    propose(root)
    retitle(root, HIDDEN)
    held = content(root, save(root, "A"))
    add(root, entry("2021", None, held, "2021"))
    save(root, "A, genoemd")
    git(root, "checkout", "--quiet", "main", "--", "data")
    save(root, "B")
    way(root)
    assert rules(root, capsys) == []
    save(root, "later")
    assert rules(root, capsys) == []
    propose(root)
    add(root, entry("2021", None, held, "2021"))
    save(root, "C")
    assert rules(root, capsys, "--changed-from", "main") == ["versie-herkomst"]
    way(root)
    save(root, "later")
    assert rules(root, capsys) == ["versie-herkomst"]


@ways
def test_a_hidden_text_that_keeps_its_entry_stays_red(root, capsys, way: Way):
    """A text that comes together with its entry, and goes alone: red as a proposal and on main."""
    propose(root)
    retitle(root, HIDDEN)
    add(root, entry("2021", None, content(root, save(root, "even")), "2021"))
    save(root, "A")
    retitle(root, OPEN)
    save(root, "B")
    assert rules(root, capsys, "--changed-from", "main") == ["versie-herkomst"]
    way(root)
    save(root, "later")
    assert rules(root, capsys) == ["versie-herkomst"]


@ways
def test_a_version_that_is_adopted_again_is_right(root, capsys, way: Way):
    """What a proposal adopts twice is what it was the second time, whatever way it comes to main and goes on there."""
    propose(root)
    for title in ("Fijner wonen", "Fijnst wonen"):
        retitle(root, title)
        again = ["--opnieuw"] if title == "Fijnst wonen" else []
        assert main(["vaststellen", "2021", *ON, *again, "--root", str(root)]) == 0
        save(root, title)
        assert rules(root, capsys) == []
    way(root)
    assert rules(root, capsys) == []
    retitle(root, "Nog fijner wonen")
    save(root, "verder")
    assert rules(root, capsys) == []


@ways
@pytest.mark.parametrize("first", ["list", "text"])
def test_a_list_and_its_text_may_come_in_two_commits(root, capsys, way: Way, first):
    """In either order, also when the policy goes on at once."""
    before = (root / LIST).read_text(encoding="utf-8")
    propose(root)
    retitle(root, "Fijner wonen")
    held = content(root, save(root, "even"))
    git(root, "reset", "--quiet", "--hard", "HEAD~1")
    for part in ("list", "text") if first == "list" else ("text", "list"):
        if part == "list":
            (root / LIST).write_text(before + entry("2021", None, held, "2021"), encoding="utf-8")
        else:
            retitle(root, "Fijner wonen")
        save(root, part)
    way(root)
    assert rules(root, capsys) == []
    retitle(root, "Fijnst wonen")
    save(root, "verder")
    assert rules(root, capsys) == []


def test_a_version_that_was_public_cannot_go_within_the_hour(root, capsys):
    """A proposal against main that takes away what stands there is refused at once."""
    retitle(root, "Fijner wonen")
    add(root, entry("2021", None, content(root, save(root, "tekst")), "2021"))
    save(root, "lijst")
    propose(root)
    git(root, "checkout", "--quiet", "main~2", "--", LIST)
    save(root, "weg")
    assert rules(root, capsys, "--changed-from", "main") == ["versie-ligt-vast"]


@ways
def test_a_version_that_stood_an_hour_stays(root, capsys, monkeypatch, way: Way):
    """Once it is taken away after that, main stays red until it is back."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2021-03-01T12:00:00Z")
    retitle(root, "Fijner wonen")
    add(root, entry("2021", None, content(root, save(root, "tekst")), "2021"))
    listed = save(root, "lijst")
    monkeypatch.delenv("GIT_COMMITTER_DATE")
    propose(root)
    git(root, "checkout", "--quiet", "main~2", "--", LIST)
    save(root, "weg")
    way(root)
    save(root, "later")
    assert rules(root, capsys) == ["versie-ligt-vast"]
    git(root, "checkout", "--quiet", listed, "--", LIST)
    assert rules(root, capsys) == []


def test_a_tag_called_main_is_not_main(root, capsys):
    """Whoever can push a tag puts nothing in the place of the branch that a proposal is compared with."""
    propose(root)
    (root / LIST).unlink()
    git(root, "tag", "main", save(root, "weg"))
    assert rules(root, capsys, "--changed-from", "main") == ["versie-ligt-vast"]
    main(["pr-report", "main", "voorstel", "--root", str(root)])
    assert "Versie 2020 (Visie 2020) gaat uit de lijst" in capsys.readouterr().out
    main(["diff", "main", "voorstel", "--format", "json", "--root", str(root)])
    assert "Visie 2020" in capsys.readouterr().out


@pytest.mark.parametrize("how", ["empty", "gone", "other text"])
def test_a_copy_without_history_does_not_say_that_all_is_well(root, tmp_path, capsys, how):
    """Whether a version went or changed cannot be seen in a shallow clone: the check and the list of versions say so."""
    git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "kopie")
    kopie = tmp_path / "kopie"
    held = content(kopie, "HEAD")
    if how == "gone":
        (kopie / LIST).unlink()
    else:
        write_list(kopie, entry("2020", None, held))
    if how == "empty":
        write_list(kopie)
        with (kopie / LIST).open("a", encoding="utf-8") as file:
            file.write("  []\n")
    for command in ("check", "versions") if how != "other text" else ("check",):
        capsys.readouterr()
        assert main([command, "--root", str(kopie)]) in (1, 2)
        said = capsys.readouterr()
        assert "Alles klopt" not in said.out
        assert "Er is nog geen versie" not in said.out
        assert "git fetch --unshallow --tags" in said.err


@pytest.mark.parametrize("how", ["gone", "elsewhere"])
def test_a_list_that_is_gone_is_not_called_empty(root, capsys, how):
    """The list of versions names what the history has and the list has not, or says that it stands in the wrong place."""
    if how == "gone":
        (root / LIST).unlink()
    else:
        (root / LIST).rename(root / "data" / "lijst.yaml")
    assert main(["versions", "--root", str(root)]) in (1, 2)
    said = capsys.readouterr()
    assert "Er is nog geen versie" not in said.out
    assert "'2020' staat niet meer" in said.err or "data/versies.yaml is niet te lezen" in said.err


def test_a_new_version_with_a_wrong_content_is_told_what_to_write(root, capsys):
    """Of a version that is new nothing can be put back: the message gives what its commit holds."""
    head = git(root, "rev-parse", "HEAD")
    add(root, entry("2021", head, "c" * 40, "2021"))
    main(["check", "--root", str(root)])
    said = capsys.readouterr().out
    assert f"Schrijf dan: inhoud: {content(root, head)}." in said
    assert "zet de commit en de inhoud terug" not in said


def test_without_judgement_a_build_shows_no_versions(root, tmp_path):
    """A shallow clone cannot tell whether a version is one: with --zonder-historie none is shown, and each says why."""
    git(tmp_path, "clone", "--quiet", "--depth", "1", root.as_uri(), "kopie")
    kopie = tmp_path / "kopie"
    write_list(kopie, entry("2020", None, content(kopie, "HEAD")))
    save(kopie, "nu")
    _, _, history = prepare(kopie, without_history=True)
    assert history.past == ()
    assert ["git fetch --unshallow" in each.reason for each in history.missing] == [True]


def test_main_that_was_merged_into_a_proposal_stays_main(root, capsys):
    """Brought to main by fast-forward, the proposal is the first parent; what people saw on main still counts."""
    git(root, "branch", "--quiet", "voorstel")
    retitle(root, "Fijner wonen")
    held = content(root, save(root, "tekst"))
    add(root, entry("2021", None, held, "2021"))
    listed = save(root, "lijst")
    git(root, "switch", "--quiet", "voorstel")
    path = root / "data" / "documenten.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("naam: ", "naam: De ", 1), encoding="utf-8")
    save(root, "iets anders")
    git(root, "merge", "--quiet", "--no-edit", "main")
    assert git(root, "log", "-1", "--format=%s") == "Merge branch 'main' into voorstel"
    forward(root)
    assert rules(root, capsys) == []
    git(root, "checkout", "--quiet", f"{listed}~2", "--", LIST)
    save(root, "weg")
    assert rules(root, capsys) == ["versie-ligt-vast"]


def test_another_beginning_is_not_what_main_began_with(root, capsys):
    """A text that nobody saw, on a commit without a parent, is no version when main is merged into that."""
    git(root, "switch", "--quiet", "--orphan", "voorstel")
    git(root, "checkout", "--quiet", "main", "--", ".")
    retitle(root, HIDDEN)
    hidden = content(root, save(root, "wees"))
    retitle(root, OPEN)
    save(root, "terug")
    git(root, "merge", "--quiet", "--allow-unrelated-histories", "--message", "samen", "main")
    forward(root)
    add(root, entry("2021", None, hidden, "2021"))
    assert "versie-herkomst" in rules(root, capsys)


def test_a_new_policy_may_list_what_it_was_laid_down_with(tmp_path, capsys):
    """The texts with which a policy begins, one after the other, and then the list of them."""
    root = with_history(tmp_path / "dam")
    assert rules(root, capsys) == []
    plan = next((root / "data" / "kernopgaven").glob("*.yaml"))
    plan.write_text(plan.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    save(root, "verder")
    assert rules(root, capsys) == []
