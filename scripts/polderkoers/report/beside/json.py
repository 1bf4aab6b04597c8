"""The policy beside its sources for programs."""

from __future__ import annotations

import json
from typing import Any

from polderkoers.beside.differing import Difference
from polderkoers.beside.laid import LaidGroup, LaidItem, LaidSource
from polderkoers.beside.places import FoundPlace
from polderkoers.policy.model.gelezen import Lezing
from polderkoers.report.beside.laid_report import BesideReport, LaidCounts


def as_json(report: BesideReport) -> str:
    """Return the JSON text: `bronnen`, each with its counts, places, passages, items and statements."""
    data = {"bronnen": [_source(source, counts) for source, counts in report.sources]}
    return json.dumps(data, ensure_ascii=False, indent=2)


def _source(source: LaidSource, counts: LaidCounts) -> dict[str, Any]:
    return {
        "document": source.document,
        "naam": source.name,
        "bestand": source.file or None,
        "uitspraken": counts.statements,
        "passage_gevonden": counts.whole,
        "passage_niet_zeker": counts.in_part,
        "passage_niet_gevonden": counts.not_found,
        "zonder_plek": counts.without_place,
        "verschillen": dict(counts.differing),
        "onderdelen": counts.items,
        "gelezen": counts.read,
        "plekken": [*map(_group, source.groups)],
    }


def _group(group: LaidGroup) -> dict[str, Any]:
    return {
        "plek": group.plek or None,
        "niet_gevonden": list(group.found.missing),
        "passages": [*map(_passage, group.found.places, group.passages)],
        "alleen_in_passage": [*map(_difference, group.left)],
        "onderdelen": [*map(_item, group.items)],
    }


def _passage(place: FoundPlace, text: str) -> dict[str, Any]:
    return {"van": place.start + 1, "tot": place.end, "hoe": place.how, "een_van": place.one_of, "tekst": text}


def _item(item: LaidItem) -> dict[str, Any]:
    return {
        "onderdeel": item.entry.ref,
        "kenmerk": item.text,
        "gelezen": item.is_read,
        "lezing": item.mark and _reading(item.mark.reading),
        "uitspraken": [
            {
                "veld": row.label,
                "plaats": row.pointer,
                "plek": row.plek or None,
                "niet_gevonden": list(row.found.missing),
                "tekst": row.text,
                "verschillen": [*map(_difference, row.differences)],
            }
            for row in item.rows
        ],
    }


def _reading(reading: Lezing) -> dict[str, str]:
    return {"op": reading.op, "door": reading.door, "uitkomst": reading.uitkomst}


def _difference(difference: Difference) -> dict[str, Any]:
    return {
        "soort": difference.kind,
        "hier": list(difference.here),
        "bron": list(difference.there),
        "elders_in_bron": list(difference.elsewhere),
        "wat": difference.what or None,
        "zin": difference.sentence or None,
    }
