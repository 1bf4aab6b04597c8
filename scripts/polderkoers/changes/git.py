"""Reads a commit of a Git repository as a tree, without touching the working copy, branches or worktrees."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path, PurePosixPath

from polderkoers.changes.git_call import answers, ask, cause, is_shallow, run, why_unreadable
from polderkoers.errors import CloneShallow, GitMissing, SchemasMissing, VersionUnknown
from polderkoers.policy.pictures import DOCS, SETTINGS, is_elsewhere
from polderkoers.policy.source_rules import unreadable
from polderkoers.policy.tree import (
    MAX_BYTES,
    SCHEMA_SUFFIX,
    TOO_BIG,
    DataFile,
    Folder,
    own_schemas,
    same_lines,
    schema_folder,
    schemas_in,
)
from polderkoers.problems import Problem

# What Git allows in a reference is wide; what a person writes is this. A leading dash would be an option of Git.
_NAME = re.compile(r"(?!-)[A-Za-z0-9._/~^@{}+-]{1,200}")
# A whole number and HEAD are what they are, whatever a branch is called.
_FIXED = re.compile(r"(HEAD|FETCH_HEAD|ORIG_HEAD|@|[0-9a-f]{40}|[0-9a-f]{64})(?![A-Za-z0-9._/-])")
_ROW = re.compile(r"(?P<mode>\d{6}) (?P<kind>\w+) (?P<oid>[0-9a-f]+) +(?P<size>\d+|-)\t(?P<path>.+)", re.DOTALL)
_Row = tuple[str, str, str, int]
_GIVEN = re.compile(rb"[0-9a-f]+ blob ([0-9]+)")
_SYMLINK = ("Dit is een koppeling naar een andere plek.", "zet het bestand zelf in de map data.")
_SUBMODULE = ("Dit is een ander project (submodule).", "zet het bestand zelf in de map data.")


def resolve(root: Path, name: str) -> str:
    """Return the full id of the commit that a tag, branch or commit names.

    Raises the `HistoryUnreadable` that says why there is no history here, or `VersionUnknown` when the name has no safe
    form or leads nowhere.
    """
    if not _NAME.fullmatch(name):
        raise VersionUnknown(name, "dit is geen naam van een versie")
    if wrong := why_unreadable(root):
        raise wrong
    if found := answers(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"):
        return found
    if is_shallow(root):
        raise CloneShallow(name)
    raise VersionUnknown(name)


def resolve_given(root: Path, name: str) -> str:
    """Return what `resolve` does for a name that someone types: a branch goes before a tag of the same name.

    Git itself takes the tag, so that whoever may push one could put another commit in the place of the main branch.
    """
    if not _NAME.fullmatch(name) or _FIXED.match(name):
        return resolve(root, name)
    for space in ("refs/heads", "refs/remotes"):
        if found := answers(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{space}/{name}^{{commit}}"):
            return found
    return resolve(root, name)


class GitTree:
    """The policy files and schemas of one commit."""

    def __init__(self, root: Path, commit: str) -> None:
        """Point at a commit by its full id, as `resolve` gives it; nothing is read yet."""
        self.root = root
        self.commit = commit

    def data_files(self) -> Iterator[DataFile]:
        """Yield the files under data/ of the commit; none when it has no such folder."""
        for file, mode, oid, size in self._rows("data"):
            if not _is_hidden(file):
                yield DataFile(file, lambda row=(file, mode, oid, size): self._read(*row), oid)  # type: ignore[misc]

    def schemas(self) -> dict[str, bytes]:
        """Return the schemas directly under schema/ of the commit, or those of the engine where the project leaves them to it.

        Raises `SchemasMissing` when the commit has none and the project does have its own.
        """
        if found := self.own_schemas():
            return found
        if own_schemas(self.root):
            raise SchemasMissing(f"commit {self.commit[:12]}")
        return schemas_in(schema_folder())

    def own_schemas(self) -> dict[str, bytes]:
        """Return the schemas directly under schema/ of the commit, empty when it has none."""
        return {
            PurePosixPath(file).name: self._blobs[oid]
            for file, mode, oid, _ in self._rows("schema")
            if file.endswith(SCHEMA_SUFFIX) and file.count("/") == 1 and mode.startswith("100")
        }

    def pictures(self) -> frozenset[str] | None:
        """Return the files below docs/ of the commit by their path from there; None when its site has another folder for them."""
        return _pictured(self.root, self.commit)

    def _rows(self, folder: str) -> list[_Row]:
        return [row for row in self._listing if row[0].startswith(f"{folder}/")]

    @property
    def _listing(self) -> tuple[_Row, ...]:
        return _listed(self.root, self.commit)

    def _read(self, file: str, mode: str, oid: str, size: int) -> bytes | Problem:
        if mode == "120000":
            return unreadable(file, *_SYMLINK)
        if not mode.startswith("100"):
            return unreadable(file, *_SUBMODULE)
        if size > MAX_BYTES:
            return unreadable(file, *TOO_BIG)
        return self._blobs[oid]

    def expect(self, files: Container[str]) -> None:
        """Say which files will be read: one call reads all of them, and the others are read when one of those is asked for."""
        self._blobs.part(oid for file, _, oid, _ in self._listing if file in files)

    @cached_property
    def _blobs(self) -> _Blobs:
        readable = [row for row in self._listing if row[1].startswith("100") and row[3] <= MAX_BYTES]
        blobs = _Blobs(self.root, [oid for _, _, oid, _ in readable])
        # The schemas and the lists are asked for by all who ask for anything.
        blobs.part(oid for file, _, oid, _ in readable if file.count("/") == 1)
        return blobs


def _is_hidden(file: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(file).parts)


@lru_cache(maxsize=512)
def _listed(root: Path, commit: str) -> tuple[_Row, ...]:
    """Return path, mode, id and size of what a commit holds. A commit never changes, so it is asked for once."""
    # Run inside the root, so that a project in a subfolder of a repository is listed from there.
    listed = ask(root, "ls-tree", "-r", "-z", "-l", commit, "--", "data/", "schema/")
    return tuple(_row(root, row) for row in filter(None, listed.split("\0")))


@lru_cache(maxsize=64)
def _pictured(root: Path, commit: str) -> frozenset[str] | None:
    # A bare repository knows no place to begin from, and is itself the root.
    settings = answers(root, "show", f"{commit}:./{SETTINGS}") or answers(root, "show", f"{commit}:{SETTINGS}")
    if is_elsewhere(settings):
        return None
    listed = ask(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", f"{DOCS}/")
    return frozenset(name.removeprefix(f"{DOCS}/") for name in filter(None, listed.split("\0")))


def _row(root: Path, told: str) -> _Row:
    row = _ROW.fullmatch(told)
    if row is None:  # of a file that is lost Git tells no size
        raise cause(root)
    size = 0 if row["size"] == "-" else int(row["size"])
    return row["path"], row["mode"], row["oid"], size


def changed_files(old: GitTree, new: Folder) -> frozenset[str]:
    """Return the files under data/ of which a line differs between a commit and a folder, or that only one of them has."""
    before = {source.file: source for source in old.data_files()}
    now: dict[str, bytes] = {}
    for source in new.data_files():
        content = source.read()
        if isinstance(content, bytes):
            now[source.file] = content
    return frozenset(file for file in before.keys() | now.keys() if not _unchanged(before.get(file), now.get(file)))


def _unchanged(before: DataFile | None, now: bytes | None) -> bool:
    if before is None or now is None:
        return False
    if before.key == blob_id(now):
        return True
    # A checkout on Windows may have other line ends than Git keeps.
    content = before.read()
    return isinstance(content, bytes) and same_lines(content, now)


def changed_paths(root: Path, old: str, new: str) -> tuple[str, ...]:
    """Return the paths that differ between two commits, by their full ids, in alphabetical order."""
    options = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative")
    listed = ask(root, "diff", *options, old, new, "--")
    return tuple(sorted(filter(None, listed.split("\0"))))


def has_conflict(root: Path) -> bool:
    """Return whether Git has files of the root that it could not merge; False where there is no Git or no repository."""
    try:
        return bool(answers(root, "ls-files", "--unmerged", "--", "."))
    except GitMissing:
        return False


def blob_id(content: bytes) -> str:
    """Return the id that Git gives a content: gitformat-pack(5), SHA-1 over "blob <size>", a zero byte, and the content."""
    return hashlib.sha1(b"blob %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest()


class _Blobs:
    """Contents by id, read in one call at the first question; or in one for each part that was named beforehand."""

    def __init__(self, root: Path, oids: list[str]) -> None:
        self._root = root
        self._found: dict[str, bytes] = {}
        self._parts = [dict.fromkeys(oids)]

    def __getitem__(self, oid: str) -> bytes:
        if oid not in self._found:
            part = next(part for part in self._parts if oid in part)
            self._read(list(part))
            self._parts.remove(part)
        return self._found[oid]

    def part(self, oids: Iterable[str]) -> None:
        """Say that some contents are read together, and apart from the others."""
        wanted = set(oids)
        listed = dict.fromkeys(oid for oid in chain.from_iterable(self._parts) if oid in wanted)
        for part in self._parts:
            for oid in part.keys() & wanted:
                del part[oid]
        self._parts.insert(0, listed)

    def _read(self, oids: list[str]) -> None:
        asked = "".join(f"{oid}\n" for oid in oids).encode("ascii")
        given = run(self._root, "cat-file", "--batch", stdin=asked)
        out, position = given.stdout, 0
        for oid in oids:
            # "<oid> blob <size>\n<content>\n" for each: git-cat-file(1), "BATCH OUTPUT". One that is not there is "<oid> missing".
            end = out.find(b"\n", position)
            told = _GIVEN.fullmatch(out[position : max(end, position)])
            if told is None:
                raise cause(self._root, given.stderr)
            size = int(told[1])
            self._found[oid] = out[end + 1 : end + 1 + size]
            position = end + 1 + size + 1


def day_of(root: Path, commit: str) -> str:
    """Return the day of a commit (2030-09-30), by its full id; empty when that cannot be known."""
    return answers(root, "show", "--no-patch", "--format=%cs", commit)
