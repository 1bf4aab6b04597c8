"""One of the three states: its files as entries with comments, and the items in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from polderkoers.changes.items import Item, read_files
from polderkoers.changes.renamed import Renames
from polderkoers.policy.canonical.nodes import Scalar, YamlEntry, copied, data_of, fields_of_entry


class MergeState:
    """The files of one state, by path; its entries are its own, and change when references follow."""

    def __init__(self, tops: Mapping[str, YamlEntry]) -> None:
        """Take the entry of each file, of which a copy is kept."""
        self.tops = {file: copied(top) for file, top in tops.items()}
        self._read()

    def _read(self) -> None:
        self.held: dict[int, YamlEntry] = {}
        self.data: dict[str, Any] = {file: data_of(top, self.held) for file, top in self.tops.items()}
        self.roots = read_files(self.data)

    def items(self) -> Iterator[Item]:
        """Yield the files and the items that have an id, each before what stands in it."""
        for root in self.roots.values():
            yield root
            yield from filter(has_id, root.inside())

    def entry(self, item: Item) -> YamlEntry:
        """Return the entry of an item."""
        return self.held[id(item.data)]

    def fields(self, item: Item) -> dict[str, YamlEntry]:
        """Return the entries of the fields of an item."""
        return fields_of_entry(self.entry(item))

    def follow(self, called: Mapping[str, str], ids: Mapping[Item, str]) -> None:
        """Let references be written by the names that items will have, and give items their ids."""
        renames = Renames(called)
        if not renames.called and not ids:
            return
        for root in self.roots.values():
            _follow(self.entry(root), "", root.name, renames)
        for item, name in ids.items():
            self.fields(item)["id"].node = Scalar(name, 0, 0)
        self._read()


def has_id(item: Item) -> bool:
    """Return whether an item has an id, and is no row that is a part of what it stands in."""
    return item.key is None


def standing_in(item: Item | None, slot: str) -> list[Item]:
    """Return the items with an id in a field, in their order."""
    if item is None:
        return []
    return [*filter(has_id, item.children.get(slot, ()))]


def slots_of(item: Item) -> list[str]:
    """Return the fields in which items with an id stand."""
    return [slot for slot, children in item.children.items() if has_id(children[0])]


def _follow(entry: YamlEntry, name: str, file: str, renames: Renames) -> None:
    node = entry.value
    if isinstance(node, Scalar):
        node.value = renames.follow(node.value, file, name)
        return
    for each in node.entries:
        _follow(each, each.key or name, file, renames)
