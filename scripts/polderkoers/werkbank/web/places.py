"""Where an item of some kind can stand: the lists of all items in which there is a place for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from polderkoers.werkbank.forms.desk import item_fields

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.desk import Desk, Placed


class FreePlace(NamedTuple):
    """A list of an item in which another can come: the item, the field, and what that is called."""

    ref: str
    into: str
    label: str


def places_for(desk: Desk, kind: str) -> tuple[FreePlace, ...]:
    """Return the lists in which an item of a kind can stand, in the order of the files."""
    return tuple(_places(desk, kind))


def _places(desk: Desk, kind: str) -> Iterator[FreePlace]:
    for placed in desk.items.values():
        for each in lists_of(placed, kind):
            top = desk.items.get(placed.ref.partition("/")[0])
            within = "" if placed.is_file or top is None else f" ({top.label})"
            yield FreePlace(placed.ref, each.into, f"{placed.label}{within}")


class ItemList(NamedTuple):
    """A list of an item that holds other items: the field, and the kind and the noun of what it holds."""

    into: str
    kind: str
    noun: str


def lists_of(placed: Placed, kind: str = "") -> tuple[ItemList, ...]:
    """Return the lists of an item that hold other items, of one kind when it is given."""
    found = []
    for each in item_fields(placed.cls):
        cls: Any = each.held
        if each.many and kind in ("", cls.soortnaam):
            found.append(ItemList(each.name, cls.soortnaam, cls.kind.noun.name))
    return tuple(found)
