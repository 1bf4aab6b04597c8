"""One version as comparing needs it: its files that differ, and the others only when something asks for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from polderkoers.changes.items import Item, is_file, read_file
from polderkoers.policy.source import Document, read
from polderkoers.policy.tree import DataFile
from polderkoers.policy.vocabulary import AS_USUAL


class Side:
    """The files of a version by path: as data where they were read, ready to be read where they were not."""

    def __init__(self, documents: Mapping[str, Any], unread: Mapping[str, DataFile] | None = None) -> None:
        """Take the data of the files that were read, and those that were not."""
        self.documents = documents
        # The words in which its items are told; set by who knows them.
        self.own = AS_USUAL
        self._unread = unread or {}
        self._found: dict[str, Item | None] = {}

    def file(self, name: str) -> Item | None:
        """Return the file with this id, read now if need be, or None when it is not there or unreadable."""
        if name not in self._found:
            self._found[name] = self._read(name)
        return self._found[name]

    def texts(self) -> Iterable[str]:
        """Yield the text of the files that were read."""
        for data in self.documents.values():
            yield json.dumps(data, ensure_ascii=False).replace("\\n", " ").replace("\\t", " ")

    def _read(self, name: str) -> Item | None:
        for file, data in self.documents.items():
            if is_file(data) and data["id"] == name:
                return read_file(file, data, self.own)
        for file, source in self._unread.items():
            if PurePosixPath(file).stem == name:
                document = read(source)
                if isinstance(document, Document) and is_file(document.data):
                    return read_file(file, document.data, self.own)
        return None


class Names:
    """The words for what the data refers to by id, looked up in the new version first and then in the old one."""

    def __init__(self, old: Side, new: Side) -> None:
        """Take the two versions; a catalogue is read when the first name is asked from it."""
        self._sides = (new, old)
        self._items: dict[str, Item | None] = {}

    def item(self, ref: str) -> Item | None:
        """Return the item with this reference, or None."""
        if ref not in self._items:
            file, _, name = ref.partition("/")
            roots = [root for side in self._sides if (root := side.file(file)) is not None]
            found = (item for root in roots if (item := _within(root, name)) is not None)
            self._items[ref] = next(found, None)
        return self._items[ref]

    def ladder(self) -> dict[str, int]:
        """Return the place of each type of role on the ladder of influence; 1 is the most.

        A type of role that itself changed places between the versions is left out: nothing can be measured with it.
        """
        rungs: dict[str, set[int]] = {}
        for roles in (side.file("roles") for side in self._sides):
            for item in roles.children.get("rolsoorten", ()) if roles else ():
                if isinstance(item.data.get("invloed"), int):
                    rungs.setdefault(item.name, set()).add(item.data["invloed"])
        return {name: found.pop() for name, found in rungs.items() if len(found) == 1}


def _within(root: Item, name: str) -> Item | None:
    if not name:
        return root
    return next((item for item in root.inside() if item.key is None and item.name == name), None)
