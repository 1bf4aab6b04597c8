"""Keeps what the search reads from one build to the next: when the same is indexed by the same program, it is laid down again.

All counts that the index is made of: each page as it goes in, the words that lead to pages, the words that say nothing, our
code, Pagefind, and what the environment tells that.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from polderkoers.website.sealed import Sealed
from polderkoers.website.search.page import SearchPage
from polderkoers.website.search.places import FOLDER as BUNDLE
from polderkoers.website.search.places import PAGES, WORDS

FOLDER = Path(".polderkoers", "cache", "zoekindex")
HEAD = b"polderkoers-zoekindex-1\n"
# What an index is at most: more is damage.
_BIGGEST = 1 << 30
# Pagefind runs whichever of the last two is there.
_PROGRAMS = ("pagefind", "pagefind-bin", "pagefind-bin-extended")
# No name leads out of the folder of the site.
_NAME = re.compile(r"zoeken(?:/\w[\w.-]*)+", re.ASCII)


class KeptIndex:
    """The indexes of a few builds."""

    def __init__(self, root: Path, engine: bytes) -> None:
        """Take the folder of a project, and a digest of all our code."""
        self._sealed = Sealed(root / FOLDER, HEAD, _BIGGEST)
        self._engine = engine

    def key(self, pages: Iterable[SearchPage], leads: Mapping[str, Iterable[str]], leave_out: Collection[str]) -> str:
        """Return the fingerprint of all that an index is made of; pages come in the order in which they go in."""
        digest = hashlib.sha256(self._engine)
        program = [platform.machine(), *map(_version, _PROGRAMS), *_told()]
        led = [(words, tuple(paths)) for words, paths in leads.items()]
        for part in (repr(program), repr(led), repr(sorted(leave_out)), *map(repr, pages)):
            # What of a text cannot be written in UTF-8 is told by its number.
            content = part.encode("utf-8", "backslashreplace")
            digest.update(f"{len(content)}:".encode())
            digest.update(content)
        return digest.hexdigest()

    def lay(self, key: str, site: Path) -> bool:
        """Write an index that is kept into the folder of a built site, and return whether there was one."""
        body = self._sealed.get(key)
        files = _unpacked(body) if body is not None else None
        if not files:
            return False
        for name, content in files.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return True

    def keep(self, key: str, site: Path) -> None:
        """Keep the index that was written into the folder of a site; of others those that were wanted last stay."""
        self._sealed.put(key, _packed({path.relative_to(site).as_posix(): path.read_bytes() for path in _files(site)}))
        self._sealed.bound(1)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _told() -> list[tuple[str, str]]:
    """Return what the environment tells Pagefind."""
    return sorted((name, value) for name, value in os.environ.items() if name.upper().startswith("PAGEFIND"))


def _files(site: Path) -> Iterator[Path]:
    yield site / PAGES
    yield site / WORDS
    yield from (path for path in sorted((site / BUNDLE).rglob("*")) if path.is_file())


def _packed(files: Mapping[str, bytes]) -> bytes:
    """Return files as one: a line that says which there are and how long each is, and then all of them."""
    sizes = {name: len(content) for name, content in files.items()}
    return json.dumps(sizes).encode() + b"\n" + b"".join(files.values())


def _unpacked(body: bytes) -> dict[str, bytes] | None:
    """Return the files in one; None when there is something among them that we did not write."""
    said, _, contents = body.partition(b"\n")
    try:
        sizes = json.loads(said)
        found, place = {}, 0
        for name, size in sizes.items():
            found[name], place = contents[place : place + size], place + size
    except (ValueError, TypeError, AttributeError):
        return None
    return found if place == len(contents) and all(map(_NAME.fullmatch, found)) else None
