"""Three columns of random edits on random edits: nothing that differs is without a row, and no row is without a difference."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given

from polderkoers.changes.amending.columns import ColumnRow, rows
from polderkoers.changes.amending.trios import Trios
from polderkoers.changes.change import Change, Subject
from polderkoers.changes.compare import compare_data
from polderkoers.policy.vocabulary import AS_USUAL
from support.edits import EDITS, edited
from support.real import FEW, REAL


def around(change: Change) -> Iterator[tuple[str, str | None]]:
    """Yield the item of a change and what it stands in, on both sides."""
    for side in (change.was, change.now):
        subject: Subject | None = side
        while subject is not None:
            yield subject.ref, subject.key
            subject = subject.parent


def untold(changes: tuple[Change, ...], told: list[ColumnRow]) -> list[str]:
    """Return the changes of which neither the item nor what it stands in has a row."""
    names = {(row.subject.ref, row.subject.key) for row in told}
    return [change.anchor for change in changes if names.isdisjoint(around(change))]


@FEW
@given(EDITS, EDITS)
def test_each_difference_has_a_row_and_each_row_a_difference(first, second):
    """What the proposal changes and what the amendment changes are both told, and nothing else is."""
    proposal = edited(REAL, first)
    amendment = edited(proposal, second)
    proposed, amended = compare_data(REAL, proposal), compare_data(proposal, amendment)
    found = rows(
        Trios(REAL, proposal, amendment, AS_USUAL, (proposed.names.renames, amended.names.renames)), proposed, amended
    )
    assert untold(proposed.changes, [row for row in found if row.is_proposed]) == []
    assert untold(amended.changes, [row for row in found if row.is_amended]) == []
    assert [row.label for row in found if not row.is_proposed and not row.is_amended] == []
    marked = [row for row in found if any(run.state != "same" for run in (*row.geldend, *row.voorstel))]
    assert all(row.is_proposed for row in marked)
