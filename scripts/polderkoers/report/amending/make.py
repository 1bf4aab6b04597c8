"""Opens a proposal and its amendments, and finds what comes of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from polderkoers.changes.amending.amendment import Amendment
from polderkoers.changes.amending.applied import Applied
from polderkoers.changes.amending.applying import apply
from polderkoers.changes.amending.clashing import Changes, Clash, Documents, about_misfits, clashes
from polderkoers.changes.amending.columns import rows
from polderkoers.changes.amending.files import amended_files
from polderkoers.changes.amending.misfit import ChangesDoNotFit
from polderkoers.changes.amending.places import file_of, in_file, in_version, place_of
from polderkoers.changes.amending.trios import Trios
from polderkoers.changes.compare import Comparison, compare, compare_data
from polderkoers.changes.git import GitTree
from polderkoers.changes.ledger import judge
from polderkoers.changes.upgrade import number_of
from polderkoers.changes.versions import Version, listing_of, load_version, open_as_listed
from polderkoers.errors import VersionUnknown
from polderkoers.errors.amending import AmendmentNowhere, ProposalOlder
from polderkoers.policy.load import read_policy
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.versies import NOW
from polderkoers.policy.reading import Memory
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document
from polderkoers.policy.tree import Folder, Tree, WithFiles, WithSchemas
from polderkoers.policy.vocabulary import vocabulary_of
from polderkoers.report.amending.outcome import Amended, AmendReport, RefusedAmendment
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
        return open_as_listed(self.root, name, self.listing)

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
        amendments = tuple(map(self.amendment, names))
        kept, empty, refused = self._parted(amendments)
        found = clashes(self.data, kept, self._data_after)
        groups, later = self._groups(kept, found)
        return AmendReport(
            self.in_force[0],
            self.place.version.name,
            amendments,
            tuple(refused),
            tuple(empty),
            (*found, *later),
            tuple(map(self.amended, groups)),
            self.proposed.skipped,
            colour,
        )

    def _parted(
        self, amendments: Sequence[Amendment]
    ) -> tuple[list[Amendment], list[Amendment], list[RefusedAmendment]]:
        """Return the amendments that change something, those that change nothing, and those that do not fit."""
        kept: list[Amendment] = []
        empty: list[Amendment] = []
        refused: list[RefusedAmendment] = []
        for amendment in amendments:
            try:
                after = self._data_after(self.data, amendment.changes)
            except ChangesDoNotFit as wrong:
                refused.append(RefusedAmendment(amendment, wrong.misfits))
                continue
            if compare_data(dict(self.data), dict(after)).changes:
                kept.append(amendment)
            else:
                empty.append(amendment)
        return kept, empty, refused

    def _groups(self, kept: Sequence[Amendment], found: Sequence[Clash]) -> tuple[list[list[Amendment]], list[Clash]]:
        """Return what is shown together: all that go together, and each other one alone; and what clashes only with all before it."""
        together: list[Amendment] = []
        alone: list[list[Amendment]] = []
        later: list[Clash] = []
        data: Documents = self.data
        for amendment in kept:
            if any(amendment in (clash.one, clash.other) for clash in found):
                alone.append([amendment])
                continue
            try:
                data = self._data_after(data, amendment.changes)
                together.append(amendment)
            except ChangesDoNotFit as wrong:
                alone.append([amendment])
                later.append(Clash(together[-1], amendment, about_misfits(wrong.misfits)))
        return [*filter(None, [together]), *alone], later

    def _data_after(self, documents: Documents, changes: Changes) -> Documents:
        return self.apply(documents, changes).documents

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
        renames = (self.proposed.names.renames, comparison.names.renames)
        trios = Trios(before, self.data, applied.documents, vocabulary_of(self.loaded.policy), renames)
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
