"""The free texts of the policy: every word that an editor wrote, with the place where it stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.blocks import Onderdeel
from polderkoers.policy.model.references import target_of

# Text in the model, but a name, a choice from a list, a date or an address for the schema.
_NO_TEXT = frozenset(
    {
        "id", "pointer", "file", "soort", "versie", "status", "vastgesteld_op", "termijn", "rubriek", "gelegd_door", "van", "tot",
        "datum", "link", "commit", "inhoud", "letter", "meting", "zekerheid", "schaal", "van_wie", "engels", "woorden", "weglaten",
        "type", "lidwoord", "code", "website", "reacties", "taal", "feeds", "soorten",
    }
)  # fmt: skip


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
    """Return the fields of a class that hold texts, or parts with texts: what refers to something holds none."""
    hints = get_type_hints(cls)
    fields: Any = dataclasses.fields(cls)
    return tuple(
        field.name
        for field in fields
        if field.name not in _NO_TEXT and not target_of(field.metadata) and _holds_text(hints[field.name])
    )


def _holds_text(hint: Any) -> bool:
    inner = list(_types_in(hint))
    parts = [held for held in inner if dataclasses.is_dataclass(held)]
    return str in inner or any(not issubclass(part, Onderdeel) for part in parts)  # type: ignore[arg-type]


def _types_in(hint: Any) -> Iterator[Any]:
    yield hint
    for argument in get_args(hint):
        yield from _types_in(argument)
