"""Reads two versions and makes the report of what changes between them."""

from __future__ import annotations

from pathlib import Path

from polderkoers.changes.came_after import since
from polderkoers.changes.deciding.draft import draft_of
from polderkoers.changes.heads import head_of
from polderkoers.changes.impact import impact
from polderkoers.changes.money.budget import budget_of
from polderkoers.changes.pair import TreePair
from polderkoers.changes.versions import listing_of, open_as_listed
from polderkoers.policy.tree import Folder
from polderkoers.report.changes.comparison import ComparisonReport, to_tell
from polderkoers.report.changes.filters import WantedChanges, select


def compare_versions(
    root: Path, old: str, new: str, choice: WantedChanges, *, colour: bool = False
) -> ComparisonReport:
    """Return the report of the changes between two versions, each named by id, reference of Git, or folder.

    Raises a `PolderkoersError` when a version cannot be had, or the choice names what is not there.
    """
    listing = listing_of(Folder(root))
    first, last = open_as_listed(root, old, listing), open_as_listed(root, new, listing)
    pair = TreePair(first.tree, last.tree, root)
    found = pair.comparison
    changes = found.changes if choice.with_list else to_tell(found.changes)
    # A name may be that of anything, also of what does not differ.
    before, after = pair.whole if choice.is_named else pair.around(changes)
    chosen = select(changes, choice, before, after)
    return ComparisonReport(
        found,
        first.name,
        last.name,
        chosen.changes,
        impact(chosen.changes, before, after),
        filters=chosen.filters,
        colour=colour,
        heads=(head_of(first), head_of(last)),
        draft=draft_of(found),
        since=since(listing.versions, first.id, last.id),
        budget=budget_of(chosen.changes, found, is_chosen=bool(chosen.filters)),
    )
