"""Follows a file or an item of today back through the earlier versions: when it came, and when it changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from polderkoers.changes.change import RENAMED, Change
from polderkoers.policy.index import Entry

if TYPE_CHECKING:
    from polderkoers.changes.sides import Names
    from polderkoers.website.history import HeldVersion, History


@dataclass(frozen=True)
class Step:
    """What happened to one file or item between two successive versions, and its reference in the new one.

    `names` gives the words for what the changes refer to.
    """

    ref: str
    old: HeldVersion
    new: HeldVersion
    changes: tuple[Change, ...]
    names: Names

    @property
    def is_new(self) -> bool:
        """Whether it came with the new version."""
        return any(_is_arrival(change, self.ref) for change in self.changes)


@dataclass(frozen=True)
class FileTrail:
    """The past of a file: the earlier versions that have it with its id there, and the steps in which it changed.

    The versions have the oldest first, the steps the newest. `since` is the oldest version since which nothing changed, None
    when something did change after the last version or when no version has the file. `noted` says that since then only
    notes of the editors did change.
    """

    earlier: tuple[tuple[HeldVersion, str], ...]
    steps: tuple[Step, ...]
    since: HeldVersion | None
    noted: bool


class Trails:
    """The past of everything in the policy of today; nothing is compared before something asks for it."""

    def __init__(self, history: History | None = None) -> None:
        """Take the versions; without them nothing has a past."""
        self.history = history

    def of_item(self, entry: Entry) -> tuple[Step, ...]:
        """Return what happened to an item of today, the newest first.

        An item that came with its whole file has nothing of its own to tell about that.
        """
        found = []
        ref = entry.ref
        for pair in self._pairs:
            changes = tuple(pair.by_ref.get(ref, ()))
            if changes:
                found.append(pair.step(ref, changes))
            before = pair.before(ref)
            if before is None:
                break
            ref = before
        return tuple(found)

    def of_file(self, id_: str) -> FileTrail:
        """Return the past of a file of today by its id."""
        earlier: list[tuple[HeldVersion, str]] = []
        steps: list[Step] = []
        since, noted = None, False
        for pair in self._pairs:
            changes = tuple(pair.by_file.get(id_, ()))
            if changes:
                steps.append(pair.step(id_, _whole_file_only(changes, id_)))
            before = pair.before(id_)
            if before is None:
                break
            if not steps:
                since, noted = pair.old, noted or id_ in pair.noted
            earlier.insert(0, (pair.old, before))
            id_ = before
        return FileTrail(tuple(earlier), tuple(steps), since, noted)

    @cached_property
    def _pairs(self) -> tuple[_Pair, ...]:
        history = self.history
        if history is None:
            return ()
        return tuple(_Pair(history, old, new) for old, new in reversed(list(history.successive())))


def is_note(change: Change) -> bool:
    """Return whether a change is about a note of the editors on the source, which is no policy."""
    return change.block == "let_op"


def _whole_file_only(changes: tuple[Change, ...], id_: str) -> tuple[Change, ...]:
    """Return only the arrival of a file when there is one: what moved into it is part of that."""
    return tuple(change for change in changes if _is_arrival(change, id_)) or changes


def _is_arrival(change: Change, ref: str) -> bool:
    return change.kind == "added" and change.ref == ref and change.key is None


class _Pair:
    """The changes between two successive versions, to be looked up by item and by file."""

    def __init__(self, history: History, old: HeldVersion, new: HeldVersion) -> None:
        self.old, self.new = old, new
        self._names = history.comparison(old, new).names
        self.by_ref: dict[str, list[Change]] = defaultdict(list)
        self.by_file: dict[str, list[Change]] = defaultdict(list)
        self.noted: set[str] = set()
        self._was: dict[str, str] = {}
        for change in history.changes(old, new):
            if is_note(change):
                self.noted.add(change.ref.partition("/")[0])
                continue
            if change.was and change.now and change.key is None:
                self._was[change.now.ref] = change.was.ref
            if RENAMED in change.meaning:
                continue  # its address is another, and nothing that it says
            # An item that is gone has no place of its own any more; a block without an id tells about what held it.
            if change.now or change.key:
                self.by_ref[change.ref].append(change)
            for file in {side.ref.partition("/")[0] for side in (change.was, change.now) if side}:
                self.by_file[file].append(change)

    def step(self, ref: str, changes: tuple[Change, ...]) -> Step:
        return Step(ref, self.old, self.new, changes, self._names)

    def before(self, ref: str) -> str | None:
        """Return the reference in the old version of an item of the new one, or None when it was not there."""
        was = self._was_called(ref)
        return was if self.old.policy.get(was) else None

    def _was_called(self, ref: str) -> str:
        if ref in self._was:
            return self._was[ref]
        entry = self.new.policy.get(ref)
        if entry is None:
            return ref
        # What stands in an item that moved to another file went along, under the same id.
        for above in entry.ancestors():
            if above.ref in self._was:
                return f"{self._was[above.ref].partition('/')[0]}/{ref.partition('/')[2]}"
        return ref
