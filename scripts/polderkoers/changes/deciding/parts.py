"""The parts of a comparison: what is policy, and what is said about it or written otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from polderkoers.changes.change import RENAMED
from polderkoers.policy.model.declared import Role
from polderkoers.policy.model.kinds import POLICY_KINDS, names_of, of_editors

if TYPE_CHECKING:
    from polderkoers.changes.change import Change

Part = Literal["beleid", "redactie", "opmerkingen", "lijsten"]
POLICY: Part = "beleid"
EDITORIAL: Part = "redactie"
NOTES: Part = "opmerkingen"
LISTS: Part = "lijsten"
PARTS = (POLICY, EDITORIAL, NOTES, LISTS)
"""The parts of a comparison: policy itself, the same in other words, what editors note, and lists of names."""

# A contradiction in the source, the place in it, who laid a link or wrote an explanation, the group of figures that one chart may show, what kind of
# measurement one is and where it can be found, the number of the version: said about the policy, and no part of it.
NOTED = names_of(Role.REMARK) | frozenset(
    {
        "let_op",
        "plek",
        "gelegd_door",
        "uitleg_van",
        "meer_uitleg",
        "meting",
        "nulmeting",
        "voorlopig",
        "vindplaats",
        "versie",
    }
)


def part_of(change: Change) -> Part:
    """Return the part of a comparison that a change belongs to."""
    if change.item.soort not in POLICY_KINDS:
        return LISTS
    if _is_noted(change):
        return NOTES
    if change.significance == "redactioneel":
        return EDITORIAL
    return POLICY


def _is_noted(change: Change) -> bool:
    if RENAMED in change.meaning:
        # Of a note too, that is only another address.
        return False
    if change.block == "let_op" or NOTED.intersection((change.field or "").split(".")):
        return True
    if change.field is not None:
        return all(side.of_editors for side in (change.was, change.now) if side is not None)
    return any(isinstance(held, Mapping) and of_editors(held) for held in (change.old, change.new))
