"""The oracle of a comparison that is made the other way around."""

from __future__ import annotations

from polderkoers.changes.change import Change, MovedFigure, Position, Subject
from support.mirror import reverse

DOEL = Subject(ref="wonen/doel-a", block="doel", label="A", file="data/w.yaml", soort="kernopgave", title="Wonen")
THERE = Position(file="data/w.yaml", parent="wonen", list="doelen")


def test_reversing_changes_old_and_new_and_the_meaning():
    """From the other side a goal that was sharpened is weakened, and what was added is removed."""
    change = Change(
        kind="changed", was=DOEL, now=DOEL, field="naam", old="10", new="20",
        meaning=("doel-aangescherpt", "uitgesteld"), amount=MovedFigure(old=10, new=20),
    )  # fmt: skip
    other = reverse(change)
    assert (other.old, other.new, other.meaning) == ("20", "10", ("doel-afgezwakt", "vervroegd"))
    assert (other.amount.difference, other.amount.percentage) == (-10, -50.0)
    assert reverse(other) == change
    added = reverse(Change(kind="removed", was=DOEL, old={}, origin=THERE, meaning=("vervallen",)))
    assert (added.kind, added.now, added.target, added.meaning) == ("added", DOEL, THERE, ("toegevoegd",))
