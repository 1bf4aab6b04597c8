"""Sees what changes in the files of a site, by looking often: that works on every disk, in every container and behind every share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

# Where programs leave what is none of a site; a folder of these names is not looked into.
_NOT_OURS = frozenset({".git", ".polderkoers", ".venv", "__pycache__", "node_modules"})
# Where a build puts a site, beside its settings; elsewhere it is a name as any other.
_BUILT, _SETTINGS = "site", "mkdocs.yml"
# What editors write beside a file while they save it.
_WHILE_SAVING = ("~", ".swp", ".swx", ".tmp", ".part")

_AS_FILE = (".yaml", ".yml")

State = dict[str, tuple[int, int, int, int]]


def state_of(paths: Iterable[Path]) -> State:
    """Return, by path, what tells whether a file changed: when it was written, how long it is, which one it is, and who may read it.

    `paths` are files and folders, of which all files at any depth; what is not there has no state.
    """
    found: State = {}
    for path in paths:
        for entry in _files(str(path)):
            try:
                said = os.stat(entry)  # noqa: PTH116 - of thousands of files, five times a second
            except OSError:
                continue
            found[entry] = (said.st_mtime_ns, said.st_size, said.st_ino, said.st_mode)
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
    skipped = _NOT_OURS | {_BUILT} if any(entry.name == _SETTINGS for entry in entries) else _NOT_OURS
    for entry in entries:
        if entry.name in skipped or entry.name.endswith(_WHILE_SAVING):
            continue
        yield from _below(entry)


def _below(entry: os.DirEntry[str]) -> Iterator[str]:
    # A folder that is called as a file is a fault, which must be seen to come and go.
    if not entry.is_dir() or entry.name.endswith(_AS_FILE):
        yield entry.path
    # MkDocs follows links to folders; one to a folder around it would go on for ever.
    if entry.is_dir() and not (entry.is_symlink() and _is_around(entry.path)):
        yield from _files(entry.path)


def _is_around(link: str) -> bool:
    return Path(link).parent.resolve().is_relative_to(Path(link).resolve())
