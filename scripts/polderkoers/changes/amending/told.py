"""What a change of a JSON document says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from polderkoers.changes.change import Subject
from polderkoers.changes.items import Item
from polderkoers.policy.model.kinds import STANDING

Told = Mapping[str, Any]
ItemName = tuple[str, str | None, str | None]


def files_about(changes: Iterable[Told]) -> set[str]:
    """Return the ids of the files that changes are about."""
    refs = []
    for change in changes:
        refs += [change["ref"], change.get("old_ref"), (change.get("to") or {}).get("parent")]
    names = (ref.partition("/")[0] for ref in refs if ref)
    # Of two files with one id the second is told by a number behind it.
    return {name.partition("#")[0] for name in names}


def is_whole(change: Told) -> bool:
    """Return whether a change is of an item as a whole, and not of a field of it."""
    return change.get("field") is None


def name_of(change: Told, ref: str) -> ItemName:
    """Return what the item of a change is found by, under a reference: with its block and key when it has no id."""
    if change.get("key") is None:
        return ref, None, None
    return ref, change.get("block"), change["key"]


def name_of_item(item: Item | Subject) -> ItemName:
    """Return what an item is found by."""
    if item.key is None:
        return item.ref, None, None
    return item.ref, item.block, item.key


def path_of(item: Item, field: str) -> list[str]:
    """Return the steps to a field, which may be a part of another one (`wanneer.tot`)."""
    if field in item.fields:
        return [field]
    return field.split(".")


def value_at(held: Any, path: Iterable[str]) -> Any:
    """Return the value at the end of some steps, None when there is none."""
    for part in path:
        if not isinstance(held, Mapping):
            return None
        held = held.get(part)
    return held


def where(place: Told) -> tuple[Any, Any, Any]:
    """Return file, parent and list of a place; what it stands behind may have changed since."""
    return place.get("file"), place.get("parent"), place.get("list")


def kind_in(change: Told) -> str:
    """Return the kind of file that a change brings, when it brings one."""
    new = change.get("new")
    if not isinstance(new, Mapping) or "/" in change["ref"]:
        return ""
    return str(new.get("soort"))


def is_of_items(value: Any) -> bool:
    """Return whether a value consists of items, each of which is a change of its own."""
    if isinstance(value, Mapping):
        return isinstance(value.get("id"), str)
    return isinstance(value, list) and bool(value) and all(isinstance(part, dict) for part in value)


def apart(change: Told) -> Iterator[Told]:
    """Yield a change of more fields that say whether a file is in force as one of each; any other is itself."""
    old, new = change.get("old"), change.get("new")
    if change.get("field") != STANDING[0] or not (isinstance(old, Mapping) and isinstance(new, Mapping)):
        yield change
        return
    for name in STANDING:
        if old.get(name) != new.get(name):
            yield {**change, "field": name, "old": old.get(name), "new": new.get(name)}
