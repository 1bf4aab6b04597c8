"""Reads commits as policy; from one to the next only the files that differ."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from polderkoers.changes.git import GitTree
from polderkoers.changes.ledger import judge
from polderkoers.changes.upgrade import number_of
from polderkoers.changes.versions import load_version
from polderkoers.policy.load import read_files
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.reading import Memory
from polderkoers.policy.schema_number import INSTITUTION
from polderkoers.policy.tree import WithSchemas

if TYPE_CHECKING:
    from collections.abc import Callable

    from polderkoers.policy.load import PolicyRead
    from polderkoers.policy.rules.finding import Past
    from polderkoers.policy.source import Document

Made = TypeVar("Made")

# How many commits are kept: what is in force, and the drafts that people work on.
_MOST = 64


class ReadDraft:
    """A commit as policy; `documents` are those of all files that can be read, with a fault in them or without."""

    def __init__(self, tree: GitTree, read: PolicyRead | Loaded) -> None:
        """Take the tree that was read, and what that gave."""
        self.tree = tree
        self._read = read

    @cached_property
    def loaded(self) -> Loaded:
        """The policy with what is wrong in its files by themselves, which is what cannot be compared."""
        if isinstance(self._read, Loaded):
            return self._read
        return replace(self._read.unjudged, problems=tuple(self._read.found.problems))

    @property
    def as_read(self) -> PolicyRead | None:
        """What reading the files gave, to work on; None for data of an older schema."""
        return None if isinstance(self._read, Loaded) else self._read

    @property
    def documents(self) -> tuple[Document, ...]:
        """All files that can be read."""
        if isinstance(self._read, Loaded):
            return self._read.documents
        return (*self._read.found.documents, *self._read.found.refused.values())

    def judged(self, past: Past) -> Loaded:
        """Return the policy with all problems; `past` is what the history says."""
        return self._read if isinstance(self._read, Loaded) else self._read.judged(past)


class Drafts:
    """Commits of a repository, each as policy. The data of a draft is read by the schemas of what it is made on: only data is taken from people."""

    def __init__(self, root: Path) -> None:
        """Take the folder of an instance or a bare repository of one."""
        self.root = root
        self._memory = Memory()
        self._numbers: dict[str, int] = {}
        self._basis = lru_cache(maxsize=_MOST)(self._basis_of)
        self._read = LastFew(self._read_of)
        self._judged = LastFew(self._judged_of)

    def read(self, base: str, commit: str) -> ReadDraft:
        """Return a commit that is made on another one, or is that one. Raises a `PolderkoersError` when it cannot be read."""
        return self._read(base, commit)

    def judged(self, base: str, commit: str) -> Loaded:
        """Return a commit judged by the rules and by what the history says. Raises `HistoryUnreadable` when that is needed and cannot be read."""
        return self._judged(base, commit)

    def _read_of(self, base: str, commit: str) -> ReadDraft:
        number, schemas = self._basis(base)
        tree = GitTree(self.root, commit)
        if self._number(tree) != number:
            # Data of an older schema is brought to today's first.
            return ReadDraft(tree, load_version(tree, self.root))
        tree.expect({source.file for source in tree.data_files() if not self._memory.knows(source)})
        return ReadDraft(tree, read_files(WithSchemas(tree, schemas), self._memory))

    def _basis_of(self, commit: str) -> tuple[int, dict[str, bytes]]:
        """Return the number of the schemas that a commit follows, and those schemas."""
        tree = GitTree(self.root, commit)
        return self._number(tree), tree.schemas()

    def _number(self, tree: GitTree) -> int:
        """Return the number that the data of a tree follow; the file that says it is read once for all that have it."""
        key = next((source.key for source in tree.data_files() if source.file == INSTITUTION), "")
        if key not in self._numbers:
            self._numbers[key] = number_of(tree)
        # Without that file it is the schemas that say it.
        return self._numbers[key] if key else self._numbers.pop(key)

    def _judged_of(self, base: str, commit: str) -> Loaded:
        read = self.read(base, commit)
        history = judge(self.root, read.tree, base)
        if history.failure:
            raise history.failure
        return read.judged(history.past)


class LastFew(Generic[Made]):
    """What was made of a draft and what it is made on, for the last few of them; made for one at a time."""

    def __init__(self, make: Callable[[str, str], Made]) -> None:
        """Take what makes it."""
        self._make = make
        self._held: OrderedDict[tuple[str, str], Made] = OrderedDict()
        self._making = threading.Lock()

    def __call__(self, base: str, commit: str) -> Made:
        """Return it, made now or before."""
        with self._making:
            if (base, commit) not in self._held:
                self._held[base, commit] = self._make(base, commit)
                while len(self._held) > _MOST:
                    self._held.popitem(last=False)
            self._held.move_to_end((base, commit))
            return self._held[base, commit]
