"""Builds the site beside the old one and swaps them at the end: a build that fails or is stopped leaves the old site whole."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from polderkoers.console import DEBUG, echo, guarded, prepare
from polderkoers.errors import NotWritten, PolderkoersError
from polderkoers.typed import nearest, quoted
from polderkoers.website import placing
from polderkoers.website.dates import source_date_epoch

try:
    import fcntl
except ImportError:
    sys.stderr.write(
        "Dit script werkt niet op Windows zelf. Hoe op te lossen: bouw de site met .venv\\Scripts\\mkdocs build --strict, of "
        "gebruik WSL (Windows Subsystem for Linux).\n"
    )
    sys.exit(2)

ROOT = Path(__file__).resolve().parent.parent
WRONG_ENVIRONMENT = 2
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# How many times a hundredth of a second a process that was killed is waited for; a system may never clear it away.
_PATIENCE = 500
_TRACEBACK = "Traceback (most recent call last):"
_REPORT = (
    f"Hoe op te lossen: meld dit bij de beheerder van de site. Met {DEBUG}=1 voor de opdracht zie je waar het misging."
)
_FULL = tuple(f"[Errno {number}]" for number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


def build(root: Path = ROOT, command: str = "mkdocs") -> int:
    """Build `root`/site with a generator (`mkdocs` or `properdocs`) and return its exit code.

    A signal that stops the build gives 128 and its number, as a shell does. Whatever happens, `root`/site is the
    previous site or the new one, and never a part of one.
    """
    # A signal is noted and looked at between the steps, so that it never falls in the middle of one.
    stopped: list[int] = []
    for number in _SIGNALS:
        signal.signal(number, lambda got, _: stopped.append(got))
    try:
        lock = os.open(root, os.O_RDONLY)
    except OSError as error:
        return _failed(str(NotWritten(str(root), error)), WRONG_ENVIRONMENT)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return _build(root, command, lock, stopped)
    except BlockingIOError:
        return _failed("Er wordt al een site gebouwd in deze map. Wacht tot dat klaar is.", WRONG_ENVIRONMENT)
    except PolderkoersError as error:
        return _failed(str(error), WRONG_ENVIRONMENT)
    except OSError as error:
        return _failed(str(NotWritten(str(error.filename or root), error)), WRONG_ENVIRONMENT)
    finally:
        os.close(lock)


def _build(root: Path, command: str, lock: int, stopped: list[int]) -> int:
    place = placing.place_of(root / "site")
    # Another project may build into the same folder, by a link.
    with _held(folder for folder in place.folders if not folder.samefile(root)) as more:
        placing.recover(place)
        placing.check(place)
        # Where it cannot be made, the generator would end in a traceback.
        place.fresh.mkdir(parents=True)
        try:
            code, said = _generate(root, command, place.fresh, (lock, *more), stopped)
            if code != 0:
                return _failed(_in_dutch(said), code)
            if said.strip():
                echo(said.rstrip(), err=True)
            placing.swap(place)
        finally:
            placing.remove(place.fresh)
        placing.remove(place.old)
    _tell(place.name)
    return 0


@contextlib.contextmanager
def _held(folders: Iterable[Path]) -> Iterator[tuple[int, ...]]:
    """Hold folders for this build alone, as file descriptors; raises `Occupied` when another build has one of them."""
    with contextlib.ExitStack() as stack:
        held: list[int] = []
        for folder in folders:
            held.append(os.open(folder, os.O_RDONLY))
            stack.callback(os.close, held[-1])
            try:
                fcntl.flock(held[-1], fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise placing.Occupied(folder) from error
        yield tuple(held)


def _generate(root: Path, command: str, target: Path, locks: tuple[int, ...], stopped: list[int]) -> tuple[int, str]:
    """Run the generator until it is done or we are told to stop, and return its exit code and what it complained of."""
    epoch = source_date_epoch(root)
    # A session of its own: the generator hears of Ctrl-C from us, and not while we do not know of it yet. It holds the
    # locks as well: if we are killed, no new build starts while it is still writing.
    process = subprocess.Popen(  # noqa: S603 - our own generator
        [
            Path(sys.executable).parent / command,
            "build",
            "--strict",
            "--quiet",
            "-f",
            root / "mkdocs.yml",
            "-d",
            target,
        ],
        cwd=root,
        env={**os.environ, **({"SOURCE_DATE_EPOCH": epoch} if epoch else {}), "PYTHONIOENCODING": "utf-8"},
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
        pass_fds=locks,
    )
    while True:
        try:
            _, said = process.communicate(timeout=0.1)
        except subprocess.TimeoutExpired:
            if stopped:
                os.killpg(process.pid, signal.SIGKILL)
            continue
        # What the generator started, such as the indexing of the search, must not write on after it is gone.
        _end(process.pid)
        return (128 + stopped[0], "Het bouwen is gestopt.") if stopped else (process.returncode, said)


def _end(group: int) -> None:
    """End all processes of a group, and wait until the last of them is gone."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        for _ in range(_PATIENCE):
            os.killpg(group, signal.SIGKILL)
            time.sleep(0.01)


def _in_dutch(said: str) -> str:
    """Return what went wrong, in our own words where an editor can do something about it."""
    if any(number in said for number in _FULL):
        return "De schijf is vol. Maak ruimte vrij en probeer het opnieuw."
    if not said.strip():
        again = quoted(nearest(Path(sys.executable).with_name("mkdocs"), str(Path.cwd())))
        return f"Het programma dat de site maakt, zei niet wat er mis is. Zo zie je het: {again} build --strict"
    *above, last = said.rstrip().split("\n")
    if _TRACEBACK not in above or os.environ.get(DEBUG):
        return said.rstrip()
    # What was said before it is ours; the rest is for who mends the program.
    told = above[: above.index(_TRACEBACK)]
    return "\n".join([*told, f"Het programma dat de site maakt, liep vast: {last}", _REPORT])


def _failed(why: str, code: int) -> int:
    echo(f"{why}\nDe site is niet opnieuw gebouwd. Een eerdere versie in de map site is niet veranderd.", err=True)
    return code


def _tell(site: Path) -> None:
    pages = sum(1 for _ in site.rglob("*.html"))
    folder = str(Path.cwd())
    python, place = (quoted(nearest(path, folder)) for path in (Path(sys.executable), site))
    echo(
        f"De site staat in {site} ({pages} bladzijden).\n"
        f"Bekijken: {python} -m http.server 8000 --bind 127.0.0.1 --directory {place}\n"
        "en open dan http://127.0.0.1:8000/ in je browser."
    )


if __name__ == "__main__":
    prepare()
    sys.exit(guarded(build))
