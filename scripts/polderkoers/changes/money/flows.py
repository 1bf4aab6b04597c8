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
class BudgetRow:
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


def rows_of(flows: Flows) -> tuple[tuple[BudgetRow, ...], BudgetRow | None]:
    """Return the rows in the order of time, and what they come to when they have an end and are more than one."""
    rows = (*_single(flows), *_together(flows), *_on(flows))
    if len(rows) < 2 or any(row.last is None for row in rows):
        return rows, None
    total = rows[0]
    for row in rows[1:]:
        total = _together_with(total, row)
    return rows, total


def _together_with(one: BudgetRow, other: BudgetRow) -> BudgetRow:
    first, last = min(one.first, other.first), max(one.last or 0, other.last or 0)
    return BudgetRow(first, last, _sum(one.old, other.old), _sum(one.new, other.new))


def _sum(*values: Decimal | None) -> Decimal | None:
    known = [value for value in values if value is not None]
    if not known:
        return None
    return sum(known, _NOTHING)


def _begins(flows: Flows) -> int | None:
    """Return the first year from which all years are the same in each version; None when nothing goes on."""
    going_on = [*flows.on[False], *flows.on[True]]
    if not going_on:
        return None
    return max(*going_on, max(_all_years(flows), default=0) + 1)


def _all_years(flows: Flows) -> set[int]:
    return {*flows.years[False], *flows.years[True]}


def _single(flows: Flows) -> Iterator[BudgetRow]:
    begin = _begins(flows)
    years = _all_years(flows)
    if begin is not None:
        years.update(range(min(*flows.on[False], *flows.on[True], begin), begin))
    for year in sorted(years):
        yield BudgetRow(year, year, _of_year(flows, year, is_new=False), _of_year(flows, year, is_new=True))


def _of_year(flows: Flows, year: int, *, is_new: bool) -> Decimal | None:
    going_on = [value for first, value in flows.on[is_new].items() if first <= year]
    once = flows.years[is_new].get(year)
    return _sum(once, *going_on)


def _together(flows: Flows) -> Iterator[BudgetRow]:
    for first, last in sorted({*flows.spans[False], *flows.spans[True]}):
        yield BudgetRow(first, last, flows.spans[False].get((first, last)), flows.spans[True].get((first, last)))


def _on(flows: Flows) -> Iterator[BudgetRow]:
    begin = _begins(flows)
    if begin is not None:
        yield BudgetRow(begin, None, _of_year(flows, begin, is_new=False), _of_year(flows, begin, is_new=True))
