"""Says what a machine is, as far as it tells how fast that is: no name and no path of it."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from importlib.metadata import version
from pathlib import Path

from benchmarks import rival

_PROGRAMS = ("mkdocs", "mkdocs-material", "pyyaml", "jsonschema-rs")


def machine() -> str:
    """Return the processor, the memory and the versions of what was measured, in one sentence each."""
    versions = ", ".join(f"{name} {version(name)}" for name in _PROGRAMS)
    return (
        f"Machine: {_processor()}, {os.cpu_count()} processoren, {_memory()} geheugen, {platform.system()}.\n"
        f"Python {platform.python_version()}, {versions}, check-jsonschema {rival.VERSION}, {_git()}."
    )


def _processor() -> str:
    found = re.search(r"^model name\s*:\s*(.+)$", _said(Path("/proc/cpuinfo")), re.MULTILINE)
    return found[1] if found else platform.processor() or platform.machine()


def _memory() -> str:
    found = re.search(r"^MemTotal:\s*(\d+) kB", _said(Path("/proc/meminfo")), re.MULTILINE)
    return f"{int(found[1]) / 1e6:.0f} GB" if found else "onbekend"


def _said(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError:
        return ""


def _git() -> str:
    try:
        told = subprocess.run(["git", "--version"], capture_output=True, text=True, check=False)  # noqa: S607 - whichever is used
    except OSError:
        return "geen Git"
    return told.stdout.strip() or "geen Git"
