"""What a proposal and an amendment are compared with: where each left what it is made on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from polderkoers.changes.amending.amendment import SUFFIXES, Amendment, read_amendment
from polderkoers.changes.compare import compare
from polderkoers.changes.document import as_object
from polderkoers.changes.git import GitTree, changed_paths
from polderkoers.changes.git_call import answers
from polderkoers.changes.line import common, head_of, own_line
from polderkoers.changes.mains import OURS, main_names, mains
from polderkoers.changes.versions import Version, load_version
from polderkoers.errors.amending import AmendmentIncomplete, InForceUnknown
from polderkoers.policy.dutch_words import some
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.versies import NOW

_MOST = 5


@dataclass(frozen=True)
class ProposalPlace:
    """A proposal that was opened. `commit` is the one that it is, or for the files of today the one that they are made on."""

    root: Path
    version: Version
    commit: str

    def in_force(self) -> str:
        """Return the commit where the proposal left the main branch. Raises `InForceUnknown` when nothing tells."""
        found = self.start
        if not found:
            raise InForceUnknown(self.version.name)
        return found

    @property
    def start(self) -> str:
        """The commit where the proposal left the main branch; nothing when nothing tells."""
        if self.version.id == NOW:
            return own_line(self.root).tip
        known = mains(self.root, main_names(self.root), *OURS)
        if not known or not self.commit:
            return ""
        return answers(self.root, "merge-base", self.commit, *known)


def place_of(root: Path, version: Version) -> ProposalPlace:
    """Return where a proposal is. Raises `HistoryUnreadable`."""
    if isinstance(version.tree, GitTree):
        return ProposalPlace(root, version, version.tree.commit)
    if version.id == NOW:
        return ProposalPlace(root, version, head_of(root))
    return ProposalPlace(root, version, "")


def file_of(root: Path, name: str) -> Path | None:
    """Return the file that an amendment is in, from where somebody is or from the root; None when it names no file."""
    if not name.endswith(SUFFIXES) or "\0" in name:
        return None
    return next((path for path in (Path(name), root / name) if path.is_file()), None)


def in_file(path: Path, name: str) -> Amendment:
    """Return the amendment in a file. Raises what reading it raises."""
    return read_amendment(path, name)


def in_version(place: ProposalPlace, proposal: Loaded, version: Version) -> Amendment:
    """Return what a branch or folder changes since it left the proposal, as an amendment.

    `proposal` is the proposal as it was loaded. Raises `AmendmentIncomplete` when a file could not be compared.
    """
    old, start = proposal, ""
    if isinstance(version.tree, GitTree) and place.commit:
        start = common(place.root, place.commit, version.tree.commit)
        old = load_version(GitTree(place.root, start), place.root)
    found = compare(old, load_version(version.tree, place.root))
    if found.skipped:
        raise AmendmentIncomplete(version.name)
    changes = tuple(map(as_object, found.changes))
    if not start or not isinstance(version.tree, GitTree):
        return Amendment(version.name, version.name, changes)
    by, date = _who_and_when(place.root, version.tree.commit)
    notes = tuple(_others(place.root, start, version.tree.commit))
    return Amendment(version.name, version.name, changes, by=by, date=date, notes=notes)


def _who_and_when(root: Path, commit: str) -> tuple[str, str]:
    told = answers(root, "log", "--max-count=1", "--format=%an%n%as", "--end-of-options", commit)
    by, _, date = told.partition("\n")
    return by, date


def _others(root: Path, start: str, commit: str) -> Iterator[str]:
    """Yield what a branch changes besides policy: that is no part of an amendment."""
    others = [path for path in changed_paths(root, start, commit) if not path.startswith("data/")]
    if others:
        yield (
            f"De tak verandert ook iets buiten de map data: {some(others, _MOST)}. "
            "Dat hoort niet bij het amendement en wordt niet overgenomen."
        )
