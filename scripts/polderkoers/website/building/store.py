"""Keeps pages from one build to the next, each under the fingerprint of all that it was made of."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polderkoers.website.sealed import WITHOUT, Sealed

FOLDER = Path(".polderkoers", "cache", "bladzijden")
_HEAD = b"polderkoers-bladzijde-2\n"
# What a page is at most, unpacked: more is damage.
_BIGGEST = 64 << 20


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


class PageStore:
    """The pages that are kept in a folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read before it is asked for."""
        self._sealed = Sealed(folder, _HEAD, _BIGGEST)

    def get(self, key: str) -> Held | None:
        """Return the page under a key, None when it is not there or cannot be trusted."""
        body = self._sealed.get(key)
        try:
            return None if body is None else _read(body)
        except (ValueError, TypeError, KeyError, RecursionError, zlib.error):
            return None

    def put(self, key: str, page: Held) -> None:
        """Keep a page under a key; a folder that cannot be written to keeps nothing."""
        self._sealed.put(key, _written(page))

    def bound(self, count: int) -> None:
        """Delete what was not wanted for longest, when more is kept than a few times `count` pages."""
        self._sealed.bound(count)


def _written(page: Held) -> bytes:
    values = [page.html, page.links, page.places, page.shown, page.pieces]
    # What cannot be written in UTF-8 is written by its number.
    return zlib.compress(json.dumps(values, separators=(",", ":")).encode(), 1)


def _read(body: bytes) -> Held:
    """Return the page in a file. Raises one of several errors when that is not just as it was written."""
    unpacked = zlib.decompressobj()
    values: Any = json.loads(unpacked.decompress(body, _BIGGEST))
    html, links, places, shown, pieces = values
    return Held(str(html), tuple(links), tuple(places), _shown(shown), _pieces(pieces))


def _shown(values: Any) -> tuple[tuple[str, ...], str] | None:
    return None if values is None else (tuple(values[0]), str(values[1]))


def _pieces(values: Any) -> tuple[tuple[int, str, str], ...] | None:
    if values is None:
        return None
    return tuple((level, anchor, text) for level, anchor, text in values)


__all__ = ["FOLDER", "WITHOUT", "Held", "PageStore"]
