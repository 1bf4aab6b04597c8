"""What another amount, rhythm or period does to an amount in total: said only when all three are certain on both sides."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from polderkoers.changes.money.amount import Amount, euro
from polderkoers.policy.number_words import small_in_words


class MovedTotal(NamedTuple):
    """Two totals: what an amount came to, and what it comes to now."""

    old: Decimal
    new: Decimal

    @property
    def difference(self) -> Decimal:
        """How much more there is now, negative when it is less."""
        return self.new - self.old


def moved_total(old: Amount, new: Amount) -> MovedTotal | None:
    """Return the totals of both sides, or None when one of them is not sure, or when nothing is counted in years.

    An amount that is there once says by itself how much it is; beside one per year it must say of when it is.
    """
    before, after = old.total, new.total
    if before is None or after is None or "yearly" not in (old.rhythm, new.rhythm):
        return None
    if not all(amount.years is not None and amount.years.last is not None for amount in (old, new)):
        return None
    return MovedTotal(before, after)


def total_words(old: Amount, new: Amount, *, with_years: bool = True) -> str:
    """Return by how much the total moved and why: `125.000 euro meer in totaal (15.000 euro per jaar minder, twee jaar langer)`.

    How the years moved is left out where it is said already.
    """
    found = moved_total(old, new)
    if found is None:
        return ""
    reasons = ", ".join(_reasons(old, new, found, with_years=with_years))
    if found.difference:
        return f"{more_or_less(found.difference)} in totaal ({reasons})"
    if old.rhythm != new.rhythm:
        return f"in totaal evenveel, {euro(found.new)}"
    return f"in totaal evenveel, {euro(found.new)} ({reasons})"


def more_or_less(difference: Decimal, of: str = "") -> str:
    """Return a difference in words: `15.000 euro per jaar minder`."""
    told = f"{euro(abs(difference))}{of}"
    if difference > 0:
        return f"{told} meer"
    return f"{told} minder"


def _reasons(old: Amount, new: Amount, total: MovedTotal, *, with_years: bool) -> list[str]:
    """Return of what the difference is made."""
    if old.rhythm != new.rhythm:
        return [f"eerst {euro(total.old)}, nu {euro(total.new)}"]
    assert old.value is not None  # noqa: S101  # whoever has a total has a value
    assert new.value is not None  # noqa: S101
    told = []
    if with_years and (moved := longer(old, new)):
        told.append(moved)
    if old.value != new.value:
        return [more_or_less(new.value - old.value, " per jaar"), *(told or [_long(new)])]
    return [f"{euro(new.value)} per jaar", *told]


def _long(amount: Amount) -> str:
    number = (amount.years and amount.years.number) or 0
    return f"{_years(number)} lang"


def longer(old: Amount, new: Amount) -> str:
    """Return how the years of an amount moved: `twee jaar langer`, `een jaar later`; empty when that is not sure."""
    before, after = old.years, new.years
    if before is None or after is None or before.number is None or after.number is None or before == after:
        return ""
    if before.number != after.number:
        return _moved(after.number - before.number, "langer", "korter")
    return _moved(after.first - before.first, "later", "eerder")


def _moved(number: int, more: str, less: str) -> str:
    if number > 0:
        return f"{_years(number)} {more}"
    return f"{_years(-number)} {less}"


def _years(number: int) -> str:
    return f"{small_in_words(number)} jaar"
