"""Makes commits as objects of Git; no branch, index or working copy is touched."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from polderkoers.errors.werkbank import FileRefused
from polderkoers.werkbank.store.loose import GitObject, Objects, TreeEntry
from polderkoers.werkbank.store.values import Person

_FOLDER, _FILE = "40000", "100644"
_FILES = (_FILE, "100755")
Files = Mapping[tuple[str, ...], "bytes | None"]


@dataclass(frozen=True)
class CommitWanted:
    """A commit to write.

    Without a `parent` it is the first of its line. Its files are those of the parent, or of a `tree` by its id, with other contents
    by path; None takes a file away. `merged` is a second parent.
    """

    author: Person
    when: datetime
    message: str
    parent: str = ""
    merged: str = ""
    tree: str = ""
    files: Mapping[str, bytes | None] = field(default_factory=lambda: MappingProxyType({}))
    committer: Person | None = None
    committed: datetime | None = None


@dataclass(frozen=True)
class CommitWritten:
    """A commit that was written, by its full id, and whether any of the files given for it was otherwise before."""

    commit: str
    changed: bool


def write_commits(objects: Objects, prefix: str, wanted: Sequence[CommitWanted]) -> list[CommitWritten]:
    """Write commits and return them in order; `prefix` is the path of the project in its repository.

    Raises `NotSaved` when that cannot be done, and `FileRefused` when a link of Git stands where a file or its folder would come.
    """
    making = _Making(objects)
    written = [making.commit(each, prefix) for each in wanted]
    objects.write(making.made)
    return written


class _Making:
    """Makes objects; they are written when all of them are known."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self.made: list[GitObject] = []

    def commit(self, wanted: CommitWanted, prefix: str) -> CommitWritten:
        """Make a commit with its folders and files."""
        base = wanted.tree or (self._objects.tree_of(wanted.parent) if wanted.parent else "")
        files = {(*f"{prefix}{file}".split("/"),): content for file, content in wanted.files.items()}
        before = [self._blob_at(base, way) for way in files]
        tree = self._folder(base, files) or self._new("tree", b"")
        after = [
            "" if content is None else self._objects.id_of(GitObject("blob", content)) for content in files.values()
        ]
        lines = [f"tree {tree}", *(f"parent {each}" for each in (wanted.parent, wanted.merged) if each)]
        lines.append(_who("author", wanted.author, wanted.when))
        lines.append(_who("committer", wanted.committer or wanted.author, wanted.committed or wanted.when))
        text = "\n".join((*lines, "", wanted.message))
        return CommitWritten(self._new("commit", text.encode("utf-8")), before != after)

    def _new(self, kind: str, content: bytes) -> str:
        made = GitObject(kind, content)
        self.made.append(made)
        return self._objects.id_of(made)

    def _entries(self, tree: str) -> Mapping[str, TreeEntry]:
        return self._objects.entries(tree) if tree else {}

    def _blob_at(self, tree: str, way: tuple[str, ...]) -> str:
        """Return the id of the file at a path, empty when there is none. Raises `FileRefused` for another kind of thing."""
        *folders, name = way
        for folder in folders:
            tree = _ordinary(self._entries(tree).get(folder), (_FOLDER,))
        return _ordinary(self._entries(tree).get(name), _FILES)

    def _folder(self, tree: str, files: Files) -> str:
        """Return the id of a folder with other files in it, empty when nothing is left in it."""
        if not files:
            return tree
        entries = dict(self._entries(tree))
        for name, inside in _by_first(files).items():
            entries.pop(name, None)
            if found := self._made_of(inside, _id(self._entries(tree).get(name))):
                entries[name] = found
        content = _tree(entries)
        if entries and self._objects.id_of(GitObject("tree", content)) == tree:
            return tree
        return self._new("tree", content) if entries else ""

    def _made_of(self, inside: Files, before: str) -> TreeEntry | None:
        """Return what stands under a name: the file that was given for it, or the folder with the files that were; None when that goes."""
        if () not in inside:
            folder = self._folder(before, inside)
            return TreeEntry(_FOLDER, folder) if folder else None
        content = inside[()]
        return None if content is None else TreeEntry(_FILE, self._new("blob", content))


def _by_first(files: Files) -> dict[str, dict[tuple[str, ...], bytes | None]]:
    """Return files by the first name of their path, each by the rest of it."""
    found: dict[str, dict[tuple[str, ...], bytes | None]] = {}
    for way, content in files.items():
        found.setdefault(way[0], {})[way[1:]] = content
    return found


def _id(entry: TreeEntry | None) -> str:
    return entry.id if entry else ""


def _ordinary(entry: TreeEntry | None, modes: Sequence[str]) -> str:
    """Return the id of what stands at a path, empty when nothing does. Raises `FileRefused` for another kind of thing."""
    if entry is not None and entry.mode not in modes:
        raise FileRefused("Op deze plek staat in Git geen gewoon bestand.", "vraag het aan wie de map data beheert.")
    return _id(entry)


def _tree(entries: Mapping[str, TreeEntry]) -> bytes:
    """Return a folder as Git has it: in the order of the names, for which that of a folder ends in a slash."""
    named = ((os.fsencode(name), entry) for name, entry in entries.items())
    ordered = sorted(named, key=lambda each: each[0] + b"/" * (each[1].mode == _FOLDER))
    return b"".join(b"%b %b\0%b" % (entry.mode.encode(), name, bytes.fromhex(entry.id)) for name, entry in ordered)


def _who(role: str, who: Person, when: datetime) -> str:
    return f"{role} {who.name} <{who.mail}> {int(when.timestamp())} {when.strftime('%z') or '+0000'}"
