"""The engine works from its wheel alone: outside a checkout, with nothing but data and settings, it makes the same site."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from support.instance import instance
from support.made_up import ROOT

SOURCES = ("scripts", "schema", "pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE")
ENVIRONMENT = {
    **os.environ,
    "SOURCE_DATE_EPOCH": "1790000000",
    "PIP_NO_INDEX": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}
PIP = [sys.executable, "-m", "pip", "--quiet"]


def done(*command, cwd: Path) -> str:
    """Run a command that must succeed, and return what it printed."""
    environment = {name: value for name, value in ENVIRONMENT.items() if name != "PYTHONPATH"}
    outcome = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The Python of a fresh environment with the wheel of the engine; what the engine needs is borrowed, so that no network is."""
    folder = tmp_path_factory.mktemp("wiel")
    for name in SOURCES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name)
    done(*PIP, "wheel", "--no-deps", "--no-build-isolation", "-w", folder / "uit", ".", cwd=folder)
    venv.create(folder / "omgeving", with_pip=False)
    python = folder / "omgeving" / "bin" / "python"
    (wheel,) = (folder / "uit").glob("*.whl")
    done(*PIP, "--python", python, "install", "--no-deps", wheel, cwd=folder)
    packages = done(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip()
    Path(packages, "geleend.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


def differing(one: Path, other: Path) -> list[str]:
    """Return the files that two folders do not have the same, byte for byte."""
    names = {
        path.relative_to(folder).as_posix() for folder in (one, other) for path in folder.rglob("*") if path.is_file()
    }
    _, different, errors = filecmp.cmpfiles(one, other, names, shallow=False)
    return sorted([*different, *errors])


def test_the_wheel_makes_the_same_site_as_the_checkout(installed, tmp_path):
    """In a folder with only data and settings the installed commands check and build, as those of the checkout do."""
    ours, theirs = instance(tmp_path / "uitgecheckt"), instance(tmp_path / "ergens" / "anders")
    command = installed.with_name("polderkoers")
    assert str(ROOT) not in done(installed, "-c", "import polderkoers; print(polderkoers.__file__)", cwd=theirs)
    assert "gecontroleerd." in done(command, "check", cwd=theirs)
    assert "De site staat in" in done(command, "build", cwd=theirs)
    done(sys.executable, "-m", "polderkoers", "build", "--root", ours, cwd=ROOT)
    assert (theirs / "site" / "kernopgaven" / "fijn-wonen" / "index.html").is_file()
    assert differing(ours / "site", theirs / "site") == []


def test_the_wheel_knows_its_version_and_makes_a_new_file(installed, tmp_path):
    """The installed command says which version it is, and starts a file by the schemas that came with it."""
    root = instance(tmp_path / "nieuw")
    command = installed.with_name("polderkoers")
    assert done(command, "--version", cwd=root).startswith("polderkoers ")
    done(command, "new", "kernopgave", "veilig-buiten", cwd=root)
    assert (root / "data" / "kernopgaven" / "veilig-buiten.yaml").is_file()
