"""A merge as JSON, as `schema/uitvoer/samenvoeging.schema.json` describes it."""

from __future__ import annotations

import json
from typing import Any

from polderkoers.report.formats import problem_in_short
from polderkoers.report.merging.outcome import MergeReport, TakenLine, ToldClash


def as_json(report: MergeReport) -> str:
    """Return the outcome as a JSON document."""
    return json.dumps(as_document(report), ensure_ascii=False, indent=2)


def as_document(report: MergeReport) -> dict[str, Any]:
    """Return the outcome as plain values."""
    was, one, other = report.names
    return {
        "basis": was,
        "een": one,
        "ander": other,
        "uit_een": [*map(_line, report.from_one)],
        "uit_ander": [*map(_line, report.from_other)],
        "in_allebei": [*map(_line, report.from_both)],
        "botsingen": [*map(_clash, report.clashes)],
        "bestanden": {"anders_dan_een": [*report.changed], "weg": [*report.gone]},
        "problems_new": [*map(problem_in_short, report.problems_new)],
        "skipped": [*map(problem_in_short, report.unread)],
    }


def _line(line: TakenLine) -> dict[str, str]:
    return {"file": line.file, "sentence": line.text}


def _clash(told: ToldClash) -> dict[str, Any]:
    clash = told.clash
    was, one, other = clash.values
    return {
        "nummer": told.number,
        "sleutel": clash.key,
        "soort": clash.kind,
        "file": clash.file,
        "line": told.line,
        "ref": clash.ref or None,
        "field": clash.field or None,
        "rij": clash.row or None,
        "over": told.about,
        "was": {"value": was, "text": told.texts[0]},
        "een": {"value": one, "text": told.texts[1]},
        "ander": {"value": other, "text": told.texts[2]},
        "uitleg": told.why or None,
    }
