"""An amount as its data say it: how much, whether each year or once, over which years, and what that is in total."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from polderkoers.changes.figure_marks import marked, marks_of
from polderkoers.changes.money.period import Years, years_of
from polderkoers.policy.numbers import LARGEST, in_euro

if TYPE_CHECKING:
    from polderkoers.changes.items import Item

AMOUNT = "bedrag"
"""The kind of block that an amount is, and its field with how much."""
Rhythm = Literal["", "yearly", "once"]
_INEXACT = frozenset({"ongeveer", "hoogstens"})


@dataclass(frozen=True)
class Amount:
    """An amount. `value` is None when it is not a plain sum of money; `rhythm` is empty when that is not certain.

    `marks` are what is said of it: `ongeveer`, `hoogstens`, `per_jaar`.
    """

    value: Decimal | None
    marks: frozenset[str]
    rhythm: Rhythm
    years: Years | None
    has_note: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it is this much, and not about or at most so much."""
        return self.value is not None and not self.marks & _INEXACT

    @property
    def product(self) -> Decimal | None:
        """What it comes to over all its years, with the reserve that it has itself (`hoogstens`); None when that is not sure."""
        if self.value is None or not self.rhythm:
            return None
        if self.rhythm == "once":
            return self.value
        if self.years is None or self.years.number is None:
            return None
        return self.value * self.years.number

    @property
    def total(self) -> Decimal | None:
        """What it is in total; None when the data do not say that for sure, or a note may say otherwise."""
        if self.has_note or not self.is_exact:
            return None
        return self.product


def amount_of(data: Mapping[str, Any]) -> Amount:
    """Read an amount from its data, whatever these are."""
    return Amount(money_of(data.get("bedrag")), marks_of(data), _rhythm(data), years_of(data), bool(data.get("noot")))


def noted(item: Item) -> Mapping[str, Any]:
    """Return the data of an amount; what the editors remark about it in its file counts as its note."""
    remarks = item.root.data.get("let_op")
    if isinstance(remarks, list) and any(_is_about(remark, item) for remark in remarks):
        return {"noot": "let op", **item.data}
    return item.data


def amounts_in(item: Item | None) -> Iterator[Item]:
    """Yield the amounts in an item at any depth, itself included."""
    if item is not None:
        for each in (item, *item.inside()):
            if each.block == AMOUNT:
                yield each


def _is_about(remark: Any, item: Item) -> bool:
    about = remark.get("over") if isinstance(remark, Mapping) else None
    return isinstance(about, list) and item.data.get("id") in about


def money_of(held: Any) -> Decimal | None:
    """Return a sum of money as it stands in the data, to the cent; None for what is none: too large, below nought, no number."""
    if isinstance(held, bool) or not isinstance(held, int | float) or not math.isfinite(held):
        return None
    if not 0 <= held <= LARGEST:
        return None
    return Decimal(str(held))


def _rhythm(data: Mapping[str, Any]) -> Rhythm:
    """Return whether an amount is for each year or once. What comes each year, and does not say that it is per year, may be either."""
    if data.get("per_jaar") is True:
        return "yearly"
    if data.get("per_jaar") or data.get("soort") not in (None, "incidenteel"):
        return ""
    return "once"


def euro(value: Decimal | float) -> str:
    """Return a sum in words: `1.250,50 euro`."""
    return f"{in_euro(value)} euro"


def amount_words(data: Mapping[str, Any]) -> str:
    """Return an amount with all that is said of it: `hoogstens ongeveer 50.000 euro per jaar`; empty when it is not known."""
    held = data.get("bedrag")
    if isinstance(held, bool) or not isinstance(held, int | float) or not math.isfinite(held):
        return ""
    return marked(euro(held), marks_of(data))
