"""What earlier versions of the policy had, to tell of a reference that leads nowhere whether it once led somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polderkoers.changes.change import LABELS
from polderkoers.changes.git import GitTree, resolve
from polderkoers.errors import PolderkoersError
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.source import Document, read

if TYPE_CHECKING:
    from polderkoers.changes.versions import Version
    from polderkoers.policy.rules.finding import Held
    from polderkoers.policy.tree import Tree


def labels_before(root: Path, listed: tuple[Versie, ...]) -> Callable[[], Mapping[str, str]]:
    """Return a function that gives the label of every item of earlier versions by its reference.

    These are the last commit, the one before it, and the last listed version, as far as they are here. They are read at
    the first question: right data never asks. Nothing is given where Git has nothing.
    """

    @cache
    def labels() -> Mapping[str, str]:
        found: dict[str, str] = {}
        for name in (*_commit(listed), "HEAD~1", "HEAD"):
            found.update(_refs_of(root, name))  # the last commit wins
        return found

    return labels


def _commit(listed: tuple[Versie, ...]) -> list[str]:
    """Return what the last listed version names, if it names a commit."""
    if not listed or not listed[-1].commit:
        return []
    return [listed[-1].commit]


def _refs_of(root: Path, name: str) -> dict[str, str]:
    """Return the labels of a commit by reference; none when it cannot be read."""
    try:
        return _refs_in(GitTree(root, resolve(root, name)))
    except (PolderkoersError, OSError, ValueError):
        return {}


def held_by(opened: tuple[Version | None, ...]) -> Held:
    """Return a function that gives the references of what a version holds, by its id; nothing where it cannot be read. Each is read once, when asked."""
    trees = {version.id: version.tree for version in opened if version is not None}

    @cache
    def held(version: str) -> frozenset[str]:
        try:
            return frozenset(_refs_in(trees[version]) if version in trees else ())
        except (PolderkoersError, OSError, ValueError):
            return frozenset()

    return held


def _refs_in(tree: Tree) -> dict[str, str]:
    """Return the labels of all items of a tree by reference. Raises what reading the tree raises."""
    documents = [read(source) for source in tree.data_files() if source.file.endswith(".yaml")]
    found: dict[str, str] = {}
    for document in documents:
        if isinstance(document, Document):
            found.update(_items(document.data))
    return found


def _items(data: Any) -> Iterator[tuple[str, str]]:
    """Yield the references and labels in a file, whatever version of the schema it follows."""
    if not isinstance(data, dict) or not isinstance(data.get("id"), str):
        return
    file: str = data["id"]
    left: list[Any] = [data]
    while left:
        part = left.pop()
        if isinstance(part, list):
            left += part
        elif isinstance(part, dict):
            left += part.values()
            if isinstance(part.get("id"), str):
                ref = file if part is data else f"{file}/{part['id']}"
                yield ref, _label(part)


def _label(part: dict[str, Any]) -> str:
    for name in LABELS:
        if part.get(name):
            return str(part[name])
    return ""
