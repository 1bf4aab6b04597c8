"""The free texts of the policy: every word that an editor wrote, with the place where it stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.declared import WORDING, Role
from polderkoers.policy.model.facts import FieldOf, fields_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy


# What someone reads as words; everything else is a choice, a date, an address or a reference.
_WORDS = frozenset({*WORDING, Role.LABEL})


@dataclass(frozen=True)
class Text:
    """A text of an item: the field that it stands in, and where (a JSON Pointer) in the file."""

    entry: Entry
    field: str
    pointer: str
    text: str


def texts(policy: Policy) -> Iterator[Text]:
    """Yield every free text of a policy, in the order of the items."""
    for entry in policy.entries.values():
        yield from texts_of(entry)


def texts_of(entry: Entry) -> Iterator[Text]:
    """Yield the free texts of an item and of its parts without an id, not of the items inside it."""
    for field, pointer, text in _texts(entry.item, entry.item.pointer):
        yield Text(entry, field, pointer, text)


def _texts(value: Any, pointer: str) -> Iterator[tuple[str, str, str]]:
    for name in _fields(value.__class__):
        held = getattr(value, name)
        if held is None or held == ():
            continue
        if isinstance(held, str):
            yield name, f"{pointer}/{name}", held
        elif isinstance(held, tuple):
            for place, part in enumerate(held):
                yield from _part(name, part, f"{pointer}/{name}/{place}")
        else:
            yield from _part(name, held, f"{pointer}/{name}")


def _part(name: str, part: Any, pointer: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(part, str):
        yield name, pointer, part
    elif dataclasses.is_dataclass(part) and not isinstance(part, Onderdeel):
        yield from _texts(part, pointer)


@cache
def _fields(cls: Any) -> tuple[str, ...]:
    """Return the fields of a class that hold texts, or parts without an id with texts."""
    return tuple(each.name for each in fields_of(cls) if _holds_text(each))


def _holds_text(each: FieldOf) -> bool:
    if each.held is not None:
        return not issubclass(each.held, Onderdeel)
    return each.role in _WORDS
