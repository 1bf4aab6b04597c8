"""Reads the files of a version of any age into the model of today, each by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from polderkoers.changes.upgrade import number_of, schemas_beside, upgrade
from polderkoers.errors import DataNewer
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import DataFile, Folder, Tree
from polderkoers.problems import Problem


@dataclass
class FilesRead:
    """What reading files gave: the documents without a fault in the order of their paths, what is wrong, and how many there were."""

    documents: list[Document] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    count: int = 0


class VersionReader:
    """Reads files as those of one version.

    A file of a version that has schemas is judged by those, brought up to date step by step, and judged once more by the schemas
    under `today`. `sources` are the files of the version, of which none is opened twice.
    """

    def __init__(self, tree: Tree, today: Path) -> None:
        """Find out how a tree is to be read. Raises `FolderMissing`, `SchemaBroken`, `DataNewer`, or `HistoryUnreadable`."""
        self.sources = tuple(DataFile(each.file, cache(each.read), each.key) for each in tree.data_files())
        self._current, self._number = Schemas(Folder(today)), number_of(tree, self.sources)
        if self._number > self._current.number:
            raise DataNewer(self._number, self._current.number)
        self._own = schemas_beside(tree)

    def reads_as(self, other: VersionReader) -> bool:
        """Return whether the same bytes are the same data, with the same faults, in both versions."""
        if self._number != other._number or bool(self._own) != bool(other._own):
            return False
        return self._own is None or other._own is None or self._own.same_as(other._own)

    def read_all(self, sources: Iterable[DataFile]) -> FilesRead:
        """Return what reading each of some files gives. What cannot be brought over is named in the problems, and left out."""
        found = FilesRead()
        for source in sources:
            found.count += 1
            outcome = self.read(source)
            if isinstance(outcome, Document):
                found.documents.append(outcome)
            else:
                found.problems += outcome
        return found

    def read(self, source: DataFile) -> Document | list[Problem]:
        """Return a file as data of today, or what is wrong with it."""
        outcome = read(source)
        if isinstance(outcome, Problem):
            return [outcome]
        if refused := self._refused(outcome):
            return refused
        document = Document(outcome.file, upgrade(outcome.data, self._number), outcome.text)
        return list(self._current.check(document)) or document

    def _refused(self, document: Document) -> list[Problem]:
        """Return what is wrong with a file by the schemas of its own version, or as far as reading tells when it has none."""
        if self._own:
            return list(self._own.judge(document))
        return [remark for remark in document.remarks if remark.level == "fout"]
