"""Adopting a version: all that it takes in one go, or nothing at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from polderkoers.changes.content import content_of
from polderkoers.changes.git import GitTree
from polderkoers.cli import main
from polderkoers.policy.canonical import format_files
from polderkoers.policy.load import load
from polderkoers.policy.tree import Folder
from support.adopted import FILE, change, held, repository, save
from support.git import git
from support.made_up import KERNOPGAVE, root_with

ON = ("--datum", "2021-03-12", "--door", "Gemeenteraad")
LIST = "data/versies.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A policy with version 2020, in which one file is a concept again and says something else."""
    root = repository(tmp_path / "root")
    change(root, "status: vastgesteld", "status: concept  # volgt in maart")
    change(root, "naam: Genoeg huizen", "naam: Genoeg goede huizen")
    save(root, "Nieuw doel")
    return root


def adopt(root: Path, *arguments: str, code: int = 0) -> None:
    """Run the command and hold it to its exit code."""
    assert main(["vaststellen", *arguments, "--root", str(root)]) == code


def test_everything_is_done_in_one_go(root, capsys):
    """Status, date, by whom and number of the file change, and the version stands in the list by what it holds."""
    before = held(root)
    adopt(root, "2021", *ON, "--besluit", "2021-17", "--naam", "Visie 2021", "--uitleg", "Meer goede huizen.")
    after = held(root)
    assert {file for file in after if after[file] != before[file]} == {FILE, LIST}
    text = before[FILE].decode()
    for old, new in (
        ('versie: "1.0"', 'versie: "1.1"'),
        ("status: concept  #", "status: vastgesteld  #"),
        ("vastgesteld_op: null", "vastgesteld_op: 2021-03-12"),
        ("vastgesteld_door: null", "vastgesteld_door: Gemeenteraad"),
    ):
        text = text.replace(old, new)
    assert after[FILE].decode() == text
    assert after[LIST].decode() == before[LIST].decode().replace('versie: "1.0"', 'versie: "1.1"') + (
        '  - id: "2021"\n'
        "    naam: Visie 2021\n"
        "    uitleg: Meer goede huizen.\n"
        "    datum: 2021-03-12\n"
        "    vastgesteld_door: Gemeenteraad\n"
        "    besluit: 2021-17\n"
        "    documenten: [visie-2020]\n"
        "    commit: null\n"
        f"    inhoud: {content_of(Folder(root))}\n"
    )
    assert load(root).problems == ()
    assert format_files(root, write=False).differing == ()
    out = capsys.readouterr().out
    assert out.startswith(
        "Versie 2021 (Visie 2021) is vastgesteld in deze map.\n12 maart 2021, door: Gemeenteraad, besluit 2021-17.\n"
    )
    assert "    status: concept wordt vastgesteld\n" in out
    assert '    versie: "1.0" wordt "1.1"\n' in out
    assert "Wat deze versie anders zegt dan versie 2020 (Visie 2020):\n  - " in out
    assert '  git switch -c versie-2021\n  git add data\n  git commit -m "Stel versie 2021 vast"\n' in out


def test_a_dry_run_shows_the_same_and_changes_nothing(root, capsys):
    """What would change is told, and no byte is written."""
    before = held(root)
    adopt(root, "2021", *ON, "--dry-run")
    out = capsys.readouterr().out
    assert "Versie 2021 kan worden vastgesteld; er is nog niets veranderd." in out
    assert "    vastgesteld_op: null wordt 2021-03-12\n" in out
    assert held(root) == before


@pytest.mark.parametrize(
    ("datum", "when"),
    [
        ("2021", "in 2021"),
        ("2021-03", "in maart 2021"),
        ("2021-Q1", "in het eerste kwartaal van 2021"),
        ("2021-03-12", "op 12 maart 2021"),
    ],
)
def test_the_entry_says_only_what_is_known(root, datum, when):
    """Without a name, explanation or decision the entry has plain words for the first two and nothing for the last."""
    adopt(root, "2021-maart", "--datum", datum, "--door", "Het college")
    version = load(root).policy.entries["versies/2021-maart"].item
    assert version.naam == "Versie 2021-maart"
    assert version.uitleg == f"Het beleid zoals het {when} is vastgesteld."
    assert (version.besluit, version.datum, version.documenten) == (None, datum, ("visie-2020",))


def test_numbers_of_other_changed_files_are_raised_too(root):
    """A list that changed without a new number gets one, and one that was raised by hand is left as it is."""
    change(root, "naam: Visie", "naam: De visie", "data/documenten.yaml")
    change(root, 'versie: "1.0"', 'versie: "2.0"')
    adopt(root, "2021", *ON)
    assert 'versie: "1.1"' in (root / "data" / "documenten.yaml").read_text(encoding="utf-8")
    assert 'versie: "2.0"' in (root / FILE).read_text(encoding="utf-8")


def test_a_new_file_becomes_its_first_version(root):
    """A file that was begun as 0.1 is 1.0 once it is adopted."""
    text = KERNOPGAVE.replace("id: fijn-wonen", "id: fijn-werken").replace('versie: "1.0"', 'versie: "0.1"')
    text = text.replace("status: vastgesteld", "status: concept").replace("nummer: 1\ninl", "nummer: 2\ninl")
    (root / "data/kernopgaven/fijn-werken.yaml").write_text(text, encoding="utf-8")
    adopt(root, "2021", *ON)
    item = load(root).policy.entries["fijn-werken"].item
    assert (item.versie, item.status) == ("1.0", "vastgesteld")


def test_the_first_version_of_all_makes_the_list(tmp_path, capsys):
    """Without a list, and without Git, the command makes the list."""
    root = root_with(tmp_path)
    adopt(root, "2021", *ON, "--bestand", "fijn-wonen")
    policy = load(root).policy
    assert [entry.item.id for entry in policy.of_kind("versie")] == ["2021"]
    assert policy.entries["versies/2021"].item.documenten == ("visie-2020",)
    assert "Dit is de eerste versie." in capsys.readouterr().out
    assert format_files(root, write=False).differing == ()


@pytest.mark.parametrize("name", ["fijn-wonen", "fijn-wonen.yaml", FILE])
def test_a_named_file_is_adopted_whatever_its_status(root, name):
    """A file may be named by its id or its path, and need not be a concept."""
    change(root, "status: concept", "status: vastgesteld")
    adopt(root, "2021", *ON, "--bestand", name)
    assert load(root).policy.entries["fijn-wonen"].item.vastgesteld_op == "2021-03-12"


def test_what_also_changed_is_named(root, capsys):
    """A file of policy that changed and is not among those adopted is part of the version, and that is said."""
    text = KERNOPGAVE.replace("id: fijn-wonen", "id: fijn-werken").replace("nummer: 1\ninl", "nummer: 2\ninl")
    (root / "data/kernopgaven/fijn-werken.yaml").write_text(text, encoding="utf-8")
    adopt(root, "2021", *ON, "--bestand", "fijn-wonen")
    out = " ".join(capsys.readouterr().out.split())
    assert "maar niet als vastgesteld gemerkt: data/kernopgaven/fijn-werken.yaml." in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2020", *ON), "Versie 2020 staat al in data/versies.yaml (Visie 2020)."),
        (("Versie 2021", *ON), "'Versie 2021' kan geen id van een versie zijn."),
        (("nu", *ON), "'nu' kan geen id van een versie zijn."),
        (("x" * 81, *ON), "kan geen id van een versie zijn."),
        (("", *ON), "'' kan geen id van een versie zijn."),
        (("2021", "--datum", "12-3-2021", "--door", "Raad"), "'12-3-2021' is geen datum."),
        (("2021", "--datum", "2021-02-30", "--door", "Raad"), "'2021-02-30' is geen datum."),
        (("2021", "--datum", "0021", "--door", "Raad"), "'0021' is geen datum."),
        (("2021", "--datum", "2100-01-01", "--door", "Raad"), "De datum 1 januari 2100 moet nog komen."),
        (("2021", "--datum", "2019-12-31", "--door", "Raad"), "is eerder dan die van versie 2020 (2020)"),
        (("2021", "--datum", "2021", "--door", " "), "Achter --door staat niets."),
        (("2021", "--datum", "2021", "--door", "R" * 201), "heeft 201 tekens"),
        (("2021", *ON, "--naam", "Visie\n2021"), "In de tekst achter --naam staat een nieuwe regel"),
        (("2021", *ON, "--uitleg", "De \u202evisie"), "onzichtbaar teken"),
        (("2021", *ON, "--bestand", "fijn-wonnen"), "Bedoelde je 'fijn-wonen'?"),
        (("2021", *ON, "--bestand", "documenten"), "Er is geen kernopgave, programmalijn, plan of wegwijzer 'documenten'."),
        (("2021", *ON, "--documenten", "visie-2021"), "Bedoelde je 'visie-2020'?"),
        (("2021", "--door", "Raad"), "--datum"),
        (("2021", "--datum", "2021"), "--door"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_with_a_cure(root, capsys, arguments, said):
    """Wrong use gives exit code 2, says what is wrong, and changes nothing."""
    before = held(root)
    adopt(root, *arguments, code=2)
    assert said in capsys.readouterr().err
    assert held(root) == before


def test_a_version_in_the_same_year_as_the_one_before_is_in_order(root):
    """A day in the year that the version before it is of, comes not before it."""
    adopt(root, "2020-december", "--datum", "2020-12-17", "--door", "Gemeenteraad")
    assert load(root).policy.get("versies/2020-december") is not None


def test_nothing_to_adopt_is_said_with_what_changed(root, capsys):
    """Without a concept nothing is guessed: the changed files are named."""
    change(root, "status: concept", "status: vastgesteld")
    before = held(root)
    adopt(root, "2021", *ON, code=2)
    err = capsys.readouterr().err
    assert f"Er is geen beleid met 'status: concept'. Veranderd sinds versie 2020: {FILE}." in err
    assert "--bestand fijn-wonen" in err
    assert held(root) == before


def test_the_same_policy_twice_is_no_new_version(root, capsys):
    """What is equal to the last version cannot be adopted as another."""
    adopt(root, "2021", *ON)
    save(root, "Stel vast")
    text = (root / LIST).read_text(encoding="utf-8")
    (root / LIST).write_text(
        text.replace("commit: null", f"commit: {git(root, 'rev-parse', 'HEAD')}"), encoding="utf-8"
    )
    before = held(root)
    for arguments in ((), ("--bestand", "fijn-wonen")):
        adopt(root, "2022", *ON, *arguments, code=2)
        assert "Er is niets vast te stellen" in capsys.readouterr().err
    assert held(root) == before


def test_a_withdrawn_file_is_not_adopted(root, capsys):
    """What was withdrawn is adopted only after someone says that it is a concept again."""
    change(root, "status: concept", "status: ingetrokken")
    adopt(root, "2021", *ON, "--bestand", "fijn-wonen", code=2)
    assert f"Het bestand {FILE} is ingetrokken." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("themas: [wonen]", "themas: [wonne]", f"{FILE}:10:"),
        ("inleiding: De gemeente wil dat iedereen fijn woont.", "inleiding: Vul dit in.", f"{FILE}:12:12: fout"),
    ],
)
def test_faults_in_the_data_come_first(root, capsys, old, new, said):
    """Data with a fault, or with a text that was never filled in, is not adopted: exit code 1 and the place."""
    change(root, old, new)
    before = held(root)
    adopt(root, "2021", *ON, code=1)
    err = capsys.readouterr().err
    assert said in err
    assert "Er is niets vastgesteld en niets veranderd." in err
    assert held(root) == before


def test_a_file_that_cannot_be_written_leaves_everything(root, capsys, monkeypatch):
    """When the last file cannot be put in place, the first is as it was."""
    before = held(root)
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "versies.yaml":
            raise OSError(30, "alleen lezen")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    adopt(root, "2021", *ON, code=2)
    assert "Het bestand data/versies.yaml kan niet worden geschreven. Er is niets veranderd." in capsys.readouterr().err
    assert held(root) == before


def test_without_the_version_before_nothing_is_adopted(root, capsys):
    """When the last version cannot be read, nobody knows which numbers to raise; the cause is said."""
    shutil.rmtree(root / ".git")
    before = held(root)
    adopt(root, "2021", *ON, code=2)
    assert "git clone" in capsys.readouterr().err
    assert held(root) == before


def test_a_branch_of_its_own_is_not_made_again(root, capsys):
    """Who works on a branch already is not told to make one."""
    git(root, "switch", "--quiet", "--create", "versie-2021")
    adopt(root, "2021", *ON)
    out = capsys.readouterr().out
    assert "git switch" not in out
    assert "  git push -u origin HEAD\n" in out


def test_the_help_is_in_dutch(capsys):
    """The help says in Dutch what each option is."""
    assert main(["vaststellen", "--help"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Stel een versie van het beleid vast" in out
    assert "--bestand ID Een bestand dat is vastgesteld" in out


@pytest.mark.parametrize("settings", [(), ("core.autocrlf", "true")])
def test_what_a_version_holds_is_what_git_keeps(root, settings):
    """The ends of lines that Git holds or makes count, so that the version is found again when the policy has changed."""
    other = root / "data" / "themas.yaml"
    other.write_bytes(other.read_bytes().replace(b"\n", b"\r\n"))
    save(root, "Regeleinden van Windows")
    if settings:
        git(root, "config", *settings)
        new = root / "data" / "kernopgaven" / "nieuw.yaml"
        text = KERNOPGAVE.replace("id: fijn-wonen", "id: nieuw").replace("Fijn wonen", "Nieuw")
        new.write_bytes(text.replace("nummer: 1", "nummer: 2", 1).replace("\n", "\r\n").encode())
    adopt(root, "2021", *ON, "--bestand", "fijn-wonen")
    adopted = save(root, "Stel vast")
    assert content_of(GitTree(root, adopted)) in (root / LIST).read_text(encoding="utf-8")
    assert main(["check", "--root", str(root)]) == 0


@pytest.mark.parametrize("file", ["data/kernopgaven/prive.yaml", LIST])
def test_what_git_passes_over_is_no_part_of_a_version(root, capsys, file):
    """A file that would not come along in the proposal is named, and nothing is adopted."""
    if file == LIST:
        git(root, "rm", "--quiet", "--cached", LIST)
    else:
        text = KERNOPGAVE.replace("id: fijn-wonen", "id: prive").replace("titel: Fijn wonen", "titel: Eigen")
        (root / file).write_text(text.replace("nummer: 1", "nummer: 2", 1), encoding="utf-8")
    (root / ".gitignore").write_text(f"{file}\n", encoding="utf-8")
    before = held(root)
    adopt(root, "2021", *ON, "--bestand", "fijn-wonen", code=2)
    said = capsys.readouterr().err
    assert f"Git slaat dit over: {file}." in said
    assert "of uit de lijst van wat Git overslaat (meestal .gitignore)." in said
    assert held(root) == before
