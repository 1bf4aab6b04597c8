"""Commands in a text, as they can be typed where the reader stands."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from polderkoers import typed
from support.made_up import ROOT, root_with

OWN = Path(sys.executable).with_name("polderkoers")


@pytest.fixture
def started(monkeypatch, tmp_path):
    """Pretend that our command was started from a folder, with a search path that lacks it."""
    monkeypatch.setattr(sys, "argv", [str(OWN)])
    monkeypatch.setenv("PATH", "/usr/bin")
    monkeypatch.chdir(tmp_path)
    typed._program.cache_clear()  # noqa: SLF001 - what another test found is not true here
    yield tmp_path
    typed._program.cache_clear()  # noqa: SLF001 - same


def test_a_command_gets_the_way_to_it(started):
    """Where our name is not on the path, each command in a text begins with the way to it from here."""
    way = typed.typed("Doe 'polderkoers check' of polderkoers --help.")
    assert way.count("bin/polderkoers") == 2
    program = way.partition("'")[2].partition(" check")[0]
    assert (started / shlex.split(program)[0]).resolve() == OWN.resolve()


@pytest.mark.usefixtures("started")
def test_a_name_on_the_path_is_enough(monkeypatch):
    """Where our own command is on the path, its name is what one types."""
    monkeypatch.setenv("PATH", str(OWN.parent))
    assert typed.typed("polderkoers check") == "polderkoers check"
    assert typed.command_line("new", "kernopgave", "fijn wonen") == "polderkoers new kernopgave 'fijn wonen'"


@pytest.mark.parametrize(
    "text",
    [
        "Polderkoers check",
        "scripts/polderkoers check",
        ".venv/bin/polderkoers check",
        ".venv/bin/python -m polderkoers check",
        "polderkoers",
        "polderkoers: x",
    ],
)
@pytest.mark.usefixtures("started")
def test_what_is_no_command_stays(text):
    """The name of the project, and a command that has its way already, stay as they are."""
    assert typed.typed(text) == text


@pytest.mark.parametrize("module", ["polderkoers", "polderkoers.cli"])
def test_a_module_that_is_run_names_itself_once(tmp_path, module):
    """Started with `python -m`, of the package or of its command line, the hint can be typed as it stands."""
    command = [sys.executable, "-m", module, "check", "--bestaat-niet"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT / "scripts")}
    )
    assert done.returncode == 2
    assert done.stderr.count("-m polderkoers check --help") == 1
    assert done.stderr.count("-m ") == 1


def test_another_program_does_not_name_a_way(monkeypatch):
    """A text that another program asks for has the plain command: it does not know where it is read."""
    monkeypatch.setattr(sys, "argv", ["/usr/bin/pytest"])
    assert typed.typed("polderkoers check") == "polderkoers check"


def test_a_printed_command_can_be_pasted(tmp_path):
    """In a folder with a space and a sign of the shell, the line that a message names works as it stands."""
    root = root_with(tmp_path / "map met spatie & 'meer'")
    bin_ = root / ".venv" / "bin"
    bin_.mkdir(parents=True)
    (bin_ / "polderkoers").symlink_to(OWN)
    done = subprocess.run([str(OWN), "explain", "bestaat-niet"], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    line = done.stderr.partition("Hoe op te lossen: ")[2].partition(" toont")[0]
    assert line.endswith("polderkoers explain")
    pasted = subprocess.run(["bash", "-c", line], cwd=root, capture_output=True, text=True, check=False)
    assert pasted.returncode == 0
    assert "afkorting" in pasted.stdout


def test_a_folder_that_is_gone_is_said_in_dutch(tmp_path):
    """Whoever stands in a folder that was removed gets one line and exit code 2."""
    command = f"mkdir weg && cd weg && rmdir ../weg && {shlex.quote(str(OWN))} check"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "Hoe op te lossen" in done.stderr


def test_every_output_goes_through_one_place():
    """No module prints in another way than `console.echo`, so that every message names commands as they are typed."""
    modules = [*(ROOT / "scripts" / "polderkoers").rglob("*.py")]
    found = [path for path in modules if "click.echo" in path.read_text(encoding="utf-8")]
    assert found == []


def test_make_sets_up_anew_where_nothing_runs(tmp_path):
    """A set-up whose Python is gone, or that came along with a moved folder, is not taken for ready."""
    root = tmp_path / "map met spatie"
    (root / ".venv" / "bin").mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / name, root / name)
    ready = root / ".venv" / "ready"

    def steps() -> str:
        command = ["make", "--dry-run", "check"]
        return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout

    ready.write_text("", encoding="utf-8")
    assert "-m venv" in steps()
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (root / ".venv" / "pyvenv.cfg").write_text(
        (Path(sys.prefix) / "pyvenv.cfg").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (root / ".venv" / "lib").symlink_to(Path(sys.prefix) / "lib")
    ready.write_text(f"{root.resolve()}\n", encoding="utf-8")
    assert "-m venv" not in steps()
    ready.write_text("/elders/project\n", encoding="utf-8")
    assert "-m venv" in steps()
