"""What is searched in a preview: made of all pages when somebody searches, and nothing before that."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from polderkoers.website.preview.failures import PageFailed, in_words

if TYPE_CHECKING:
    from polderkoers.website.preview.stage import Stage


def searchable(stage: Stage) -> TemporaryDirectory[str]:
    """Return a folder with what is searched. Raises `PageFailed` when that cannot be made."""
    folder = TemporaryDirectory(prefix="polderkoers_")
    try:
        with in_words():
            stage.write_search(Path(folder.name))
    except PageFailed:
        folder.cleanup()
        raise
    return folder


def make_next(stage: Stage) -> bool:
    """Make a page that was not made yet, and return whether there was one. Raises `PageFailed` when it cannot be made."""
    with in_words():
        return stage.make_next()


def inside(folder: Path, path: str) -> bytes:
    """Return a file of a folder. Raises `KeyError` when there is none, also for a path that leads out of the folder."""
    if "\0" in path:
        raise KeyError(path)
    file = Path(os.path.realpath(folder / path))
    if not file.is_relative_to(os.path.realpath(folder)) or not file.is_file():
        raise KeyError(path)
    return file.read_bytes()
