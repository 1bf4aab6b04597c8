"""Changes as JSON, as `schema/uitvoer/wijzigingen.schema.json` describes it."""

from __future__ import annotations

import dataclasses
import json

from polderkoers.changes.document import as_document
from polderkoers.report.changes.comparison import ComparisonReport


def as_json(report: ComparisonReport) -> str:
    """Return the selected changes as a JSON document. Only without filters do they make the new version out of the old."""
    shown = dataclasses.replace(report.comparison, changes=report.changes)
    return json.dumps(as_document(shown, report.old_name, report.new_name), ensure_ascii=False, indent=2)
