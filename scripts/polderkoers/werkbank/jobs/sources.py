"""Keeps the source of what moves: an item that leaves out its document has that of the item above it."""

from __future__ import annotations

from typing import Any

from polderkoers.policy.model.base import Bron
from polderkoers.policy.model.facts import fields_of
from polderkoers.werkbank.forms.desk import Desk, Placed
from polderkoers.werkbank.forms.plain import as_group

_BRON = Bron.soortnaam
# What an item has of the one above it when it does not say so itself.
_TAKEN = ("document", "plek")


def source_of(desk: Desk, placed: Placed) -> dict[str, Any]:
    """Return the document and place that an item has, its own or those of what it stands in."""
    own = as_group(placed.data.get(_BRON))
    if not placed.above:
        return _said(own)
    return {**source_of(desk, desk.item(placed.above)), **_said(own)}


def keep_source(desk: Desk, placed: Placed, data: dict[str, Any], target: Placed) -> None:
    """Let an item that comes to stand in another say its source itself, where it would have that of the other."""
    has, would = source_of(desk, placed), {**source_of(desk, target), **_said(as_group(data.get(_BRON)))}
    if has == would or not any(each.name == _BRON for each in fields_of(placed.cls)):
        return
    data[_BRON] = {**has, **as_group(data.get(_BRON))}


def _said(own: dict[str, Any]) -> dict[str, Any]:
    return {name: own[name] for name in _TAKEN if own.get(name)}
