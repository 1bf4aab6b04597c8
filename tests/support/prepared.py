"""A process that has read all that a build needs of the engine, of which each build of a test is a copy: it begins where another still has to read."""

from __future__ import annotations

import atexit
import functools
import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

# Elsewhere a process that was split off may stop at the first library of the system that it calls.
_CAN_COPY = sys.platform == "linux"


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
    with tempfile.TemporaryDirectory() as place:
        said = [str(Path(place, one)) for one in ("out", "error")]
        _reader().stdin.write(json.dumps([list(words), str(folder), dict(environment), said]) + "\n")
        _reader().stdin.flush()
        code = int(_reader().stdout.readline())
        texts = (Path(one).read_text(encoding="utf-8", errors="replace") for one in said)
        return subprocess.CompletedProcess([name, *words], code, *texts)


@functools.cache
def _reader() -> subprocess.Popen[str]:
    """Start the process that reads; it ends when nobody can ask anything of it any more."""
    command = [sys.executable, __file__]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(process.communicate)
    return process


def _serve() -> None:
    """Read, and then be MkDocs in a copy of this process for each line that asks for it, and answer how that ended."""
    from mkdocs.commands import build  # noqa: F401, PLC0415 - only this process reads it
    from mkdocs_macros import plugin  # noqa: F401, PLC0415

    import polderkoers.website.plugin  # noqa: F401, PLC0415
    from polderkoers.website.render import page_templates  # noqa: PLC0415

    templates = page_templates()
    # What they are compiled to is the same for every site of a process.
    for name in templates.list_templates(filter_func=lambda name: not name.endswith(".html.j2")):
        templates.get_template(name)
    while asked := sys.stdin.readline():
        copy = os.fork()
        if not copy:
            _become(*json.loads(asked))
        _, ended = os.waitpid(copy, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(ended)}\n")
        sys.stdout.flush()


def _become(words: list[str], folder: str, environment: dict[str, str], said: list[str]) -> None:
    """Be MkDocs in this process, and end it."""
    from mkdocs.__main__ import cli  # noqa: PLC0415 - only the process that reads needs it

    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, path in enumerate(said, start=1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["mkdocs", *words]
    code: object = 1
    try:
        cli()
    except SystemExit as ended:
        code = ended.code
    except BaseException:  # noqa: BLE001 - as Python itself tells of it
        traceback.print_exc()
    atexit._run_exitfuncs()  # noqa: SLF001 - a process that ends in this way leaves them out
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


if __name__ == "__main__":
    _serve()
