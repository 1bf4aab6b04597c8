"""The versions of a policy: which there are, and any of them as a tree or loaded, without touching the working copy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from polderkoers.changes.content import LIST, content_of
from polderkoers.changes.entry import why_none
from polderkoers.changes.git import GitTree, resolve, resolve_given
from polderkoers.changes.git_call import is_shallow
from polderkoers.changes.kept import Current
from polderkoers.changes.line import Line, head_of
from polderkoers.changes.upgrade import VersionReader
from polderkoers.errors import (
    CloneShallow,
    ContentOther,
    HistoryUnreadable,
    ListUnreadable,
    PolderkoersError,
    VersionUnknown,
)
from polderkoers.policy.general import general_policy
from polderkoers.policy.index import Policy
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.adressen import ADDRESSES, RENAMED
from polderkoers.policy.model.build import build_file
from polderkoers.policy.model.versies import NOW, Versie
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document, read
from polderkoers.policy.stones import Stones
from polderkoers.policy.tree import Folder, Tree
from polderkoers.policy.underlay import policy_of

_ADDRESSES = f"data/{ADDRESSES}.yaml"


@dataclass(frozen=True)
class Version:
    """A version that was opened: its id or what it was asked by, a name for a reader, and where its files are.

    `listed` is its entry in data/versies.yaml, None for the state of today, a folder, or any other commit. `commit` names where
    the text of a listed version is: as the list does, or the full id of another commit that holds it; empty when none does yet.
    """

    id: str
    name: str
    tree: Tree
    listed: Versie | None = None
    commit: str = ""


def listed_versions(policy: Policy) -> tuple[Versie, ...]:
    """Return the versions that data/versies.yaml lists, in its order: the oldest first."""
    return tuple(entry.item for entry in policy.of_kind("versie") if isinstance(entry.item, Versie))


@dataclass(frozen=True)
class Listing:
    """What the list of versions says, before anything else is loaded; `broken` when it is there and has a fault."""

    versions: tuple[Versie, ...] = ()
    broken: bool = False


def listing_of(tree: Tree) -> Listing:
    """Return the list of a tree; one with another name, such as versies.yml, is a list that cannot be read."""
    found = Listing()
    for source in tree.data_files():
        if source.file == LIST:
            document = read(source)
            if not isinstance(document, Document) or [*document.remarks, *Schemas(tree).check(document)]:
                return Listing(broken=True)
            return Listing(listed_versions(Policy([build_file(document)])))
        if PurePosixPath(source.file).name.casefold().partition(".")[0] == "versies":
            found = Listing(broken=True)
    return found


def called_now(tree: Tree) -> dict[str, str]:
    """Return the references of today by those of then, as the list of addresses of a tree says; none when it cannot be read."""
    for source in tree.data_files():
        document = read(source) if source.file == _ADDRESSES else None
        if isinstance(document, Document) and not [*document.remarks, *Schemas(tree).check(document)]:
            stones = Stones(Policy([build_file(document)])).all
            return {
                each.adres.was: each.adres.nu[0] for each in stones if each.adres.gebeurd == RENAMED and each.adres.nu
            }
    return {}


def listed_versions_of(tree: Tree) -> tuple[Versie, ...]:
    """Return the versions that a tree lists; none when it has no list. Raises `ListUnreadable` when that has a fault."""
    found = listing_of(tree)
    if found.broken:
        raise ListUnreadable
    return found.versions


def open_version(root: Path, name: str, listed: tuple[Versie, ...]) -> Version:
    """Return a version by its id, `nu`, the path of a folder, or a tag, branch or commit of Git; in that order.

    Raises `VersionUnknown`, `ContentOther` or `HistoryUnreadable` when it cannot be had.
    """
    if name == NOW:
        return Version(NOW, "Nu", Folder(root))
    for version in listed:
        if version.id == name:
            tree, commit = _place_of(root, version)
            return Version(name, version.naam, tree, version, commit)
    folder = Path(name)
    if name and "\0" not in name and (folder / "data").is_dir():
        return Version(name, f"map {folder.resolve().name}", Folder(folder))
    try:
        return Version(name, name, GitTree(root, resolve_given(root, name)))
    except VersionUnknown as unknown:
        known = [version.id for version in listed]
        raise VersionUnknown(name, unknown.reason, (*known, NOW)) from unknown


def open_as_listed(root: Path, name: str, listing: Listing) -> Version:
    """Return what `open_version` does, by a list as far as it can be read.

    Raises `ListUnreadable` in the place of `VersionUnknown` when the list has a fault, and may well have the version.
    """
    try:
        return open_version(root, name, listing.versions)
    except VersionUnknown:
        if listing.broken:
            raise ListUnreadable from None
        raise


def _place_of(root: Path, version: Versie) -> tuple[Tree, str]:
    """Return where the text of a listed version is, and the name of that commit.

    That is the commit on the line of the branch that holds the text, where its entry came or else before: by its schemas the
    files are read, and those of a commit beside the line have been seen by nobody. Only a text that never stood on the line
    is read where the entry says; before anything is committed, it is the working copy.
    """
    named, unknown = _named(root, version)
    if version.inhoud is None:
        if named is None:
            raise unknown
        return named, version.commit or ""
    right = named is not None and content_of(named) == version.inhoud
    line = Line(root, head_of(root))
    # Where the entry came, its text is near; only one that came before its text is looked for everywhere.
    if moved := line.holding(version.inhoud, line.brought(version.id, version.inhoud)) or line.holding(version.inhoud):
        known = named is not None and right and named.commit in line.commits
        commit = version.commit if known else moved
        return GitTree(root, moved), commit or ""
    if named is not None and right:
        return named, version.commit or ""
    if version.inhoud in Current(root, Folder(root)):
        return Folder(root), ""
    if named is None:
        raise unknown
    raise ContentOther(version.id)


def _named(root: Path, version: Versie) -> tuple[GitTree | None, PolderkoersError]:
    """Return the commit that an entry names, if it is there, and otherwise the error that says so."""
    if version.commit is None and is_shallow(root):
        return None, CloneShallow(version.id)
    if version.commit is None:
        reason = "er staat geen commit bij, en haar inhoud staat nergens in de geschiedenis van Git"
        return None, VersionUnknown(version.id, reason)
    try:
        return GitTree(root, resolve(root, version.commit)), ContentOther(version.id)
    except VersionUnknown:
        return None, VersionUnknown(version.id, why_none(root, version.commit))
    except CloneShallow:
        return None, CloneShallow(version.id)


@dataclass(frozen=True)
class Missing:
    """A listed version that cannot be had here, and why, in Dutch, for whoever builds the site.

    A reader of the site can do nothing about it. `no_history` says that nothing can be had, through no fault of the list.
    """

    version: Versie
    reason: str
    no_history: bool = False


def available(root: Path, listed: tuple[Versie, ...]) -> tuple[tuple[Version, ...], tuple[Missing, ...]]:
    """Return the listed versions that can be opened, the oldest first, and those that cannot."""
    found: list[Version] = []
    missing: list[Missing] = []
    for version in listed:
        try:
            found.append(open_version(root, version.id, (version,)))
        except PolderkoersError as error:
            missing.append(Missing(version, str(error), isinstance(error, HistoryUnreadable)))
    return tuple(found), tuple(missing)


def load_version(tree: Tree, today: Path) -> Loaded:
    """Load a version of any age into the model of today.

    A file of a version that has schemas is judged by those, brought up to date step by step, and judged once more by the schemas
    under `today`. What cannot be brought over is named in the problems and left out, never dropped in silence.
    Data that say themselves which schemas they follow need none beside them. Rules across files are not run: an old version is
    what it is. Raises `FolderMissing`, `SchemaBroken`, `DataNewer`, or `HistoryUnreadable` when a part of it is not here.
    """
    reader = VersionReader(tree, today)
    found = reader.read_all(reader.sources)
    policy = policy_of(map(build_file, found.documents), general_policy())
    return Loaded(policy, tuple(sorted(found.problems)), found.count, tuple(found.documents))
