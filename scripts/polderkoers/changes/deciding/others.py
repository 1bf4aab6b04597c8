"""Whose policy a file is: on that of another government or organisation no council here decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.changes.items import Item
    from polderkoers.changes.sides import Names


def is_of_others(names: Names, ref: str) -> bool:
    """Return whether a file is policy of another government or organisation: no council here decides on it."""
    for side in (names.new, names.old):
        root = side.file(ref)
        if root is not None:
            document = _document(names, root)
            return document is not None and document.data.get("van_wie") == "ander"
    return False


def _document(names: Names, root: Item) -> Item | None:
    source = root.data.get("bron")
    if not isinstance(source, dict):
        return None
    return names.item(f"documenten/{source.get('document')}")
