"""Keeps bytes from one build to the next in files of a folder, each under the fingerprint of all that they were made of.

It may be deleted at any time. What is damaged, foreign or of another fingerprint is as good as not there.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

# Keeps nothing, and takes nothing from what was kept.
WITHOUT = "POLDERKOERS_ZONDER_VOORRAAD"
_SEAL = 32
# How many builds are kept beside the last one: another branch wants something else.
_BESIDE = 2
# The files of a key, by their names below the folder, also one that was not finished.
_NAME = re.compile(r"[0-9a-f]{2}/[0-9a-f]{62}(?:-\w+)?", re.ASCII)


def is_off() -> bool:
    """Return whether the environment asks for a build that makes all anew."""
    return os.environ.get(WITHOUT, "0") not in ("", "0")


class Sealed:
    """What is kept in a folder."""

    def __init__(self, folder: Path, head: bytes, most: int) -> None:
        """Take the folder, how each file begins, and how many bytes one has at most; nothing is read before it is asked for."""
        self._folder, self._head, self._most = folder, head, most

    def get(self, key: str) -> bytes | None:
        """Return what is under a key, None when it is not there or cannot be trusted."""
        try:
            with self._path(key).open("rb") as file:
                content = file.read(self._most)
        except OSError:
            return None
        # It was wanted: others go first when there are too many. In a folder that is only for reading, nothing goes.
        with suppress(OSError):
            os.utime(self._path(key))
        begin = len(self._head) + _SEAL
        body = content[begin:]
        return body if content[:begin] == self._head + _seal(key, body) else None

    def put(self, key: str, body: bytes) -> None:
        """Keep something under a key; a folder that cannot be written to keeps nothing."""
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            # In one step, so that a build that is stopped leaves no half file.
            handle, name = tempfile.mkstemp(prefix=f"{path.name}-", dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(self._head + _seal(key, body) + body)
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)

    def bound(self, count: int) -> None:
        """Delete what was not wanted for longest, when more is kept than a few times `count`; nothing that is not ours."""
        found = sorted(_by_age(filter(self._is_named, self._folder.glob("*/*"))), reverse=True)
        for _, path in found[(1 + _BESIDE) * count :]:
            with suppress(OSError):
                if self._is_begun(path):
                    path.unlink()

    def _is_named(self, path: Path) -> bool:
        return _NAME.fullmatch(path.relative_to(self._folder).as_posix()) is not None

    def _is_begun(self, path: Path) -> bool:
        """Return whether a file begins as ours do: the folder may be a link to where others keep something. Raises `OSError`."""
        with path.open("rb") as file:
            return self._head.startswith(file.read(len(self._head)))

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def _by_age(paths: Iterable[Path]) -> Iterable[tuple[float, Path]]:
    for path in paths:
        with suppress(OSError):
            yield path.stat().st_mtime, path


def _seal(key: str, body: bytes) -> bytes:
    """Return a digest that shows damage, and what was moved to another key."""
    return hashlib.sha256(key.encode() + b"\n" + body).digest()
