"""Reads a table of public figures that was saved as CSV: each value with all that the table says of it.

Three forms are known. In a flat table each row says of when and where it is, and each column is a subject with its unit in brackets
(StatLine: "CSV met statistische symbolen"). In a laid out table the subjects, and what else a column is of, stand in rows above the
units (StatLine: "CSV volgens tabelindeling"). In a long table each row is one value, with a column for its subject.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from polderkoers.errors import TableRefused
from polderkoers.instance.importing.other import what_else
from polderkoers.instance.importing.values import is_value

_PERIODS = frozenset({"perioden", "periode", "jaar", "jaren", "period"})
_REGIONS = frozenset(
    {"regio's", "regio’s", "regio", "regios", "gebied", "gebieden", "gemeente", "gemeenten", "gemeentenaam", "geoitem"}
    | {"wijken en buurten", "provincies", "provincie"}
)
_TOPICS = frozenset({"onderwerp", "onderwerpen", "indicator", "indicatorcode", "indicatornaam"})
_VALUES = frozenset({"waarde", "value"})
_UNITS = frozenset({"eenheid", "unit"})
_NUMBERS_OF_ROWS = frozenset({"id", "nr", "geolevel"})
_WITH_UNIT = re.compile(r"(?P<topic>.*\S)\s*\((?P<unit>[^()]+)\)")
_SIGNS = {"\u00a0": " ", "\u2019": "'"}


@dataclass(frozen=True)
class TableCell:
    """A value as a table has it. `topics` are the names of its subject: in full, the last part of that, or its code.

    `unit` and `region` are None where the table does not say them; `rest` is what else a value is of, such as a sex or an age.
    """

    line: int
    topics: tuple[str, ...]
    unit: str | None
    region: str | None
    period: str
    value: str
    rest: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Row:
    line: int
    cells: tuple[str, ...]

    def place_of(self, names: frozenset[str]) -> int | None:
        """Return where a cell has one of these names, None when none has."""
        return next((place for place, cell in enumerate(self.cells) if plain(cell) in names), None)


def plain(text: str) -> str:
    """Return words as they are compared: in small letters, with single blanks."""
    for sign, usual in _SIGNS.items():
        text = text.replace(sign, usual)
    return " ".join(text.casefold().split())


def read_table(name: str, content: bytes) -> tuple[TableCell, ...]:
    """Return the values of a table, row by row. Raises `TableRefused` with the line when it has none of the known forms."""
    if (other := what_else(content)) is not None:
        raise TableRefused(name, 1, *other)
    rows = tuple(_rows(_decoded(content)))
    topics = next((row for row in rows if (row.place_of(_TOPICS) is not None) and row.place_of(_PERIODS) is None), None)
    if topics is not None and rows[-1] is not topics:
        return tuple(_laid_out(name, rows, topics))
    header = next((row for row in rows if row.place_of(_PERIODS) is not None), None)
    if header is None:
        raise TableRefused(
            name, 1, "er is geen kolom Perioden of Periode", "bewaar de tabel als CSV, met een regel per periode"
        )
    below = rows[rows.index(header) + 1 :]
    if header.place_of(_TOPICS) is not None and header.place_of(_VALUES) is not None:
        return tuple(_long(name, header, below))
    return tuple(_flat(name, header, below))


def _decoded(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _rows(text: str) -> Iterator[_Row]:
    """Yield the rows with something in them, each with the line where it begins."""
    separator = ";" if ";" in text else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    begins = 1
    for found in reader:
        cells = tuple(cell.strip() for cell in found)
        if any(cells):
            yield _Row(begins, cells)
        begins = reader.line_num + 1


def _data(name: str, width: int, rows: Sequence[_Row]) -> Iterator[_Row]:
    """Yield the rows of values: below them stands at most who made the table. Raises `TableRefused` for a row of another width."""
    for row in rows:
        if len(row.cells) == width:
            yield row
        elif sum(map(bool, row.cells)) > 1:
            why = f"deze regel heeft {len(row.cells)} kolommen, en de kop heeft er {width}"
            raise TableRefused(name, row.line, why, "bewaar de tabel opnieuw als CSV, en verander er niets in")


def _long(name: str, header: _Row, rows: Sequence[_Row]) -> Iterator[TableCell]:
    for row in _data(name, len(header.cells), rows):
        said = _Said(dict(zip(map(plain, header.cells), row.cells, strict=True)))
        topics = tuple(said.all_of(_TOPICS | {"code"}))
        unit, region, period = said.one_of(_UNITS), said.one_of(_REGIONS), said.one_of(_PERIODS)
        yield TableCell(row.line, topics, unit, region, period or "", said.one_of(_VALUES) or "", said.rest)


def _flat(name: str, header: _Row, rows: Sequence[_Row]) -> Iterator[TableCell]:
    columns = [_named(cell) for cell in header.cells]
    for row in _data(name, len(header.cells), rows):
        beside = [(plain(topic), cell) for (topic, unit), cell in zip(columns, row.cells, strict=True) if unit is None]
        said = _Said(dict(beside))
        region, period = said.one_of(_REGIONS), said.one_of(_PERIODS) or ""
        for (topic, unit), cell in zip(columns, row.cells, strict=True):
            rest = {other: held for other, held in said.rest.items() if other != plain(topic)}
            yield TableCell(row.line, _names(topic), unit, region, period, cell, rest)


def _laid_out(name: str, rows: Sequence[_Row], topics: _Row) -> Iterator[TableCell]:
    label = topics.place_of(_TOPICS) or 0
    begin = rows.index(topics)
    first = next((place for place in range(begin + 1, len(rows)) if _is_data(rows[place], label)), None)
    if first is None:
        raise TableRefused(name, topics.line, "onder de kop staan geen waarden", "bewaar de tabel opnieuw als CSV")
    units, above = rows[first - 1], [row for row in rows[: first - 1] if _labels(row, label)]
    stub = [plain(cell) for cell in units.cells[: label + 1]]
    columns = [_column(above, label, place) for place in range(len(units.cells))]
    for row in _data(name, len(units.cells), rows[first:]):
        for place in range(label + 1, len(row.cells)):
            said = _Said({**columns[place], **dict(zip(stub, row.cells, strict=False))})
            names = _names(said.one_of(_TOPICS) or "")
            region, period = said.one_of(_REGIONS), said.one_of(_PERIODS) or ""
            yield TableCell(row.line, names, units.cells[place] or None, region, period, row.cells[place], said.rest)


def _labels(row: _Row, label: int) -> bool:
    """Return whether a row above the values says of what the columns are."""
    return len(row.cells) > label + 1 and bool(row.cells[label]) and any(row.cells[label + 1 :])


def _is_data(row: _Row, label: int) -> bool:
    known = _PERIODS | _REGIONS | _TOPICS
    return _labels(row, label) and plain(row.cells[label]) not in known and all(map(is_value, row.cells[label + 1 :]))


def _column(above: Sequence[_Row], label: int, place: int) -> dict[str, str]:
    """Return what the rows above say of a column; what stands twice in a path of subjects is said once."""
    found: dict[str, str] = {}
    for row in above:
        held = row.cells[place] if place < len(row.cells) else ""
        name = plain(row.cells[label])
        if name in _TOPICS:
            path = [*filter(None, found.get("onderwerp", "").split("/"))]
            found["onderwerp"] = "/".join(dict.fromkeys([*path, held]))
        else:
            found[name] = held
    return found


class _Said:
    """What a table says of a value, by the plain name of the column or row that says it."""

    def __init__(self, said: Mapping[str, str]) -> None:
        self._said = said

    def all_of(self, names: frozenset[str]) -> Iterator[str]:
        """Yield what is said under any of these names."""
        return (held for name, held in self._said.items() if name in names and held)

    def one_of(self, names: frozenset[str]) -> str | None:
        """Return what is said under the first of these names."""
        return next(self.all_of(names), None)

    @property
    def rest(self) -> dict[str, str]:
        """What is said under no name that is known."""
        known = _PERIODS | _REGIONS | _TOPICS | _VALUES | _UNITS | _NUMBERS_OF_ROWS
        return {name: held for name, held in self._said.items() if name and name not in known}


def _named(cell: str) -> tuple[str, str | None]:
    """Return the subject of a column and its unit, None when that is not in brackets."""
    found = _WITH_UNIT.fullmatch(cell)
    return (found["topic"], found["unit"]) if found else (cell, None)


def _names(topic: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys([topic, topic.rpartition("/")[2]]))
