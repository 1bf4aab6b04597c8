"""The parts of a file that have a place in the canonical form: scalars, collections, and their entries with comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Scalar:
    """A text, number, boolean or null: its value, and the offsets at which it starts and ends in the file."""

    value: Any
    start: int
    end: int


@dataclass(eq=False)
class Collection:
    """A mapping or a list, in flow or in block style.

    `column` is where its entries stand. `after` are the comments below its last entry; an empty text is a blank line.
    """

    mapping: bool
    flow: bool
    start: int
    column: int
    holder: YamlEntry
    end: int = 0
    entries: list[YamlEntry] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


@dataclass(eq=False)
class YamlEntry:
    """A field of a mapping, an item of a list (without `key`), or the whole file (without `parent`).

    `before` are the comments and blank lines above it, `trailing` the comments behind it on the same line.
    """

    start: int
    parent: Collection | None = None
    key: str | None = None
    key_end: int = 0
    before: list[str] = field(default_factory=list)
    trailing: list[str] = field(default_factory=list)
    node: Scalar | Collection | None = None

    @property
    def value(self) -> Scalar | Collection:
        """The value, which every entry has once the file has been read."""
        if self.node is None:
            raise ValueError("an entry without a value")
        return self.node

    def block(self) -> Collection | None:
        """Return the value if it was written as a collection in block style."""
        return self.node if isinstance(self.node, Collection) and not self.node.flow else None

    def around(self) -> Iterator[Collection]:
        """Yield the collections that this entry stands in, the innermost first."""
        parent = self.parent
        while parent is not None:
            yield parent
            parent = parent.holder.parent


def comments_in(node: Scalar | Collection) -> Iterator[str]:
    """Yield the comments inside a value."""
    if isinstance(node, Scalar):
        return
    for entry in node.entries:
        yield from filter(None, (*entry.before, *entry.trailing))
        yield from comments_in(entry.value)
    yield from filter(None, node.after)


def data_of(entry: YamlEntry, held: dict[int, YamlEntry] | None = None) -> Any:
    """Return the data that an entry holds; in `held` come the entries of all its groups, by the `id` of their data."""
    node = entry.value
    if not isinstance(node, Collection):
        return node.value
    if not node.mapping:
        return [data_of(each, held) for each in node.entries]
    found = {each.key: data_of(each, held) for each in node.entries}
    if held is not None:
        held[id(found)] = entry
    return found


def copied(entry: YamlEntry, parent: Collection | None = None) -> YamlEntry:
    """Return a copy of an entry with all that is in it."""
    found = YamlEntry(entry.start, parent, entry.key, entry.key_end, [*entry.before], [*entry.trailing])
    node = entry.value
    if isinstance(node, Scalar):
        found.node = Scalar(node.value, node.start, node.end)
        return found
    group = Collection(node.mapping, node.flow, node.start, node.column, found, node.end, [], [*node.after])
    group.entries = [copied(each, group) for each in node.entries]
    found.node = group
    return found


def comments_of_entry(entry: YamlEntry) -> list[str]:
    """Return the comments above, behind and in an entry, in their order."""
    return list(filter(None, (*entry.before, *entry.trailing, *comments_in(entry.value))))


def fields_of_entry(entry: YamlEntry | None) -> dict[str, YamlEntry]:
    """Return the entries of the fields of a group, none for what is no group."""
    if entry is None or not isinstance(entry.value, Collection) or not entry.value.mapping:
        return {}
    return {each.key: each for each in entry.value.entries if each.key is not None}


def members_of_entry(entry: YamlEntry | None) -> list[YamlEntry]:
    """Return the members of a list, none for what is no list."""
    if entry is None or not isinstance(entry.value, Collection) or entry.value.mapping:
        return []
    return entry.value.entries


def entry_of(parent: Collection, key: str | None, value: Any) -> YamlEntry:
    """Return a value as an entry of a group or list; it has no place in a text yet."""
    entry = YamlEntry(0, parent, key)
    entry.node = node_of(entry, value)
    return entry


def node_of(holder: YamlEntry, value: Any) -> Scalar | Collection:
    """Return a value as the writer wants it; it has no place in a text yet."""
    if isinstance(value, Mapping):
        group = Collection(mapping=True, flow=False, start=0, column=0, holder=holder)
        group.entries = [entry_of(group, key, each) for key, each in value.items()]
        return group
    if isinstance(value, list | tuple):
        row = Collection(mapping=False, flow=False, start=0, column=0, holder=holder)
        row.entries = [entry_of(row, None, each) for each in value]
        return row
    return Scalar(value, 0, 0)
