"""The data files with what adopting changes in them, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from polderkoers.changes.content import LIST
from polderkoers.policy.canonical.edit import with_fields, with_item, written
from polderkoers.policy.rules.version_number import next_number
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, parse
from polderkoers.policy.tree import Tree, WithFiles
from polderkoers.problems import Problem


@dataclass(frozen=True)
class FileEdit:
    """What changes in one file: fields with their old and new value, and the bytes that it gets."""

    file: str
    fields: tuple[tuple[str, Any, Any], ...]
    content: bytes


class Unwritable(Exception):
    """A file cannot be written without losing something; `problem` says which."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class Work:
    """The files of a tree with other values in some of their fields."""

    def __init__(self, tree: Tree, documents: tuple[Document, ...]) -> None:
        """Take a tree and what was read from it; nothing is changed yet."""
        self._tree = tree
        self._schemas = Schemas(tree)
        self._documents = {document.file: document for document in documents}
        self._fields: dict[str, dict[str, Any]] = {}
        self._list: dict[str, bytes] = {}

    def data(self, file: str) -> dict[str, Any]:
        """Return the data of a file with what was set in it."""
        found: dict[str, Any] = {**self._documents[file].data, **self._fields.get(file, {})}
        return found

    def set(self, file: str, fields: Mapping[str, Any]) -> None:
        """Give fields at the top of a file another value; the same value is no change."""
        before = self._documents[file].data
        wanted = {**self._fields.get(file, {}), **fields}
        self._fields[file] = {name: value for name, value in wanted.items() if before.get(name) != value}

    def add_version(self, entry: Mapping[str, Any]) -> None:
        """Put an entry at the end of the list of versions and raise its number, or begin a list. Raises `Unwritable`."""
        document = self._documents.get(LIST)
        if document is None:
            data = {"soort": "versies", "id": "versies", "versie": "1.0", "status": None, "versies": [entry]}
            text = written(data, LIST, self._schemas)
        else:
            text = with_item(self._raised(document), "versies", entry, self._schemas)
        self._list = {LIST: _bytes(text)}

    def put_version(self, entry: Mapping[str, Any], document: Document) -> None:
        """Put an entry in the place of the last one of a list that this tree leaves out. Raises `Unwritable`."""
        self._list = {LIST: _bytes(with_item(document, "versies", entry, self._schemas, replace=True))}

    def _raised(self, document: Document) -> Document:
        number = next_number(str(document.data["versie"]))
        text = _bytes(with_fields(document, {"versie": number}, self._schemas)).decode("utf-8")
        found = parse(text, document.file)
        return found if isinstance(found, Document) else document

    @property
    def tree(self) -> Tree:
        """The tree as it would be. Raises `Unwritable`."""
        return WithFiles(self._tree, {edit.file: edit.content for edit in self.edits})

    @property
    def edits(self) -> tuple[FileEdit, ...]:
        """What changes, file by file, the list of versions last. Raises `Unwritable`."""
        own = tuple(self._edit(file, fields) for file, fields in sorted(self._fields.items()) if fields)
        return (*own, *(FileEdit(file, (), content) for file, content in self._list.items()))

    def _edit(self, file: str, fields: Mapping[str, Any]) -> FileEdit:
        document = self._documents[file]
        told = tuple((name, document.data.get(name), value) for name, value in fields.items())
        return FileEdit(file, told, _bytes(with_fields(document, fields, self._schemas)))


def _bytes(text: str | Problem) -> bytes:
    if isinstance(text, Problem):
        raise Unwritable(text)
    return text.encode("utf-8")
