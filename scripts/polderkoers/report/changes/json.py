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
    # The list of versions is told of nowhere, and changes here so that the new version can be made out of the old.
    said = {told.change.anchor: told for told in report.account.told}
    for change, found in zip(report.changes, document["changes"], strict=True):
        # What goes along with the change of a figure is no change of its own, and only there to make the new version with.
        if not change.goes_along:
            found["number"] = report.draft.number(change)
        if told := said.get(change.anchor):
            found |= {"part": told.part, "sentence": told.sentence, "about": [*told.matters]}
    # What could not be compared, and of which versions, before what could.
    first: dict[str, object] = {name: document[name] for name in ("old", "new")}
    if report.heads:
        first["versions"] = [*map(_head, report.heads)]
    if report.since:
        first["since"] = [{"after": came.version, "text": came.text} for came in report.since]
    if report.budget:
        first["budget"] = as_values(report.budget)
    if report.filters:
        first["selection"] = {"by": [*report.filters], "left_out": report.everything - len(report.account.told)}
    first["counts"] = dict(report.account.counts)
    return json.dumps({**first, **document}, ensure_ascii=False, indent=2)


def _head(head: VersionHead) -> dict[str, object]:
    found = dataclasses.asdict(head)
    del found["is_listed"]
    return found
