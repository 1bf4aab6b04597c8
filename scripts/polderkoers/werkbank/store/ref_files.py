"""Reads references from the files in which Git keeps them, which takes no program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_ID = re.compile(r"(?:[0-9a-f]{40}|[0-9a-f]{64})\n?")
_SPACES = ("refs/heads/", "refs/polderkoers/")
_Signs = tuple[int, int, int]


class RefFiles:
    """The references of a repository that are kept in files of their own, or together in one (gitrepository-layout(5))."""

    def __init__(self, common: Path) -> None:
        """Take the folder of Git that all working copies share."""
        self._common = common
        self._packed: tuple[_Signs, dict[str, str]] = ((0, 0, 0), {})

    def commit_at(self, name: str) -> str:
        """Return the commit that a branch is at, or a reference of ours; empty when Git must be asked whether and where it is."""
        if not name.startswith(_SPACES) or ".." in name:
            return ""
        try:
            found = (self._common / name).read_text(encoding="ascii")
        except (OSError, ValueError):
            return self._all_packed().get(name, "")
        # What leads to another reference is followed by Git.
        return found.strip() if _ID.fullmatch(found) else ""

    def _all_packed(self) -> dict[str, str]:
        path = self._common / "packed-refs"
        try:
            said = path.stat()
            signs = (said.st_mtime_ns, said.st_size, said.st_ino)
            if self._packed[0] != signs:
                self._packed = (signs, dict(_rows(path.read_text(encoding="utf-8", errors="surrogateescape"))))
        except OSError:
            return {}
        return self._packed[1]


def _rows(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        commit, _, name = line.partition(" ")
        if _ID.fullmatch(commit):
            yield name, commit
