"""Accepts the one amendment of an outcome, or says what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.changes.amending.accepting import Wanted, accept, branch_ready
from polderkoers.changes.git import GitTree
from polderkoers.errors.amending import NotAccepted
from polderkoers.report.changes.surroundings import problem_line

if TYPE_CHECKING:
    from polderkoers.report.amending.make import Amending
    from polderkoers.report.amending.outcome import AmendReport


def ready_for(amending: Amending, branch: str, number: int) -> None:
    """Look whether amendments of this number can be accepted on a branch at all. Raises `NotAccepted` when not."""
    if number != 1:
        raise NotAccepted(
            "Met --overnemen gaat er één amendement tegelijk.",
            "neem het eerste over op een nieuwe tak, en leg het volgende daarna op die tak.",
        )
    branch_ready(amending.root, branch, _commit_of(amending))


def accepted(amending: Amending, report: AmendReport, branch: str) -> tuple[str, ...]:
    """Accept the amendment of a report, and return nothing; or what stands in the way, and then nothing has changed.

    Raises `NotAccepted` or `HistoryUnreadable`.
    """
    if hindrances := tuple(_hindrances(report)):
        return hindrances
    found = report.amended[0]
    wanted = Wanted(found.amendments[0], found.files, found.comparison.changes)
    accept(amending.root, _commit_of(amending), branch, wanted)
    return ()


def _commit_of(amending: Amending) -> str:
    tree = amending.place.version.tree
    if isinstance(tree, GitTree):
        return tree.commit
    raise NotAccepted(
        "Alleen een voorstel dat in Git staat, kan een amendement overnemen.",
        "leg het voorstel eerst vast met git commit, en noem de tak of commit.",
    )


def _hindrances(report: AmendReport) -> Iterator[str]:
    if report.skipped or not report.amended:
        yield "Wat daar staat, moet eerst worden opgelost."
    for amended in report.amended:
        yield from map(problem_line, amended.files.problems)
        if amended.has_faults:
            yield "Het amendement brengt fouten mee. Die moeten er eerst uit."
