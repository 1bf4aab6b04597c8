"""Finds in a table of public figures what is new of the indicators that say where they can be found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from polderkoers.instance.importing.plan import ImportLine
from polderkoers.instance.importing.table import TableCell, plain
from polderkoers.instance.importing.values import PublicValue, value_of, year_of
from polderkoers.policy.dutch_words import count
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.numbers import in_dutch

UNPROVEN = frozenset({"waarstaatjegemeente"})
"""The registers of which no real file was there to try: what is not known in a table of theirs is refused."""
_PERCENT = frozenset({"procent", "%", "percentage", "pct"})


@dataclass(frozen=True)
class FoundValue:
    """A value of an indicator in a table, in the unit of the indicator."""

    indicator: Entry[Indicator]
    line: int
    year: int
    number: Decimal
    is_provisional: bool
    rest: Mapping[str, str]

    @property
    def told(self) -> str:
        """The value in words, with what it is of."""
        stars = ", voorlopig" if self.is_provisional else ""
        unit = self.indicator.item.eenheid or ""
        shown = f"{in_dutch(self.number)} {unit}".rstrip()
        return f"{_named(self.indicator)}: {shown} in {self.year}{stars}"


@dataclass
class FoundInTable:
    """What a table has for the indicators: values, what it leaves open, and what is not sure; and whether it has any subject of theirs."""

    values: list[FoundValue]
    left_out: list[ImportLine]
    refused: list[ImportLine]
    is_about_any: bool = False


def find(policy: Policy, cells: Sequence[TableCell]) -> FoundInTable:
    """Return what a table says of every indicator with a `vindplaats`."""
    found = FoundInTable([], [], [])
    for entry in policy.of(Indicator):
        if entry.item.vindplaats is not None:
            wanted = plain(entry.item.vindplaats.onderwerp)
            mine = [cell for cell in cells if wanted in map(plain, cell.topics)]
            found.is_about_any |= bool(mine)
            _of_indicator(policy, entry, mine, found)
    return found


def _named(entry: Entry[Indicator]) -> str:
    return f"{entry.ref} ({entry.item.naam})"


def _of_indicator(policy: Policy, entry: Entry[Indicator], cells: Sequence[TableCell], found: FoundInTable) -> None:
    here = [cell for cell in cells if cell.region is not None and plain(cell.region) in _regions(policy, entry)]
    if cells and not here:
        found.refused.append(ImportLine(cells[0].line, f"{_named(entry)}: {_which_regions(cells)}"))
    if elsewhere := len(cells) - len(here) if here else 0:
        told = f"{_named(entry)}: {count(elsewhere, 'waarde is', 'waarden zijn')} van een ander gebied"
        found.left_out.append(ImportLine(cells[0].line, told))
    values = []
    for cell in here:
        outcome = _value(entry, cell)
        if isinstance(outcome, FoundValue):
            values.append(outcome)
        else:
            is_open, why = outcome
            lines = found.left_out if is_open else found.refused
            lines.append(ImportLine(cell.line, f"{_named(entry)}: {why}"))
    _once_a_year(values, found)


def _regions(policy: Policy, entry: Entry[Indicator]) -> frozenset[str]:
    """Return what the place of an indicator may be called: the only place that it names, and else the area of the organisation."""
    names: set[str] = set()
    places = {each.item.id: each.item for each in policy.of(Plaats)}
    for own in policy.of(Instelling):
        is_own = entry.item.plaatsen in ((), (own.item.gebied,))
        place = places.get(own.item.gebied if is_own else entry.item.plaatsen[0])
        if is_own:
            names |= {own.item.naam, own.item.code or ""}
        if place is not None and (is_own or len(entry.item.plaatsen) == 1):
            names |= {place.naam, *place.andere_namen}
    plainly = {plain(name) for name in names if name}
    return frozenset(plainly | {f"{name} (gemeente)" for name in plainly} | {f"gemeente {name}" for name in plainly})


def _which_regions(cells: Iterable[TableCell]) -> str:
    names = list(dict.fromkeys(cell.region for cell in cells if cell.region))
    if not names:
        return "de tabel zegt niet over welk gebied dit gaat"
    return f"geen regel is van dit gebied; de tabel heeft: {', '.join(names[:5])}"


def _value(entry: Entry[Indicator], cell: TableCell) -> FoundValue | tuple[bool, str]:
    """Return a value, or why there is none, with whether the table says so itself."""
    year = year_of(cell.period)
    if year is None:
        return True, f"'{cell.period}' is geen jaar"
    read = value_of(cell.value)
    if read.missing:
        return True, f"de waarde van {year[0]} {read.missing}"
    if read.number is None:
        return False, f"'{cell.value}' is niet met zekerheid één getal"
    if why := _other_unit(entry.item, cell) or _not_recognised(entry.item, cell):
        return False, why
    return _found(entry, cell, year, read, read.number)


def _found(
    entry: Entry[Indicator], cell: TableCell, year: tuple[int, bool], read: PublicValue, number: Decimal
) -> FoundValue:
    return FoundValue(entry, cell.line, year[0], number, read.is_provisional or year[1], cell.rest)


def _not_recognised(indicator: Indicator, cell: TableCell) -> str:
    """Return what a table of a register says besides, where no real file of that register was read and nobody knows what it means."""
    if indicator.vindplaats is None or indicator.vindplaats.register not in UNPROVEN or not cell.rest:
        return ""
    names = " en ".join(f"'{name}'" for name in cell.rest)
    return f"de tabel heeft ook {names}, en wat dat voor deze waarde betekent, is niet zeker"


def _other_unit(indicator: Indicator, cell: TableCell) -> str:
    """Return why a value is not surely in the unit of an indicator; nothing when it is.

    A table that counts says "aantal", and what it counts in the name of its subject.
    """
    if not cell.unit:
        return "de tabel zegt niet in welke eenheid dit is"
    unit, own = plain(cell.unit), plain(indicator.eenheid or "")
    if unit == own or (own in _PERCENT and unit.startswith("%")):
        return ""
    counted = plain(" ".join(cell.topics)).replace("/", " ").split()
    if unit == "aantal" and own in counted:
        return ""
    return f"de tabel telt in '{cell.unit}', en de indicator in '{indicator.eenheid or 'niets'}'"


def _once_a_year(values: Sequence[FoundValue], found: FoundInTable) -> None:
    """Take the values of years that have one, and refuse those of which nobody can say which of them is meant."""
    by_year: dict[int, list[FoundValue]] = {}
    for value in values:
        by_year.setdefault(value.year, []).append(value)
    for year, same in by_year.items():
        if len(same) == 1:
            found.values.extend(same)
        else:
            found.refused.extend(_each_refused(year, same))


def _each_refused(year: int, same: Sequence[FoundValue]) -> Iterator[ImportLine]:
    differing = [name for name in same[0].rest if _differs(name, same)]
    by = f", ook naar {' en '.join(differing)}" if differing else ""
    for value in same:
        told = f"{_named(value.indicator)}: de tabel heeft {len(same)} waarden voor {year}{by}; kies er één bij het bewaren"
        yield ImportLine(value.line, told)


def _differs(name: str, same: Sequence[FoundValue]) -> bool:
    return len({value.rest.get(name) for value in same}) > 1
