"""The commands that begin a site and bring it to a newer engine, as an editor types them."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from polderkoers.cli import main
from polderkoers.policy.load import load
from support.git import git

COMMAND = [sys.executable, "-m", "polderkoers"]


def test_a_site_begins_with_one_command(tmp_path, capsys):
    """The command says what it made and what to type next, and the check finds nothing wrong."""
    folder = tmp_path / "polderdam"
    assert main(["init", str(folder), "--naam", "Polderdam", "--soort", "gemeente"]) == 0
    said = capsys.readouterr().out
    assert f"Gemaakt in de map {folder}: een site voor de gemeente Polderdam, " in said
    assert f"Bekijk de site: polderkoers serve --root {folder}\n" in said
    assert str(folder / "data/kernopgaven/voorbeeld.yaml") in said
    assert main(["check", "--root", str(folder)]) == 0
    assert not list(folder.rglob("*.py"))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], '--naam "Polderdam" --soort gemeente'),
        (["--naam", "Polderdam"], "--soort gemeente of provincie of waterschap of samenwerking"),
        (["--naam", ""], "kan geen naam van een organisatie zijn"),
        (["--naam", "P", "--soort", "dorp"], "Kies uit: gemeente, provincie, waterschap, samenwerking."),
        (["--naam", "P", "--soort", "gemeente", "--woord", "x"], "--woord kernopgave=ambitie,ambities,de"),
        (["--naam", "P", "--soort", "gemeente", "--website", "http://p.example"], "https://"),
    ],
)
def test_without_a_terminal_nothing_is_asked(tmp_path, options, told):
    """What is missing or wrong is said in one line with what to type, exit code 2, and nothing is made."""
    done = subprocess.run(
        [*COMMAND, "init", "site", *options],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "site").exists()


def answered(folder: Path, *answers: str) -> tuple[int, str]:
    """Run the command on a terminal, type answers, and return its exit code and what stood on the screen."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "init", "site"],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "dumb"},
    )
    os.close(theirs)
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    shown = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the end of a terminal
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    return process.wait(), shown.decode()


def test_on_a_terminal_what_is_not_given_is_asked(tmp_path):
    """A wrong answer is explained and asked again; the words of an organisation come with plural and article."""
    code, shown = answered(
        tmp_path, "", "De Brede Vaart", "dorp", "water", "ambitie", "ambities", "een", "de", "", "mik", "mikken", "het"
    )
    assert code == 0, shown
    assert "kan geen naam van een organisatie zijn" in shown
    assert "Kies uit: gemeente, provincie, waterschap, samenwerking." in shown
    assert "Typ de of het." in shown
    text = (tmp_path / "site" / "data" / "instelling.yaml").read_text(encoding="utf-8")
    assert "naam: De Brede Vaart\ntype: waterschap\n" in text
    assert yaml.safe_load(text)["woorden"] == {
        "kernopgave": {"enkelvoud": "ambitie", "meervoud": "ambities", "lidwoord": "de"},
        "doel": {"enkelvoud": "mik", "meervoud": "mikken", "lidwoord": "het"},
    }
    assert load(tmp_path / "site").problems == ()


def test_an_end_of_the_answers_stops_without_a_site(tmp_path):
    """Ctrl-D ends the command in Dutch, and nothing was made."""
    code, shown = answered(tmp_path, "Polderdam", "\x04")
    assert code == 2
    assert "Gestopt." in shown
    assert not (tmp_path / "site").exists()


def test_an_upgrade_says_what_it_did(tmp_path, capsys):
    """Each file is named with what came, went or changed; done twice there is nothing to do."""
    assert main(["init", str(tmp_path / "site"), "--naam", "Polderdam", "--soort", "gemeente"]) == 0
    root = str(tmp_path / "site")
    themes = tmp_path / "site" / "data" / "themas.yaml"
    themes.write_text(themes.read_text(encoding="utf-8").replace('versie: "1.0"\nstatus: null\n', ""), encoding="utf-8")
    institution = tmp_path / "site" / "data" / "instelling.yaml"
    text = institution.read_text(encoding="utf-8")
    number = int(text.partition("schema: ")[2].split()[0])
    institution.write_text(text.replace(f"schema: {number}", "schema: 1"), encoding="utf-8")
    assert main(["check", "--root", root]) == 1
    assert "geef de opdracht polderkoers upgrade" in capsys.readouterr().out
    assert main(["upgrade", "--root", root, "--dry-run"]) == 0
    would = capsys.readouterr().out
    assert f"data/instelling.yaml: 'schema' is nu {number}.\ndata/themas.yaml: erbij: versie, status.\n" in would
    assert "Er is niets veranderd. Doe het echt met: polderkoers upgrade" in would
    assert main(["upgrade", "--root", root]) == 0
    assert "data/themas.yaml: erbij: versie, status." in capsys.readouterr().out
    assert main(["check", "--root", root]) == 0
    capsys.readouterr()
    assert main(["upgrade", "--root", root]) == 0
    assert capsys.readouterr().out == "Alles is al bij: er is niets te veranderen.\n"


def test_a_file_with_a_fault_stops_an_upgrade(tmp_path, capsys):
    """A file that cannot be read is told as the check tells it, exit code 1, and nothing has changed."""
    assert main(["init", str(tmp_path / "site"), "--naam", "Polderdam", "--soort", "gemeente"]) == 0
    (tmp_path / "site" / "data" / "themas.yaml").write_text("themas: [\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["upgrade", "--root", str(tmp_path / "site")]) == 1
    said = capsys.readouterr().err
    assert said.startswith("data/themas.yaml:")
    assert "Er is niets veranderd." in said


def test_another_engine_is_told_beside_the_outcome(tmp_path, capsys):
    """A check of an instance that names a newer engine says what to do, and its exit code is that of the data."""
    assert main(["init", str(tmp_path / "site"), "--naam", "Polderdam", "--soort", "gemeente"]) == 0
    (tmp_path / "site" / "requirements.txt").write_text("polderkoers==99.0\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "--root", str(tmp_path / "site")]) == 0
    said = capsys.readouterr()
    assert "deze site is gemaakt met Polderkoers 99.0" in said.err
    assert "pip install -r requirements.txt" in said.err
    assert "Alles klopt." in said.out


@pytest.mark.parametrize("command", ["init", "upgrade"])
def test_the_commands_explain_themselves(capsys, command):
    """The help of the commands is Dutch."""
    assert main([command, "--help"]) == 0
    assert "Gebruik:" in capsys.readouterr().out


def test_the_forges_understand_the_files_of_a_new_site(tmp_path):
    """The workflows have the form that the schema of each forge asks for, and the strictest rules of zizmor find no weakness."""
    assert main(["init", str(tmp_path / "site"), "--naam", 'De "Brede" Vaart: #1', "--soort", "gemeente"]) == 0
    programs = Path(sys.executable).parent
    workflows = sorted((tmp_path / "site" / ".github" / "workflows").glob("*.yml"))
    for command in (
        ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", *workflows],
        ["check-jsonschema", "--builtin-schema", "custom.github-workflows-require-timeout", *workflows],
        ["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", tmp_path / "site" / ".gitlab-ci.yml"],
        ["zizmor", "--offline", "--no-progress", "--persona", "auditor", *workflows],
    ):  # fmt: skip
        done = subprocess.run([programs / command[0], *command[1:]], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_proposal_of_a_stranger_brings_in_nothing_but_data(tmp_path):
    """The line of the workflows takes only data/, files that went are gone, and with a link among it nothing is taken."""
    root = tmp_path / "site"
    assert main(["init", str(root), "--naam", "Polderdam", "--soort", "gemeente"]) == 0
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "begin")
    git(root, "checkout", "--quiet", "-b", "voorstel")
    (root / "mkdocs.yml").write_text("hooks: [kwaad.py]\n", encoding="utf-8")
    (root / "data" / "themas.yaml").unlink()
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "weg")
    (root / "data" / "kwaad.yaml").symlink_to("/etc/passwd")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "kwaad")
    git(root, "checkout", "--quiet", "main")
    assert main(["take-proposal", "--root", str(root), "--", "main", "voorstel"]) == 1
    assert git(root, "status", "--porcelain") == ""
    assert main(["take-proposal", "--root", str(root), "--", "main", "voorstel~1"]) == 0
    assert "kwaad" not in (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert not (root / "data" / "themas.yaml").exists()
