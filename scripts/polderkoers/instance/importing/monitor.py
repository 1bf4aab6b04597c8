"""Lays public figures beside what is known of the indicators, and puts what is new in a report (`vorm: monitor`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from polderkoers.errors import TableRefused
from polderkoers.instance.importing.measurements import UNPROVEN, FoundValue, find
from polderkoers.instance.importing.plan import ImportLine, ImportPlan
from polderkoers.instance.importing.table import read_table
from polderkoers.policy.canonical.edit import with_data, written
from polderkoers.policy.index import Entry
from polderkoers.policy.load import load
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.measured import MeasuredValue, measurements_of
from polderkoers.policy.model.base import REGISTERS, Vindplaats
from polderkoers.policy.model.beside import REPORTS
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.numbers import in_dutch
from polderkoers.policy.progress import reported_of
from polderkoers.policy.schema import Schemas
from polderkoers.policy.tree import Folder
from polderkoers.problems import Problem

_NOT_TRIED = "Let op: een echt bestand van {} is nooit met deze opdracht gelezen. Leg elke waarde naast de bron."
_STATLINE = "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/"
_SITES = {"waarstaatjegemeente": "https://www.waarstaatjegemeente.nl"}


@dataclass(frozen=True)
class MonitorReport:
    """The report that takes the values: its id, and its day as the data write it."""

    id: str
    day: str

    @property
    def file(self) -> str:
        """Where it stands, from the root."""
        return f"data/{REPORTS}/{self.id}.yaml"


def plan(root: Path, table: Path, report: MonitorReport) -> ImportPlan:
    """Return what importing a table would do; nothing is written.

    Raises `TableRefused` when the table has no known form, when no indicator says where it can be found, or when the report that is
    there cannot take values.
    """
    folder = Folder(root)
    loaded = load(folder)
    cells = read_table(table.name, table.read_bytes())
    placed = [entry for entry in loaded.policy.of(Indicator) if entry.item.vindplaats]
    if not placed:
        why = "geen indicator zegt waar haar cijfers staan"
        raise TableRefused(table.name, 1, why, "vul bij een indicator 'vindplaats' in, met register en onderwerp")
    found = find(loaded.policy, cells)
    if not found.is_about_any:
        wanted = ", ".join(dict.fromkeys(_place_of(entry).onderwerp for entry in placed))
        why = f"geen kolom is een onderwerp van een indicator. Gezocht is naar: {wanted}"
        raise TableRefused(table.name, 1, why, "schrijf 'onderwerp' bij 'vindplaats' zoals het boven de kolom staat")
    new, differing, known = [], [], 0
    for value in found.values:
        there = _there(loaded, value)
        if there is None:
            new.append(value)
        elif _same(there, value):
            known += 1
        else:
            differing.append(ImportLine(value.line, f"{value.told}; er staat {_stands(there)}"))
    files = _files(loaded, Schemas(folder), new, report, table.name) if new else {}
    taken = tuple(ImportLine(value.line, value.told) for value in new)
    registers = {_place(value).register for value in new}
    return ImportPlan(
        table.name,
        taken,
        tuple(differing),
        tuple(found.left_out),
        tuple(found.refused),
        known,
        files,
        "".join(_NOT_TRIED.format(REGISTERS[name]) for name in sorted(registers & UNPROVEN)),
    )


def _there(loaded: Loaded, value: FoundValue) -> MeasuredValue | None:
    """Return what is known of an indicator as a whole in the year of a value, by the newest report.

    What was surely measured in another way is something else; of what does not say how it was measured, nobody knows.
    """
    there = None
    ways = (None, way_of(_place(value)))
    for each in measurements_of(value.indicator, reported_of(loaded.policy, value.indicator.ref)):
        if each.jaar == value.year and not each.meting.groep and each.meting.meting in ways:
            there = each
    return there


def _same(there: MeasuredValue, value: FoundValue) -> bool:
    return there.waarde is not None and Decimal(str(there.waarde)) == value.number


def _stands(there: MeasuredValue) -> str:
    shown = "geen getal" if there.waarde is None else in_dutch(there.waarde)
    stars = ", voorlopig" if there.meting.voorlopig else ""
    where = f" in {there.report.item.titel}" if there.report else ""
    return f"{shown}{stars}{where}"


def _files(
    loaded: Loaded, schemas: Schemas, values: list[FoundValue], report: MonitorReport, table: str
) -> Mapping[str, bytes]:
    """Return the file of the report with the values in it, in the canonical form."""
    there = next((document for document in loaded.documents if document.file == report.file), None)
    data: dict[str, Any] = dict(there.data) if there else _begun(values, report)
    data["meldingen"] = [*_with_values(data["meldingen"], values)]
    text = with_data(there, data, schemas) if there else written(data, report.file, schemas)
    if isinstance(text, Problem):
        raise TableRefused(
            table, 1, f"{report.file} kan er niet bij: {text.message}", "noem een ander verslag, met --verslag"
        )
    return {report.file: text.encode()}


def _begun(values: list[FoundValue], report: MonitorReport) -> dict[str, Any]:
    registers = dict.fromkeys(REGISTERS[_place(value).register] for value in values)
    return {
        "soort": "verslag",
        "id": report.id,
        "titel": f"Metingen van {' en '.join(registers)}",
        "vorm": "monitor",
        "datum": report.day,
        "vastgesteld_door": None,
        "meldingen": [],
    }


def _with_values(entries: list[dict[str, Any]], values: list[FoundValue]) -> Iterator[dict[str, Any]]:
    """Yield the entries of a report, with the values of their indicator, and then an entry for each other indicator."""
    by_ref: dict[str, list[dict[str, Any]]] = {}
    for value in values:
        by_ref.setdefault(value.indicator.ref, []).append(_measurement(value))
    taken = {entry["id"] for entry in entries}
    for entry in entries:
        mine = by_ref.pop(str(entry.get("over")), [])
        yield {**entry, "metingen": [*entry.get("metingen", ()), *mine]} if mine else entry
    for ref, mine in by_ref.items():
        name = _free(f"melding-{ref.rpartition('/')[2]}", taken)
        taken.add(name)
        yield {"id": name, "over": ref, "metingen": mine}


def _free(name: str, taken: set[str]) -> str:
    """Return an id that is not taken: with a number behind it when need be."""
    number, found = 2, name
    while found in taken:
        number, found = number + 1, f"{name}-{number}"
    return found


def _measurement(value: FoundValue) -> dict[str, Any]:
    place = _place(value)
    number = int(value.number) if value.number == value.number.to_integral_value() else float(value.number)
    entry = {"waarde": number, "eenheid": value.indicator.item.eenheid, "jaar": value.year, "meting": way_of(place)}
    if value.is_provisional:
        entry["voorlopig"] = True
    table = f", tabel {place.tabel}" if place.tabel else ""
    return {**entry, "bron": {"plek": f"{REGISTERS[place.register]}{table}, {place.onderwerp}", "link": _link(place)}}


def _place(value: FoundValue) -> Vindplaats:
    return _place_of(value.indicator)


def _place_of(entry: Entry[Indicator]) -> Vindplaats:
    if entry.item.vindplaats is None:
        raise TypeError(entry.ref)
    return entry.item.vindplaats


def way_of(place: Vindplaats) -> str:
    """Return the name of the way of measuring that public figures have: that of the data, or else register and table."""
    return place.meting or "-".join(filter(None, (place.register, (place.tabel or "").lower())))


def _link(place: Vindplaats) -> str:
    return _SITES.get(place.register, f"{_STATLINE}{place.tabel or ''}")
