"""One version as comparing needs it: its files, and the words for what they refer to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from polderkoers.changes.items import Item, is_file, read_file
from polderkoers.changes.renamed import Renames
from polderkoers.policy.vocabulary import AS_USUAL

if TYPE_CHECKING:
    from polderkoers.changes.alike import Alike
    from polderkoers.changes.change import Change


class Side:
    """The files of a version, as data by path; those that are the same in the other version may be left unread in `alike`."""

    def __init__(self, documents: Mapping[str, Any], alike: Alike | None = None) -> None:
        """Take the data of the files, and those that nobody needed yet."""
        self.documents = documents
        self._alike = alike
        # The words in which its items are told; set by who knows them.
        self.own = AS_USUAL
        self._found: dict[str, Item | None] = {}

    def file(self, name: str) -> Item | None:
        """Return the file with this id, or None when it is not there."""
        if name not in self._found:
            self._found[name] = self._read(name)
        return self._found[name]

    def item(self, ref: str) -> Item | None:
        """Return the item with a reference, or None when this version has none."""
        file, _, name = ref.partition("/")
        root = self.file(file)
        if root is None:
            return None
        return _within(root, name)

    def titled(self, title: str) -> Iterator[tuple[str, Any]]:
        """Yield the paths and the data of the files with a title, in the order of their paths."""
        found = {file: data for file, data in self.documents.items() if is_file(data) and data.get("titel") == title}
        if self._alike is not None:
            found |= {each.file: each.data for each in self._alike.titled(title) if is_file(each.data)}
        yield from sorted(found.items())

    def mentioning(self, name: str) -> Iterator[Any]:
        """Yield the data of the files that may name another, given its id; a file that certainly does not may be left out."""
        yield from filter(is_file, self.documents.values())
        if self._alike is not None:
            read = self._alike.documents(sorted(self._alike.mentioning({name})))
            yield from (each.data for each in read if is_file(each.data))

    def texts(self) -> Iterable[str]:
        """Yield the text of each file."""
        return map(text_of, self.documents.values())

    def _read(self, name: str) -> Item | None:
        for file, data in self._called(name):
            if is_file(data) and data["id"] == name:
                return read_file(file, data, self.own)
        return None

    def _called(self, name: str) -> Iterator[tuple[str, Any]]:
        """Yield the files that may have an id, in the order of their paths."""
        found = dict(self.documents)
        if self._alike is not None:
            found |= {each.file: each.data for each in self._alike.documents(self._alike.called(name))}
            found = dict(sorted(found.items()))
        yield from found.items()


def text_of(data: Any) -> str:
    """Return all words of a file in one text."""
    return json.dumps(data, ensure_ascii=False).replace("\\n", " ").replace("\\t", " ")


class Names:
    """The words for what the data refers to by id, looked up in the new version first and then in the old one.

    `renames` are the new references of what is called otherwise, by their old ones; set by who finds them.
    """

    def __init__(self, old: Side, new: Side, shipped: Mapping[str, str] | None = None) -> None:
        """Take the two versions, and what the entries that ship with the engine are called, by reference; nothing is looked up before it is asked for."""
        self.old, self.new = old, new
        self._shipped = shipped or {}
        self.renames = Renames({})
        self._sides = (new, old)
        self._items: dict[str, Item | None] = {}

    @cached_property
    def before(self) -> Names:
        """The same, looked up in the old version first: an id may be that of something else by now."""
        found = Names(self.old, self.new, self._shipped)
        found._sides = (self.old, self.new)
        return found

    def of(self, change: Change) -> Names:
        """Return the words for what the item of a change refers to: as that stands now, or as it was when it is gone."""
        if change.now is None:
            return self.before
        return self

    def item(self, ref: str) -> Item | None:
        """Return the item with this reference, or None."""
        if ref not in self._items:
            found = (side.item(ref) for side in self._sides)
            self._items[ref] = next((item for item in found if item is not None), None)
        return self._items[ref]

    def label(self, ref: str) -> str | None:
        """Return what the item with this reference is called, also when it is one that ships with the engine; None when nobody says it."""
        item = self.item(ref)
        if item is None:
            return self._shipped.get(ref)
        return item.label

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
