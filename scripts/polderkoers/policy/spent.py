"""What reports say was spent, beside what was decided for the very same time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.model.blocks import STRUCTURAL, Bedrag
from polderkoers.policy.model.dates import parse_datum

if TYPE_CHECKING:
    from polderkoers.policy.model.base import Wanneer
    from polderkoers.policy.model.verslag import Besteding
    from polderkoers.policy.progress import Reported


@dataclass(frozen=True)
class Spent:
    """Money that a report says was spent on an amount that was decided, both in euro and of the same time."""

    reported: Reported
    spent: float
    decided: float

    @property
    def over(self) -> float:
        """How much more was spent than was decided; below nought when it was less."""
        return self.spent - self.decided


Spending = tuple["Reported", "Besteding"]
"""Money that was spent, with the report that says so."""


def spent_of(amount: Bedrag, spendings: Iterable[Spending]) -> Iterator[Spent]:
    """Yield what was spent on an amount beside what was decided for the very same time, for each of some spendings."""
    for each, spent in spendings:
        decided = decided_for(amount, spent)
        if decided is not None:
            yield Spent(each, spent.bedrag, decided)


def newest_spending(said: Iterable[Reported]) -> tuple[Spending, ...]:
    """Return what reports say was spent, the newest first and each time once."""
    newest: dict[int | None, Spending] = {}
    for each in said:
        if each.melding.besteed is not None:
            newest.setdefault(each.melding.besteed.jaar, (each, each.melding.besteed))
    return tuple(newest.values())


def spent_in_years(amount: Bedrag, spendings: Iterable[Spending]) -> dict[int, Spending]:
    """Return by year what was spent on an amount that is decided once, when that is more than one; nothing else can be held against all of it."""
    found = {spent.jaar: (each, spent) for each, spent in spendings if spent.jaar is not None}
    return found if _is_once(amount) and len(found) > 1 else {}


def parts_of(amount: Bedrag, spendings: Iterable[Spending]) -> frozenset[int]:
    """Return the years of which what was spent is a part of more on an amount that is decided once: of several years, or of all together."""
    times = {spent.jaar for _, spent in spendings}
    return frozenset(filter(None, times)) if _is_once(amount) and len(times) > 1 else frozenset()


def _is_once(amount: Bedrag) -> bool:
    return amount.bedrag is not None and not amount.per_jaar and amount.soort != STRUCTURAL


def decided_for(amount: Bedrag, spent: Besteding) -> float | None:
    """Return what was decided for the time in which money was spent, None when an amount is not of that time."""
    is_sure = amount.zekerheid in (None, "zeker")
    if amount.bedrag is None or not is_sure or (spent.jaar is None and amount.per_jaar):
        return None
    if spent.jaar is None or spent.jaar == amount.jaar:
        return amount.bedrag
    if not amount.per_jaar or amount.jaar is not None:
        return None
    return amount.bedrag if _covers(amount.wanneer, spent.jaar) else None


def _covers(period: Wanneer | None, year: int) -> bool:
    """Return whether a year lies in a period of which begin and end are known."""
    if period is None:
        return False
    start, end = parse_datum(period.van or ""), parse_datum(period.tot or "")
    return start is not None and end is not None and start.first.year <= year <= end.last.year
