"""Whose policy a file is: on that of another government or organisation no council here decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.changes.sides import Names, Side


def is_of_others(names: Names, ref: str) -> bool:
    """Return whether a file is policy of another government or organisation: no council here decides on it.

    What one of the versions says is our own is: nothing leaves a decision because a list now calls it policy of another.
    """
    said = {_whose(names, side, ref) for side in (names.old, names.new)}
    return "ander" in said and "eigen" not in said


def _whose(names: Names, side: Side, ref: str) -> str | None:
    """Return what a version says of whose policy a file is; nothing when it has no such file, or does not say."""
    root = side.file(ref)
    source = root.data.get("bron") if root is not None else None
    if not isinstance(source, dict):
        return None
    document = f"documenten/{source.get('document')}"
    found = side.item(document) or names.item(document)
    return found.data.get("van_wie") if found is not None else None
