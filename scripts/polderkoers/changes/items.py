"""The items of one file as a tree, read from the data: each with its name, its own fields and the items inside it."""

from __future__ import annotations

import dataclasses
import json
from collections import OrderedDict
from collections.abc import Callable, Container, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from polderkoers.changes.change import LABELS, Position, Subject
from polderkoers.changes.figure_marks import marks_of
from polderkoers.policy.dutch_words import beginning, spaced
from polderkoers.policy.model.kinds import block_names, of_editors
from polderkoers.policy.vocabulary import AS_USUAL, Vocabulary

if TYPE_CHECKING:
    from polderkoers.changes.change import Change

KEYS = {"samenhang": ("met",), "metingen": ("jaar", "groep", "meting"), "streefwaarden": ("jaar", "groep", "meting")}
"""What tells blocks without an id apart within their item, by the field that holds them."""
# Files of some versions of a large policy.
_MOST_KEPT = 4000


@dataclass(eq=False)
class Item:
    """An item of the data. `name` is its id, or for a block without an id (`key`) what tells it from its neighbours.

    `fields` are its own values; what stands inside it is in `children`, by the field that holds them. `many` says
    whether that field of the item above is a list. `file` is the path of its file. A file has its `own` words to be told in.
    """

    data: dict[str, Any]
    block: str
    name: str
    file: str
    slot: str = ""
    many: bool = False
    key: str | None = None
    parent: Item | None = None
    fields: dict[str, Any] = dataclasses.field(default_factory=dict)
    children: dict[str, list[Item]] = dataclasses.field(default_factory=dict)
    own: Vocabulary = AS_USUAL
    # What it holds besides ids, in a form that is equal for all ways to write down the same; set by who asks for it.
    form: Hashable = dataclasses.field(default=None, repr=False)
    # The item that its own fields were compared with when no reference was called otherwise, and what differed.
    compared: tuple[Item, tuple[Change, ...]] | None = dataclasses.field(default=None, repr=False)

    @property
    def root(self) -> Item:
        """The file that the item stands in."""
        item = self
        while item.parent is not None:
            item = item.parent
        return item

    @property
    def ref(self) -> str:
        """The reference of the item; of the item above it when it has no id."""
        if self.parent is None:
            return self.name
        return f"{self.root.name}/{self.name}" if self.key is None else self.parent.ref

    @cached_property
    def label(self) -> str | None:
        """The words by which a reader knows the item, or None."""
        return label(self.data)

    @property
    def _told_name(self) -> str:
        """Its name for a reader: what was measured in a way is told of by the words in the id of that way."""
        way = str(self.data.get("meting") or "")
        return self.name.replace(way or self.name, spaced(way) or self.name)

    @property
    def place(self) -> Position:
        """Where the item stands."""
        if self.parent is None:
            return Position(file=self.file)
        before = None
        for item in self.parent.children[self.slot]:
            if item is self:
                break
            before = item.name
        return Position(file=self.file, parent=self.parent.ref, list=self.slot, after=before, many=self.many)

    @cached_property
    def subject(self) -> Subject:
        """What a change says about the item."""
        root = self.root
        number = self.data.get("nummer") or self.data.get("letter")
        if not isinstance(number, int | str):
            number = None
        return Subject(
            ref=self.ref,
            block=self.block,
            label=self.label or self._told_name,
            file=self.file,
            soort=root.block,
            title=root.label or root.name,
            slot=self.slot,
            key=self.key,
            number=number,
            parent=None if self.parent is None else self.parent.subject,
            marks=marks_of(self.data),
            of_editors=of_editors(self.data),
            own=root.own,
        )

    def inside(self) -> Iterator[Item]:
        """Yield the items in this one, at any depth, in the order of the data."""
        for items in self.children.values():
            for item in items:
                yield item
                yield from item.inside()


def label(data: Mapping[str, Any]) -> str | None:
    """Return the words by which a reader knows an item, or None: its name, or the beginning of its text."""
    for field in LABELS:
        if isinstance(data.get(field), str):
            return " ".join(data[field].split())
    return beginning(data["tekst"]) if isinstance(data.get("tekst"), str) else None


def is_file(data: Any) -> bool:
    """Return whether the data of a file has the one thing that comparing needs: an id."""
    return isinstance(data, dict) and isinstance(data.get("id"), str)


def read_file(file: str, data: dict[str, Any], own: Vocabulary = AS_USUAL) -> Item:
    """Return a file as a tree of items. An id that stands twice gets a number after it (`doel-x#2`)."""
    root = Item(data, str(data.get("soort")), data["id"], file, own=own)
    _fill(root, {})
    return root


def read_item(data: dict[str, Any], parent: Item, slot: str, *, many: bool) -> Item:
    """Return the data of an item as a tree, to stand in a field of another item; it is not put there yet."""
    return _children(parent, slot, [data], {}, many=many)[0]


class ItemsKept:
    """Files of one side of a comparison as trees of items, kept as long as their data is the very same; for who compares again and again."""

    def __init__(self) -> None:
        """Start with nothing kept."""
        self._held: OrderedDict[int, tuple[dict[str, Any], Item]] = OrderedDict()

    def read(self, file: str, data: dict[str, Any], own: Vocabulary = AS_USUAL) -> Item:
        """Return a file as `read_file` does."""
        held = self._held.get(id(data))
        # Of two files with one id the second got another name.
        if held is None or held[1].file != file or held[1].own != own or held[1].name != data["id"]:
            held = (data, read_file(file, data, own))
            self._held[id(data)] = held
            if len(self._held) > _MOST_KEPT:
                self._held.popitem(last=False)
        self._held.move_to_end(id(data))
        return held[1]


ReadItems = Callable[[str, dict[str, Any], Vocabulary], Item]


def read_files(
    documents: Mapping[str, Any], own: Vocabulary = AS_USUAL, read: ReadItems = read_file
) -> dict[str, Item]:
    """Return the files by id, in the order of their paths. Of two files with one id, the second is told by a number."""
    taken: dict[str, int] = {}
    roots = {}
    for file, data in sorted(documents.items()):
        root = read(file, data, own)
        root.name = _unique(root.name, taken)
        roots[root.name] = root
    return roots


def _fill(item: Item, taken: dict[str, int]) -> None:
    for slot, value in item.data.items():
        if isinstance(value, list) and value and all(isinstance(part, dict) for part in value):
            item.children[slot] = _children(item, slot, value, taken, many=True)
        elif _has_id(value):
            item.children[slot] = _children(item, slot, [value], taken, many=False)
        elif slot != "id":
            item.fields[slot] = value


def _children(item: Item, slot: str, parts: list[Any], taken: dict[str, int], *, many: bool) -> list[Item]:
    block = block_names().get((item.block, slot), slot)
    keys: dict[str, int] = {}
    found = []
    for part in parts:
        child = Item(part, block, "", item.file, slot, many, parent=item)
        found.append(child)
        if _has_id(part):
            child.name = _unique(part["id"], taken)
            _fill(child, taken)
        else:
            child.name = child.key = _unique(_key(slot, part), keys)
            # Nothing can refer to what stands in a block without an id: all of it is the block's own.
            child.fields = dict(part)
    return found


def _has_id(part: Any) -> bool:
    return isinstance(part, dict) and isinstance(part.get("id"), str)


def _key(slot: str, part: dict[str, Any]) -> str:
    parts = [str(part[name]) for name in KEYS.get(slot, ()) if part.get(name) is not None]
    if parts or slot in KEYS:
        return ", ".join(parts) or "-"
    return json.dumps(part, sort_keys=True, ensure_ascii=False)


def _unique(name: str, taken: dict[str, int]) -> str:
    taken[name] = taken.get(name, 0) + 1
    if taken[name] == 1:
        return name
    return f"{name}#{taken[name]}"


def without(item: Item, left_out: Container[Item]) -> dict[str, Any]:
    """Return the data of an item without the items inside it that are in `left_out`, at any depth."""
    if not any(inside in left_out for inside in item.inside()):
        return item.data
    data = dict(item.data)
    for slot, children in item.children.items():
        kept = [without(child, left_out) for child in children if child not in left_out]
        if kept:
            data[slot] = kept if children[0].many else kept[0]
        else:
            del data[slot]
    return data


def words_of(item: Item) -> list[str]:
    """Return all words of an item and what is in it, to judge how much two items have in common."""
    return json.dumps(item.data, ensure_ascii=False).split()
