"""An item that is new or gone, written out whole: all its fields, and all that stands in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from polderkoers.changes.items import Item
from polderkoers.changes.phrases import field_heading, noun, value
from polderkoers.changes.sides import Names
from polderkoers.policy.dutch_words import capital

_UNSAID = frozenset({"id", "soort"})
_STEP = "  "


def whole(item: Item, names: Names, is_told_elsewhere: Callable[[Item], bool]) -> str:
    """Return an item as lines; what stands in it is indented, and what is told elsewhere is left out."""
    return "\n".join(_lines(item, names, is_told_elsewhere, ""))


def _lines(item: Item, names: Names, is_told_elsewhere: Callable[[Item], bool], indent: str) -> Iterator[str]:
    file = item.root.name
    for field, held in item.fields.items():
        if field not in _UNSAID and held not in (None, "", [], False):
            yield f"{indent}{field_heading(field)}: {_said(field, held, file, names)}"
    for items in item.children.values():
        for part in items:
            if not is_told_elsewhere(part):
                yield f"{indent}{capital(noun(part.block, part.slot, item.root.own).name)}"
                yield from _lines(part, names, is_told_elsewhere, indent + _STEP)


def _said(field: str, held: Any, file: str, names: Names) -> str:
    """Return a value in words; of a date in words the years too, because either may differ alone."""
    said = value(field, held, file, names)
    if not isinstance(held, Mapping) or "tekst" not in held:
        return said
    others = [(name, part) for name, part in held.items() if name != "tekst" and part is not None]
    told = (f"{name} {value(f'{field}.{name}', part, file, names)}" for name, part in others)
    if not others:
        return said
    return f"{said} ({', '.join(told)})"
