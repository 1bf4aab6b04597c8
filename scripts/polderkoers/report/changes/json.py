"""Changes as JSON, as `schema/uitvoer/wijzigingen.schema.json` describes it."""

from __future__ import annotations

import dataclasses
import json

from polderkoers.changes.document import as_document
from polderkoers.changes.heads import VersionHead
from polderkoers.report.changes.budget import as_values
from polderkoers.report.changes.comparison import ComparisonReport


def as_json(report: ComparisonReport) -> str:
    """Return the selected changes as a JSON document. Only without filters do they make the new version out of the old."""
    shown = dataclasses.replace(report.comparison, changes=report.changes)
    document = as_document(shown, report.old_name, report.new_name)
    for change, told in zip(report.changes, document["changes"], strict=True):
        told["number"] = report.draft.number(change)
    # What could not be compared, and of which versions, before what could.
    first: dict[str, object] = {name: document[name] for name in ("old", "new")}
    if report.heads:
        first["versions"] = [*map(_head, report.heads)]
    if report.budget:
        first["budget"] = as_values(report.budget)
    return json.dumps({**first, **document}, ensure_ascii=False, indent=2)


def _head(head: VersionHead) -> dict[str, object]:
    found = dataclasses.asdict(head)
    del found["is_listed"]
    return found
