"""When two values of the data say the same: whitespace, quotes, the order of keys and of sets, and nothing are no change."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from polderkoers.policy.model.kinds import dates_or_years, order_says_nothing

# The fields of an amount that are one thing for a reader, the one that tells it first.
_OF_AMOUNT = ("bedrag", "per_jaar", "hoogstens", "ongeveer")


def is_set(name: str, value: list[Any]) -> bool:
    """Return whether the order of a list of plain values says nothing."""
    return name in order_says_nothing(of_blocks=False) and all(isinstance(part, str) for part in value)


def canonical(value: Any, name: str = "") -> Any:
    """Return a hashable form of a value that is equal for all ways to write down the same.

    Unknown (`null`), absent, an empty list and `false` are the same, as they are in the model.
    """
    match value:
        case bool() | None:
            return ("true",) if value else None
        case str():
            return " ".join(unicodedata.normalize("NFC", value).split())
        case int() if name in dates_or_years():
            return str(value)
        case dict():
            parts = {key: canonical(part, key) for key, part in value.items()}
            return frozenset((key, part) for key, part in parts.items() if part is not None) or None
        case list():
            forms = tuple(map(canonical, value))
            if is_set(name, value):
                forms = tuple(sorted(set(forms)))
            return forms or None
        case _:
            return value


def same(name: str, old: Any, new: Any) -> bool:
    """Return whether two values of one field say the same."""
    if isinstance(old, str) and old == new:
        return True
    return bool(canonical(old, name) == canonical(new, name))


def moved_together(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    """Return which fields of how much an amount is differ, each a part of one change; the first tells of all of them."""
    return tuple(name for name in _OF_AMOUNT if not same(name, old.get(name), new.get(name)))
