"""What is in an item that is new or gone, in words: its own fields, and the items inside it by name and by number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from polderkoers.changes.change import LABELS, Change, Subject
from polderkoers.changes.figure_marks import MARKS
from polderkoers.changes.items import Item, read_file, read_item
from polderkoers.changes.money.amount import amount_words
from polderkoers.changes.phrases import field_heading, list_name, noun, value
from polderkoers.policy.dutch_words import capital, listing, some
from polderkoers.policy.model.kinds import STANDING
from polderkoers.policy.vocabulary import AS_USUAL, Vocabulary

if TYPE_CHECKING:
    from polderkoers.changes.sides import Names


# Of a whole file: enough to know what it is. Of an item: all but what its heading says.
_OF_A_FILE = ("samenvatting", *STANDING)
_UNSAID = frozenset({"id", "nummer", "letter", "versie"})
_GOALS = frozenset({"doel"})
# Lists whose name is no plural, and so cannot be counted.
_MANY = {"aanleiding": "aanleidingen", "urgentie": "urgenties", "ambitie": "ambities"}


@dataclass(frozen=True)
class ItemsInside:
    """The items of one kind inside an item: how many, and what they are called; those without an id have no names."""

    number: int
    labels: tuple[str, ...]
    slot: str
    block: str
    own: Vocabulary = AS_USUAL

    @property
    def count(self) -> str:
        """How many there are, in words: `3 stappen`."""
        if self.number == 1:
            return f"1 {noun(self.block, self.slot, self.own).name}"
        return f"{self.number} {_MANY.get(self.slot) or list_name(self.slot, self.own)}"


def named(part: ItemsInside, most: int) -> str:
    """Return how many items there are and the names of at most so many: `3 stappen: a, b en nog 1 andere`."""
    if not part.labels:
        return part.count
    return f"{part.count}: {some(part.labels, most)}"


@dataclass(frozen=True)
class Contents:
    """An item in words. `facts` are names and values, `goals` the goals in it, `parts` all other items in it."""

    is_file: bool
    facts: tuple[tuple[str, str], ...]
    goals: tuple[str, ...]
    parts: tuple[ItemsInside, ...]

    @property
    def counts(self) -> str:
        """How many of each kind stand inside besides the goals: `5 rollen en 3 stappen`, or nothing."""
        return listing([part.count for part in self.parts])


def contents(change: Change, names: Names) -> Contents | None:
    """Return what is in the item of a change, or None when the change is not about an item that is new or gone."""
    if change.kind not in ("added", "removed"):
        return None
    item = _item(change)
    goals: list[Item] = []
    others: list[Item] = []
    for each in _told_inside(item):
        if each.block in _GOALS:
            goals.append(each)
        else:
            others.append(each)
    return Contents(
        item.parent is None, tuple(_facts(item, names)), tuple(map(_numbered, goals)), tuple(_parts(others))
    )


def _told_inside(item: Item) -> Iterator[Item]:
    """Return what stands in an item, of a whole file at any depth."""
    if item.parent is None:
        return item.inside()
    return chain.from_iterable(item.children.values())


def _item(change: Change) -> Item:
    subject = change.item
    data = change.old if change.kind == "removed" else change.new
    if subject.parent is None:
        return read_file(subject.file, data, subject.own)
    # The item above is needed only for what it says about the kind of item that stands in it.
    parent = Item({}, subject.parent.block, _file_id(subject), subject.file, own=subject.own)
    return read_item(data, parent, subject.slot, many=True)


def _file_id(subject: Subject) -> str:
    return subject.ref.partition("/")[0]


def _facts(item: Item, names: Names) -> Iterator[tuple[str, str]]:
    file = item.root.name
    for field in _told_fields(item):
        held = item.fields.get(field)
        if not _is_empty(held):
            yield field_heading(field), _value(item, field, file, names)


def _is_empty(held: Any) -> bool:
    """Return whether a field says nothing. Zero says something, and equals False."""
    return held is None or held is False or held in ("", [])


def _value(item: Item, field: str, file: str, names: Names) -> str:
    """Return a field in words; an amount with all that is said of it."""
    if item.block == "bedrag" and field == "bedrag":
        return amount_words(item.data)
    return value(field, item.fields[field], file, names)


def _told_fields(item: Item) -> Iterable[str]:
    if item.parent is None:
        return _OF_A_FILE
    told = [field for field in item.fields if not _is_said(item, field)]
    if item.block != "bedrag" or item.data.get("bedrag") is None:
        return told
    return [field for field in told if field not in MARKS]


def _is_said(item: Item, field: str) -> bool:
    """Return whether the heading says a field already: a number, or the words by which the item is known."""
    if field in _UNSAID:
        return True
    for name in LABELS:
        if isinstance(item.data.get(name), str):
            return field == name
    return False


def _numbered(item: Item) -> str:
    number = item.data.get("nummer")
    name = item.label or item.name
    if not isinstance(number, int | str):
        return name
    goal = noun("doel", own=item.root.own).name
    return f"{capital(goal)} {number}: {name}"


def _parts(items: list[Item]) -> Iterator[ItemsInside]:
    by_slot: dict[tuple[str, str], list[Item]] = {}
    for item in items:
        by_slot.setdefault((item.slot, item.block), []).append(item)
    for (slot, block), found in by_slot.items():
        labels = (item.label or item.name for item in found if item.key is None)
        yield ItemsInside(len(found), tuple(labels), slot, block, found[0].root.own)
