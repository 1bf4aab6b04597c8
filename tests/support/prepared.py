"""A process that has read all that a build imports, of which each build of a test is a copy: it begins where another still has to read."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

# What a build imports before it looks at its site.
_READ = ("mkdocs.__main__", "mkdocs.commands.build", "mkdocs_macros.plugin", "polderkoers.website.plugin")
# Elsewhere a process that was split off may stop at the first library of the system that it calls.
_CAN_COPY = sys.platform == "linux"
_context = multiprocessing.get_context("forkserver" if _CAN_COPY else "spawn")


def _for_python(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what Python itself reads when it begins, such as what its hashes begin from."""
    return {name: value for name, value in environment.items() if name.startswith("PYTHON")}


_OWN = _for_python(os.environ)


def generator(
    name: str, words: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a generator (`mkdocs` or `properdocs`) in a folder and an environment, and return how it ended and what it said.

    MkDocs is a copy of the process that has read everything, unless the environment tells Python itself something.
    """
    if name != "mkdocs" or not _CAN_COPY or _for_python(environment) != _OWN:
        command = [Path(sys.executable).parent / name, *words]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return _copied(words, folder, environment)


def _copied(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    _context.set_forkserver_preload(["__main__", *_READ])
    with tempfile.TemporaryDirectory() as place:
        out, error = (Path(place, name) for name in ("out", "error"))
        process = _context.Process(target=_become, args=(list(words), folder, dict(environment), out, error))
        process.start()
        process.join()
        said = (path.read_text(encoding="utf-8", errors="replace") for path in (out, error))
        return subprocess.CompletedProcess(["mkdocs", *words], process.exitcode, *said)


def _become(words: list[str], folder: Path, environment: dict[str, str], out: Path, error: Path) -> None:
    """Be MkDocs in this process, until it ends."""
    from mkdocs.__main__ import cli  # noqa: PLC0415 - who only starts it has no need of it

    for path, number in ((out, 1), (error, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["mkdocs", *words]
    try:
        cli()
    finally:
        atexit._run_exitfuncs()  # noqa: SLF001 - a process that was split off leaves them out
