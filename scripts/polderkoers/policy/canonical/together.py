"""Writes several files as one: all of them, or none."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from polderkoers.errors import FilesUnwritable


def write_together(root: Path, files: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Give files below `root` their content, by path; new ones are made, the mode of others stays, and those in `gone` are taken away.

    Everything is written beside the files first, so that a full disk or a folder that may not be written stops it before
    anything has changed. Raises `FilesUnwritable`; then every file is as it was.
    """
    ready: dict[str, Path] = {}
    try:
        for file, content in files.items():
            ready[file] = _beside(root, file, content)
        _put(root, ready, tuple(gone))
    finally:
        for new in ready.values():
            new.unlink(missing_ok=True)


def _beside(root: Path, file: str, content: bytes) -> Path:
    """Write a content beside the file that it is for. Raises `FilesUnwritable`, and then leaves nothing."""
    # A link inside the project stays a link.
    target = (root / file).resolve()
    try:
        handle = tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False)  # noqa: SIM115 - closed in the next block, kept after it
    except OSError as error:
        raise FilesUnwritable(file) from error
    new = Path(handle.name)
    try:
        with handle:
            handle.write(content)
        if target.exists():
            shutil.copymode(target, new)
        else:
            new.chmod(0o644)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise FilesUnwritable(file) from error
    return new


def _put(root: Path, ready: Mapping[str, Path], gone: tuple[str, ...]) -> None:
    """Put files in place and take others away. When that stops half-way, whatever the reason, those that were put get their old content."""
    targets = {file: (root / file).resolve() for file in (*ready, *gone)}
    before = {file: target.read_bytes() if target.exists() else None for file, target in targets.items()}
    file = ""
    try:
        for file, new in ready.items():
            new.replace(targets[file])
        for file in gone:
            targets[file].unlink()
    except BaseException as error:
        for each, content in before.items():
            _back(targets[each], content)
        if isinstance(error, OSError):
            raise FilesUnwritable(file) from error
        raise


def _back(target: Path, content: bytes | None) -> None:
    with suppress(OSError):
        if content is None:
            target.unlink(missing_ok=True)
        elif not target.exists() or target.read_bytes() != content:
            target.write_bytes(content)
