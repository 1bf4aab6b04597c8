"""Whatever the console: text is shown, a command ends in Dutch, and what a program reads stays whole."""

from __future__ import annotations

import errno
import html
import io
import json
import os
import shutil
import subprocess
import sys

import pytest

from polderkoers import console
from polderkoers.cli import main
from polderkoers.errors import FileThere
from support.made_up import BASIS, ROOT, root_with

START = [sys.executable, "-m", "polderkoers"]
ARROW = "Fijn → wonen ’s avonds: ’n plan 😀"


@pytest.fixture
def stream(monkeypatch):
    """Give the program a console of an encoding, and return what came out of it."""

    def make(encoding: str) -> io.BytesIO:
        out = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding, newline="\n"))
        monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(out, encoding, newline="\n"))
        console.prepare()
        return out

    return make


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("cp1252", "Fijn -> wonen ’s avonds: ’n plan \\U0001f600\n"),
        ("latin-1", "Fijn -> wonen 's avonds: 'n plan \\U0001f600\n"),
        ("ascii", "Fijn -> wonen 's avonds: 'n plan \\U0001f600\n"),
        ("utf-8", f"{ARROW}\n"),
    ],
)
def test_a_sign_that_the_console_lacks_is_shown_by_what_looks_like_it(stream, encoding, shown):
    """No sign ends the program, and quotes, arrows and accents stay readable."""
    out = stream(encoding)
    console.echo(ARROW)
    assert out.getvalue().decode(encoding) == shown


def test_an_accent_is_left_out_where_there_is_none(stream):
    """On a console of letters alone a word is still the word."""
    out = stream("ascii")
    console.echo("Financiën voor één café")
    assert out.getvalue() == b"Financien voor een cafe\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_what_a_program_reads_keeps_every_sign(stream, encoding):
    """JSON and HTML say the same on every console."""
    out = stream(encoding)
    console.echo(json.dumps({"titel": ARROW}, ensure_ascii=False))
    console.echo(f"<p>{ARROW}</p>")
    data, page = out.getvalue().decode(encoding).splitlines()
    assert json.loads(data) == {"titel": ARROW}
    assert html.unescape(page) == f"<p>{ARROW}</p>"


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "ascii"])
@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "--format", "json"], ["explain", "onzichtbaar-teken"], ["--help"]]
)
def test_a_command_works_on_a_console_that_is_not_utf_8(tmp_path, encoding, arguments):
    """A fault with signs that the console lacks is reported like any other."""
    root = root_with(tmp_path)
    path = root / "data" / "kernopgaven" / "fijn-wonen.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("titel: ", "titel: → x: "), encoding="utf-8")
    done = subprocess.run(
        [*START, *arguments],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == (1 if "check" in arguments else 0)
    assert b"Traceback" not in done.stderr
    assert b"yaml-syntaxis" in done.stdout or "check" not in arguments


@pytest.mark.parametrize("line", ["| head -1", "| true", ">&-", "2>&-", ">&- 2>&-"])
def test_a_reader_that_is_gone_is_no_error(tmp_path, line):
    """When the output is cut off or closed, the command ends without a word, with its own exit code."""
    root = root_with(tmp_path)
    for words in ("explain", "--help", "format --patch"):
        command = f"set -o pipefail; {sys.executable} -m polderkoers {words} {line}"
        done = subprocess.run(["bash", "-c", command], cwd=root, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")  # noqa: PTH110 - read once
def test_a_full_disk_is_said_in_dutch(tmp_path):
    """Output that cannot be written is exit code 2 and one line."""
    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m polderkoers explain > /dev/full"],
        cwd=root_with(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "de schijf is vol" in done.stderr


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileThere("data/x.yaml"), "bestaat al"),
        (PermissionError(errno.EACCES, "x", "data"), "data is niet te gebruiken: je hebt er geen rechten voor"),
        (OSError(errno.ELOOP, "x", "data"), "een koppeling die naar zichzelf wijst"),
        (KeyboardInterrupt(), "Gestopt."),
        (KeyError("ambitie"), "er zit een fout in het programma zelf (KeyError: 'ambitie')"),
        (RecursionError("te diep"), "meld dit bij de beheerder"),
    ],
)
def test_an_error_of_any_kind_is_one_line_in_dutch(capsys, monkeypatch, error, words):
    """Nothing ends in a traceback: the exit code is 2 and the line says what to do."""
    monkeypatch.delenv(console.DEBUG, raising=False)

    def work() -> int:
        raise error

    assert console.guarded(work) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert printed.err.count("\n") == 1


def test_who_mends_the_program_can_see_where_it_went_wrong(monkeypatch):
    """With POLDERKOERS_DEBUG a fault of ours is raised as it is."""
    monkeypatch.setenv(console.DEBUG, "1")
    with pytest.raises(ZeroDivisionError):
        console.guarded(lambda: 1 // 0)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check\0"],
        ["explain", "\udcff"],
        ["explain", "a" * 5000],
        ["check", "--root", "\0"],
        ["check", "--root", "a" * 5000],
        ["check", "--changed-from", "a\nb"],
        ["diff", "", ""],
        ["diff", "\udcff\udcfe", "nu"],
        ["new", "kernopgave", "../../x"],
        ["readability", "--most", "9" * 30],
    ],
)
def test_odd_arguments_are_answered_in_dutch(capsys, monkeypatch, arguments):
    """Signs that no argument may have, very long ones and empty ones give no traceback, and are no fault of the program."""
    monkeypatch.chdir(BASIS)
    assert main(arguments) in (0, 2)
    printed = capsys.readouterr()
    assert "fout in het programma" not in printed.err


@pytest.mark.parametrize("command", ["check", "format", "readability", "rode-draad", "versions"])
def test_a_root_with_links_that_lead_to_themselves_is_read(tmp_path, capsys, command):
    """A link to itself is reported as a file, or left alone; it ends no command."""
    root = root_with(tmp_path)
    (root / "data" / "lus.yaml").symlink_to("lus.yaml")
    (root / "data" / "rondje").symlink_to(".")
    assert main([command, "--root", str(root)]) in (0, 1)
    printed = capsys.readouterr()
    assert "fout in het programma" not in printed.err
    assert "Dit is een koppeling die naar zichzelf wijst." in printed.out or command not in ("check", "format")


# Root may read anything, unless it lets go of that right.
WITHOUT_RIGHTS = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
NOBODY = 65534
needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("setpriv") is None,
    reason="needs to give a folder away",
)


@needs_root
@pytest.mark.parametrize("folder", ["data", "data/kernopgaven", "schema"])
def test_a_folder_that_cannot_be_read_is_said(tmp_path, folder):
    """What the check cannot look into is never passed over, and gives no other fault."""
    root = root_with(tmp_path / "project")
    os.chown(root / folder, NOBODY, NOBODY)
    (root / folder).chmod(0o700)
    command = [*WITHOUT_RIGHTS, *START, "check", "--root", str(root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{folder} is niet te gebruiken: je hebt er geen rechten voor." in done.stderr


@needs_root
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ["new", "kernopgave", "iets"],
            "data/kernopgaven/iets.yaml kan niet worden geschreven: je hebt er geen rechten voor.",
        ),
        (["format"], "1 bestand is niet veranderd, omdat het niet kan worden geschreven."),
    ],
)
def test_a_folder_that_cannot_be_written_is_said(tmp_path, arguments, words):
    """Writing where one may only read gives exit code 2, one cause, and leaves everything as it was."""
    root = root_with(tmp_path / "project")
    path = root / "data" / "kernopgaven" / "fijn-wonen.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    before = {found: found.read_bytes() for found in (root / "data").rglob("*.yaml")}
    for each in (root, *root.rglob("*")):
        os.chown(each, NOBODY, NOBODY)
    command = [*WITHOUT_RIGHTS, *START, *arguments, "--root", str(root)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert {found: found.read_bytes() for found in (root / "data").rglob("*.yaml")} == before
