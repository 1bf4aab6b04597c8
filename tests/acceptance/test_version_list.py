"""A version is a text that people saw: what data/versies.yaml may say, at the check, in the report and in the build."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from polderkoers.cli import main
from support.gemeente import INSTANCE
from support.git import git, save
from support.listed import content, entry, right, write_list
from support.made_up import root_with
from support.site import build

PLAN = "data/kernopgaven/fijn-wonen.yaml"
HIDDEN = "Alle buurthuizen gaan dicht"


def change(root: Path, old: str, new: str) -> None:
    """Change a text in the kernopgave of a root."""
    path = root / PLAN
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def root(tmp_path) -> Path:
    """A project on main that lists the version of its first commit, under the tag `eerste`."""
    root = root_with(tmp_path / "root")
    git(root, "init", "--quiet", "--initial-branch", "main")
    (root / ".git" / "info" / "exclude").write_text(".polderkoers\n", encoding="utf-8")
    first = save(root, "eerste")
    git(root, "tag", "eerste")
    write_list(root, right(root, "2020", first))
    save(root, "lijst")
    return root


def problems(root: Path, capsys, *arguments: str) -> list[dict[str, str]]:
    """Return what the check finds in the list of versions."""
    capsys.readouterr()
    main(["check", "--format", "json", *arguments, "--root", str(root)])
    found = json.loads(capsys.readouterr().out)["problems"]
    return [problem for problem in found if problem["level"] == "fout"]


def only(root: Path, capsys, *arguments: str) -> dict[str, str]:
    """Return the one fault that the check finds."""
    (found,) = problems(root, capsys, *arguments)
    assert found["file"] == "data/versies.yaml"
    return found


def hide(root: Path) -> str:
    """Make the proposal that shows nothing: a text, the same text taken away again, and an entry that names the first."""
    before = (root / "data/versies.yaml").read_text(encoding="utf-8")
    git(root, "checkout", "--quiet", "-b", "voorstel")
    change(root, "titel: Fijn wonen", f"titel: {HIDDEN}")
    hidden = save(root, "A")
    change(root, f"titel: {HIDDEN}", "titel: Fijn wonen")
    (root / "data/versies.yaml").write_text(before + right(root, "2021", hidden, "2021"), encoding="utf-8")
    save(root, "B")
    return hidden


def test_a_right_list_has_no_faults(root, capsys):
    """A version of main with its content, and a tag instead of a number, are right."""
    assert problems(root, capsys) == []
    write_list(root, right(root, "2020", "eerste"))
    assert problems(root, capsys) == []


def test_a_text_that_nobody_saw_is_refused_before_and_after_merging(root, capsys):
    """The check refuses a version whose commit never stood on main: on the branch, against main, and on main itself."""
    hide(root)
    for arguments in ([], ["--changed-from", "main"]):
        found = only(root, capsys, *arguments)
        assert (found["rule"], found["path"], found["line"]) == ("versie-herkomst", "/versies/1/commit", 22)
        assert "heeft nooit op de hoofdtak gestaan" in found["message"]
    capsys.readouterr()
    main(["check", "--root", str(root)])
    assert "versie-niet-opgehoogd" not in capsys.readouterr().out
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "samen", "voorstel")
    assert only(root, capsys)["rule"] == "versie-herkomst"
    save(root, "later")
    assert only(root, capsys)["rule"] == "versie-herkomst"


def test_a_text_that_came_and_went_in_an_earlier_proposal_is_refused(root, capsys):
    """A proposal brings a text and takes it back, and is merged; a later one cannot make that text a version."""
    git(root, "checkout", "--quiet", "-b", "eerst")
    change(root, "titel: Fijn wonen", f"titel: {HIDDEN}")
    hidden = save(root)
    change(root, f"titel: {HIDDEN}", "titel: Fijn wonen")
    save(root)
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "eerst", "eerst")
    git(root, "checkout", "--quiet", "-b", "later")
    write_list(root, right(root, "2020", "eerste"), right(root, "2021", hidden, "2021"))
    save(root)
    assert only(root, capsys)["rule"] == "versie-herkomst"
    assert only(root, capsys, "--changed-from", "main")["rule"] == "versie-herkomst"


def test_the_report_on_a_proposal_tells_of_a_text_that_nobody_saw(root, capsys):
    """The report has it among the new problems, before merging and after."""
    hide(root)
    main(["pr-report", "main", "voorstel", "--root", str(root)])
    assert "heeft nooit op de hoofdtak gestaan" in capsys.readouterr().out
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "samen", "voorstel")
    main(["pr-report", "main~1", "main", "--root", str(root)])
    assert "heeft nooit op de hoofdtak gestaan" in capsys.readouterr().out


def test_the_data_of_a_proposal_in_our_own_copy_is_refused(root, capsys):
    """As the pipelines do it: main is checked out, and only data/ is that of the proposal."""
    hide(root)
    git(root, "checkout", "--quiet", "main")
    git(root, "checkout", "--quiet", "voorstel", "--", "data")
    assert only(root, capsys, "--changed-from", "HEAD")["rule"] == "versie-herkomst"
    assert only(root, capsys)["rule"] == "versie-herkomst"


def test_the_build_stops_at_a_text_that_nobody_saw(root, tmp_path):
    """No site is made of a list that names it, and the message stands at its line."""
    hide(root)
    shutil.copy(INSTANCE / "mkdocs.yml", root)
    (root / "docs").mkdir()
    outcome = build(root, tmp_path / "site")
    assert outcome.returncode != 0
    assert "data/versies.yaml:22:13: fout [versie-herkomst]" in outcome.stderr
    assert not (tmp_path / "site").exists()


def test_a_version_may_be_what_the_proposal_itself_brings(root, capsys):
    """A commit of the branch is right as long as it holds what will stand there; also squashed, rebased and merged."""
    before = (root / "data/versies.yaml").read_text(encoding="utf-8")
    git(root, "checkout", "--quiet", "-b", "voorstel")
    change(root, "titel: Fijn wonen", "titel: Fijner wonen")
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    adopted = save(root, "A")
    (root / "data/versies.yaml").write_text(before + right(root, "2021", adopted, "2021"), encoding="utf-8")
    assert problems(root, capsys) == []
    save(root, "B")
    assert problems(root, capsys) == []
    git(root, "checkout", "--quiet", "main")
    git(root, "merge", "--quiet", "--squash", "voorstel")
    save(root, "in een keer")
    git(root, "branch", "--quiet", "-D", "voorstel")
    assert problems(root, capsys) == []
    git(root, "reflog", "expire", "--expire=now", "--all")
    git(root, "gc", "--quiet", "--prune=now")
    assert problems(root, capsys) == []
    change(root, "titel: Fijner wonen", "titel: Fijnst wonen")
    save(root, "later")
    assert problems(root, capsys) == []
    assert main(["diff", "2021", "nu", "--root", str(root)]) == 0
    assert "{+Fijnst+}" in capsys.readouterr().out


def test_a_version_without_a_commit_is_found_by_its_content(root, capsys):
    """An entry can be written before there is a commit; afterwards its content tells where it is."""
    before = (root / "data/versies.yaml").read_text(encoding="utf-8")
    change(root, "titel: Fijn wonen", "titel: Fijner wonen")
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    held = save(root, "even")
    said = content(root, held)
    git(root, "reset", "--quiet", "--soft", "HEAD~1")
    (root / "data/versies.yaml").write_text(before + entry("2021", None, said, "2021"), encoding="utf-8")
    assert problems(root, capsys) == []
    save(root, "A")
    assert problems(root, capsys) == []
    (root / "data/versies.yaml").write_text(before + entry("2021", None, "1" * 39 + "a", "2021"), encoding="utf-8")
    assert {found["rule"] for found in problems(root, capsys)} == {"versie-herkomst", "versie-ligt-vast"}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("main", "is een tak van Git"),
        ("refs/heads/main", "is een tak van Git"),
        ("HEAD", "wijst na elke wijziging iets anders aan"),
        ("nu", "wijst na elke wijziging iets anders aan"),
        ('"HEAD~1"', "wijst na elke wijziging iets anders aan"),
        ('"@{0}"', "wijst na elke wijziging iets anders aan"),
        ('"main@{0}"', "kan later iets anders aanwijzen"),
        ("main~1", "kan later iets anders aanwijzen"),
        ("eerste~0", "kan later iets anders aanwijzen"),
    ],
)
def test_a_name_that_moves_is_refused_with_the_number_to_write(root, capsys, name, words):
    """A branch, HEAD and their like are no version; the message gives the whole number of what they are today."""
    head = git(root, "rev-parse", name.strip('"').replace("nu", "HEAD"))
    write_list(root, entry("2020", name, content(root, "eerste")))
    found = only(root, capsys)
    assert (found["rule"], found["path"]) == ("versie-commit", "/versies/0/commit")
    assert words in found["message"]
    assert found["hint"] == f"schrijf het hele nummer van de commit: commit: {head}"


def test_a_remote_branch_is_a_branch(root, tmp_path, capsys):
    """A branch of elsewhere moves too."""
    git(tmp_path, "clone", "--quiet", str(root), "kopie")
    write_list(tmp_path / "kopie", entry("2020", "origin/main", content(root, "eerste")))
    assert "is een tak van Git" in only(tmp_path / "kopie", capsys)["message"]


def test_a_short_number_gets_the_whole_one(root, capsys):
    """A short number of a commit is refused with the whole number."""
    whole = git(root, "rev-parse", "eerste")
    write_list(root, entry("2020", f'"{whole[:8]}"', content(root, "eerste")))
    found = only(root, capsys)
    assert "kort nummer" in found["message"]
    assert whole in found["hint"]


@pytest.mark.parametrize("number", ["4152e24", "1234567", "0123456", "12e5", "1" * 40, "1" * 20 + "e" + "1" * 19])
def test_a_number_of_a_commit_is_not_called_a_number_with_a_power_of_ten(root, capsys, number):
    """YAML takes such a commit for a number; the message speaks of the commit and gives what to type."""
    write_list(root, entry("2020", number, content(root, "eerste")))
    found = only(root, capsys)
    assert "macht van tien" not in found["message"]
    assert "commit" in found["message"]
    assert f'commit: "{number}' in found["hint"]
    assert found["line"] == 13


def test_a_commit_that_is_not_there_is_refused(root, capsys):
    """A tag or commit that does not exist, with a content that never was, is a fault."""
    write_list(root, right(root, "2020", "eerste"), entry("2026", "v2026"))
    found = only(root, capsys)
    assert (found["rule"], found["path"]) == ("versie-commit", "/versies/1/commit")
    assert "'v2026' is er niet in de geschiedenis van Git" in found["message"]
    write_list(root, right(root, "2020", "eerste"), entry("2026", "b" * 40, "c" * 40))
    assert only(root, capsys)["rule"] == "versie-commit"


def test_a_version_says_what_it_holds(root, capsys):
    """An entry without content is refused with exactly what to write, and that is right."""
    write_list(root, entry("2020", "eerste"))
    found = only(root, capsys)
    held = content(root, "eerste")
    assert (found["rule"], found["hint"]) == ("versie-inhoud", f"schrijf erbij: inhoud: {held}")
    write_list(root, entry("2020", "eerste", held))
    assert problems(root, capsys) == []


def test_a_tag_that_moved_is_noticed(root, capsys):
    """A version that names a tag is no other text when the tag is put elsewhere."""
    write_list(root, right(root, "2020", "eerste"))
    save(root, "met tag")
    change(root, "titel: Fijn wonen", "titel: Fijner wonen")
    save(root, "later")
    git(root, "tag", "--force", "eerste")
    found = only(root, capsys)
    assert (found["rule"], found["path"]) == ("versie-inhoud", "/versies/0/inhoud")


def test_a_version_that_stands_for_another_text_is_refused(root, capsys):
    """The same id with another commit and its content is refused, with what stood there."""
    old = right(root, "2020", git(root, "rev-parse", "eerste"))
    change(root, "titel: Fijn wonen", "titel: Fijner wonen")
    new = save(root, "later")
    write_list(root, right(root, "2020", new))
    found = only(root, capsys)
    assert found["rule"] == "versie-ligt-vast"
    assert git(root, "rev-parse", "eerste") in found["hint"]
    write_list(root, old)
    assert problems(root, capsys) == []


@pytest.mark.parametrize("how", ["entry", "file"])
def test_a_version_that_is_taken_away_is_named_with_what_to_put_back(root, capsys, how):
    """An entry that is gone, or the whole list, is a fault that says which id to put back."""
    first, held = git(root, "rev-parse", "eerste"), content(root, "eerste")
    if how == "file":
        (root / "data/versies.yaml").unlink()
    else:
        write_list(root, entry("2021", first, held, "2021"))
    found = only(root, capsys)
    assert found["rule"] == "versie-ligt-vast"
    assert "De versie '2020' staat niet meer" in found["message"]
    assert f'id: "2020" en commit: {first} en inhoud: {held}' in found["hint"]


def test_another_commit_with_the_same_text_is_the_same_version(root, capsys):
    """A commit that was rewritten, and a content that is added, change nothing of a version."""
    write_list(root, right(root, "2020", git(root, "rev-parse", "main")))
    assert problems(root, capsys) == []


@pytest.mark.parametrize(
    ("first", "second", "rule"), [("2021", "2020", True), ("2020", "2021", False), ("null", "null", True)]
)
def test_the_oldest_version_stands_first(root, capsys, first, second, rule):
    """The dates say which is the oldest, and where they do not, the commits do."""
    change(root, "titel: Fijn wonen", "titel: Fijner wonen")
    later = save(root, "later")
    known = git(root, "rev-parse", "eerste")
    write_list(root, right(root, "a", later, first), right(root, "2020", known, second))
    assert ["versievolgorde"] * rule == [found["rule"] for found in problems(root, capsys)]


def test_a_date_that_cannot_be_is_refused(root, capsys):
    """A version of the future, and one with a file that was adopted after it, are faults at the date."""
    write_list(root, right(root, "2020", "eerste", "2099"))
    found = only(root, capsys)
    assert (found["rule"], found["path"]) == ("versiedatum", "/versies/0/datum")
    assert "toekomst" in found["message"]
    change(root, "vastgesteld_op: null", 'vastgesteld_op: "2026-03-12"')
    later = save(root, "later")
    write_list(root, right(root, "2020", "eerste"), right(root, "2025", later, "2025"))
    assert f"staat {PLAN}. Dat bestand is pas later vastgesteld: 12 maart 2026." in only(root, capsys)["message"]
    write_list(root, right(root, "2020", "eerste"), right(root, "2025", later, "2026"))
    assert problems(root, capsys) == []


def test_a_proposal_is_compared_with_where_it_began(root, capsys):
    """When main went on after the branch, the report does not say that the proposal takes that away."""
    git(root, "checkout", "--quiet", "-b", "voorstel")
    change(root, "titel: Fijn wonen", "titel: Fijner wonen")
    save(root, "voorstel")
    git(root, "checkout", "--quiet", "main")
    change(root, "naam: Genoeg huizen", "naam: Te weinig huizen")
    save(root, "main")
    main(["pr-report", "main", "voorstel", "--root", str(root)])
    said = capsys.readouterr().out
    assert "Fijner" in said
    assert "weinig" not in said
    assert "waar dit voorstel begon" in said


def test_the_commands_know_no_home(root, capsys, monkeypatch):
    """The environment of a hook, in which Git has its own variables, gives the same."""
    monkeypatch.setenv("GIT_DIR", str(root / ".git"))
    monkeypatch.setenv("HOME", os.devnull)
    assert problems(root, capsys) == []
