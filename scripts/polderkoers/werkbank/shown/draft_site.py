"""The site of one commit at a time, in a folder of its own; from one commit to the next only what differs is made again."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from polderkoers.changes.git import GitTree
from polderkoers.policy.source_rules import unreadable
from polderkoers.policy.tree import NO_FILE
from polderkoers.problems import Problem
from polderkoers.website.faulty import Faulty
from polderkoers.website.preview.stage import Stage
from polderkoers.werkbank.shown.clone import Clone, linked

if TYPE_CHECKING:
    from collections.abc import Callable

    from polderkoers.policy.tree import DataFile
    from polderkoers.website.build import Kept

    KeptFor = Callable[[Path], Kept]


class DraftSite:
    """What the pages of one commit are made of."""

    def __init__(self, clone: Clone, place: Path, begin: KeptFor) -> None:
        """Begin in an empty folder, with what `begin` says is known there already."""
        self._clone, self._place = clone, place
        self._root = place / clone.prefix
        self._root.mkdir(parents=True)
        self._kept = begin(self._root)
        self._laid: dict[str, str] = {}
        # The folder with all that is not data.
        self.around: Path | None = None
        self.commit = ""
        self.stage: Stage | None = None

    def known(self, root: Path) -> Kept:
        """Return what is known here, for another such site with its root elsewhere."""
        return self._kept.for_another(root)

    def show(self, commit: str, main: str, around: Path) -> Stage:
        """Return the site with the data of a commit, and all else as `around` has it, which is that of the main branch.

        Raises `Faulty` when the data has faults, and what `Stage` raises. The site then is of no commit.
        """
        self.commit, self.stage = "", None
        self._clone.work_in(self._place, main)
        if self.around != around:
            linked(self._root, around)
            self.around = around
        self._lay(commit)
        self.stage = Stage(self._root, self._kept)
        self.commit = commit
        return self.stage

    def _lay(self, commit: str) -> None:
        """Write the data of a commit, as far as other files lie here."""
        tree = GitTree(self._clone.root, commit)
        there = {source.file: source for source in tree.data_files()}
        other = {file for file, source in there.items() if self._laid.get(file) != source.key}
        tree.expect(other)
        for file in self._laid.keys() - there.keys():
            (self._root / file).unlink(missing_ok=True)
            del self._laid[file]
        try:
            problems = [self._write(there[file]) for file in sorted(other)]
        except OSError:
            # A folder stands where a file must come, or the other way around.
            self._laid.clear()
            shutil.rmtree(self._root / "data", ignore_errors=True)
            problems = [self._write(there[file]) for file in sorted(there)]
        (self._root / "data").mkdir(exist_ok=True)
        if found := tuple(filter(None, problems)):
            raise Faulty(found)

    def _write(self, source: DataFile) -> Problem | None:
        """Write a file, or return why it is none that can be read."""
        path, content = self._root / source.file, source.read()
        self._laid.pop(source.file, None)
        if ".." in PurePosixPath(source.file).parts:
            content = unreadable(source.file, *NO_FILE)
        if isinstance(content, Problem):
            return content
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(content)
        self._laid[source.file] = source.key
        return None
