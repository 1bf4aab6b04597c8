"""The policy that a decision starts from and the policy that it ends with, as trees of items that know each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from polderkoers.changes.deciding.facets import is_ordered, predecessor
from polderkoers.changes.deciding.left_out import decided
from polderkoers.changes.deciding.parts import EDITORIAL, part_of
from polderkoers.changes.items import Item, is_file, read_files
from polderkoers.changes.match import Matches, match
from polderkoers.changes.renamed import ANEW, Renames
from polderkoers.policy.model.kinds import POLICY_KINDS

if TYPE_CHECKING:
    from polderkoers.changes.change import Change
    from polderkoers.changes.sides import Names, Side


@dataclass(frozen=True, eq=False)
class Trees:
    """The files of policy that differ, by id, before and after, with which item is which; `names` knows all other files too.

    The text after the decision is the new version without what a decision leaves out: where only the spelling is another, it
    is the old text. `back` are the references of the new version as they are written here: what something is called in force, and
    for what is new and has the reference of something else in force, a reference of its own.
    """

    old: Mapping[str, Item]
    new: Mapping[str, Item]
    pairs: Matches
    names: Names
    back: Renames

    def target(self, ref: str) -> Item | None:
        """Return what a reference points at: as it is in force, or else as it comes; None when there is no such thing."""
        return self._in_force.get(ref) or self._to_come.get(ref) or self._elsewhere(ref)

    def was(self, item: Item) -> Item:
        """Return an item as it is in force, or itself when it is new or was asked for as such."""
        return self.pairs.old_of.get(item, item)

    def is_new(self, item: Item) -> bool:
        """Return whether an item comes with the decision."""
        return self._to_come.get(self.back.key(item.ref)) is item

    def key(self, change: Change) -> str | None:
        """Return what tells the item of a change apart here, when it has no id."""
        if change.key is None or change.now is None:
            return change.key
        return self.back.key(change.key)

    def comes_in(self, item: Item) -> bool:
        """Return whether an item moves into a list with an order from somewhere else: before the decision it stands in another."""
        old = self.pairs.old_of.get(item)
        if old is None or old.parent is None or item.parent is None or not is_ordered(item.parent.block, item.slot):
            return False
        return (self.pairs.old_of.get(item.parent), item.slot) != (old.parent, old.slot)

    def anchor(self, item: Item) -> Item | None:
        """Return what an item is put behind, None for the first place: the nearest before it that is called there as it is now.

        What comes in from elsewhere is called by where it was, and so is put there after what stands behind it.
        """
        before = predecessor(item)
        while before is not None and self.comes_in(before):
            before = predecessor(before)
        return before

    def alike(self, file: Item) -> Iterator[Item]:
        """Yield the files with the kind and title of a file that are in force, or that come when it comes itself."""
        side, roots = (self.names.new, self.new) if self.is_new(file) else (self.names.old, self.old)
        for path, data in side.titled(str(file.data.get("titel", ""))):
            if data.get("soort") != file.block:
                continue
            found = next((root for root in roots.values() if root.file == path), None) or side.file(data["id"])
            if found is not None and self.is_new(found) == self.is_new(file):
                yield found

    @cached_property
    def _in_force(self) -> dict[str, Item]:
        return {item.ref: item for item in _all(self.old.values()) if item.key is None}

    @cached_property
    def _to_come(self) -> dict[str, Item]:
        come = (item for item in _all(self.new.values()) if item.key is None and item not in self.pairs.old_of)
        return {self.back.key(item.ref): item for item in come}

    def _elsewhere(self, ref: str) -> Item | None:
        name = ref.partition("/")[0]
        if name in self.old or name in self.new:
            return None
        for side in (self.names.old, self.names.new):
            root = side.file(name)
            if root is not None:
                return next((item for item in (root, *root.inside()) if item.key is None and item.ref == ref), None)
        return None


def _all(roots: Iterable[Item]) -> Iterator[Item]:
    for root in roots:
        yield root
        yield from root.inside()


def trees_of(names: Names, changes: Iterable[Change]) -> Trees:
    """Return the trees of a comparison, given all its changes."""
    own = names.new.own
    before, after = _policy(names.old), _policy(names.new)
    changes = tuple(changes)
    told = dict(_renamed(changes))
    renames = Renames(told)
    same = {file for file, data in before.items() if after.get(file) == data and renames.leaves(data)}
    old = read_files({file: decided(data) for file, data in before.items() if file not in same}, own)
    wanted = {file: decided(data) for file, data in after.items() if file not in same}
    new = read_files(wanted, own)
    pairs = match(old, new, told)
    _keep_spelling(new, pairs, changes)
    called = {now: was for was, now in {**told, **pairs.renames.called}.items()}
    back = Renames({**called, **dict(_anew(names, changes))})
    # A decision does not change what a reference points at when that moves or is called otherwise.
    new = read_files({file: back.follow(data, data["id"]) for file, data in wanted.items()}, own)
    return Trees(old, new, match(old, new, told, is_spelled_alike=True), names, back)


def _anew(names: Names, changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """Yield what is new and has the reference of something else in force, with a reference that nothing has."""
    for change in changes:
        if change.kind == "added" and change.key is None and names.old.item(change.ref) is not None:
            yield change.ref, f"{change.ref}{ANEW}"


def _renamed(changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """Yield the old and the new reference of what has another one, in lists of names too."""
    for change in changes:
        if change.kind == "moved" and change.key is None and change.was and change.now:
            yield change.was.ref, change.now.ref


def _policy(side: Side) -> dict[str, Any]:
    documents = side.documents.items()
    return {file: data for file, data in documents if is_file(data) and data.get("soort") in POLICY_KINDS}


def _keep_spelling(new: Mapping[str, Item], pairs: Matches, changes: Iterable[Change]) -> None:
    """Put the old text back where only the spelling is another."""
    items = {(item.ref, item.key): item for item in _all(new.values())}
    for change in changes:
        item = items.get((change.ref, change.key))
        if item is not None and change.field and part_of(change) == EDITORIAL and item in pairs.old_of:
            _put(item.data, change.field.split("."), change.old)


def _put(data: dict[str, Any], path: list[str], value: Any) -> None:
    for name in path[:-1]:
        data = data.setdefault(name, {})
    data[path[-1]] = value
