"""What must be filled in and is not, in the data of an item as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from polderkoers.policy.model.declared import Deel
from polderkoers.policy.model.facts import FieldOf
from polderkoers.werkbank.forms.desk import holds_items
from polderkoers.werkbank.forms.making import asked_of, held_by


def unfilled(cls: type[Deel], data: Mapping[str, Any], before: str = "") -> Iterator[str]:
    """Yield the names, as a form has them, of the fields of an item or part that are required and empty."""
    for each in asked_of(cls):
        value = data.get(each.name)
        if is_gap(each, value):
            yield f"{before}{each.name}"
        elif each.held is not None and not holds_items(each):
            for part, inside in _parts(value, f"{before}{each.name}/"):
                yield from unfilled(held_by(each), part, inside)


def is_gap(each: FieldOf, value: Any) -> bool:
    """Return whether a field must be filled in, and holds nothing."""
    return each.required and not each.null and value in (None, "", [], {})


def _parts(value: Any, before: str) -> Iterator[tuple[Mapping[str, Any], str]]:
    if isinstance(value, dict):
        yield value, before
    elif isinstance(value, list):
        for place, row in enumerate(value):
            yield from _parts(row, f"{before}{place}/")
