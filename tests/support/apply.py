"""Applies the changes of a JSON document to the old data, which gives the new data."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from polderkoers.changes.items import Item, read_file, read_files, read_item

_Name = tuple[str, str | None, str | None]


class ChangesDoNotFit(LookupError):
    """The changes are about other data: this item is not there."""


def apply(documents: Mapping[str, Any], changes: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the data by file path after the changes, which are the `changes` of a JSON document, all of them.

    `documents` is the old data by file path, and stays as it is. The answer says the same as the new data; keys may
    stand in another order, and what is no change (whitespace, `null` or left out) may be as it was.
    Raises `ChangesDoNotFit` when the changes are about other data.
    """
    told = list(changes)
    work = _Work(copy.deepcopy(dict(documents)))
    work.take_out([change for change in told if change["kind"] in ("removed", "moved") and change["field"] is None])
    for change in told:
        if change["kind"] in ("added", "moved") and change["field"] is None:
            work.put_in(change)
    for change in told:
        if change["field"] is not None:
            work.set_field(change)
    return {root.file: write(root) for root in work.roots}


def write(item: Item) -> dict[str, Any]:
    """Return the data of an item made anew from its fields and the items in it; the order of keys may differ."""
    data = dict(item.fields) if item.key is not None else {"id": item.data["id"], **item.fields}
    for slot, children in item.children.items():
        if children:
            parts = [write(child) for child in children]
            data[slot] = parts if children[0].many else parts[0]
    return data


class _Work:
    def __init__(self, documents: dict[str, Any]) -> None:
        self.roots = list(read_files(documents).values())
        self.items: dict[_Name, Item] = {}
        self.held: dict[_Name, Item] = {}
        for root in self.roots:
            self._register(root)

    def take_out(self, changes: list[Mapping[str, Any]]) -> None:
        for change in changes:
            name = _name(change, change["old_ref"] or change["ref"])
            item = self._get(name)
            if item.parent is None:
                self.roots.remove(item)
            else:
                item.parent.children[item.slot].remove(item)
            self.held[name] = item
        self.items.clear()
        for root in self.roots:
            self._register(root)

    def put_in(self, change: Mapping[str, Any]) -> None:
        place = change["to"]
        held = self.held[_name(change, change["old_ref"] or change["ref"])] if change["kind"] == "moved" else None
        if place["parent"] is None:
            item = held or read_file(place["file"], copy.deepcopy(change["new"]))
            self._rename(item, change["ref"], place["file"])
            self.roots.append(item)
        else:
            parent = self._get((place["parent"], None, None))
            item = held or read_item(copy.deepcopy(change["new"]), parent, place["list"], many=place["many"])
            item.name = change["key"] or change["ref"].partition("/")[2]
            item.parent, item.slot, item.many = parent, place["list"], place["many"]
            self._insert(parent.children.setdefault(item.slot, []), item, place["after"])
        self._register(item)

    def set_field(self, change: Mapping[str, Any]) -> None:
        values = self._get(_name(change, change["ref"])).fields
        *groups, last = [change["field"]] if change["field"] in values else change["field"].split(".")
        for group in groups:
            values = values.setdefault(group, {})
        if change["new"] is None:
            values.pop(last, None)
        else:
            values[last] = copy.deepcopy(change["new"])

    def _insert(self, items: list[Item], item: Item, after: str | None) -> None:
        names = [other.name for other in items]
        if after is not None and after not in names:
            raise ChangesDoNotFit(after)
        items.insert(0 if after is None else names.index(after) + 1, item)

    def _rename(self, root: Item, name: str, file: str) -> None:
        if root.name != name:
            root.data = {**root.data, "id": name.partition("#")[0]}
        root.name, root.file = name, file

    def _register(self, item: Item) -> None:
        for part in (item, *item.inside()):
            self.items[part.ref, part.block if part.key is not None else None, part.key] = part

    def _get(self, name: _Name) -> Item:
        if name not in self.items:
            raise ChangesDoNotFit(name[0])
        return self.items[name]


def _name(change: Mapping[str, Any], ref: str) -> _Name:
    return ref, change["block"] if change["key"] is not None else None, change["key"]
