"""Opens a proposal and its amendments, and finds what comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from polderkoers.changes.amending.amendment import Amendment
from polderkoers.changes.amending.applied import Applied
from polderkoers.changes.amending.applying import apply
from polderkoers.changes.amending.clashing import Changes, Clash, Documents, clashes
from polderkoers.changes.amending.columns import rows
from polderkoers.changes.amending.files import amended_files
from polderkoers.changes.amending.misfit import ChangesDoNotFit
from polderkoers.changes.amending.places import file_of, in_file, in_version, place_of
from polderkoers.changes.amending.trios import Trios
from polderkoers.changes.compare import Comparison, compare, compare_data
from polderkoers.changes.git import GitTree
from polderkoers.changes.ledger import judge
from polderkoers.changes.upgrade import number_of
from polderkoers.changes.versions import Listing, Version, listing_of, load_version, open_version
from polderkoers.errors import ListUnreadable, VersionUnknown
from polderkoers.errors.amending import AmendmentNowhere, ProposalOlder
from polderkoers.policy.load import read_policy
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.catalogues import NOW
from polderkoers.policy.reading import Memory
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document
from polderkoers.policy.tree import Folder, Tree, WithFiles, WithSchemas
from polderkoers.policy.vocabulary import vocabulary_of
from polderkoers.report.amending.outcome import Amended, AmendReport, RefusedAmendment, TwoClash
from polderkoers.report.since import new_problems


class Amending:
    """A proposal that was opened, to lay amendments on: a file with changes, or what a branch or folder changes."""

    def __init__(self, root: Path, proposal: str, geldend: str | None = None) -> None:
        """Open and load a proposal and what is in force beside it, by the names that somebody types.

        Raises a `PolderkoersError` when one cannot be had.
        """
        self.root = root
        self.listing = listing_of(Folder(root))
        self.place = place_of(root, self.opened(proposal))
        self.schemas = Schemas(Folder(root))
        if number_of(self.place.version.tree) != self.schemas.number:
            raise ProposalOlder(self.place.version.name)
        self.tree: Tree = WithSchemas(self.place.version.tree, Folder(root).schemas())
        # Of the files that an amendment leaves alone nothing is read again.
        self._memory = Memory()
        self.loaded = self._judged(self.tree)
        self.in_force = self._in_force(geldend)

    def opened(self, name: str) -> Version:
        """Return a version by the name that somebody types."""
        return _opened(self.root, name, self.listing)

    def _in_force(self, name: str | None) -> tuple[str, Loaded]:
        if name is not None:
            version = self.opened(name)
            return version.name, load_version(version.tree, self.root)
        commit = self.place.in_force()
        return f"de hoofdtak waar het voorstel op is gemaakt (commit {commit[:12]})", load_version(
            GitTree(self.root, commit), self.root
        )

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The files of the proposal that could be read, by path."""
        return {document.file: document for document in self.loaded.documents}

    @cached_property
    def data(self) -> dict[str, Any]:
        """Their data."""
        return {file: document.data for file, document in self.documents.items()}

    @cached_property
    def proposed(self) -> Comparison:
        """What the proposal changes in what is in force."""
        return compare(self.in_force[1], self.loaded)

    def amendment(self, name: str) -> Amendment:
        """Return an amendment by the name that somebody types: a file, or else a branch or folder."""
        path = file_of(self.root, name)
        if path is not None:
            return in_file(path, name)
        try:
            version = self.opened(name)
        except VersionUnknown as unknown:
            raise AmendmentNowhere(name) from unknown
        return in_version(self.place, self.loaded, version)

    def apply(self, documents: Documents, changes: Changes) -> Applied:
        """Apply changes. Raises `ChangesDoNotFit`."""
        return apply(documents, changes, files=self._files, is_required=self._is_required)

    @cached_property
    def _files(self) -> list[str]:
        """All files of the proposal, those that cannot be read too."""
        return [source.file for source in self.tree.data_files()]

    def _is_required(self, block: str, field: str) -> bool:
        schema = self.schemas.described({"$ref": f"#/$defs/{block}"})
        if block in self.schemas.kinds:
            schema = self.schemas.schema(block)
        return field in schema.get("required", ())

    def outcome(self, names: Sequence[str], *, colour: bool = False) -> AmendReport:
        """Return what comes of amendments by their names."""
        amendments = [self.amendment(name) for name in names]
        fitting, refused = self._parted(amendments)
        empty = [each for each in fitting if self._changes_nothing(each)]
        kept = [each for each in fitting if each not in empty]
        wanted = [each.changes for each in kept]
        found = [_named(clash, kept) for clash in clashes(self.data, wanted, self._data_after)]
        together, later = self._together(kept, found)
        groups = [together, *([each] for each in kept if each not in together)]
        return AmendReport(
            self.in_force[0],
            self.place.version.name,
            tuple(amendments),
            tuple(refused),
            tuple(empty),
            (*found, *later),
            tuple(self.amended(group) for group in groups if group),
            self.proposed.skipped,
            colour,
        )

    def _parted(self, amendments: Sequence[Amendment]) -> tuple[list[Amendment], list[RefusedAmendment]]:
        """Return the amendments that fit by themselves, and those that do not."""
        fitting: list[Amendment] = []
        refused: list[RefusedAmendment] = []
        for amendment in amendments:
            try:
                self.apply(self.data, amendment.changes)
                fitting.append(amendment)
            except ChangesDoNotFit as wrong:
                refused.append(RefusedAmendment(amendment, wrong.misfits))
        return fitting, refused

    def _together(self, kept: Sequence[Amendment], found: Sequence[TwoClash]) -> tuple[list[Amendment], list[TwoClash]]:
        """Return the amendments that go together, and what clashes only with all those before it."""
        clashing = {clash.one for clash in found} | {clash.other for clash in found}
        together: list[Amendment] = []
        later: list[TwoClash] = []
        data: Documents = self.data
        for amendment in kept:
            if amendment in clashing:
                continue
            try:
                data = self._data_after(data, amendment.changes)
                together.append(amendment)
            except ChangesDoNotFit as wrong:
                about = tuple(misfit.what for misfit in wrong.misfits)
                later.append(TwoClash(together[-1], amendment, about, equal=False, order=False))
        return together, later

    def _data_after(self, documents: Documents, changes: Changes) -> Documents:
        return self.apply(documents, changes).documents

    def _changes_nothing(self, amendment: Amendment) -> bool:
        return not compare_data(dict(self.data), dict(self._data_after(self.data, amendment.changes))).changes

    def amended(self, amendments: Sequence[Amendment]) -> Amended:
        """Return the proposal with amendments that go together, in their order."""
        applied = Applied(self.data)
        for amendment in amendments:
            found = self.apply(applied.documents, amendment.changes)
            origins = {file: applied.came_from.get(origin, origin) for file, origin in found.came_from.items()}
            applied = Applied(found.documents, {**applied.came_from, **origins})
        files = amended_files(applied, self.documents, self.schemas)
        after = self._judged(WithFiles(self.tree, files.contents))
        comparison = compare_data(self.data, applied.documents)
        before = {document.file: document.data for document in self.in_force[1].documents}
        trios = Trios(before, self.data, applied.documents, vocabulary_of(self.loaded.policy))
        return Amended(
            tuple(amendments),
            rows(trios, self.proposed, comparison),
            comparison,
            tuple(sorted(new_problems(self.loaded.problems, after.problems))),
            applied.documents,
            files,
        )

    def _judged(self, tree: Tree) -> Loaded:
        """Load a tree with what the history says of it, where the proposal has one."""
        if not self.place.commit:
            return read_policy(tree, self._memory).judged()
        base = None
        if self.place.version.id != NOW:
            base = self.place.start or self.place.commit
        history = judge(self.root, tree, base)
        if history.failure:
            raise history.failure
        return read_policy(tree, self._memory).judged(history.past)


def _named(clash: Clash, amendments: Sequence[Amendment]) -> TwoClash:
    one, other = amendments[clash.one], amendments[clash.other]
    return TwoClash(one, other, clash.about, clash.equal, clash.order)


def _opened(root: Path, name: str, listing: Listing) -> Version:
    try:
        return open_version(root, name, listing.versions)
    except VersionUnknown:
        # A list with a fault may well have the version that was asked for.
        if listing.broken:
            raise ListUnreadable from None
        raise
