"""What a proposal may try with the list of versions, also when someone merges it though the check is red."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from polderkoers.changes.versions import listed_versions_of, load_version, open_version
from polderkoers.cli import main
from polderkoers.policy.tree import Folder
from support.git import git, save
from support.listed import add, content, entry, right, write_list
from support.made_up import root_with
from support.ways import Way, in_ways, merge, squash

LIST = "data/versies.yaml"
PLAN = "data/kernopgaven/fijn-wonen.yaml"
SCHEMA = "schema/kernopgave.schema.json"
HIDDEN = "titel: Alle buurthuizen gaan dicht"
TITLE = "titel: Fijn wonen"


def change(root: Path, old: str, new: str, file: str = PLAN) -> None:
    """Change a text in a file of a root."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def root(tmp_path) -> Path:
    """A project on main that lists version 2020."""
    root = root_with(tmp_path / "root")
    git(root, "init", "--quiet", "--initial-branch", "main")
    (root / ".git" / "info" / "exclude").write_text(".polderkoers\n", encoding="utf-8")
    write_list(root, right(root, "2020", save(root, "eerste")))
    save(root, "lijst")
    return root


def found(root: Path, capsys, level: str = "fout", *arguments: str) -> list[tuple[str, str]]:
    """Return the rule and message of what the check says of the list."""
    capsys.readouterr()
    main(["check", "--format", "json", *arguments, "--root", str(root)])
    problems = json.loads(capsys.readouterr().out)["problems"]
    return [(each["rule"], each["message"]) for each in problems if each["level"] == level and each["file"] == LIST]


def rules(root: Path, capsys, *arguments: str) -> list[str]:
    """Return the rules of the faults in the list."""
    return [rule for rule, _ in found(root, capsys, "fout", *arguments)]


# One commit, in which nothing is left of what came and went, and a merge, in which it is left beside the line of main.
ways = in_ways(squash, merge)


def propose(root: Path) -> None:
    """Begin a proposal."""
    git(root, "switch", "--quiet", "--force-create", "voorstel", "main")


def come_and_go(root: Path) -> str:
    """Bring a text and take it back, each in a commit of the proposal; return what the text was."""
    change(root, TITLE, HIDDEN)
    held = content(root, save(root, "A"))
    change(root, HIDDEN, TITLE)
    save(root, "B")
    return held


@ways
def test_a_text_that_came_and_went_in_a_merged_proposal_is_no_version(root, capsys, way: Way):
    """However the first proposal was merged, a second cannot list that text; merged all the same, main stays red."""
    propose(root)
    held = come_and_go(root)
    way(root)
    assert rules(root, capsys) == []
    propose(root)
    add(root, entry("2021", None, held, "2021"))
    save(root, "C")
    assert rules(root, capsys) == ["versie-herkomst"]
    assert rules(root, capsys, "--changed-from", "main") == ["versie-herkomst"]
    way(root)
    for _ in range(2):
        assert rules(root, capsys) == ["versie-herkomst"]
        save(root, "later")
    git(root, "checkout", "--quiet", "HEAD~4", "--", LIST)
    assert rules(root, capsys) == []
    save(root, "hersteld")
    assert rules(root, capsys) == []


@pytest.mark.parametrize(
    ("date", "beside"), [("2019-02-30", "versievolgorde"), ("2099-02-30", "versiedatum"), ('"0000"', None)]
)
def test_a_date_that_does_not_exist_is_no_way_around_the_order(root, capsys, date, beside):
    """It is refused as such, and its month still says that the version is too old for its place, or of the future."""
    change(root, TITLE, "titel: Fijner wonen")
    add(root, right(root, "2021", save(root, "anders"), date))
    faults = found(root, capsys)
    bare = date.strip('"')
    assert ("jaarvolgorde", f"De datum {bare} bestaat niet.") in faults
    assert {rule for rule, _ in faults} - {"jaarvolgorde"} == ({beside} if beside else set())


@pytest.mark.parametrize("own", ["none", "added later"])
def test_without_schemas_of_its_own_a_hidden_text_is_no_version_either(tmp_path, capsys, own):
    """A policy that leaves its schemas to the engine could always say what a version holds, also before it had its own."""
    root = root_with(tmp_path / "dorp")
    shutil.move(root / "schema", tmp_path / "schema")
    git(root, "init", "--quiet", "--initial-branch", "main")
    write_list(root, right(root, "2020", save(root, "eerste")))
    save(root, "lijst")
    propose(root)
    change(root, TITLE, HIDDEN)
    hidden = save(root, "A")
    change(root, HIDDEN, TITLE)
    save(root, "B")
    merge(root)
    add(root, right(root, "2021", hidden, "2021"))
    save(root, "rood")
    if own == "added later":
        shutil.move(tmp_path / "schema", root / "schema")
        save(root, "eigen schema")
    assert rules(root, capsys) == ["versie-herkomst"]


@ways
def test_one_proposal_that_hides_a_text_stays_red_on_main(root, capsys, way: Way):
    """A text, and its removal together with the entry: red as a proposal, and red on main however it was merged."""
    propose(root)
    change(root, TITLE, HIDDEN)
    hidden = save(root, "A")
    change(root, HIDDEN, TITLE)
    add(root, right(root, "2021", hidden, "2021"))
    save(root, "B")
    assert rules(root, capsys, "--changed-from", "main") == ["versie-herkomst"]
    way(root)
    save(root, "later")
    assert rules(root, capsys) == ["versie-herkomst"]


def test_a_text_that_was_hidden_can_be_brought_into_the_open(root, capsys):
    """The other cure: the text itself comes to the policy, where everyone can see it."""
    propose(root)
    held = come_and_go(root)
    merge(root)
    add(root, entry("2021", None, held, "2021"))
    save(root, "rood")
    propose(root)
    change(root, TITLE, HIDDEN)
    assert rules(root, capsys) == []
    save(root, "open")
    merge(root)
    assert rules(root, capsys) == []


def test_a_text_that_stood_on_main_for_a_day_may_become_a_version_later(root, capsys, monkeypatch):
    """Main had the text for a day, and went on since: whoever looked has seen it."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2021-03-01T12:00:00Z")
    change(root, TITLE, "titel: Fijner wonen")
    held = content(root, save(root, "dag een"))
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2021-03-02T12:00:00Z")
    change(root, "titel: Fijner wonen", "titel: Fijnst wonen")
    save(root, "dag twee")
    propose(root)
    add(root, entry("2021", None, held, "2021"))
    save(root, "lijst")
    assert rules(root, capsys, "--changed-from", "main") == []
    squash(root)
    assert rules(root, capsys) == []


@ways
def test_a_version_that_is_repointed_or_taken_away_stays_red(root, capsys, way: Way):
    """What was public is a fault until it is put back: after the merge, and after every commit that follows."""
    old = (root / LIST).read_text(encoding="utf-8")
    change(root, TITLE, "titel: Fijner wonen")
    other = save(root, "andere tekst")
    for how in ("repoint", "take away", "no list"):
        propose(root)
        if how == "no list":
            (root / LIST).unlink()
        else:
            write_list(root, right(root, "2020" if how == "repoint" else "2021", other, "2021"))
        save(root, how)
        way(root)
        save(root, "later")
        assert set(rules(root, capsys)) == {"versie-ligt-vast"}, how
        assert set(rules(root, capsys, "--changed-from", "main~1")) == {"versie-ligt-vast"}, how
        (root / LIST).write_text(old, encoding="utf-8")
        if how == "take away":  # 2021 was public too by now
            add(root, right(root, "2021", other, "2021"))
            old = (root / LIST).read_text(encoding="utf-8")
        save(root, "teruggezet")
        assert rules(root, capsys) == [], how


@ways
def test_a_version_is_read_by_the_schemas_of_main(root, capsys, way: Way):
    """A commit of a proposal with the same text and another schema does not decide what a site shows of a version."""
    propose(root)
    before = (root / SCHEMA).read_text(encoding="utf-8")
    path = root / SCHEMA
    schema = json.loads(before)
    schema["required"].append("bestaat_niet")
    path.write_text(json.dumps(schema), encoding="utf-8")
    change(root, TITLE, "titel: Fijner wonen")
    emptied = save(root, "A")
    path.write_text(before, encoding="utf-8")
    add(root, right(root, "2021", emptied, "2021"))
    save(root, "B")
    way(root)
    assert rules(root, capsys) == []
    version = open_version(root, "2021", listed_versions_of(Folder(root)))
    assert load_version(version.tree, root).problems == ()


def test_a_version_of_which_a_part_cannot_be_read_is_a_fault(root, capsys):
    """When the schemas of main itself refused its files then, the check names what a site would leave out."""
    before = (root / SCHEMA).read_text(encoding="utf-8")
    schema = json.loads(before)
    schema["required"].append("bestaat_niet")
    (root / SCHEMA).write_text(json.dumps(schema), encoding="utf-8")
    change(root, TITLE, "titel: Fijner wonen")
    add(root, right(root, "2021", save(root, "kapot"), "2021"))
    (root / SCHEMA).write_text(before, encoding="utf-8")
    ((rule, message),) = found(root, capsys)
    assert rule == "versie-commit"
    assert f"is niet te lezen met de map schema uit commit {git(root, 'rev-parse', 'HEAD')[:12]}: {PLAN}." in message


@pytest.mark.parametrize("file", [LIST, PLAN, "data/themas.yaml"])
def test_a_link_instead_of_a_file_is_refused(root, capsys, file):
    """What Git keeps of a link is where it leads, and not the text: neither list nor policy may be one."""
    (root / "elders").mkdir()
    target = root / "elders" / Path(file).name
    shutil.move(root / file, target)
    (root / file).symlink_to(os.path.relpath(target, (root / file).parent))
    assert main(["check", "--root", str(root)]) == 1
    assert f"{file}:1:1: fout [bestand-leesbaar] Dit is een koppeling" in capsys.readouterr().out


def test_a_commit_that_is_gone_is_told_with_the_one_to_write(root, capsys):
    """A version whose text is on main though its commit is not: a warning with the right number, and that is listed."""
    held = content(root, "HEAD")
    write_list(root, entry("2020", "b" * 40, held))
    assert rules(root, capsys) == []
    capsys.readouterr()
    main(["check", "--root", str(root)])
    said = capsys.readouterr().out
    head = git(root, "rev-parse", "HEAD")
    assert "De tekst van deze versie is er wel." in said
    assert f"schrijf: commit: {head}" in said
    assert main(["versions", "--root", str(root)]) == 0
    assert f"2020  Visie 2020 (2020), commit {head[:12]}" in capsys.readouterr().out


def test_an_old_text_under_a_new_id_is_refused(root, capsys):
    """A version of before does not become a new decision, whether the policy went on since or not."""
    held = content(root, "HEAD")
    add(root, entry("2021", None, held, "2021"))
    assert found(root, capsys) == [("versie-inhoud", "Deze versie heeft precies dezelfde tekst als versie '2020'.")]
    git(root, "checkout", "--quiet", "--", "data")
    change(root, TITLE, "titel: Fijner wonen")
    save(root, "anders")
    add(root, entry("2021", None, held, "2021"))
    assert rules(root, capsys) == ["versie-inhoud"]


def test_a_version_of_a_document_with_another_id_is_told_of_the_same_document(root, capsys):
    """The list of addresses says that it is, so there is nothing to put back; another document is still told."""
    assert main(["rename", "documenten/visie-2020", "visie", "--root", str(root)]) == 0
    capsys.readouterr()
    assert "versie-ligt-vast" not in [rule for rule, _ in found(root, capsys, "waarschuwing")]
    change(root, "documenten: [visie]", "documenten: [ander]", LIST)
    assert "versie-ligt-vast" in [rule for rule, _ in found(root, capsys, "waarschuwing")]


def test_what_is_told_of_a_version_cannot_change_in_silence(root, capsys):
    """Another name, date or body for a version that was public is a warning with the old beside the new."""
    change(root, "naam: Visie 2020", "naam: Raadsbesluit 2020", LIST)
    change(root, "vastgesteld_door: null", "vastgesteld_door: Gemeenteraad", LIST)
    change(root, "datum: 2020", "datum: 2019", LIST)
    assert rules(root, capsys) == []
    messages = [message for rule, message in found(root, capsys, "waarschuwing") if rule == "versie-ligt-vast"]
    assert messages == [
        "Deze versie was al openbaar. Daar stond bij naam: 'Visie 2020'. Nu staat er: 'Raadsbesluit 2020'.",
        "Deze versie was al openbaar. Daar stond bij datum: '2020'. Nu staat er: '2019'.",
        "Deze versie was al openbaar. Daar stond bij vastgesteld_door: niets. Nu staat er: 'Gemeenteraad'.",
    ]


def test_the_report_does_not_call_a_commit_that_moves_the_same_text(root, capsys):
    """A public version that would name a branch holds the same text today only: the report says what is wrong with that."""
    propose(root)
    change(root, f"commit: {git(root, 'rev-parse', 'main~1')}", "commit: main", LIST)
    save(root, "tak")
    capsys.readouterr()
    assert main(["pr-report", "main", "voorstel", "--root", str(root)]) == 0
    said = capsys.readouterr().out
    assert "Wat er nu bij commit staat, is geen vaste plek in Git. Keur dit voorstel zo niet goed." in said
    assert "blijft gelijk" not in said


def test_git_reads_the_folder_that_was_asked_for(root, tmp_path, capsys, monkeypatch):
    """Variables that a hook of another repository leaves do not make that one the history of this policy."""
    other = root_with(tmp_path / "ander")
    git(other, "init", "--quiet")
    save(other, "ander")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
    assert rules(root, capsys) == []
    assert main(["versions", "--root", str(root)]) == 0


def test_a_check_without_history_names_the_cause(root, capsys):
    """Whoever goes on without history still reads why it is not there, and the cure."""
    shutil.rmtree(root / ".git")
    assert main(["check", "--zonder-historie", "--root", str(root)]) == 0
    said = capsys.readouterr().err
    assert said.startswith("Niet gecontroleerd: de versies")
    assert "staat niet in een Git-archief" in said


def test_a_comparison_counts_the_policy_and_not_the_list(root, capsys):
    """A version that came to the list is no change of the policy; for a program the list is part of what changed."""
    add(root, entry("2021", None, content(root, "HEAD"), "2021"))
    save(root, "lijst")
    for form in ("text", "markdown", "html"):
        capsys.readouterr()
        assert main(["diff", "main~1", "main", "--format", form, "--root", str(root)]) == 0
        assert "Visie 2021" not in capsys.readouterr().out
    assert main(["diff", "main~1", "main", "--format", "json", "--root", str(root)]) == 0
    assert "Visie 2021" in capsys.readouterr().out
