"""One version as comparing needs it: its files, and the words for what they refer to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from polderkoers.changes.items import Item, is_file, read_file
from polderkoers.policy.vocabulary import AS_USUAL


class Side:
    """The files of a version, as data by path."""

    def __init__(self, documents: Mapping[str, Any]) -> None:
        """Take the data of the files."""
        self.documents = documents
        # The words in which its items are told; set by who knows them.
        self.own = AS_USUAL
        self._found: dict[str, Item | None] = {}

    def file(self, name: str) -> Item | None:
        """Return the file with this id, or None when it is not there."""
        if name not in self._found:
            self._found[name] = self._read(name)
        return self._found[name]

    def texts(self) -> Iterable[str]:
        """Yield the text of each file."""
        for data in self.documents.values():
            yield json.dumps(data, ensure_ascii=False).replace("\\n", " ").replace("\\t", " ")

    def _read(self, name: str) -> Item | None:
        for file, data in self.documents.items():
            if is_file(data) and data["id"] == name:
                return read_file(file, data, self.own)
        return None


class Names:
    """The words for what the data refers to by id, looked up in the new version first and then in the old one."""

    def __init__(self, old: Side, new: Side) -> None:
        """Take the two versions; nothing is looked up before it is asked for."""
        self.old, self.new = old, new
        self._sides = (new, old)
        self._items: dict[str, Item | None] = {}

    def item(self, ref: str) -> Item | None:
        """Return the item with this reference, or None."""
        if ref not in self._items:
            file, _, name = ref.partition("/")
            self._items[ref] = self._found(file, name)
        return self._items[ref]

    def _found(self, file: str, name: str) -> Item | None:
        for side in self._sides:
            root = side.file(file)
            item = _within(root, name) if root is not None else None
            if item is not None:
                return item
        return None

    def ladder(self) -> dict[str, int]:
        """Return the place of each type of role on the ladder of influence; 1 is the most.

        A type of role that itself changed places between the versions is left out: nothing can be measured with it.
        """
        rungs: dict[str, set[int]] = {}
        for side in self._sides:
            roles = side.file("roles")
            if roles is None:
                continue
            for item in roles.children.get("rolsoorten", ()):
                if isinstance(item.data.get("invloed"), int):
                    rungs.setdefault(item.name, set()).add(item.data["invloed"])
        return {name: found.pop() for name, found in rungs.items() if len(found) == 1}


def _within(root: Item, name: str) -> Item | None:
    if not name:
        return root
    for item in root.inside():
        if item.key is None and item.name == name:
            return item
    return None
