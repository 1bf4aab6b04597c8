"""Judges data/versies.yaml by the history: whether each version is what it says, and really stood where people saw it.

What others call:

    judge(root, tree, base=None) -> Judgement

`root` is the project, `tree` what is checked (`Folder(root)`, a changed tree, or the `GitTree` of a proposal), `base` the
full id of the commit that it is made on (`git.resolve` gives it); without one that is HEAD, or where the branch left the
main branch. `Judgement.past` goes to `policy.load.load(tree, past)`, which makes problems of it at their line. When
`Judgement.failure` is there, the history could not be read, and nothing is sure about the versions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from polderkoers.changes.claims import Judged, changed, commits, contents, doubled, origins
from polderkoers.changes.compare import compare_data
from polderkoers.changes.content import LIST
from polderkoers.changes.former import former
from polderkoers.changes.git import GitTree
from polderkoers.changes.git_call import is_shallow
from polderkoers.changes.gone import held_by, labels_before
from polderkoers.changes.line import Line, head_of, own_line, published_lines
from polderkoers.changes.raised import unraised
from polderkoers.changes.reworded import reworded
from polderkoers.changes.sequence import dates, sequence, unreadable
from polderkoers.changes.versions import Listing, Version, called_now, listing_of, open_version
from polderkoers.errors import (
    CloneCut,
    HistoryUnreadable,
    NoRepository,
    NothingCommitted,
    PolderkoersError,
    RepositoryAround,
    SchemasMissing,
)
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.rules.finding import Note, Past
from polderkoers.policy.tree import Tree

# Without a list and without any history of its own, a policy is new: there is nothing to compare it with.
_NEW = (NoRepository, NothingCommitted, RepositoryAround)


@dataclass(frozen=True)
class Judgement:
    """What the history says of a tree.

    `failure` is why it could not be read though versions are listed; `unchecked` why nothing was compared where no version
    is listed, in words. Both are empty when all was compared.
    """

    past: Past = field(default_factory=Past)
    failure: HistoryUnreadable | None = None
    unchecked: str = ""


def judge(root: Path, tree: Tree, base: str | None = None) -> Judgement:
    """Judge the list of a tree, and what changed in its files. Raises `FolderMissing` when the tree has no data."""
    listing = listing_of(tree)
    try:
        line = Line(root, base) if base else own_line(root)
        if is_shallow(root) and not listing.broken:
            raise CloneCut
        return Judgement(_past(root, tree, listing, line))
    except HistoryUnreadable as failure:
        if listing.versions or _has_list(root, tree):
            return Judgement(failure=failure)
        if isinstance(failure, _NEW):
            return Judgement()
        return Judgement(unchecked=str(failure))


def _has_list(root: Path, tree: Tree) -> bool:
    """Return whether a tree has a list of versions, or the last commit has one that names any."""
    if any(source.file == LIST for source in tree.data_files()):
        return True
    try:
        return bool(Line(root, head_of(root)).claims)
    except HistoryUnreadable:
        return False


def _past(root: Path, tree: Tree, listing: Listing, line: Line) -> Past:
    tip = GitTree(root, line.tip)
    since = _unraised(tip, tree)
    if listing.broken:
        return Past(unraised_since=since, former=former([tip], tree), labels=labels_before(root, ()))
    entries = tuple(Judged(root, version) for version in listing.versions)
    opened = tuple(_opened(root, version) for version in listing.versions)
    lines = (line, *published_lines(root, line.tip))
    found: Iterator[Note] = chain(
        commits(entries),
        contents(entries, line),
        origins(entries, lines, tree),
        changed(entries, line),
        doubled(entries, line),
        reworded(entries, line, called_now(tree)),
        sequence(opened),
        dates(opened),
        unreadable(opened, root),
    )
    notes = tuple(found)
    # A version that is not what it says is no measure: its own fault is told, and nothing else because of it.
    blamed = {note.version for note in notes if note.level == "fout"}
    labels, held = labels_before(root, listing.versions), held_by(opened)
    last = opened[-1] if opened else None
    if last is None or last.id in blamed:
        return Past(frozenset(), since, notes, former([tip], tree), labels, held)
    return Past(_unraised(last.tree, tree), since, notes, former([last.tree, tip], tree), labels, held)


def _unraised(old: Tree, new: Tree) -> frozenset[str]:
    try:
        return unraised(old, new, compare_data)
    except SchemasMissing:
        return frozenset()


def _opened(root: Path, version: Versie) -> Version | None:
    """Return a version as readers of the site get it, and None when there is none: a note says why."""
    try:
        return open_version(root, version.id, (version,))
    except HistoryUnreadable:
        raise
    except PolderkoersError:
        return None
