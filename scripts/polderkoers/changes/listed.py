"""What a proposal does to the list of versions: what each version that it adds holds, and what it takes away or alters."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import starmap
from pathlib import Path
from typing import Literal

from polderkoers.changes.compare import Comparison, compare
from polderkoers.changes.content import LIST, content_of
from polderkoers.changes.entry import named
from polderkoers.changes.git import GitTree, resolve
from polderkoers.changes.git_call import ask
from polderkoers.changes.line import Line
from polderkoers.changes.versions import listed_versions, load_version
from polderkoers.errors import PolderkoersError, TextNowhere, VersionUnknown
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.tree import Tree, WithSchemas

MOST = 5
"""So many new versions of one proposal are looked at; reading more would cost a stranger nothing and us much time."""

TextPlace = Literal["voorstel", "hoofdtak", "elders", "nergens"]
"""Where the text of a version is: what the proposal itself says, what stood on the main branch, another commit, or nowhere."""


@dataclass(frozen=True)
class Added:
    """A version that a proposal adds.

    `before` is the version before it in the list. `commit` holds its text, unless that is the text of the proposal. `beside` is
    what it holds beside the version before, and `apart` what the proposal says else than it. Both are None when there is
    nothing to compare with, or when it cannot be read, for which `reason` then says why. `torn` says that its commit holds
    something else than its `inhoud`.
    """

    version: Versie
    before: Versie | None
    place: TextPlace
    commit: str = ""
    beside: Comparison | None = None
    apart: Comparison | None = None
    reason: str = ""
    torn: bool = False


@dataclass(frozen=True)
class Altered:
    """A version that was in the list and now says something else.

    `other_text` says whether it stands for another text, and `loose` whether it now names a commit that moves or is not there.
    """

    old: Versie
    new: Versie
    fields: tuple[str, ...]
    other_text: bool
    loose: bool = False


@dataclass(frozen=True)
class ListChanges:
    """What happens to the list; of what comes in, only the first are looked at, and `unseen` is how many more there are.

    `moved` says that versions that were there stand in another order, `broken` that the list has a fault, so that nothing else is
    known, and `behind` that the main branch has other policy since the proposal began: what it adopts will then be no more.
    """

    added: tuple[Added, ...] = ()
    unseen: int = 0
    removed: tuple[Versie, ...] = ()
    altered: tuple[Altered, ...] = ()
    moved: bool = False
    broken: bool = False
    behind: bool = False


@dataclass(frozen=True)
class ProposalSide:
    """One side of a proposal: its commit by full id, the tree to read it from, and what was read."""

    commit: str
    tree: Tree
    loaded: Loaded

    @property
    def versions(self) -> dict[str, Versie]:
        """The listed versions by id."""
        return {version.id: version for version in listed_versions(self.loaded.policy)}


def list_changes(
    root: Path, old: ProposalSide, new: ProposalSide, tip: str, read: Callable[[Tree], Loaded]
) -> ListChanges:
    """Return what a proposal does to the list of versions.

    `old` is where it began, and `tip` the commit (by full id) that it would be brought to. `read` reads a tree and
    checks it; it is handed in because importing it would make the longest chain of imports longer. Raises `HistoryUnreadable` when
    it cannot be known where a version stood.
    """
    if _is_broken(new):
        return ListChanges(broken=True)
    before, now = old.versions, new.versions
    finder = _TextFinder(root, old, new, read)
    fresh = [pair for pair in _with_earlier(now) if pair[0].id not in before]
    added = tuple(starmap(finder.added, fresh[:MOST]))
    moved_on = tip != old.commit and content_of(GitTree(root, tip)) != content_of(old.tree)
    return ListChanges(
        added,
        len(fresh) - len(added),
        tuple(version for id_, version in before.items() if id_ not in now),
        tuple(finder.altered(before[id_], now[id_]) for id_ in _shared(before, now) if before[id_] != now[id_]),
        moved=_shared(before, now) != _shared(now, before),
        behind=moved_on and any(each.place == "voorstel" for each in added),
    )


def _shared(one: dict[str, Versie], other: dict[str, Versie]) -> list[str]:
    """Return the ids that two lists share, in the order of the first."""
    return [id_ for id_ in one if id_ in other]


def _is_broken(side: ProposalSide) -> bool:
    """Return whether the list is there and could not be read."""
    there = {source.file for source in side.tree.data_files()}
    return LIST in there and LIST not in {document.file for document in side.loaded.documents}


def _with_earlier(versions: dict[str, Versie]) -> Iterator[tuple[Versie, Versie | None]]:
    """Yield each version with the one before it in the list."""
    row = [*versions.values()]
    yield from zip(row, [None, *row], strict=False)


class _TextFinder:
    """Finds where the text of a version is, and reads it once."""

    def __init__(self, root: Path, old: ProposalSide, new: ProposalSide, read: Callable[[Tree], Loaded]) -> None:
        self._root, self._old, self._new, self._load = root, old, new, read
        self._line = Line(root, old.commit)
        self._proposed = content_of(new.tree)
        self._known: dict[str, Loaded] = {}

    def added(self, version: Versie, before: Versie | None) -> Added:
        """Return an added version with what it holds."""
        place, commit = self._place(version)
        told = Added(version, before, place, commit, torn=self._torn(version))
        try:
            held = self._loaded(place, commit)
            if before is not None:
                told = dataclasses.replace(told, beside=compare(self._loaded(*self._place(before)), held))
        except PolderkoersError as error:
            return dataclasses.replace(told, reason=str(error))
        if place == "voorstel":
            return told
        return dataclasses.replace(told, apart=compare(held, self._new.loaded))

    def altered(self, old: Versie, new: Versie) -> Altered:
        """Return which fields of a version changed, and whether it now stands for another text."""
        fields = tuple(_differing(old, new))
        was, now = self._content(old), self._content(new)
        other = was is None or was != now or self._torn(new)
        return Altered(old, new, fields, other_text=other, loose="commit" in fields and self._is_loose(new))

    def _is_loose(self, version: Versie) -> bool:
        if not version.commit:
            return False
        found = named(self._root, version.commit)
        return found.commit is None or not found.fixed

    def _place(self, version: Versie) -> tuple[TextPlace, str]:
        content = self._content(version)
        if content is None:
            return "nergens", ""
        if content == self._proposed:
            return "voorstel", ""
        if commit := self._line.holding(content):
            return "hoofdtak", commit
        own = self._commit(version)
        if not own or self._held(own) != content:
            return self._in_proposal(content)
        # What was listed before has been looked at then, whatever road it came by.
        if content in map(self._content, self._old.versions.values()):
            return "hoofdtak", own
        return "elders", own

    def _in_proposal(self, content: str) -> tuple[TextPlace, str]:
        """Look for a content among the commits that the proposal brings along."""
        own = ask(self._root, "rev-list", "--end-of-options", self._new.commit, f"^{self._old.commit}", "--", "data")
        for commit in own.split():
            if self._held(commit) == content:
                return "elders", commit
        return "nergens", ""

    def _torn(self, version: Versie) -> bool:
        """Return whether the commit of a version is there and holds something else than the version says."""
        own = self._commit(version)
        return bool(own and version.inhoud and self._held(own) != version.inhoud)

    def _content(self, version: Versie) -> str | None:
        if version.inhoud:
            return version.inhoud
        own = self._commit(version)
        return self._held(own) if own else None

    def _held(self, commit: str) -> str | None:
        return content_of(GitTree(self._root, commit))

    def _commit(self, version: Versie) -> str:
        if not version.commit:
            return ""
        try:
            return resolve(self._root, version.commit)
        except VersionUnknown:
            return ""

    def _loaded(self, place: TextPlace, commit: str) -> Loaded:
        """Return what a version holds. Raises a `PolderkoersError` when it cannot be had or read."""
        if place == "voorstel":
            return self._new.loaded
        if not commit:
            raise TextNowhere
        if commit not in self._known:
            self._known[commit] = self._loaded_from(place, GitTree(self._root, commit))
        return self._known[commit]

    def _loaded_from(self, place: TextPlace, tree: GitTree) -> Loaded:
        # The schemas of a stranger's commit are code of a kind; those of the main branch are ours, of then.
        if place == "elders":
            return self._load(WithSchemas(tree, self._old.tree.schemas()))
        return load_version(tree, self._root)


def _differing(old: Versie, new: Versie) -> Iterator[str]:
    """Yield the names of the fields in which two entries differ; where they stand in the file is none."""
    for field in dataclasses.fields(old):
        if field.name != "pointer" and getattr(old, field.name) != getattr(new, field.name):
            yield field.name
