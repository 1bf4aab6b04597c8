"""What reports say was spent on an amount, beside what was decided for the very same time, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.policy.model.blocks import Bedrag
from polderkoers.policy.numbers import in_euro
from polderkoers.policy.progress import Spent, decided_for, reported_of, spent_of
from polderkoers.website.words import in_euros

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.verslag import Besteding
    from polderkoers.policy.progress import Reported
    from polderkoers.website.views.site import Site

_EURO = "€\u00a0"
_NO_COMPARISON = "niet te vergelijken met wat was besloten"


class Spending(NamedTuple):
    """What was spent in a year, as a label, and how much that is, in words."""

    label: str
    text: str


def spending(site: Site, entry: Entry) -> Iterator[Spending]:
    """Yield what was spent on an amount by the newest report about each time, and what that is beside what was decided.

    Money of a time of which nobody knows what was decided for it is said without a comparison; of an item that is no amount nothing is.
    """
    if not isinstance(entry.item, Bedrag):
        return
    compared = {spent.reported.entry.ref: spent for spent in spent_of(site.policy, entry)}
    seen: set[int | None] = set()
    for said in reported_of(site.policy, entry.ref):
        besteed = said.melding.besteed
        if besteed is None or besteed.jaar in seen:
            continue
        seen.add(besteed.jaar)
        label = f"Uitgegeven in {besteed.jaar}" if besteed.jaar else "Uitgegeven"
        beside = _beside(compared.get(said.entry.ref))
        yield Spending(label, f"{in_euros(besteed)} {beside}, volgens {said.report.item.label}")


def beside_decided(site: Site, said: Reported, besteed: Besteding) -> str:
    """Return what a report says was spent beside what was decided for the very same time; nothing of what is no amount of today."""
    amount = site.policy.get(said.about)
    if amount is None or not isinstance(amount.item, Bedrag):
        return ""
    decided = decided_for(amount.item, besteed)
    return _beside(Spent(said, besteed.bedrag, decided)) if decided is not None else _beside(None)


def _beside(spent: Spent | None) -> str:
    if spent is None:
        return f"({_NO_COMPARISON})"
    return f"van {_EURO}{in_euro(spent.decided)}: {_compared(spent.over)}"


def _compared(over: float) -> str:
    if over == 0:
        return "precies wat was besloten"
    side = "meer" if over > 0 else "minder"
    return f"{_EURO}{in_euro(abs(over))} {side} dan was besloten"
