"""Opens three states of the data, merges them, and tells what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, product
from pathlib import Path, PurePosixPath

from polderkoers.changes.merging.clash import SIDES, MergeSide
from polderkoers.changes.merging.trees import TreeMerge
from polderkoers.changes.upgrade import number_of
from polderkoers.changes.versions import Version, listing_of, open_as_listed
from polderkoers.errors.merging import MergeChoiceWrong, MergeMixed, MergeSchemas
from polderkoers.policy.load import read_policy
from polderkoers.policy.model.versies import NOW
from polderkoers.policy.reading import Memory
from polderkoers.policy.schema import Schemas
from polderkoers.policy.source import Document
from polderkoers.policy.tree import DataFile, Folder, Tree
from polderkoers.problems import Problem
from polderkoers.report.merging.clashes import ClashTelling
from polderkoers.report.merging.outcome import MergeReport, TakenLine
from polderkoers.report.merging.told import Contents, StatesTold
from polderkoers.report.merging.whole import only_in_whole


class Merging:
    """Three states that were opened by the names that somebody typed: files, or else versions, branches, commits or folders."""

    def __init__(self, root: Path, names: Sequence[str]) -> None:
        """Open the states. Raises a `PolderkoersError` when one cannot be had, or they do not go together."""
        self.root = root
        self.names = names
        self.schemas = Schemas(Folder(root))
        self.paths = [_file(root, name) for name in names]
        self._refused: dict[str, Problem] = {}
        if any(self.paths) and not all(self.paths):
            raise MergeMixed
        self._states = self._of_files() if all(self.paths) else self._of_trees()
        self.merge = TreeMerge(self._states, self.schemas)
        self._telling = StatesTold(self.schemas)
        # Of the files that are the same in two states nothing is read again.
        self._memory = Memory()

    @property
    def file(self) -> str:
        """The path that three files stand at; empty for anything else."""
        return self._place if all(self.paths) else ""

    @cached_property
    def _place(self) -> str:
        data = (self.root / "data").resolve()
        inside = [path.resolve() for path in (*self.paths[1:], self.paths[0]) if path is not None]
        for path in inside:
            if path.is_relative_to(data):
                return f"data/{path.relative_to(data).as_posix()}"
        return f"data/{inside[0].name}"

    def _of_files(self) -> list[Contents]:
        around: dict[str, bytes] = {}
        if (self.root / "data").is_dir():
            around = self._contents(Folder(self.root))
        around.pop(self._place, None)
        contents = [path.read_bytes() for path in self.paths if path is not None]
        # A file that Git gives for what was not there yet is empty.
        return [{**around, self._place: content} if content.strip() else around for content in contents]

    def _of_trees(self) -> list[Contents]:
        self.versions = [self._opened(name) for name in self.names]
        for version in self.versions:
            if number_of(version.tree) != self.schemas.number:
                raise MergeSchemas(version.name)
        states = [self._contents(version.tree) for version in self.versions]
        # What is no file in one state is merged in none.
        for state, file in product(states, self._refused):
            state.pop(file, None)
        return [*states]

    def _opened(self, name: str) -> Version:
        return open_as_listed(self.root, name, listing_of(Folder(self.root)))

    def _contents(self, tree: Tree) -> dict[str, bytes]:
        found = {}
        for source in tree.data_files():
            content = source.read()
            if isinstance(content, Problem):
                self._refused[source.file] = content
            else:
                found[source.file] = content
        return found

    def folder_of_one(self) -> Path | None:
        """Return the folder that the first side is, None when it is none."""
        name = self.names[1]
        if name == NOW:
            return self.root
        return Path(name) if (Path(name) / "data").is_dir() else None

    def report(self, chosen: Sequence[str] = ()) -> MergeReport:
        """Return what comes of the merge; `chosen` says of clashes by number what is kept (`1=ander`). Raises `MergeChoiceWrong`."""
        decided = self._decided(chosen)
        merged = self.merge.outcome(decided, marked=True)
        was, one, other = self._states
        as_one = as_other = merged
        if merged.clashes:
            # Without the comments at what clashes.
            as_one = self.merge.outcome(decided, "een")
            as_other = self.merge.outcome(decided, "ander")
        telling = ClashTelling(
            self._telling.compared(was, one), self._telling.compared(was, other), self._documents(one)
        )
        return MergeReport(
            (self.names[0], self.names[1], self.names[2]),
            self._telling.lines(other, as_other.contents),
            self._telling.lines(one, as_one.contents),
            self._both(),
            tuple(telling.told(number, clash) for number, clash in enumerate(merged.clashes, start=1)),
            (*self._refused.values(), *merged.unread),
            self._problems_of(as_one.contents),
            merged.contents,
            tuple(file for file, content in merged.contents.items() if one.get(file) != content),
            tuple(file for file in one if file not in merged.contents),
        )

    def _decided(self, chosen: Sequence[str]) -> Mapping[str, MergeSide]:
        if not chosen:
            return {}
        found: dict[str, MergeSide] = {}
        clashes = self.merge.outcome().clashes
        for said in chosen:
            number, _, word = said.partition("=")
            side = next((side for side in SIDES if side == word), None)
            if side is None or not number.isdecimal() or not 0 < int(number) <= len(clashes):
                raise MergeChoiceWrong(said, len(clashes))
            found[clashes[int(number) - 1].key] = side
        return found

    def _documents(self, contents: Contents) -> dict[str, Document]:
        found = ((file, self._telling.document(file, content)) for file, content in contents.items())
        return {file: document for file, document in found if document is not None}

    def _both(self) -> tuple[TakenLine, ...]:
        """Return what both sides changed in the same way."""
        was, one, other = self._states
        theirs = {*self._telling.lines(was, other)}
        return tuple(line for line in self._telling.lines(was, one) if line in theirs)

    def _problems_of(self, merged: Contents) -> tuple[Problem, ...]:
        """Return what the check says of the whole that it said of neither side."""
        found = self._judged(merged)
        if not found:
            return ()
        return only_in_whole(chain.from_iterable(map(self._judged, self._states[1:])), found)

    def _judged(self, contents: Contents) -> tuple[Problem, ...]:
        return read_policy(_Held(contents, Folder(self.root).schemas()), self._memory).judged().problems


class _Held:
    """Contents by path as a tree, with the schemas to judge them by."""

    def __init__(self, contents: Contents, schemas: dict[str, bytes]) -> None:
        self._contents, self._schemas = contents, schemas

    def data_files(self) -> Iterator[DataFile]:
        for file, content in sorted(self._contents.items()):
            yield DataFile(file, lambda content=content: content)  # type: ignore[misc]

    def schemas(self) -> dict[str, bytes]:
        return self._schemas


def _file(root: Path, name: str) -> Path | None:
    """Return the file that a name is of, from where somebody is or from the root; None when it is of none."""
    if "\0" in name or not PurePosixPath(name).name:
        return None
    return next((path for path in (Path(name), root / name) if path.is_file()), None)
