"""What the main branch is called, and which branches of that name are known here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from polderkoers.changes.git_call import answers

DEFAULTS = frozenset({"main", "master"})
# Whose main branch is ours: that of where this was cloned from, of what a fork was made of, and the one here. The main branch
# of anybody else may be a proposal.
PUBLISHED = ("refs/remotes/origin", "refs/remotes/upstream")
OURS = ("refs/heads", *PUBLISHED)


def main_names(root: Path) -> frozenset[str]:
    """Return what the main branch is called, or may be called where nothing tells.

    Of `main` and `master` only one is the main branch; whoever may push a proposal may call it by the other name.
    """
    if told := told_name(root):
        return frozenset({told})
    if names_of(mains(root, DEFAULTS, *OURS)) == DEFAULTS:
        return frozenset({"main"})
    return DEFAULTS


def names_in_merges(root: Path) -> frozenset[str]:
    """Return by which names the subject of a merge may speak of the main branch, that of before a renaming too.

    Where nothing tells and no branch has a usual name, it is the branch that is checked out, or the only one that was fetched.
    """
    told = told_name(root)
    known = names_of(_branches(root, *OURS))
    if told or not known or known & DEFAULTS:
        return DEFAULTS | {told or "main"}
    if here := answers(root, "symbolic-ref", "--quiet", "--short", "HEAD"):
        return frozenset({here})
    return if_one(names_of(_branches(root, *PUBLISHED)))


def told_name(root: Path) -> str:
    """Return what the place that this was cloned from calls its main branch; nothing when that is not known."""
    told = answers(root, "symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD")
    return told.partition("/")[2]


def mains(root: Path, names: frozenset[str], *spaces: str) -> list[str]:
    """Return the full names of all branches of these names that are known here."""
    return [ref for ref in _branches(root, *spaces) if branch_of(ref) in names]


def _branches(root: Path, *spaces: str) -> list[str]:
    refs = answers(root, "for-each-ref", "--format=%(refname)", *spaces).split("\n")
    return [ref for ref in refs if ref and branch_of(ref) != "HEAD"]


def names_of(refs: Iterable[str]) -> frozenset[str]:
    """Return the names of branches without the places that they stand in."""
    return frozenset(map(branch_of, refs))


def if_one(names: frozenset[str]) -> frozenset[str]:
    """Return names when there is just one; nothing when that may be either of more."""
    return names if len(names) == 1 else frozenset()


def branch_of(ref: str) -> str:
    """Return the name of a branch without the place that it stands in: `refs/remotes/origin/main` gives `main`."""
    parts = ref.split("/")
    first = 3 if parts[1] == "remotes" else 2
    return "/".join(parts[first:])
