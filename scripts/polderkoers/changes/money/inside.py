"""The amounts inside what is new or gone as a whole, in words: a goal that comes with three million euro says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from polderkoers.changes.figures import sums
from polderkoers.changes.money.amount import AMOUNT, amount_words

_NO_POLICY = frozenset({"id", "let_op", "samenhang", "publicatie", "bron", "noot"})


def amounts_inside(data: Any) -> Iterator[str]:
    """Yield the amounts in the data of an item, at any depth: `hoogstens 3.000.000 euro ('Energie')`; what is not known is left out."""
    if isinstance(data, str):
        yield from (f"in een tekst {each.said}" for each in sums(data))
    elif isinstance(data, list):
        for part in data:
            yield from amounts_inside(part)
    elif isinstance(data, Mapping):
        if AMOUNT in data and (said := amount_words(data)):
            yield f"{said} ('{' '.join(str(data.get('waarvoor')).split())}')"
        for name, held in data.items():
            if name not in _NO_POLICY:
                yield from amounts_inside(held)


def holds_money(data: Any) -> bool:
    """Return whether there is money in the data of an item, at any depth: an amount, or a sum that its words or figures tell."""
    if isinstance(data, str):
        return any(sums(data))
    if isinstance(data, list):
        return any(map(holds_money, data))
    if not isinstance(data, Mapping):
        return False
    if data.get("eenheid") == "euro" or isinstance(data.get(AMOUNT), int | float):
        return True
    return any(holds_money(held) for name, held in data.items() if name not in _NO_POLICY)
