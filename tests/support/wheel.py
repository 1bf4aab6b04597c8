"""The engine as others get it: its wheel, in a fresh environment outside the checkout, without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from support.made_up import ROOT

SOURCES = ("scripts", "schema", "pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE")
ENVIRONMENT = {**os.environ, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
PIP = [sys.executable, "-m", "pip", "--quiet"]


def done(*command: str | Path, cwd: Path, **environment: str) -> str:
    """Run a command that must succeed, and return what it printed."""
    inherited = {name: value for name, value in ENVIRONMENT.items() if name != "PYTHONPATH"}
    outcome = subprocess.run(
        command, cwd=cwd, env={**inherited, **environment}, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


def installed(folder: Path) -> Path:
    """Make the wheel, install it in a new environment in `folder`, and return its Python; what the engine needs is borrowed."""
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
