"""The command: exit codes, formats, and Dutch words for wrong use."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys

import pytest

from polderkoers.cli import main
from polderkoers.policy.cache import CACHE, Checked
from support.gemeente import INSTANCE
from support.git import git
from support.listed import right, write_list
from support.made_up import CASES, ROOT, root_with

FAULTY = CASES / "onbekend-veld"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user would."""
    return subprocess.run(
        [sys.executable, "-m", "polderkoers", *arguments], capture_output=True, text=True, check=False, cwd=ROOT
    )


def test_the_real_data_is_right():
    """The policy in this repository has no fault and no warning."""
    outcome = run("check")
    assert (outcome.returncode, outcome.stderr) == (0, "")
    assert outcome.stdout.strip().endswith("Alles klopt.")


def test_a_fault_gives_exit_code_1_and_a_summary(tmp_path, capsys):
    """A fault is printed on its line, the summary goes apart, and the exit code is 1."""
    assert main(["check", "--root", str(root_with(tmp_path, FAULTY))]) == 1
    printed = capsys.readouterr()
    assert printed.out.startswith("data/kernopgaven/fijn-wonen.yaml:3:1: fout [onbekend-veld]")
    assert printed.err == "8 bestanden en 14 onderdelen gecontroleerd. 1 fout, 0 waarschuwingen.\n"


def test_a_warning_alone_gives_exit_code_0(tmp_path, capsys):
    """A warning is shown but stops nothing."""
    assert main(["check", "--root", str(root_with(tmp_path, CASES / "ongebruikte-organisatie"))]) == 0
    assert "0 fouten, 1 waarschuwing." in capsys.readouterr().out


def test_json_has_the_fields_of_the_contract(tmp_path, capsys):
    """JSON gives each problem with all its fields, and nothing else is printed."""
    assert main(["check", "--format", "json", "--root", str(root_with(tmp_path, FAULTY))]) == 1
    printed = capsys.readouterr()
    (problem,) = json.loads(printed.out)["problems"]
    assert list(problem) == ["file", "line", "column", "path", "rule", "level", "message", "hint"]
    assert (problem["file"], problem["line"], problem["column"]) == ("data/kernopgaven/fijn-wonen.yaml", 3, 1)
    assert (problem["path"], problem["rule"], problem["level"]) == ("/titl", "onbekend-veld", "fout")
    assert printed.err == ""


def test_json_without_problems_is_an_empty_list(tmp_path, capsys):
    """JSON of right data is still JSON."""
    assert main(["check", "--format", "json", "--root", str(root_with(tmp_path))]) == 0
    assert json.loads(capsys.readouterr().out) == {"problems": []}


def test_github_gives_an_annotation_per_problem(tmp_path, capsys):
    """GitHub's form names file, line and column, so that the problem shows in the proposal."""
    assert main(["check", "--format", "github", "--root", str(root_with(tmp_path, FAULTY))]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith(
        "::error file=data/kernopgaven/fijn-wonen.yaml,line=3,col=1,title=onbekend-veld::Het veld 'titl'"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["chek"],
            "Onbekende opdracht 'chek'. Kies uit: amend, build, check, deelnemers, diff, explain, format, help, import-besluiten, import-metingen, init, merge, merge-driver, new, pr-report, readability, rename, rode-draad, serve, trouw, upgrade, vaststellen, versions, werkbank.",
        ),
        (["check", "--fromat", "json"], "Onbekende optie: --fromat."),
        (["check", "--format", "xml"], "De waarde voor --format kan niet. Kies uit: github, gitlab, json, text."),
        (["check", "--format"], "De optie --format heeft een waarde nodig"),
        (
            ["check", "--root", "/bestaat/niet"],
            "De waarde voor --root kan niet. De map '/bestaat/niet' is er niet. Staat de naam er goed?",
        ),
        (
            ["import-metingen", "/bestaat/niet.csv"],
            "De waarde voor BESTAND kan niet. Het bestand '/bestaat/niet.csv' is er niet.",
        ),
        (["import-besluiten", "/"], "De waarde voor BESTAND kan niet. '/' is een map, en hier hoort een bestand."),
        (
            ["import-metingen", __file__, "--datum", "32-13-2026"],
            "De waarde voor --datum kan niet: '32-13-2026' is geen datum",
        ),
        (
            ["import-metingen", __file__, "--verslag", "Foute Naam"],
            "De waarde voor --verslag kan niet: 'Foute Naam' is geen id",
        ),
        (["versions", "te", "veel"], "Er staat te veel achter de opdracht."),
        (["readability", "--most", "-1"], "De waarde voor --most kan niet."),
    ],
)
def test_wrong_use_is_said_in_dutch_with_exit_code_2(capsys, arguments, words):
    """Wrong use gives one Dutch line and exit code 2."""
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert words in printed.err
    assert printed.out == ""


def test_no_command_shows_what_there_is(capsys):
    """Without a command the Dutch help is shown and the exit code is 2."""
    assert main([]) == 2
    assert "Opdrachten:" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "new", "readability", "rode-draad"])
def test_help_is_dutch(capsys, command):
    """The help of every command has no English heading or sentence."""
    assert main([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"Gebruik: polderkoers {command} [OPTIES]")
    assert not any(english in shown for english in ("Usage", "Options", "Show this", "default:"))


def test_a_root_without_data_is_explained(tmp_path, capsys):
    """A folder that is no project gives a Dutch explanation and exit code 2."""
    assert main(["check", "--root", str(tmp_path)]) == 2
    assert "staat geen map 'data'" in capsys.readouterr().err


def test_a_broken_schema_is_explained(tmp_path, capsys):
    """A schema that cannot be used is not blamed on the editor."""
    root = root_with(tmp_path)
    (root / "schema" / "kernopgave.schema.json").write_text("{", encoding="utf-8")
    assert main(["check", "--root", str(root)]) == 2
    assert "Het schema kernopgave.schema.json is niet bruikbaar" in capsys.readouterr().err


def test_no_input_gives_a_traceback(tmp_path):
    """The worst files together give problems, and no traceback."""
    root = root_with(tmp_path)
    folder = root / "data" / "kernopgaven"
    (folder / "diep.yaml").write_text("[" * 5000, encoding="utf-8")
    (folder / "groot.yaml").write_text("a: " + "x" * 10_000_000, encoding="utf-8")
    (folder / "nul.yaml").write_bytes(b"a: \x00\x01")
    (folder / "getal.yaml").write_text("a: " + "9" * 5000, encoding="utf-8")
    (folder / "map.yaml").mkdir()
    (folder / "buiten.yaml").symlink_to("/etc/hostname")
    outcome = run("check", "--root", str(root))
    assert outcome.returncode == 1
    assert "Traceback" not in outcome.stdout + outcome.stderr
    for name in ("diep", "groot", "nul", "getal", "map", "buiten"):
        assert f"data/kernopgaven/{name}.yaml:" in outcome.stdout


def test_the_threads_are_given_as_json(capsys):
    """`rode-draad` gives every goal of every document, with a state per aspect."""
    assert main(["rode-draad", "--format", "json", "--root", str(INSTANCE)]) == 0
    documents = {found["document"]: found for found in json.loads(capsys.readouterr().out)["documenten"]}
    goals = {goal["ref"]: goal for goal in documents["toekomstvisie-2014"]["doelen"]}
    enough = goals["fijn-wonen/doel-genoeg-huizen"]
    assert enough["activiteiten"]["stand"] == "ja"
    assert "fijn-wonen/activiteit-bouwen" in enough["activiteiten"]["refs"]
    assert enough["geld"]["stand"] == "ja"
    assert goals["fijn-wonen/doel-leegstand"]["geld"]["stand"] != "ja"


def test_readability_lists_the_hardest_text_first(capsys):
    """`readability` goes from hard to easy and gives the average."""
    assert main(["readability", "--format", "json", "--root", str(INSTANCE)]) == 0
    found = json.loads(capsys.readouterr().out)
    scores = [text["score"] for text in found["teksten"]]
    assert scores == sorted(scores)
    assert found["gemiddeld"] >= 60
    assert min(text["score"] for text in found["teksten"] if text["veld"] == "samenvatting") >= 60


def test_the_entry_point_is_installed():
    """The command `polderkoers` stands in the environment."""
    assert shutil.which("polderkoers", path=str(ROOT / ".venv" / "bin")) or shutil.which("polderkoers")


def test_the_line_is_shown_with_a_marker(tmp_path, capsys):
    """An editor sees the line with the fault, a marker below it, and where to read more."""
    main(["check", "--root", str(root_with(tmp_path, FAULTY))])
    rows = capsys.readouterr().out.splitlines()
    assert rows[1:] == [
        "      3 | titl: Fijn wonen",
        "        | ^",
        "",
        "Meer uitleg bij een melding: polderkoers explain onbekend-veld",
    ]


def test_a_link_out_of_the_folder_is_never_quoted(tmp_path, capsys):
    """Nothing of a file elsewhere is shown."""
    (tmp_path / "geheim.txt").write_text("het geheim\n", encoding="utf-8")
    root = root_with(tmp_path / "root")
    (root / "data" / "kernopgaven" / "x.yaml").symlink_to(tmp_path / "geheim.txt")
    assert main(["check", "--root", str(root)]) == 1
    printed = capsys.readouterr()
    assert "koppeling naar een plek buiten het project" in printed.out
    assert "geheim" not in printed.out


def test_a_second_check_says_the_same(tmp_path, capsys):
    """What comes from memory cannot be told from what was checked."""
    root = root_with(tmp_path, FAULTY)
    said = []
    for arguments in ([], [], ["--no-cache"]):
        code = main(["check", *arguments, "--root", str(root)])
        said.append((code, capsys.readouterr()))
    assert said[0] == said[1] == said[2]


def committed(tmp_path, *overlays):
    """Return a small root, committed in a repository of its own."""
    root = root_with(tmp_path / "root", *overlays)
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Eerste")
    return root


def test_a_memory_that_came_with_the_project_is_not_believed(tmp_path, monkeypatch):
    """Who proposes faulty data could put the outcome of a check beside it: of a folder that Git has nothing is taken, nor is it written."""
    monkeypatch.setenv("POLDERKOERS_ZONDER_HISTORIE", "1")
    root = root_with(tmp_path / "root", FAULTY)
    git(root, "init", "--quiet")
    git(root, "add", "data")
    assert main(["check", "--root", str(root)]) == 1
    memory = root / CACHE
    git(root, "add", "--force", CACHE.as_posix())
    before = memory.read_bytes()
    monkeypatch.setattr("polderkoers.policy.cache.checked_tree", lambda *_: Checked((), 1, 1))
    assert main(["check", "--root", str(root)]) == 1
    assert memory.read_bytes() == before
    git(root, "rm", "--quiet", "--cached", CACHE.as_posix())
    assert main(["check", "--root", str(root)]) == 0


def test_problems_in_changed_files_come_first(tmp_path, capsys):
    """With --changed-from, what was already wrong elsewhere comes after what the editor touched, and new ones say so."""
    root = committed(tmp_path, CASES / "onbekend-veld")
    path = root / "data" / "themas.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("uitleg:", "uitlg:"), encoding="utf-8")
    assert main(["check", "--changed-from", "main", "--root", str(root)]) == 1
    rows = [row for row in capsys.readouterr().out.splitlines() if row and not row.startswith(" ")]
    assert rows[0] == "In bestanden die veranderd zijn sinds main:"
    assert rows[1].startswith("data/themas.yaml:8:5: fout [onbekend-veld]")
    assert rows[1].endswith("(nieuw)")
    assert rows[2] == "In bestanden die niet veranderd zijn sinds main:"
    assert rows[3].startswith("data/kernopgaven/fijn-wonen.yaml:3:1: fout [onbekend-veld]")
    assert not rows[3].endswith("(nieuw)")


def test_an_unknown_version_is_wrong_use(tmp_path, capsys):
    """A version that is not there gives a Dutch line and exit code 2."""
    root = committed(tmp_path)
    for name in ("v9", "--help"):
        assert main(["check", f"--changed-from={name}", "--root", str(root)]) == 2
        assert f"De versie '{name}' is niet te vinden" in capsys.readouterr().err
    assert main(["check", "--changed-from", "main", "--root", str(root_with(tmp_path / "x"))]) == 2
    assert "Git-archief" in capsys.readouterr().err


def with_a_version(tmp_path):
    """Return a committed root whose first commit is a listed version."""
    root = committed(tmp_path)
    git(root, "tag", "eerste")
    write_list(root, right(root, "2020", "eerste"))
    return root


def change(root, old, new):
    """Change a text in the kernopgave of a root."""
    path = root / "data" / "kernopgaven" / "fijn-wonen.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_file_that_changed_since_its_version_needs_a_new_number(tmp_path, capsys):
    """A change of the policy under the old version number is a warning at that number; a new number ends it."""
    root = with_a_version(tmp_path)
    change(root, "Genoeg huizen", "Te weinig huizen")
    assert main(["check", "--root", str(root)]) == 0
    row = capsys.readouterr().out.splitlines()[0]
    assert row.startswith("data/kernopgaven/fijn-wonen.yaml:4:9: waarschuwing [versie-niet-opgehoogd]")
    assert row.endswith('Hoe op te lossen: geef het een nieuw nummer: versie: "1.1"')
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    assert main(["check", "--root", str(root)]) == 0
    assert "Alles klopt." in capsys.readouterr().out


def test_another_form_of_the_same_needs_no_new_number(tmp_path, capsys):
    """Quotes, comments and line breaks are no change of the policy."""
    root = with_a_version(tmp_path)
    change(root, "titel: Fijn wonen", "# de titel\ntitel: 'Fijn wonen'")
    assert main(["check", "--root", str(root)]) == 0
    assert "Alles klopt." in capsys.readouterr().out


def test_without_a_history_the_check_fails_and_says_why(tmp_path, capsys):
    """Where a listed version cannot be had, nothing is sure: the check never says that all is well, whatever it remembers."""
    root = with_a_version(tmp_path)
    change(root, "Genoeg huizen", "Te weinig huizen")
    main(["check", "--root", str(root)])
    (root / ".git").rename(tmp_path / "elders")
    capsys.readouterr()
    assert main(["check", "--root", str(root)]) == 2
    printed = capsys.readouterr()
    assert "Alles klopt." not in printed.out
    assert "staat niet in een Git-archief" in printed.err
    assert "--zonder-historie" in printed.err
    (tmp_path / "elders").rename(root / ".git")
    assert main(["check", "--root", str(root)]) == 0
    assert "[versie-niet-opgehoogd]" in capsys.readouterr().out


def test_without_a_history_one_can_go_on_and_hears_what_was_not_checked(tmp_path, capsys):
    """With --zonder-historie the exit code is that of the rest, and one line says what nobody looked at."""
    root = with_a_version(tmp_path)
    (root / ".git").rename(tmp_path / "elders")
    assert main(["check", "--zonder-historie", "--root", str(root)]) == 0
    printed = capsys.readouterr()
    assert "Alles klopt." not in printed.out
    assert printed.err.startswith("Niet gecontroleerd: de versies in data/versies.yaml, en of een veranderd bestand")
    assert "staat niet in een Git-archief" in printed.err


def test_a_problem_of_before_is_not_new(tmp_path, capsys):
    """What was wrong in the version that is compared with is judged by the same rules, and is not called new."""
    root = with_a_version(tmp_path)
    change(root, "Genoeg huizen", "Te weinig huizen")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Tweede")
    main(["check", "--changed-from", "HEAD", "--root", str(root)])
    rows = capsys.readouterr().out.splitlines()
    assert any("[versie-niet-opgehoogd]" in row for row in rows)
    assert not any(row.endswith("(nieuw)") for row in rows)


def test_a_number_that_was_raised_before_this_proposal_counts_no_more(tmp_path, capsys):
    """After 1.0 came 1.1; what changes now, beside the commit that the work is made on, asks for 1.2."""
    root = with_a_version(tmp_path)
    change(root, "Genoeg huizen", "Te weinig huizen")
    change(root, 'versie: "1.0"', 'versie: "1.1"')
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Tweede")
    change(root, "Te weinig huizen", "Veel te weinig huizen")
    for arguments in ([], ["--changed-from", "main"]):
        assert main(["check", *arguments, "--root", str(root)]) == 0
        said = capsys.readouterr().out
        assert "Dit bestand is veranderd, en heet nog steeds versie 1.1." in said
        assert 'versie: "1.2"' in said


def test_herstel_mends_what_is_sure_and_tells_the_rest(tmp_path, capsys):
    """A certain cure is carried out and shown, and what is left is reported as always."""
    root = root_with(tmp_path)
    change(root, 'versie: "1.0"', "versie: 1.0")
    change(root, "nummer: 1\ninleiding", "nummer: een\ninleiding")
    assert main(["check", "--herstel", "--root", str(root)]) == 1
    out = capsys.readouterr().out
    assert 'hersteld data/kernopgaven/fijn-wonen.yaml:4\n   was:   versie: 1.0\n   wordt: versie: "1.0"\n' in out
    assert "data/kernopgaven/fijn-wonen.yaml:11:9: fout [verkeerd-type]" in out
    assert 'versie: "1.0"' in (root / "data/kernopgaven/fijn-wonen.yaml").read_text(encoding="utf-8")


def test_herstel_without_anything_sure_says_so(tmp_path, capsys):
    """Right data stays as it is, and that is said."""
    root = root_with(tmp_path)
    assert main(["check", "--herstel", "--root", str(root)]) == 0
    assert "Niets hersteld" in capsys.readouterr().out


def test_herstel_as_json_holds_what_was_mended(tmp_path, capsys):
    """JSON stays one document: the problems that are left, and what was mended."""
    root = root_with(tmp_path)
    change(root, 'versie: "1.0"', "versie: 1.0")
    assert main(["check", "--herstel", "--format", "json", "--root", str(root)]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["problems"] == []
    assert found["mended"] == [
        {"file": "data/kernopgaven/fijn-wonen.yaml", "line": 4, "before": "versie: 1.0", "after": 'versie: "1.0"'}
    ]


def test_a_certain_cure_is_part_of_the_json(tmp_path, capsys):
    """A program gets the cure as a text for a place, beside the fields of the contract."""
    root = root_with(tmp_path)
    change(root, 'versie: "1.0"', "versie: 1.0")
    assert main(["check", "--format", "json", "--root", str(root)]) == 1
    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["repair"] == {"line": 4, "column": 9, "end_line": 4, "end_column": 12, "text": '"1.0"'}


def test_herstel_waits_for_a_conflict_of_git(tmp_path, capsys):
    """While two changes clash nothing is written."""
    root = root_with(tmp_path)
    change(root, 'versie: "1.0"', '<<<<<<< HEAD\nversie: 1.0\n=======\nversie: "1.1"\n>>>>>>> anders')
    before = (root / "data/kernopgaven/fijn-wonen.yaml").read_bytes()
    assert main(["check", "--herstel", "--root", str(root)]) == 1
    assert "een botsing in Git" in capsys.readouterr().out
    assert (root / "data/kernopgaven/fijn-wonen.yaml").read_bytes() == before


def test_a_file_or_folder_limits_what_is_shown(tmp_path, capsys):
    """Only the faults of what is named are shown and count; how many there are elsewhere is said."""
    root = root_with(tmp_path, FAULTY)
    assert main(["check", "data/plaatsen.yaml", "--root", str(root)]) == 0
    assert "In andere bestanden: 1 melding." in capsys.readouterr().out
    assert main(["check", "data/kernopgaven", "--root", str(root)]) == 1


@pytest.mark.parametrize("command", ["check", "format"])
def test_a_file_that_is_not_there_is_wrong_use(tmp_path, capsys, command):
    """A name that is no file of the data is said, with an example."""
    assert main([command, "data/nergens.yaml", "--root", str(root_with(tmp_path))]) == 2
    assert "'data/nergens.yaml' is geen bestand of map in de map data." in capsys.readouterr().err


def test_help_can_be_asked_for_in_three_ways(capsys):
    """-h, --help and help show the same, of the whole and of a command."""
    shown = set()
    for arguments in (["-h"], ["--help"], ["help"]):
        assert main(arguments) == 0
        shown.add(capsys.readouterr().out)
    assert len(shown) == 1
    assert main(["help", "check"]) == 0
    assert capsys.readouterr().out.startswith("Gebruik: polderkoers check [OPTIES] [BESTAND]...")


def test_the_version_of_the_package_is_shown(capsys):
    """--version names the package and its version."""
    assert main(["--version"]) == 0
    assert re.fullmatch(r"polderkoers \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_wrong_use_points_to_the_explanation_of_the_command_itself(capsys):
    """Whoever mistypes an option reads where its command is explained."""
    assert main(["check", "--fromat"]) == 2
    assert capsys.readouterr().err.endswith("Uitleg: polderkoers check --help\n")


def test_a_schema_that_refers_to_nothing_is_named_in_dutch(tmp_path, capsys):
    """A broken reference between schemas names its file, without English."""
    root = root_with(tmp_path)
    schema = root / "schema" / "kernopgave.schema.json"
    schema.write_text(
        schema.read_text(encoding="utf-8").replace("blokken.schema.json#/$defs/versie", "weg.schema.json"),
        encoding="utf-8",
    )
    assert main(["check", "--root", str(root)]) == 2
    printed = capsys.readouterr().err
    assert printed.startswith(
        "Het schema kernopgave.schema.json is niet bruikbaar: het verwijst naar een deel dat er niet is"
    )
    assert "registry" not in printed


def test_a_check_of_nothing_does_not_say_that_all_is_well(tmp_path, capsys):
    """Without any file the check says so, and how to begin."""
    root = root_with(tmp_path)
    shutil.rmtree(root / "data")
    (root / "data").mkdir()
    assert main(["check", "--root", str(root)]) == 0
    said = capsys.readouterr()
    assert "Er staat nog niets in de map data." in said.out + said.err
    assert "Alles klopt" not in said.out + said.err
