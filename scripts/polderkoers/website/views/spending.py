"""What reports say was spent on an amount, beside what was decided for the very same time, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.policy.dutch_words import listing
from polderkoers.policy.model.blocks import Bedrag
from polderkoers.policy.model.verslag import Besteding
from polderkoers.policy.numbers import in_euro
from polderkoers.policy.progress import decided_before, reported_of, was_decided_since
from polderkoers.policy.spent import decided_for, newest_spending, parts_of, spent_in_years
from polderkoers.website.words import in_euros

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
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
    spendings = newest_spending(reported_of(site.policy, entry.ref))
    held = decided_before(entry, spendings)
    years, parts = spent_in_years(entry.item, held), parts_of(entry.item, held)
    for said, besteed in spendings:
        label = f"Uitgegeven in {besteed.jaar}" if besteed.jaar else "Uitgegeven"
        beside = "" if besteed.jaar in parts else f" {_beside_of(entry, entry.item, said, besteed)}"
        yield Spending(label, f"{in_euros(besteed)}{beside}, volgens {said.report.item.label}")
    if years:
        yield _together(entry.item, {year: spent for year, (_, spent) in years.items()})


def _together(amount: Bedrag, spent: Mapping[int, Besteding]) -> Spending:
    """Return what was spent in several years on an amount that is decided once: only that it is more is sure, since more may follow."""
    total = sum(each.bedrag for each in spent.values())
    is_about = any(each.ongeveer for each in spent.values())
    decided = replace(amount, jaar=None)
    whole = Besteding(bedrag=total, ongeveer=is_about)
    beside = _beside(decided, whole) if total > (amount.bedrag or 0) else f"van {_decided(amount)}"
    return Spending(
        f"Uitgegeven in {listing([str(year) for year in sorted(spent)])} samen", f"{in_euros(whole)} {beside}"
    )


def beside_decided(site: Site, said: Reported, besteed: Besteding) -> str:
    """Return what a report says was spent beside what was decided for the very same time; nothing of what is no amount of today."""
    amount = site.policy.get(said.about)
    if amount is None or not isinstance(amount.item, Bedrag):
        return ""
    spendings = newest_spending(reported_of(site.policy, said.about))
    if besteed.jaar in parts_of(amount.item, decided_before(amount, spendings)):
        return ""
    return _beside_of(amount, amount.item, said, besteed)


def _beside_of(entry: Entry, amount: Bedrag, said: Reported, besteed: Besteding) -> str:
    return f"({_NO_COMPARISON})" if was_decided_since(entry, said) else _beside(amount, besteed)


def _beside(amount: Bedrag, besteed: Besteding) -> str:
    decided = decided_for(amount, besteed)
    if decided is None:
        return f"({_NO_COMPARISON})"
    # Within what it may cost at most, less is no less than was decided.
    is_within = amount.hoogstens and besteed.bedrag <= decided
    if amount.ongeveer or besteed.ongeveer or is_within:
        return f"van {_decided(amount)}"
    return f"van {_decided(amount)}: {_compared(besteed.bedrag - decided)}"


def _decided(amount: Bedrag) -> str:
    """Return how much was decided, as exactly as the policy says it."""
    about = "ongeveer " if amount.ongeveer else ""
    most = "hoogstens " if amount.hoogstens else ""
    return f"{most}{about}{_EURO}{in_euro(amount.bedrag or 0)}"


def _compared(over: float) -> str:
    if over == 0:
        return "precies wat was besloten"
    side = "meer" if over > 0 else "minder"
    return f"{_EURO}{in_euro(abs(over))} {side} dan was besloten"
