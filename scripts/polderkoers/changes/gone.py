"""What earlier versions of the policy had, to tell of a reference that leads nowhere whether it once led somewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from polderkoers.changes.git import GitTree, resolve
from polderkoers.errors import PolderkoersError
from polderkoers.policy.model.catalogues import Versie
from polderkoers.policy.source import Document, read

_LABELS = ("naam", "titel", "wat", "waarvoor")


def labels_before(root: Path, listed: tuple[Versie, ...]) -> Callable[[], Mapping[str, str]]:
    """Return a function that gives the label of every item of earlier versions by its reference.

    These are the last commit, the one before it, and the last listed version, as far as they are here. They are read at
    the first question: right data never asks. Nothing is given where Git has nothing.
    """

    @cache
    def labels() -> Mapping[str, str]:
        found: dict[str, str] = {}
        for name in (*_commits(listed[-1:]), "HEAD~1", "HEAD"):
            found.update(_refs_of(root, name))  # the last commit wins
        return found

    return labels


def _commits(versions: tuple[Versie, ...]) -> list[str]:
    return [version.commit for version in versions if version.commit]


def _refs_of(root: Path, name: str) -> dict[str, str]:
    """Return the labels of a commit by reference; none when it cannot be read."""
    try:
        tree = GitTree(root, resolve(root, name))
        documents = [read(source) for source in tree.data_files() if source.file.endswith(".yaml")]
    except (PolderkoersError, OSError, ValueError):
        return {}
    found: dict[str, str] = {}
    for document in documents:
        found.update(_items(document.data) if isinstance(document, Document) else {})
    return found


def _items(data: Any) -> Iterator[tuple[str, str]]:
    """Yield the references and labels in a file, whatever version of the schema it follows."""
    file = data.get("id") if isinstance(data, dict) else None
    if not isinstance(file, str):
        return
    left: list[Any] = [data]
    while left:
        part = left.pop()
        if isinstance(part, list):
            left += part
        elif isinstance(part, dict):
            left += part.values()
            if isinstance(part.get("id"), str):
                ref = file if part is data else f"{file}/{part['id']}"
                yield ref, next((str(part[name]) for name in _LABELS if part.get(name)), "")
