"""Builds the site beside the old one and swaps them at the end: a build that fails or is stopped leaves the old site whole."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from polderkoers.errors import NotWritten, PolderkoersError
from polderkoers.policy.pictures import is_elsewhere
from polderkoers.website import placing
from polderkoers.website.building import parts
from polderkoers.website.building.generate import command_of, environment, generate
from polderkoers.website.building.said import in_dutch, not_built, part_ready, ready

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

WRONG_ENVIRONMENT = 2


class NoSystem(PolderkoersError):
    """The system has no locks with which one build at a time can work."""

    def __init__(self) -> None:
        super().__init__(
            "Dit werkt niet op Windows zelf. Hoe op te lossen: bouw de site met .venv\\Scripts\\mkdocs build --strict, of "
            "gebruik WSL (Windows Subsystem for Linux)."
        )


class NoSettings(PolderkoersError):
    """A folder holds no settings of a site."""

    def __init__(self, root: Path) -> None:
        super().__init__(
            f"In {root} staat geen mkdocs.yml. Hoe op te lossen: start de opdracht in de map van de site, of wijs die aan "
            f"met --root MAP."
        )


@dataclass(frozen=True)
class Built:
    """How a build ended: its exit code, what it has to tell, and what it complains of."""

    code: int
    told: str = ""
    complaint: str = ""


def build(root: Path, generator: str = "mkdocs") -> Built:
    """Build `root`/site with a generator (`mkdocs` or `properdocs`).

    A signal that stops the build gives 128 and its number, as a shell does. Whatever happens, `root`/site is the
    previous site or the new one, and never a part of one. Raises `NoSystem` or `NoSettings` before anything is done.
    """
    if fcntl is None:
        raise NoSystem
    root = root.absolute()
    prepare(root)
    # A signal is noted and looked at between the steps, so that it never falls in the middle of one.
    stopped: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda got, _: stopped.append(got))
    try:
        return _alone(root, generator, stopped)
    except BlockingIOError:
        return _failed("Er wordt al een site gebouwd in deze map. Wacht tot dat klaar is.", WRONG_ENVIRONMENT)
    except PolderkoersError as error:
        return _failed(str(error), WRONG_ENVIRONMENT)
    except OSError as error:
        return _failed(str(NotWritten(str(error.filename or root), error)), WRONG_ENVIRONMENT)


def prepare(root: Path) -> None:
    """See that a folder can be built: raises `NoSettings` when it is no site; one without pages of its own gets a folder for them."""
    settings = root / "mkdocs.yml"
    if not settings.is_file():
        raise NoSettings(root)
    # MkDocs wants the folder, and Git keeps no empty one.
    if not (root / "docs").exists() and not is_elsewhere(settings.read_text("utf-8", "replace")):
        with contextlib.suppress(OSError):
            (root / "docs").mkdir()


def alone(root: Path, *words: str) -> None:
    """Become the same command in a process, in the folder of the site, in which no file of it can take the place of what is imported.

    Returns when this process is such a one already. It is told no moment, because the last commit may become another. Raises `NoSettings` when the folder is no site.
    """
    root = root.absolute()
    prepare(root)
    told = environment()
    os.chdir(root)
    if sys.flags.safe_path:
        os.environ.update(told)
        return
    command = list(map(str, command_of("polderkoers", *words, "--root", root)))
    os.execve(sys.executable, command, told)  # noqa: S606 - our own program


def _alone(root: Path, generator: str, stopped: list[int]) -> Built:
    """Build while no other build works in the same folders; raises `BlockingIOError` when one does."""
    lock = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return _build(root, generator, lock, stopped)
    finally:
        os.close(lock)


def _build(root: Path, generator: str, lock: int, stopped: list[int]) -> Built:
    place = placing.place_of(root / "site")
    # Another project may build into the same folder, by a link.
    with _held(folder for folder in place.folders if not folder.samefile(root)) as more:
        placing.recover(place)
        placing.check(place)
        # Where it cannot be made, the generator would end in a traceback.
        place.fresh.mkdir(parents=True)
        try:
            code, said = generate(root, generator, place.fresh, (lock, *more), stopped)
            if code != 0:
                return _failed(in_dutch(said), code)
            if part := parts.asked():
                return Built(0, part_ready(root / part.folder, str(part)), said.rstrip())
            placing.swap(place)
        finally:
            placing.remove(place.fresh)
        placing.remove(place.old)
    return Built(0, ready(place.name), said.rstrip())


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


def _failed(why: str, code: int) -> Built:
    return Built(code, complaint=not_built(why))
