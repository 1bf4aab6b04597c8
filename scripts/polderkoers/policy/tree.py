"""A tree of files to read a policy from: a folder on disk here, a version in Git elsewhere (`changes/versions.py`)."""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol, runtime_checkable

from polderkoers.errors import FolderMissing
from polderkoers.policy.passed_over import passed_over
from polderkoers.policy.pictures import pictures_in, pictures_of
from polderkoers.policy.source_rules import unreadable
from polderkoers.problems import Problem

_PACKAGE = Path(__file__).parents[1]
MAX_BYTES = 1_000_000
SCHEMA_SUFFIX = ".schema.json"


def schema_folder() -> Path:
    """Return the folder with the schemas of this engine: inside the package when that was installed, beside it in a checkout."""
    packed = _PACKAGE / "schema"
    return packed if packed.is_dir() else _PACKAGE.parents[1] / "schema"


def schemas_in(folder: Path) -> dict[str, bytes]:
    """Return the schemas directly in a folder by file name. Raises `OSError` when it cannot be read."""
    # Not by a pattern: that would find nothing, without a word, in a folder that cannot be read.
    found = sorted(path for path in folder.iterdir() if path.name.endswith(SCHEMA_SUFFIX))
    return {path.name: path.read_bytes() for path in found}


def own_schemas(root: Path) -> Path | None:
    """Return the folder of the schemas that a root has itself; None when it leaves them to the engine."""
    folder = root / "schema"
    return folder if folder.is_dir() else None


@dataclass(frozen=True)
class DataFile:
    """One file of a tree: its path relative to the root, and how to get its bytes, or the `Problem` that forbids it.

    `key` names the content where the tree knows it without reading: equal keys are equal bytes.
    """

    file: str
    read: Callable[[], bytes | Problem]
    key: str = ""


@runtime_checkable
class Tree(Protocol):
    """Where a policy and its schemas are read from."""

    def data_files(self) -> Iterator[DataFile]:
        """Yield every file under data/ in the order of their paths, hidden ones excepted."""

    def schemas(self) -> dict[str, bytes]:
        """Return the schemas directly under schema/ by file name."""


class Folder:
    """The tree in a folder on disk."""

    def __init__(self, root: Path) -> None:
        """Point at a folder; nothing is read yet."""
        self.root = root
        self._inside: dict[str, bool] = {}

    def data_files(self) -> Iterator[DataFile]:
        """Yield the files of the data folder. Raises `FolderMissing` when there is none, or `OSError` when it cannot be read."""
        data = self.root / "data"
        if not data.is_dir():
            raise FolderMissing(self.root, "data")
        self._inside.clear()
        for path in sorted(_below(data)):
            hidden = any(part.startswith(".") for part in path.relative_to(data).parts)
            # A broken link and a folder called x.yaml are no files, but an editor must hear of them.
            if not hidden and (path.suffix in {".yaml", ".yml"} or not path.is_dir()):
                yield DataFile(path.relative_to(self.root).as_posix(), lambda path=path: self._bytes(path))  # type: ignore[misc]

    def passed_over(self) -> Iterator[Problem]:
        """Yield the problems of what stands in the data folder and is not read."""
        yield from passed_over(self.root)

    def schemas(self) -> dict[str, bytes]:
        """Return the schemas of the folder, or those of the engine when it has none. Raises `OSError` when they cannot be read."""
        return schemas_in(own_schemas(self.root) or schema_folder())

    def pictures(self) -> frozenset[str] | None:
        """Return the files below docs/ by their path from there; None when that is not known."""
        return pictures_in(self.root)

    def own_schemas(self) -> dict[str, bytes]:
        """Return the schemas of the folder itself, empty when it has none. Raises `OSError` when they cannot be read."""
        folder = own_schemas(self.root)
        if folder is None:
            return {}
        return schemas_in(folder)

    def _is_inside(self, path: Path) -> bool:
        """Return whether a path leads to a place inside the project."""
        if path.is_symlink():
            return path.resolve().is_relative_to(self.root.resolve())
        # What is no link stands where its folder stands; of those there are few.
        folder = os.fspath(path.parent)
        if folder not in self._inside:
            self._inside[folder] = path.parent.resolve().is_relative_to(self.root.resolve())
        return self._inside[folder]

    def _bytes(self, path: Path) -> bytes | Problem:
        try:
            wrong = self._wrong(path)
            if wrong is None:
                return path.read_bytes()
        except RuntimeError:  # what Path.resolve makes of a link that leads to itself
            wrong = ("Dit is een koppeling die naar zichzelf wijst.", "zet het bestand zelf in de map data.")
        except OSError as error:
            wrong = ("Dit bestand kan niet worden gelezen.", _reason(error))
        return unreadable(path.relative_to(self.root).as_posix(), *wrong)

    def _wrong(self, path: Path) -> tuple[str, str] | None:
        """Return message and hint when a path is not a file that may be read."""
        if not self._is_inside(path):
            return "Dit is een koppeling naar een plek buiten het project.", "zet het bestand zelf in de map data."
        try:
            said = path.stat()
        except FileNotFoundError:
            return NO_FILE
        if stat.S_ISDIR(said.st_mode):
            return "Dit is een map met een naam die op .yaml eindigt.", "geef de map een andere naam."
        if not stat.S_ISREG(said.st_mode):
            return NO_FILE
        return TOO_BIG if said.st_size > MAX_BYTES else None


class Rereading(Folder):
    """A folder that is read again and again: a file of which nothing shows that it was written meanwhile is not opened again.

    Only for what is looked at while somebody works: an outcome that counts reads every byte.
    """

    def __init__(self, root: Path) -> None:
        """Point at a folder; nothing is read yet."""
        super().__init__(root)
        self._held: dict[Path, tuple[tuple[int, int, int, int], bytes | Problem]] = {}

    def _bytes(self, path: Path) -> bytes | Problem:
        try:
            said = path.lstat()
        except OSError:
            return super()._bytes(path)
        signs = (said.st_mtime_ns, said.st_size, said.st_ino, said.st_mode)
        held = self._held.get(path)
        # What a link leads to may be written without a sign of it here.
        if held is None or held[0] != signs or path.is_symlink():
            held = (signs, super()._bytes(path))
            self._held[path] = held
        return held[1]


class Snapshot:
    """A tree read once, so that whoever uses it sees the same bytes."""

    def __init__(self, tree: Tree) -> None:
        """Read everything of a tree. Raises `FolderMissing` when it lacks a folder."""
        self._schemas = tree.schemas()
        self.contents = {source.file: source.read() for source in tree.data_files()}
        self._passed_over = tuple(not_read_of(tree))
        self._pictures = pictures_of(tree)

    def data_files(self) -> Iterator[DataFile]:
        """Yield the files in the order of the tree."""
        for file, content in self.contents.items():
            yield DataFile(file, lambda content=content: content)  # type: ignore[misc]

    def passed_over(self) -> Iterator[Problem]:
        """Yield the problems of what was not read."""
        yield from self._passed_over

    def pictures(self) -> frozenset[str] | None:
        """Return the files below docs/, as they were."""
        return self._pictures

    def schemas(self) -> dict[str, bytes]:
        """Return the schemas."""
        return self._schemas


class WithSchemas:
    """The files of one tree, to be judged by the schemas of another."""

    def __init__(self, tree: Tree, schemas: dict[str, bytes]) -> None:
        """Take the tree and the schemas by file name."""
        self._tree, self._schemas = tree, schemas

    def data_files(self) -> Iterator[DataFile]:
        """Yield the files of the tree."""
        return self._tree.data_files()

    def pictures(self) -> frozenset[str] | None:
        """Return the files below docs/ of the tree."""
        return pictures_of(self._tree)

    def schemas(self) -> dict[str, bytes]:
        """Return the schemas of the other."""
        return self._schemas


class WithFiles:
    """A tree in which some files have another content, are new, or are gone."""

    def __init__(self, tree: Tree, files: Mapping[str, bytes | None]) -> None:
        """Take the tree and the other contents by path; None takes a file away."""
        self._tree, self._files = tree, dict(files)

    def data_files(self) -> Iterator[DataFile]:
        """Yield the files in the order of their paths."""
        found = {source.file: source for source in self._tree.data_files()}
        for file, content in self._files.items():
            found[file] = DataFile(file, lambda content=content: content)  # type: ignore[misc]
        yield from (found[file] for file in sorted(found) if self._files.get(file, b"") is not None)

    def pictures(self) -> frozenset[str] | None:
        """Return the files below docs/ of the tree."""
        return pictures_of(self._tree)

    def schemas(self) -> dict[str, bytes]:
        """Return the schemas of the tree."""
        return self._tree.schemas()


def _below(folder: Path) -> Iterator[Path]:
    """Yield all that is below a folder, in any order. Raises `OSError` for a folder that cannot be looked into.

    Not by a pattern: that passes over such a folder without a word.
    """

    def refuse(error: OSError) -> None:
        raise error

    for place, folders, files in os.walk(folder, onerror=refuse):
        yield from (Path(place, name) for name in (*folders, *files))


NO_FILE = ("Dit is geen gewoon bestand.", "haal het weg, of zet het bestand zelf in de map data.")
TOO_BIG = ("Dit bestand is groter dan 1 MB.", "verdeel de tekst over meer bestanden.")


def not_read_of(tree: Tree) -> Iterator[Problem]:
    """Yield the problems of what a tree on disk holds and does not give; a tree of Git holds only what was meant for it."""
    if isinstance(tree, Folder | Snapshot):
        yield from tree.passed_over()


def tree_of(place: Path | Tree) -> Tree:
    """Return a folder as a tree, and a tree as it is."""
    if isinstance(place, Path):
        return Folder(place)
    return place


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "vraag de beheerder om leesrechten op dit bestand."
    return "controleer of het bestand er nog is en of de schijf het doet."


def same_lines(one: bytes, other: bytes) -> bool:
    """Return whether two contents have the same lines: how a line ends, and a mark before the first, is up to an editor or Git."""
    return one == other or _plain(one) == _plain(other)


def _plain(content: bytes) -> bytes:
    return content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


class Lines:
    """The lines of the files of a tree, to quote from."""

    def __init__(self, tree: Tree) -> None:
        """Point at a tree; nothing is read yet."""
        self._tree = tree
        self._last: tuple[str, list[str]] = ("", [])

    def __call__(self, file: str) -> list[str]:
        """Return the lines of a file as an editor sees them; none when it may not be read or is not there."""
        # What is told comes file by file, and often ten times of one.
        if self._last[0] != file:
            self._last = (file, self._read(file))
        return self._last[1]

    def _read(self, file: str) -> list[str]:
        source = self._sources.get(file)
        content = source.read() if source else None
        if not isinstance(content, bytes):
            return []
        return re.split(r"\r\n|\r|\n", content.decode("utf-8-sig", "replace"))

    @cached_property
    def _sources(self) -> dict[str, DataFile]:
        return {source.file: source for source in self._tree.data_files()}
