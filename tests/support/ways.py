"""The ways in which a proposal comes to main: the branch `voorstel` of a repository that a test made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from support.git import git, save

Way = Callable[[Path], None]


def merge(root: Path) -> None:
    """Bring the proposal to main with a merge commit."""
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "Merge pull request #1 from iemand/voorstel", "voorstel")


def squash(root: Path) -> None:
    """Bring the proposal to main as one commit."""
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--squash", "voorstel")
    save(root, "in een keer (#1)")


def rebase(root: Path) -> None:
    """Bring the proposal to main commit by commit."""
    git(root, "rebase", "--quiet", "--force-rebase", "main", "voorstel")
    forward(root)


def forward(root: Path) -> None:
    """Bring the proposal to main as it is."""
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--ff-only", "voorstel")


def in_ways(*dangerous: Way) -> pytest.MarkDecorator:
    """Run a test with the ways in which what it is about goes wrong most easily, and with `--whole` with all four."""
    others = [way for way in (merge, squash, rebase, forward) if way not in dangerous]
    return pytest.mark.parametrize("way", [*dangerous, *(pytest.param(way, marks=pytest.mark.whole) for way in others)])
