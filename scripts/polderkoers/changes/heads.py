"""Which versions are compared, so that nobody can take another for them: name, date, decision, and the hash of what they hold."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from polderkoers.changes.content import content_of
from polderkoers.changes.git import GitTree, day_of
from polderkoers.changes.versions import Version
from polderkoers.policy.dutch_words import decider
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.tree import Tree

_SHORT = 12
_UNKNOWN = {True: "niet bekend", False: ""}
_NO_DATE = {True: "datum niet bekend", False: ""}


@dataclass(frozen=True)
class VersionHead:
    """What a version is. What is not known is empty; `content` is the hash of all files of the policy.

    Of one that `is_listed` it is said that its date or its decision is not known.
    """

    name: str
    date: str = ""
    adopted_by: str = ""
    decision: str = ""
    commit: str = ""
    content: str = ""
    is_listed: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """The decision and the hashes, as far as they are known, each in a few words."""
        told = (
            ("vastgesteld door", decider(self.adopted_by)),
            ("besluit", self.decision or _UNKNOWN[self.is_listed]),
            ("commit", self.commit[:_SHORT]),
            ("inhoud", self.content[:_SHORT]),
        )
        return tuple(f"{what} {value}" for what, value in told if value)

    @property
    def line(self) -> str:
        """All of it in a row: `Omgevingsvisie 2030 (2030; besluit niet bekend; inhoud e165c19f5b66)`."""
        told = [*filter(None, [self.date or _NO_DATE[self.is_listed]]), *self.marks]
        if not told:
            return self.name
        return f"{self.name} ({'; '.join(told)})"


def head_of(version: Version) -> VersionHead:
    """Return what a version is. Raises what reading its tree raises."""
    return _head(version.name, version.tree, version.listed)


def head_of_tree(name: str, tree: Tree) -> VersionHead:
    """Return what a tree is that goes by a name. Raises what reading it raises."""
    return _head(name, tree, None)


def head_of_listed(name: str, listed: Versie) -> VersionHead:
    """Return what the list says of a version, without its hashes."""
    date = datum_in_words(listed.datum or "")
    return VersionHead(name, date, listed.vastgesteld_door or "", listed.besluit or "", is_listed=True)


def _head(name: str, tree: Tree, listed: Versie | None) -> VersionHead:
    found = VersionHead(name)
    if isinstance(tree, GitTree):
        found = VersionHead(name, datum_in_words(day_of(tree.root, tree.commit)), commit=tree.commit)
    if listed is not None:
        found = dataclasses.replace(head_of_listed(name, listed), commit=found.commit)
    return dataclasses.replace(found, content=content_of(tree) or "")
