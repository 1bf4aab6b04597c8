"""When two values of the data say the same: whitespace, quotes, the order of keys and of sets, and nothing are no change."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_type_hints

from polderkoers.policy.model.blocks import Onderdeel
from polderkoers.policy.model.build import KINDS
from polderkoers.policy.model.references import Doelsoort, target_of

# A year may stand in the data as a number or as text; these are the fields where both are allowed.
_DATES = frozenset({"van", "tot", "datum", "vastgesteld_op"})
# Lists of references whose order a reader sees as an order, and lists of texts that have none.
_IN_ORDER = frozenset({"onderdelen"})
_NAMES = frozenset({"andere_namen"})


@cache
def reference_fields() -> dict[str, Doelsoort]:
    """Return the fields of the model that hold references, with what they refer to."""
    classes: set[type[Any]] = set()
    for kind in KINDS.values():
        _collect(kind, classes)
    ordered = sorted(classes, key=lambda cls: cls.__name__)
    fields = ((field.name, target_of(field.metadata)) for cls in ordered for field in dataclasses.fields(cls))
    return {name: target for name, target in fields if target is not None}


def _collect(cls: type[Any], found: set[type[Any]]) -> None:
    if cls in found:
        return
    found.add(cls)
    for hint in get_type_hints(cls).values():
        for part in _classes(hint):
            _collect(part, found)


def _classes(hint: Any) -> Iterator[type[Any]]:
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        yield hint
    for arm in get_args(hint):
        yield from _classes(arm)


@cache
def block_names() -> dict[tuple[str, str], str]:
    """Return the block that stands in a field of a block or file kind: `("doel", "cijfers")` gives `cijfer`."""
    classes: set[type[Any]] = set()
    for kind in KINDS.values():
        _collect(kind, classes)
    found = {}
    for cls in (cls for cls in classes if issubclass(cls, Onderdeel)):
        for name, hint in get_type_hints(cls).items():
            for part in _classes(hint):
                found[cls.soortnaam, name] = getattr(part, "soortnaam", part.__name__.lower())
    return found


def is_set(name: str, value: list[Any]) -> bool:
    """Return whether the order of a list of plain values says nothing."""
    known = name in _NAMES or (name in reference_fields() and name not in _IN_ORDER)
    return known and all(isinstance(part, str) for part in value)


def canonical(value: Any, name: str = "") -> Any:
    """Return a hashable form of a value that is equal for all ways to write down the same.

    Unknown (`null`), absent, an empty list and `false` are the same, as they are in the model.
    """
    match value:
        case bool() | None:
            return ("true",) if value else None
        case str():
            return " ".join(unicodedata.normalize("NFC", value).split())
        case int() if name in _DATES:
            return str(value)
        case dict():
            parts = {key: canonical(part, key) for key, part in value.items()}
            return frozenset((key, part) for key, part in parts.items() if part is not None) or None
        case list():
            forms = tuple(canonical(part) for part in value)
            return (tuple(sorted(set(forms))) if is_set(name, value) else forms) or None
        case _:
            return value


def same(name: str, old: Any, new: Any) -> bool:
    """Return whether two values of one field say the same."""
    if isinstance(old, str) and old == new:
        return True
    return bool(canonical(old, name) == canonical(new, name))
