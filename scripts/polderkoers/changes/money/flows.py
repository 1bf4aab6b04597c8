"""Money in time: what comes in one year, over more years together, or every year from one on, before and after a change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.changes.money.amount import Amount

_NOTHING = Decimal(0)
_Sums = dict[int, Decimal]


@dataclass(frozen=True)
class Row:
    """What one year, or some years together, were and are; None where there is no money at all.

    `first` and `last` are the years; without a `last` it is each year from the first on.
    """

    first: int
    last: int | None
    old: Decimal | None
    new: Decimal | None

    @property
    def difference(self) -> Decimal:
        """How much more there is, negative for less."""
        return (self.new or _NOTHING) - (self.old or _NOTHING)

    @property
    def when(self) -> str:
        """The years in words."""
        if self.last is None:
            return f"elk jaar vanaf {self.first}"
        if self.first == self.last:
            return str(self.first)
        return f"{self.first} tot en met {self.last} samen"


@dataclass
class Flows:
    """The money of one plan and kind, as it is put together: by year, by period, and what goes on, each before and after."""

    years: tuple[_Sums, _Sums] = field(default_factory=lambda: (defaultdict(Decimal), defaultdict(Decimal)))
    spans: tuple[dict[tuple[int, int], Decimal], dict[tuple[int, int], Decimal]] = field(
        default_factory=lambda: (defaultdict(Decimal), defaultdict(Decimal))
    )
    on: tuple[_Sums, _Sums] = field(default_factory=lambda: (defaultdict(Decimal), defaultdict(Decimal)))

    def add(self, amount: Amount, *, is_new: bool) -> None:
        """Put in an amount that can be counted."""
        years, value = amount.years, amount.value
        assert years is not None  # noqa: S101  # what has no years does not count
        assert value is not None  # noqa: S101
        if years.last is None:
            self.on[is_new][years.first] += value
        elif amount.rhythm == "yearly" or years.first == years.last:
            for year in range(years.first, years.last + 1):
                self.years[is_new][year] += value
        else:
            self.spans[is_new][years.first, years.last] += value


def rows_of(flows: Flows) -> tuple[tuple[Row, ...], Row | None]:
    """Return the rows in the order of time, and what they come to when they have an end and are more than one."""
    rows = (*_single(flows), *_together(flows), *_on(flows))
    if len(rows) < 2 or any(row.last is None for row in rows):
        return rows, None
    first, last = min(row.first for row in rows), max(row.last or 0 for row in rows)
    return rows, Row(first, last, _sum(row.old for row in rows), _sum(row.new for row in rows))


def _sum(values: Iterator[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, _NOTHING) if known else None


def _begins(flows: Flows) -> int | None:
    """Return the first year from which all years are the same in each version; None when nothing goes on."""
    going_on = [*flows.on[False], *flows.on[True]]
    if not going_on:
        return None
    return max(*going_on, *(year + 1 for sums in flows.years for year in sums), 0)


def _single(flows: Flows) -> Iterator[Row]:
    begin = _begins(flows)
    years = {year for sums in flows.years for year in sums}
    if begin is not None:
        years.update(range(min(min(sums) for sums in flows.on if sums), begin))
    for year in sorted(years):
        old, new = (_of_year(flows, year, is_new=is_new) for is_new in (False, True))
        yield Row(year, year, old, new)


def _of_year(flows: Flows, year: int, *, is_new: bool) -> Decimal | None:
    going_on = [value for first, value in flows.on[is_new].items() if first <= year]
    once = flows.years[is_new].get(year)
    return _sum(iter([once, *going_on]))


def _together(flows: Flows) -> Iterator[Row]:
    for first, last in sorted({span for sums in flows.spans for span in sums}):
        old, new = (sums.get((first, last)) for sums in flows.spans)
        yield Row(first, last, old, new)


def _on(flows: Flows) -> Iterator[Row]:
    begin = _begins(flows)
    if begin is not None:
        old, new = (_of_year(flows, begin, is_new=is_new) for is_new in (False, True))
        yield Row(begin, None, old, new)
