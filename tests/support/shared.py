"""What is made once in a run of the tests and used by all its processes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

# How long the others wait for the one that makes something, in seconds.
_PATIENCE = 600


class NotMade(Exception):
    """What all tests would share could not be made; the message says why, in each of them."""


def folder_of_run(factory) -> Path:
    """Return a folder that all processes of this run of pytest have in common."""
    own = factory.getbasetemp()
    # With xdist each process has a folder of its own below that of the run.
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def made_once(folder: Path, name: str, make: Callable[[Path], None]) -> Path:
    """Return `folder`/`name`, made by whoever comes first; the others wait. Raises `NotMade` in all when `make` fails."""
    place, done = folder / name, folder / f"{name}.klaar"
    try:
        # Making a folder either succeeds for one process alone or fails.
        (folder / f"{name}.bezig").mkdir()
    except FileExistsError:
        return _waited(place, done)
    said = "stopped halfway"
    try:
        make(place)
        said = ""
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        raise NotMade(said) from error
    finally:
        _tell(done, said)
    return place


def _tell(done: Path, said: str) -> None:
    """Write a file that is either not there or whole."""
    half = done.with_suffix(".half")
    half.write_text(said, encoding="utf-8")
    half.rename(done)


def _waited(place: Path, done: Path) -> Path:
    end = time.monotonic() + _PATIENCE
    while not done.exists():
        if time.monotonic() > end:
            raise NotMade(f"{place.name}: nobody finished it within {_PATIENCE} seconds")
        time.sleep(0.1)
    if said := done.read_text(encoding="utf-8"):
        raise NotMade(said)
    return place
