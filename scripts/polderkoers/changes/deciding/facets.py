"""The fields of an item as a decision tells them: what belongs together is one thing, such as an amount and its being yearly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.declared import Role, noun_of
from polderkoers.policy.model.facts import FieldOf, fields_of
from polderkoers.policy.model.files import classes
from polderkoers.policy.model.kinds import STANDING

if TYPE_CHECKING:
    from polderkoers.changes.items import Item

STATUS = "status"
# What is said in one breath, by the field that the words are about.
_TOGETHER: Mapping[tuple[str, str], str] = {
    ("bedrag", "ongeveer"): "bedrag",
    ("bedrag", "hoogstens"): "bedrag",
    ("bedrag", "per_jaar"): "bedrag",
    ("cijfer", "ongeveer"): "waarde",
}
_TEXTS = frozenset({Role.PROSE, Role.LINE, Role.NAME, Role.LABEL, Role.TECHNICAL})
MAIN = ("tekst", "naam", "document")
"""The field that a group is told by: the words of a moment, the name of an origin."""


@cache
def known_fields(block: str) -> tuple[FieldOf, ...]:
    """Return the fields of a kind of block or file; none of one that the model does not know."""
    for cls in classes():
        if cls.soortnaam == block:
            return fields_of(cls)
    return ()


@cache
def field_of(block: str, name: str) -> FieldOf | None:
    """Return what the model says of a field, None when it knows no such field."""
    return next((each for each in known_fields(block) if each.name == name), None)


def words_of(block: str, name: str) -> str:
    """Return what a sentence calls a field, with its article."""
    found = field_of(block, name)
    if found is None:
        return f"het veld {name}"
    return found.fact.words


def heading_of(block: str, name: str) -> str:
    """Return what stands before a field where an item is written out."""
    found = field_of(block, name)
    if found is None:
        return capital(name.replace("_", " "))
    return found.fact.label or found.fact.title or capital(noun_of(found.fact.words).name)


def facet_of(item: Item, name: str) -> str:
    """Return the facet of an item that a field is a part of: `bedrag` for `per_jaar`."""
    if item.parent is None and name in STANDING:
        return STATUS
    return _TOGETHER.get((item.block, name), name)


def facets(item: Item) -> dict[str, dict[str, Any]]:
    """Return the fields of an item by facet, in the order of the model; what has a list or item inside is none."""
    found: dict[str, dict[str, Any]] = {}
    for name in in_order(item.block, item.fields):
        found.setdefault(facet_of(item, name), {})[name] = item.fields[name]
    return found


def in_order(block: str, names: Mapping[str, Any]) -> Iterator[str]:
    """Yield names of fields in the order of the model, and then those that it does not know."""
    known = [each.name for each in known_fields(block)]
    yield from (name for name in known if name in names)
    yield from (name for name in names if name not in known)


def is_ordered(block: str, slot: str) -> bool:
    """Return whether the order of a list says something."""
    found = field_of(block, slot)
    return found is None or found.ordered


def name_field(item: Item) -> str:
    """Return the field that an item is called by, empty when it has none."""
    for name in ("naam", "titel", "wat", "waarvoor"):
        if isinstance(item.data.get(name), str):
            return name
    return ""


def inner_block(block: str, name: str) -> str:
    """Return the kind of what is held in a field, empty when the model does not say."""
    found = field_of(block, name)
    if found is None or found.held is None:
        return ""
    return found.held.soortnaam


def parts_of(block: str, name: str, value: Mapping[str, Any]) -> tuple[str, list[str]]:
    """Return by which of its parts a group is told, empty when it has none of those, and its other parts."""
    parts = list(in_order(inner_block(block, name), value))
    main = next((part for part in MAIN if part in parts), "")
    return main, [part for part in parts if part != main]


def is_plain_text(block: str, name: str) -> bool:
    """Return whether a field holds a text that stands in a decision as it is."""
    found = field_of(block, name)
    return found is not None and found.target is None and found.role in _TEXTS


def predecessor(item: Item) -> Item | None:
    """Return the item before an item in its list, None for the first."""
    if item.parent is None or not item.many:
        return None
    beside = item.parent.children[item.slot]
    place = beside.index(item)
    return beside[place - 1] if place else None


def successor(item: Item) -> Item | None:
    """Return the item behind an item in its list, None for the last."""
    if item.parent is None or not item.many:
        return None
    beside = item.parent.children[item.slot]
    return next(iter(beside[beside.index(item) + 1 :]), None)
