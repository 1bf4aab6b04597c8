"""The versions of a policy: which there are, and any of them as a tree or loaded, without touching the working copy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polderkoers.changes.compare import compare_data
from polderkoers.changes.git import GitTree, blob_id, resolve
from polderkoers.changes.upgrade import schema_number, upgrade
from polderkoers.errors import CloneShallow, FolderMissing, PolderkoersError, VersionUnknown
from polderkoers.policy.index import Policy
from polderkoers.policy.load import Loaded
from polderkoers.policy.model.build import build_file
from polderkoers.policy.model.catalogues import Versie
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import Folder, Tree
from polderkoers.problems import Problem

NOW = "nu"


@dataclass(frozen=True)
class Version:
    """A version that was opened: its id or what it was asked by, a name for a reader, and where its files are.

    `listed` is its entry in data/versies.yaml, None for the state of today, a folder, or any other commit.
    """

    id: str
    name: str
    tree: Tree
    listed: Versie | None = None


def listed_versions(policy: Policy) -> tuple[Versie, ...]:
    """Return the versions that data/versies.yaml lists, in its order: the oldest first."""
    return tuple(entry.item for entry in policy.of_kind("versie") if isinstance(entry.item, Versie))


def listed_versions_of(tree: Tree) -> tuple[Versie, ...]:
    """Return the versions that a tree lists, before anything else of it is loaded; none when the list is not right."""
    for source in tree.data_files():
        if source.file == "data/versies.yaml":
            document = read(source)
            if isinstance(document, Document) and not [*document.remarks, *Schemas(tree).check(document)]:
                return listed_versions(Policy([build_file(document)]))
    return ()


def open_version(root: Path, name: str, listed: tuple[Versie, ...]) -> Version:
    """Return a version by its id, `nu`, the path of a folder, or a tag, branch or commit of Git; in that order.

    Raises `VersionUnknown`, `CloneShallow`, `NoRepository` or `GitMissing` when it cannot be had.
    """
    if name == NOW:
        return Version(NOW, "Nu", Folder(root))
    for version in listed:
        if version.id == name:
            return Version(name, version.naam, GitTree(root, _commit(root, version)), version)
    folder = Path(name)
    if name and "\0" not in name and (folder / "data").is_dir():
        return Version(name, f"map {folder.resolve().name}", Folder(folder))
    try:
        return Version(name, name, GitTree(root, resolve(root, name)))
    except VersionUnknown as unknown:
        raise VersionUnknown(name, unknown.reason, (*(version.id for version in listed), NOW)) from unknown


def _commit(root: Path, version: Versie) -> str:
    try:
        return resolve(root, version.commit)
    except VersionUnknown as unknown:
        raise VersionUnknown(version.id, f"{version.commit} is er niet in de geschiedenis van Git") from unknown
    except CloneShallow as shallow:
        raise CloneShallow(version.id) from shallow


@dataclass(frozen=True)
class Missing:
    """A listed version that cannot be had here, and why, in Dutch."""

    version: Versie
    reason: str


def available(root: Path, listed: tuple[Versie, ...]) -> tuple[tuple[Version, ...], tuple[Missing, ...]]:
    """Return the listed versions that can be opened, the oldest first, and those that cannot."""
    found: list[Version] = []
    missing: list[Missing] = []
    for version in listed:
        try:
            found.append(open_version(root, version.id, (version,)))
        except PolderkoersError as error:
            missing.append(Missing(version, str(error)))
    return tuple(found), tuple(missing)


def load_version(tree: Tree, today: Path) -> Loaded:
    """Load a version of any age into the model of today.

    A file is judged by the schema of its own version, brought up to date step by step, and judged once more by the
    schemas under `today`. What cannot be brought over is named in the problems and left out, never dropped in silence.
    Rules across files are not run: an old version is what it is. Raises `FolderMissing` or `SchemaBroken`.
    """
    texts = tree.schemas()
    if not texts:
        raise FolderMissing(today, "schema")
    own, current = Schemas(tree), Schemas(Folder(today))
    number = schema_number(texts)
    documents: list[Document] = []
    problems: list[Problem] = []
    count = 0
    for source in tree.data_files():
        count += 1
        outcome = read(source)
        refused = [outcome] if isinstance(outcome, Problem) else list(own.judge(outcome))
        if isinstance(outcome, Document) and not refused:
            outcome = Document(outcome.file, upgrade(outcome.data, number), outcome.text)
            refused = list(current.check(outcome))
            documents += [] if refused else [outcome]
        problems += refused
    policy = Policy(build_file(document) for document in documents)
    return Loaded(policy, tuple(sorted(problems)), count, tuple(documents))


def unraised(root: Path, tree: Tree, listed: tuple[Versie, ...]) -> frozenset[str]:
    """Return the files of a tree that say something else than in the last listed version, under the same version number.

    Empty when that version cannot be had here: whoever asks for it elsewhere is told why.
    """
    past, _ = available(root, listed[-1:])
    if not past:
        return frozenset()
    before = {source.file: source for source in past[0].tree.data_files()}
    number = schema_number(past[0].tree.schemas())
    found = set()
    for source in tree.data_files():
        old = before.get(source.file)
        content = source.read()
        if old is None or (isinstance(content, bytes) and old.key == blob_id(content)):
            continue
        then, now = read(old), read(source)
        if (
            isinstance(then, Document)
            and isinstance(now, Document)
            and _says_else(upgrade(then.data, number), now.data)
        ):
            found.add(source.file)
    return frozenset(found)


def _says_else(old: Any, new: Any) -> bool:
    if not (isinstance(old, dict) and isinstance(new, dict)) or old.get("versie") != new.get("versie"):
        return False
    return bool(compare_data({"x": old}, {"x": new}).changes)
