"""Merging two versions of the policy, by a person and by Git."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys

import jsonschema
import pytest

from polderkoers.cli import main
from support.git import git, save
from support.made_up import ROOT
from support.merging import BASE, HOUSES, Contents, data_of, item, put

NAME, MORE, LESS = "naam: Genoeg huizen", "naam: Meer huizen", "naam: Minder huizen"
EMPTY, THIRTY = "Hoogstens 20 huizen", "Hoogstens 30 huizen"
SCHEMA = json.loads((ROOT / "schema" / "uitvoer" / "samenvoeging.schema.json").read_text(encoding="utf-8"))
DRIVER = "import sys; from polderkoers.cli import main; sys.exit(main(sys.argv[1:]))"


def lay(root, contents: Contents):
    """Let a folder hold these data files, and no others."""
    shutil.rmtree(root / "data", ignore_errors=True)
    for file, content in contents.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(content)


@pytest.fixture
def root(tmp_path):
    """A repository in which Git merges data by this program."""
    root = tmp_path / "root"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    lay(root, BASE)
    (root / ".gitattributes").write_text("data/**/*.yaml merge=polderkoers\n", encoding="utf-8")
    program = shlex.join([sys.executable, "-c", DRIVER, "merge-driver"])
    git(root, "config", "merge.polderkoers.driver", f"{program} %O %A %B %P %L")
    save(root)
    return root


def branch(root, name, contents: Contents):
    """Make a branch of main with these data."""
    git(root, "checkout", "--quiet", "-b", name, "main")
    lay(root, contents)
    save(root, name)


@pytest.fixture
def said(root, capsys):
    """Run the command, and return exit code, output and what is said beside it."""

    def run(*arguments):
        code = main(["merge", *map(str, arguments), "--root", str(root)])
        return code, *capsys.readouterr()

    return run


def merged_by_git(root, name):
    """Let Git merge a branch, and return its exit code and all that it says."""
    command = ["git", "-c", "user.name=T", "-c", "user.email=t@x.example", "merge", "--no-edit", name]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_what_merges_is_told_for_each_side(root, said):
    """What came from each side stands under its name, in sentences, and nothing is written."""
    branch(root, "een", put((NAME, MORE)))
    branch(root, "ander", put((EMPTY, THIRTY)))
    code, text, _ = said("main", "een", "ander")
    assert code == 0
    assert text.startswith("1 wijziging uit EEN, 1 uit ANDER. Er botst niets.")
    first, second = text.partition("Uit ANDER (ander)")[::2]
    assert "er staat nu 'Meer'" in " ".join(first.split())
    assert "van 20 naar 30 huizen" in " ".join(second.split())
    assert git(root, "status", "--porcelain") == ""


def test_a_clash_shows_was_yours_and_theirs_with_its_line(root, said):
    """The three values stand below each other, with the line in the file, and the exit code says that something is left."""
    branch(root, "een", put((NAME, MORE)))
    branch(root, "ander", put((NAME, LESS)))
    code, text, _ = said("main", "een", "ander")
    assert code == 1
    line = BASE[HOUSES].decode().split("\n").index(f"    {NAME}") + 1
    assert f"regel {line})" in " ".join(text.split())
    for row in ("  was:   Genoeg huizen", "  EEN:   Meer huizen", "  ANDER: Minder huizen"):
        assert row in text.split("\n")


def test_the_outcome_is_written_where_it_is_asked_and_says_what_is_left(root, said, tmp_path):
    """A new folder holds all files; at a clash stands what the first side says, with a comment, until somebody chooses."""
    branch(root, "een", put((NAME, MORE), (EMPTY, THIRTY)))
    branch(root, "ander", put((NAME, LESS)))
    code, _, beside = said("main", "een", "ander", "--naar", tmp_path / "uit")
    assert code == 1
    assert "BOTSING" in beside
    text = (tmp_path / "uit" / HOUSES).read_text(encoding="utf-8")
    assert "# BOTSING 1 over naam: hier is nog niets gekozen." in text
    code, _, _ = said("main", "een", "ander", "--naar", tmp_path / "gekozen", "--kies", "1=ander")
    assert code == 0
    found = {file: (tmp_path / "gekozen" / file).read_bytes() for file in BASE}
    assert found == put((NAME, LESS), (EMPTY, THIRTY))


def test_other_files_are_never_written_over(root, said, tmp_path):
    """A folder with data of something else is left alone."""
    branch(root, "een", put((NAME, MORE)))
    lay(tmp_path / "vol", put((NAME, LESS)))
    code, _, beside = said("main", "een", "main", "--naar", tmp_path / "vol")
    assert code == 2
    assert "Er is niets geschreven." in beside
    assert (tmp_path / "vol" / HOUSES).read_bytes() == put((NAME, LESS))[HOUSES]


def test_three_files_become_one(said, tmp_path):
    """Files are merged as branches are, into the file that is named."""
    for name, edit in (("basis", (NAME, NAME)), ("een", (NAME, MORE)), ("ander", (EMPTY, THIRTY))):
        (tmp_path / f"{name}.yaml").write_bytes(put(edit)[HOUSES])
    files = [tmp_path / f"{name}.yaml" for name in ("basis", "een", "ander")]
    code, _, _ = said(*files, "-o", tmp_path / "uit.yaml")
    assert code == 0
    assert (tmp_path / "uit.yaml").read_bytes() == put((NAME, MORE), (EMPTY, THIRTY))[HOUSES]
    assert said(files[0], files[1], "main")[0] == 2


def test_parts_that_are_right_and_a_whole_that_is_not_are_told(root, said):
    """A reference to what the other side took away is a fault of the whole, and of neither side."""
    text = BASE[HOUSES].decode()
    street = text[text.index("  - id: doel-groene-straat") : text.index("rollen:")]
    gone = {
        file: content.replace(b"    doelen: [fijn-wonen/doel-groene-straat]\n", b"") for file, content in BASE.items()
    }
    branch(root, "een", put((street, ""), on=gone))
    link = "  - {met: fijn-wonen/doel-groene-straat, soort: zelfde onderwerp, waarom: Ook., gelegd_door: redactie}\n"
    other = "data/kernopgaven/iedereen-doet-mee.yaml"
    branch(root, "ander", {**BASE, other: BASE[other].rstrip(b"\n") + b"\n" + _linked(other, link)})
    code, told, _ = said("main", "een", "ander")
    assert code == 1
    assert "Samen klopt het niet" in told
    assert "verwijzing-onbekend" in told


def _linked(file, link):
    """Return a link as it goes at the end of a file."""
    return (link if b"\nsamenhang:" in BASE[file] else f"samenhang:\n{link}").encode()


def test_the_json_form_is_as_its_schema_says(root, said):
    """A program gets the same: what came from where, and each clash with its values."""
    branch(root, "een", put((NAME, MORE), (EMPTY, THIRTY)))
    branch(root, "ander", put((NAME, LESS)))
    code, text, _ = said("main", "een", "ander", "--format", "json")
    found = json.loads(text)
    jsonschema.validate(found, SCHEMA)
    assert code == 1
    assert [clash["ander"]["value"] for clash in found["botsingen"]] == ["Minder huizen"]
    assert [line["file"] for line in found["uit_een"]] == [HOUSES]


@pytest.mark.parametrize("choice", ["2=een", "1=allebei", "een", "1"])
def test_a_choice_that_says_nothing_is_refused(root, said, choice):
    """Only a clash that is there, and one of the three states, can be chosen."""
    branch(root, "een", put((NAME, MORE)))
    branch(root, "ander", put((NAME, LESS)))
    code, _, beside = said("main", "een", "ander", "--kies", choice)
    assert code == 2
    assert "--kies 1=een" in beside


def test_git_merges_fields_of_one_goal_without_a_conflict(root):
    """Lines that stand beside each other, and that Git alone calls a conflict, merge by what they say."""
    old = "    nummer: 2\n    naam: Minder leegstand\n"
    branch(root, "een", put((old, "    nummer: 5\n    naam: Minder leegstand\n")))
    branch(root, "ander", put((old, "    nummer: 2\n    naam: Geen leegstand\n")))
    git(root, "checkout", "--quiet", "een")
    code, told = merged_by_git(root, "ander")
    assert code == 0, told
    goal = item({HOUSES: (root / HOUSES).read_bytes()}, "doel-leegstand")
    assert (goal["nummer"], goal["naam"]) == (5, "Geen leegstand")


def test_git_stops_at_a_true_clash_and_names_it(root):
    """Only what clashes stands between the marks of Git; the rest of the file is merged, and the message says what it is about."""
    branch(root, "een", put((NAME, MORE)))
    branch(root, "ander", put((NAME, LESS), (EMPTY, THIRTY)))
    git(root, "checkout", "--quiet", "een")
    code, told = merged_by_git(root, "ander")
    assert code == 1
    assert "Botsing 1: De naam van doel 1 'Genoeg huizen' van Fijn wonen" in told
    text = (root / HOUSES).read_text(encoding="utf-8")
    start, end = text.index("<<<<<<<"), text.index(">>>>>>>")
    assert [line.strip() for line in text[start:end].split("\n")[1:-1]] == [MORE, "=======", LESS]
    assert THIRTY in text
    assert git(root, "status", "--porcelain") == f"UU {HOUSES}"


def test_git_merges_a_file_by_lines_that_cannot_be_read(root):
    """With a broken file nobody is worse off than without this: Git merges its lines."""
    broken = put((NAME, "naam: Genoeg: huizen"))
    branch(root, "een", broken)
    branch(root, "ander", put((EMPTY, THIRTY)))
    git(root, "checkout", "--quiet", "een")
    code, told = merged_by_git(root, "ander")
    assert code == 0, told
    assert "per regel" in told
    assert (root / HOUSES).read_bytes() == put((EMPTY, THIRTY), on=broken)[HOUSES]


def test_git_merges_a_file_that_both_began(root):
    """A list that neither had before holds what both put in it."""
    file = "data/zoekwoorden.yaml"
    text = BASE[file]
    git(root, "rm", "--quiet", file)
    save(root)
    branch(root, "een", BASE)
    branch(root, "ander", {**BASE, file: text.replace(b"zoekwoorden:\n", b"zoekwoorden:\n  - {id: extra, woorden: [extra], bij: [wonen]}\n", 1)})  # fmt: skip
    git(root, "checkout", "--quiet", "een")
    code, told = merged_by_git(root, "ander")
    assert code == 0, told
    assert "extra" in [word["id"] for word in data_of({file: (root / file).read_bytes()}, file)["zoekwoorden"]]
