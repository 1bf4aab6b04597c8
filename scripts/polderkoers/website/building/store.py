"""Keeps pages from one build to the next, each under the fingerprint of all that it was made of.

It may be deleted at any time. What is damaged, foreign or of another fingerprint is as good as not there.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(".polderkoers", "cache", "bladzijden")
WITHOUT = "POLDERKOERS_ZONDER_VOORRAAD"
_HEAD = b"polderkoers-bladzijde-1\n"
# What a page is at most, unpacked: more is damage.
_BIGGEST = 64 << 20
# How many pages are kept beside those of the last build: another branch wants other pages.
_BESIDE = 2


@dataclass(frozen=True)
class Held:
    """A page that is kept: its HTML, its links and places, the words that it shows, and its pieces for the search as level, place and text.

    Of what a build does not note of it there is None.
    """

    html: str
    links: tuple[str, ...]
    places: tuple[str, ...]
    shown: tuple[tuple[str, ...], str] | None
    pieces: tuple[tuple[int, str, str], ...] | None


class Store:
    """The pages that are kept in a folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read before it is asked for."""
        self._folder = folder

    def get(self, key: str) -> Held | None:
        """Return the page under a key, None when it is not there or cannot be trusted."""
        try:
            with self._path(key).open("rb") as file:
                held = _read(file.read(_BIGGEST), key)
            # It was wanted: others go first when there are too many.
            os.utime(self._path(key))
        except (OSError, ValueError, TypeError, KeyError, RecursionError, zlib.error):
            return None
        return held

    def put(self, key: str, page: Held) -> None:
        """Keep a page under a key; a folder that cannot be written to keeps nothing."""
        path = self._path(key)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            # In one step, so that a build that is stopped leaves no half page.
            handle, name = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_written(page, key))
                Path(name).replace(path)
            except OSError:
                Path(name).unlink(missing_ok=True)

    def bound(self, count: int) -> None:
        """Delete what was not wanted for longest, when more is kept than a few times `count` pages."""
        found = sorted(_by_age(self._folder.glob("*/*")), reverse=True)
        for _, path in found[(1 + _BESIDE) * count :]:
            with suppress(OSError):
                path.unlink()

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def _by_age(paths: Iterable[Path]) -> Iterable[tuple[float, Path]]:
    for path in paths:
        with suppress(OSError):
            yield path.stat().st_mtime, path


def _written(page: Held, key: str) -> bytes:
    values = [key, page.html, page.links, page.places, page.shown, page.pieces]
    # What cannot be written in UTF-8 is written by its number.
    body = zlib.compress(json.dumps(values, separators=(",", ":")).encode(), 1)
    return _HEAD + hashlib.sha256(body).digest() + body


def _read(content: bytes, key: str) -> Held:
    """Return the page in a file. Raises one of several errors when that is not just as it was written."""
    seal, body = content[len(_HEAD) : len(_HEAD) + 32], content[len(_HEAD) + 32 :]
    if not content.startswith(_HEAD) or hashlib.sha256(body).digest() != seal:
        raise ValueError(key)
    unpacked = zlib.decompressobj()
    values: Any = json.loads(unpacked.decompress(body, _BIGGEST))
    written_as, html, links, places, shown, pieces = values
    if written_as != key:
        raise ValueError(key)
    return Held(str(html), tuple(links), tuple(places), _shown(shown), _pieces(pieces))


def _shown(values: Any) -> tuple[tuple[str, ...], str] | None:
    return None if values is None else (tuple(values[0]), str(values[1]))


def _pieces(values: Any) -> tuple[tuple[int, str, str], ...] | None:
    if values is None:
        return None
    return tuple((level, anchor, text) for level, anchor, text in values)
