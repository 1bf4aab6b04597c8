"""A comparison as a JSON document; `schema/uitvoer/wijzigingen.schema.json` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polderkoers.changes.change import Change, MovedFigure, Position
from polderkoers.changes.nature import is_text
from polderkoers.changes.words import compare_words
from polderkoers.problems import Problem

if TYPE_CHECKING:
    from polderkoers.changes.came_beside import CameBeside
    from polderkoers.changes.compare import Comparison


def as_document(comparison: Comparison, old: str, new: str) -> dict[str, Any]:
    """Return the comparison as plain values; `old` and `new` are the names of the two versions."""
    return {
        "old": old,
        "new": new,
        "skipped": [*map(_skipped, comparison.skipped)],
        "changes": [*map(as_object, comparison.changes)],
        "beside": [*map(_beside, comparison.beside)],
    }


def _beside(came: CameBeside) -> dict[str, Any]:
    return {
        "kind": came.kind,
        "added": came.added,
        "changed": came.changed,
        "removed": came.removed,
        "told": [*came.told],
    }


def _skipped(problem: Problem) -> dict[str, Any]:
    return {"file": problem.file, "line": problem.line, "message": problem.message}


def as_object(change: Change) -> dict[str, Any]:
    """Return one change as plain values."""
    old_ref = change.was.ref if change.was and change.was.ref != change.ref else None
    found = {
        "kind": change.kind,
        "ref": change.ref,
        "block": change.block,
        "field": change.field,
        "old": change.old,
        "new": change.new,
        "significance": change.significance,
        "meaning": list(change.meaning),
        "amount": _amount(change.amount),
        "key": change.key,
        "old_ref": old_ref,
        "label": change.item.label,
        "title": change.item.title,
        "file": change.file,
        "from": _place(change.origin),
        "to": _place(change.target),
        "anchor": change.anchor,
    }
    if is_text(change):
        found["words"] = [{"state": run.state, "text": run.text} for run in compare_words(change.old, change.new)]
    return found


def _amount(amount: MovedFigure | None) -> dict[str, Any] | None:
    if amount is None:
        return None
    return {
        "old": amount.old,
        "new": amount.new,
        "unit": amount.unit,
        "difference": amount.difference,
        "percentage": amount.percentage,
    }


def _place(place: Position | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "file": place.file,
        "parent": place.parent,
        "list": place.list,
        "after": place.after,
        "many": place.many,
    }
