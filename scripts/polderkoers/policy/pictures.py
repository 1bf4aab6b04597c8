"""Which files a project has for its site beside the data: a report may name a picture among them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, runtime_checkable

DOCS, SETTINGS = "docs", "mkdocs.yml"
Pictures = Callable[[], frozenset[str] | None]
_ELSEWHERE = re.compile(r"^docs_dir\s*:", re.MULTILINE)


@runtime_checkable
class HasPictures(Protocol):
    """A tree that knows what stands beside its data."""

    def pictures(self) -> frozenset[str] | None:
        """Return the files below docs/ by their path from there; None when that is not known."""


def pictures_of(tree: object) -> frozenset[str] | None:
    """Return what a tree says of the files below docs/, None when it knows nothing of those."""
    return tree.pictures() if isinstance(tree, HasPictures) else None


def is_elsewhere(settings: str) -> bool:
    """Return whether the settings of a site name another folder than docs/ for its pages and pictures."""
    return bool(_ELSEWHERE.search(settings))


def pictures_in(root: Path) -> frozenset[str] | None:
    """Return the files below docs/ in a folder, none when it has no such folder; None when that cannot be read or the site has another."""
    docs, settings = root / DOCS, root / SETTINGS
    try:
        if settings.is_file() and is_elsewhere(settings.read_text("utf-8", "replace")):
            return None
        return frozenset(path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    except OSError:
        return None
