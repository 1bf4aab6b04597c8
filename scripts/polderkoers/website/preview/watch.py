"""Sees what changes in the files of a site, by looking often: that works on every disk, in every container and behind every share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

# Where programs leave what is none of a site; a folder of these names is not looked into.
_NOT_OURS = frozenset({".git", ".polderkoers", ".venv", "__pycache__", "node_modules", "site"})
# What editors write beside a file while they save it.
_WHILE_SAVING = ("~", ".swp", ".swx", ".tmp", ".part")

State = dict[str, tuple[int, int, int]]


def state_of(paths: Iterable[Path]) -> State:
    """Return, by path, what tells whether a file changed: when it was written, how long it is, and which one it is.

    `paths` are files and folders, of which all files at any depth; what is not there has no state.
    """
    found: State = {}
    for path in paths:
        for entry in _files(str(path)):
            try:
                said = os.stat(entry)  # noqa: PTH116 - of thousands of files, five times a second
            except OSError:
                continue
            found[entry] = (said.st_mtime_ns, said.st_size, said.st_ino)
    return found


def changed(before: State, after: State) -> frozenset[Path]:
    """Return the files that are new, gone, or not what they were."""
    return frozenset(Path(path) for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def _files(path: str) -> Iterator[str]:
    if not os.path.isdir(path):  # noqa: PTH112 - as above
        yield path
        return
    try:
        with os.scandir(path) as inside:
            entries = list(inside)
    except OSError:
        return
    for entry in entries:
        if entry.name in _NOT_OURS or entry.name.endswith(_WHILE_SAVING):
            continue
        yield from _files(entry.path) if entry.is_dir(follow_symlinks=False) else (entry.path,)
