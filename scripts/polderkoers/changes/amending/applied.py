"""What applying gives: data by file, and of an item its data made anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from polderkoers.changes.items import Item


@dataclass(frozen=True)
class Applied:
    """Data after changes, by file. `came_from` says of a file with another name where it stood."""

    documents: dict[str, Any]
    came_from: Mapping[str, str] = field(default_factory=dict)


def write(item: Item) -> dict[str, Any]:
    """Return the data of an item made anew from its fields and the items in it; the order of keys may differ."""
    data = dict(item.fields) if item.key is not None else {"id": item.data["id"], **item.fields}
    for slot, children in item.children.items():
        if children:
            parts = list(map(write, children))
            data[slot] = parts if children[0].many else parts[0]
    return data
