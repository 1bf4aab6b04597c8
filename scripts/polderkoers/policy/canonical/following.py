"""Lets the entries of a file follow other data: what is the same stays the entry that it was, with its comments around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from polderkoers.policy.canonical.nodes import Collection, Scalar, YamlEntry, comments_in
from polderkoers.policy.values import same


class Following:
    """The entries of one file, to be brought to other data.

    An item is known by its id, also where it goes to another list of the file; what has no id by what it holds.
    """

    def __init__(self, top: YamlEntry, old: Any) -> None:
        """Take the entry that is the whole file, with the data that it has."""
        self._top, self._old = top, old
        self._held = _by_id(top, old)
        # Where the first thing stood that went: the collection, and what follows there.
        self._gap: tuple[Collection, YamlEntry | None] | None = None

    def follow(self, new: Any) -> list[str]:
        """Bring the entries to other data, in place, and return the comments that stand nowhere any more."""
        before = _comments_of(self._top)
        self._bring(self._top, self._old, new)
        return [*_left_of(before, _comments_of(self._top))]

    def put_back(self, comments: list[str]) -> None:
        """Put comments where the first thing stood that went, or at the end of the file."""
        if self._gap is None and isinstance(self._top.value, Collection):
            self._gap = (self._top.value, None)
        if self._gap is None:
            self._top.before += comments
            return
        held, following = self._gap
        if following is None:
            held.after[:0] = comments
        else:
            following.before[:0] = comments

    def _bring(self, entry: YamlEntry, old: Any, new: Any) -> None:
        if same(old, new):
            return
        if isinstance(entry.value, Collection) and isinstance(old, Mapping) and isinstance(new, Mapping):
            self._fields(entry.value, old, new)
        elif isinstance(entry.value, Collection) and isinstance(old, list) and isinstance(new, list):
            self._members(entry.value, old, new)
        else:
            entry.node = self._node(entry, new)

    def _fields(self, group: Collection, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        there = {entry.key: entry for entry in group.entries}
        self._leave(group, [entry for entry in group.entries if entry.key in new])
        for key, value in new.items():
            if key in there:
                self._bring(there[key], old[key], value)
            else:
                group.entries.append(self._entry(group, key, value))

    def _members(self, row: Collection, old: list[Any], new: list[Any]) -> None:
        pairs = _paired(old, new)
        there = row.entries
        self._leave(row, [entry for place, entry in enumerate(there) if place in pairs])
        row.entries = []
        for place, value in zip(pairs, new, strict=True):
            if place is None:
                row.entries.append(self._member(row, value))
            else:
                self._bring(there[place], old[place], value)
                row.entries.append(there[place])
        _set_apart(there, row.entries)

    def _leave(self, held: Collection, staying: list[YamlEntry]) -> None:
        """Take what does not stay out of a collection."""
        for place, entry in enumerate(held.entries):
            if self._gap is None and entry not in staying:
                self._gap = held, next((each for each in held.entries[place:] if each in staying), None)
        held.entries = staying

    def _member(self, row: Collection, value: Any) -> YamlEntry:
        """Return the entry of a member that is new to its list; one that stood elsewhere comes with its comments."""
        if moved := self._held.get(_id_of(value)):
            entry, data = moved
            entry.parent = row
            self._bring(entry, data, value)
            return entry
        return self._entry(row, None, value)

    def _entry(self, parent: Collection, key: str | None, value: Any) -> YamlEntry:
        entry = YamlEntry(0, parent, key)
        entry.node = self._node(entry, value)
        return entry

    def _node(self, holder: YamlEntry, value: Any) -> Scalar | Collection:
        """Return a value that has no place in the text yet; an item in it that stood elsewhere takes its entry along."""
        if isinstance(value, Mapping):
            group = Collection(mapping=True, flow=False, start=0, column=0, holder=holder)
            group.entries = [self._entry(group, key, each) for key, each in value.items()]
            return group
        if isinstance(value, list | tuple):
            row = Collection(mapping=False, flow=False, start=0, column=0, holder=holder)
            row.entries = [self._member(row, each) for each in value]
            return row
        return Scalar(value, 0, 0)


def _comments_of(entry: YamlEntry) -> list[str]:
    """Return the comments above, behind and in an entry."""
    return list(filter(None, (*entry.before, *entry.trailing, *comments_in(entry.value))))


def _left_of(loose: list[str], kept: list[str]) -> Iterator[str]:
    """Yield the comments that stand nowhere any more: each as often as it did, without those that still do."""
    left = list(kept)
    for line in loose:
        if line in left:
            left.remove(line)
        else:
            yield line


def _id_of(value: Any) -> str:
    found = value.get("id") if isinstance(value, Mapping) else None
    return found if isinstance(found, str) else ""


def _by_id(entry: YamlEntry, data: Any) -> dict[str, tuple[YamlEntry, Any]]:
    """Return the members of lists by id, each with its data; of an id that stands twice the first."""
    found: dict[str, tuple[YamlEntry, Any]] = {}
    for each, value in _members_in(entry, data):
        if id_ := _id_of(value):
            found.setdefault(id_, (each, value))
    return found


def _members_in(entry: YamlEntry, data: Any) -> Iterator[tuple[YamlEntry, Any]]:
    if not isinstance(entry.value, Collection):
        return
    for place, each in enumerate(entry.value.entries):
        value = data[each.key] if entry.value.mapping else data[place]
        if not entry.value.mapping:
            yield each, value
        yield from _members_in(each, value)


def _paired(old: list[Any], new: list[Any]) -> list[int | None]:
    """Return for each member of the new list which of the old one it is, if any.

    By id; without one by what it holds; and of those that are left, which say something else, in their order.
    """
    free = dict(enumerate(old))
    pairs = [_take(free, value, _is_same_member) for value in new]
    for place, value in enumerate(new):
        if pairs[place] is None:
            pairs[place] = _take(free, value, _is_alike)
    return pairs


def _take(free: dict[int, Any], value: Any, fits: Callable[[Any, Any], bool]) -> int | None:
    found = next((place for place, each in free.items() if fits(each, value)), None)
    if found is not None:
        del free[found]
    return found


def _is_same_member(old: Any, new: Any) -> bool:
    if _id_of(old) or _id_of(new):
        return _id_of(old) == _id_of(new)
    return same(old, new)


def _is_alike(old: Any, new: Any) -> bool:
    """Return whether two groups without an id share a value, so that one is the other in other words."""
    if not isinstance(old, Mapping) or not isinstance(new, Mapping) or _id_of(old) or _id_of(new):
        return False
    return any(key in new and same(value, new[key]) for key, value in old.items())


def _set_apart(old: list[YamlEntry], new: list[YamlEntry]) -> None:
    """Let members that come stand apart by a blank line where those that were there do, and not where they do not."""
    apart = any(entry.before[:1] == [""] for entry in old[1:])
    for entry in new[1:]:
        blank = entry.before[:1] == [""]
        # What stood first has no blank line above it, wherever it goes.
        if apart and not blank and (entry not in old or entry is old[0]):
            entry.before.insert(0, "")
        elif blank and not apart and entry not in old:
            del entry.before[0]
