"""What became of something that is gone, as data/adressen.yaml says it: it went into something else, or was split into more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.policy.model.adressen import ADDRESSES, MERGED, SPLIT

if TYPE_CHECKING:
    from polderkoers.changes.change import Change
    from polderkoers.changes.sides import Names

MEANINGS_OF_GOING = {MERGED: "opgegaan-in", SPLIT: "gesplitst-in"}
"""What it means that something is gone and lives on elsewhere, by what the list of addresses says."""


class Became(NamedTuple):
    """What happened, in the words of the list of addresses, and the references of what it became."""

    happened: str
    into: tuple[str, ...]


def became(change: Change, names: Names) -> Became | None:
    """Return what became of an item that is gone; None when nothing says that it lives on elsewhere."""
    listed = names.new.file(ADDRESSES)
    if change.kind != "removed" or change.key is not None or listed is None:
        return None
    rows = listed.data.get("adressen")
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, Mapping) or row.get("was") != change.ref or row.get("gebeurd") not in MEANINGS_OF_GOING:
            continue
        into = row.get("nu")
        refs = tuple(ref for ref in into if isinstance(ref, str)) if isinstance(into, list) else ()
        return Became(str(row["gebeurd"]), refs) if refs else None
    return None
