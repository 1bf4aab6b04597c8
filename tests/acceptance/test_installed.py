"""The engine works from its wheel alone: outside a checkout, with nothing but data and settings, it makes the same site."""

from __future__ import annotations

import filecmp
import sys
from pathlib import Path

import pytest

from support import wheel
from support.instance import instance
from support.made_up import ROOT
from support.wheel import done

MOMENT = {"SOURCE_DATE_EPOCH": "1790000000"}


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The Python of a fresh environment with the wheel of the engine; what the engine needs is borrowed, so that no network is."""
    return wheel.installed(tmp_path_factory.mktemp("wiel"))


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
    assert "De site staat in" in done(command, "build", cwd=theirs, **MOMENT)
    done(sys.executable, "-m", "polderkoers", "build", "--root", ours, cwd=ROOT, **MOMENT)
    assert (theirs / "site" / "kernopgaven" / "fijn-wonen" / "index.html").is_file()
    assert differing(ours / "site", theirs / "site") == []


def test_the_wheel_knows_its_version_and_makes_a_new_file(installed, tmp_path):
    """The installed command says which version it is, and starts a file by the schemas that came with it."""
    root = instance(tmp_path / "nieuw")
    command = installed.with_name("polderkoers")
    assert done(command, "--version", cwd=root).startswith("polderkoers ")
    done(command, "new", "kernopgave", "veilig-buiten", cwd=root)
    assert (root / "data" / "kernopgaven" / "veilig-buiten.yaml").is_file()
