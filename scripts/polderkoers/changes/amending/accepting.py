"""Accepts an amendment: one commit on the proposal, of which the comparison with the proposal is exactly the amendment."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polderkoers.changes.change import Change
from polderkoers.changes.compare import compare_data
from polderkoers.changes.document import as_object
from polderkoers.changes.git import GitTree, changed_paths
from polderkoers.changes.git_write import commit_on, is_checked_out, move, tip_of
from polderkoers.errors.amending import NotAccepted
from polderkoers.policy.source import Document, read

if TYPE_CHECKING:
    from polderkoers.changes.amending.amendment import Amendment
    from polderkoers.changes.amending.files import AmendedFiles

_SUBJECT = 72


def branch_ready(root: Path, branch: str, proposal: str) -> str:
    """Return where a branch is that an amendment is to be on, nothing when it is not there yet.

    It must be at the commit of the proposal, and nobody may work on it. Raises `NotAccepted` otherwise.
    """
    tip = tip_of(root, branch)
    if tip and tip != proposal:
        raise NotAccepted(
            f"De tak '{branch}' staat niet op het voorstel: er zit al iets anders in.",
            "kies een nieuwe naam voor de tak, of noem die tak als VOORSTEL.",
        )
    if tip and is_checked_out(root, branch):
        raise NotAccepted(
            f"In de tak '{branch}' werkt iemand: zij is uitgecheckt, en de bestanden daar zouden achterlopen.",
            "kies een nieuwe naam voor de tak. Haal haar daarna binnen met git merge --ff-only.",
        )
    return tip


@dataclass(frozen=True)
class Wanted:
    """An amendment to accept, with the files that it makes, and what it changes in the data of the proposal."""

    amendment: Amendment
    files: AmendedFiles
    changes: Sequence[Change]


def accept(root: Path, proposal: str, branch: str, wanted: Wanted) -> str:
    """Return the commit that an amendment became on a branch.

    `proposal` is the full id of a commit. Raises `NotAccepted` when the commit would not be exactly the amendment, the branch is
    elsewhere, or Git does not know who commits; the branch has not moved then.
    """
    tip = branch_ready(root, branch, proposal)
    commit = commit_on(root, proposal, wanted.files.contents, message_of(wanted.amendment, proposal))
    if not _is_exactly(root, proposal, commit, wanted):
        raise NotAccepted(
            "De commit zou niet precies het amendement zijn.",
            "meld dit bij de beheerder van de site, met het amendement erbij.",
        )
    move(root, branch, tip, commit, "polderkoers amend")
    return commit


def _is_exactly(root: Path, proposal: str, commit: str, wanted: Wanted) -> bool:
    """Return whether a commit differs from the proposal by an amendment, and by nothing else."""
    if changed_paths(root, proposal, commit) != tuple(sorted(wanted.files.contents)):
        return False
    found = compare_data(_data_of(root, proposal), _data_of(root, commit)).changes
    return _as_told(found) == _as_told(wanted.changes)


def _data_of(root: Path, commit: str) -> dict[str, Any]:
    documents = map(read, GitTree(root, commit).data_files())
    return {found.file: found.data for found in documents if isinstance(found, Document)}


def _as_told(changes: Sequence[Change]) -> list[str]:
    return sorted(json.dumps(_told(as_object(change)), sort_keys=True) for change in changes)


def _told(change: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a change says; how much it matters depends on the words that all files have."""
    return {name: value for name, value in change.items() if name not in ("significance", "meaning")}


def message_of(amendment: Amendment, proposal: str) -> str:
    """Return the message of the commit: which amendment it is, who handed it in, on what, and why."""
    subject = " ".join(f"Neem amendement over: {amendment.title}".split())
    if len(subject) > _SUBJECT:
        subject = f"{subject[: _SUBJECT - 1].rstrip()}…"
    facts = (
        ("Amendement", amendment.number or amendment.title),
        ("Indiener", amendment.by),
        ("Datum", amendment.date),
        ("Voorstel", proposal),
    )
    lines = [f"{name}: {' '.join(text.split())}" for name, text in facts if text]
    parts = [subject, "\n".join(lines), amendment.explanation]
    return "\n\n".join(filter(None, parts)).replace("\0", "") + "\n"
