"""Amendments as JSON, as `schema/uitvoer/amendementen.schema.json` describes it."""

from __future__ import annotations

import json
from typing import Any

from polderkoers.changes.amending.amendment import Amendment
from polderkoers.changes.amending.clashing import Clash
from polderkoers.changes.amending.columns import ColumnRow
from polderkoers.changes.amending.misfit import Misfit
from polderkoers.changes.cells import Cell
from polderkoers.changes.document import as_object
from polderkoers.report.amending.outcome import Amended, AmendReport
from polderkoers.report.amending.words import heading, label
from polderkoers.report.formats import problem_in_short


def as_json(report: AmendReport) -> str:
    """Return the outcome as a JSON document."""
    return json.dumps(as_document(report), ensure_ascii=False, indent=2)


def as_document(report: AmendReport) -> dict[str, Any]:
    """Return the outcome as plain values."""
    empty = {amendment.name for amendment in report.empty}
    misfits = {refused.amendment.name: refused.misfits for refused in report.refused}
    return {
        "geldend": report.geldend,
        "voorstel": report.voorstel,
        "amendementen": [
            {**_said(each), "leeg": each.name in empty, "past_niet": [*map(_misfit, misfits.get(each.name, ()))]}
            for each in report.amendments
        ],
        "botsingen": [*map(_clash, report.clashes)],
        "uitkomsten": [*map(_amended, report.amended)],
        "skipped": [*map(problem_in_short, report.skipped)],
    }


def _said(amendment: Amendment) -> dict[str, Any]:
    return {
        "naam": amendment.name,
        "titel": amendment.title,
        "nummer": amendment.number or None,
        "indiener": amendment.by or None,
        "datum": amendment.date or None,
        "toelichting": amendment.explanation or None,
        "opmerkingen": [*amendment.notes],
    }


def _misfit(misfit: Misfit) -> dict[str, Any]:
    return {
        "ref": misfit.ref,
        "key": misfit.key,
        "field": misfit.field,
        "message": misfit.message,
        "hint": misfit.hint,
    }


def _clash(clash: Clash) -> dict[str, Any]:
    return {
        "amendementen": [clash.one.name, clash.other.name],
        "over": [*clash.about],
        "gelijk": clash.equal,
        "volgorde": clash.order,
    }


def _amended(amended: Amended) -> dict[str, Any]:
    return {
        "amendementen": [amendment.name for amendment in amended.amendments],
        "rijen": list(map(_row, amended.rows)),
        "changes": [*map(as_object, amended.comparison.changes)],
        "problems_new": [*map(problem_in_short, amended.problems_new)],
    }


def _row(row: ColumnRow) -> dict[str, Any]:
    return {
        "ref": row.subject.ref,
        "key": row.subject.key,
        "field": row.field,
        "file": row.subject.file,
        "onderdeel": heading(row),
        "wat": label(row),
        "geldend": _cell(row.geldend),
        "voorstel": _cell(row.voorstel),
        "amendement": _cell(row.amendement) if row.is_amended else None,
        "voorstel_anders": row.is_proposed,
        "amendement_anders": row.is_amended,
    }


def _cell(cell: Cell) -> list[dict[str, str]]:
    return [{"state": run.state, "text": run.text} for run in cell if run.text]
