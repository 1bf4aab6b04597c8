"""How sure the money of one document is, counted: certain, possible, unknown. Nothing is added up, because no source allows a total."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.model.blocks import HOE_ZEKER

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.blocks import Bedrag

_UNSAID = "De bron zegt niet hoe zeker het is"
WIDER = ("regionaal", "landelijk")
"""The scales of money that is not for here alone."""


@dataclass(frozen=True)
class Certainty:
    """The amounts of one degree of certainty: of how many the source says how much, of how many not, and how many are not for here alone."""

    label: str
    known: int
    unknown: int
    wider: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.known + self.unknown


def certainties(entries: Iterable[Entry[Bedrag]]) -> tuple[Certainty, ...]:
    """Return the amounts by certainty, the surest first; nothing when all are as sure, because a picture of that says nothing."""
    items = [entry.item for entry in entries]
    found = tuple(_of(items, degree) for degree in (*HOE_ZEKER, None))
    filled = tuple(filter(attrgetter("total"), found))
    if len(filled) < 2:
        return ()
    return filled


def how_sure(degree: str | None) -> str:
    """Return in words how sure an amount is, or that its source does not say so."""
    return HOE_ZEKER[degree] if degree else _UNSAID


def _of(items: Iterable[Bedrag], degree: str | None) -> Certainty:
    mine = [item for item in items if item.zekerheid == degree]
    known = sum(item.bedrag is not None for item in mine)
    wider = sum(item.schaal in WIDER for item in mine)
    return Certainty(how_sure(degree), known, len(mine) - known, wider)
