"""Reads the files of a version of any age into the model of today: one small step per version of the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from polderkoers.changes.git import GitTree
from polderkoers.errors import DataNewer, FolderMissing, SchemasMissing
from polderkoers.policy.schema import Schemas
from polderkoers.policy.schema_number import UNSAID, said_number
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import DataFile, Folder, Tree
from polderkoers.problems import Problem

_CATALOGUES = frozenset({"rollen", "organisaties", "plaatsen", "themas", "documenten", "begrippen"})

Step = Callable[[dict[str, Any]], dict[str, Any]]


def number_of(tree: Tree, sources: Iterable[DataFile] | None = None) -> int:
    """Return the number of the schemas that the data of a tree follow; `sources` are its files, where they have been listed.

    The data say it themselves; when they do not, the schemas beside them do, and else it is the last that needed no saying.
    Raises what reading the tree raises.
    """
    said = said_number(tree.data_files() if sources is None else sources)
    if said is not None:
        return said
    beside = schemas_beside(tree)
    return beside.number if beside else UNSAID


def schemas_beside(tree: Tree) -> Schemas | None:
    """Return the schemas of a tree itself, None when it has none. Raises `SchemaBroken`, or what reading the tree raises.

    Those of the engine, which a tree without any gives for today's data, say nothing of data of another day.
    """
    if isinstance(tree, Folder | GitTree):
        return Schemas(tree) if tree.own_schemas() else None
    try:
        return Schemas(tree) if tree.schemas() else None
    except (SchemasMissing, FolderMissing):
        return None


def upgrade(data: dict[str, Any], number: int) -> dict[str, Any]:
    """Return the data of a file of an older schema as today's schema wants it; what no step knows stays as it is."""
    for step in STEPS[number - 1 :]:
        data = step(data)
    return data


def _version_in_catalogues(data: dict[str, Any]) -> dict[str, Any]:
    """Bring schema 1 to 2: a catalogue carries its own version and status."""
    if data.get("soort") not in _CATALOGUES or "versie" in data:
        return data
    head: dict[str, Any] = {name: data[name] for name in ("soort", "id") if name in data}
    # A key keeps the place where it first stands.
    return {**head, "versie": "1.0", "status": None, **data}


def _area_elsewhere(data: dict[str, Any]) -> dict[str, Any]:
    """Bring schema 2 to 3: what the policy is about is said by data/instelling.yaml, and not by the list of places."""
    if data.get("soort") != "plaatsen":
        return data
    return {name: value for name, value in data.items() if name != "gemeente"}


# The step at place 0 leads from schema 1 to 2, and so on.
STEPS: tuple[Step, ...] = (_version_in_catalogues, _area_elsewhere)


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
