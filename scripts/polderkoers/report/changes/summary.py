"""The opening of every form of output: how many changes are shown, by what they were chosen, and how many that leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polderkoers.changes.account import headline
from polderkoers.policy.dutch_words import count, listing

if TYPE_CHECKING:
    from polderkoers.report.changes.comparison import ComparisonReport


def totals(report: ComparisonReport) -> str:
    """Return how many changes are shown and how they are divided, or that there are none and why.

    Where a file could not be compared, it says that this is only about the rest.
    """
    is_whole = not report.comparison.skipped
    if report.account.told or not report.everything or not report.filters:
        return headline.totals(report.account, is_whole=is_whole)
    where = "" if is_whole else f" {headline.COMPARED_ONLY}"
    return f"Met deze keuze blijft er{where} geen wijziging over."


def selection(report: ComparisonReport) -> str:
    """Return by what the changes were selected and how many there are without that, or nothing when they were not."""
    if not report.filters:
        return ""
    everything = count(report.everything, "wijziging", "wijzigingen")
    verb = "is" if report.everything == 1 else "zijn"
    told = f"Gekozen: {listing(list(report.filters))}. Zonder deze keuze {verb} er {everything}."
    if not report.account.told or not left_out(report):
        return told
    return f"{told} Deze keuze laat er {left_out(report)} weg."


def left_out(report: ComparisonReport) -> int:
    """Return how many changes the choice leaves out; a choice may be all there is."""
    return report.everything - len(report.account.told)
