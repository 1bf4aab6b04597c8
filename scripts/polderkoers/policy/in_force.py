"""Whether policy is in force on a day, as far as the data say so: by its own status and dates, or those of the plans that it is a part of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from polderkoers.policy.model.dates import parse_datum
from polderkoers.policy.model.files import Beleid

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy
    from polderkoers.policy.model.base import Bestand

CONCEPT, NOT_YET, WITHDRAWN = "Concept", "Geldt nog niet", "Ingetrokken"
NOT_IN_FORCE = (NOT_YET, CONCEPT, WITHDRAWN)
"""What a reader must know of policy that is not in force, what may come before what is gone."""

Day = Callable[[], date]
_BY_STATUS = {"concept": CONCEPT, "ingetrokken": WITHDRAWN}


def why_not(policy: Policy, entry: Entry, today: Day) -> str:
    """Return why an item is not in force, as one of `NOT_IN_FORCE`; nothing when it is, or when the data do not say.

    A file that does not say so itself is what all plans are that name it as a part. `today` is asked only where a date decides.
    """
    file = entry.file
    if not isinstance(file, Beleid):
        return ""
    return own_reason(file, today) or _of_plans(file, {_reason(plan, today) for plan in plans_of(policy, file)})


def is_withdrawn(policy: Policy, entry: Entry) -> bool:
    """Return whether an item is withdrawn, which no day decides."""
    return why_not(policy, entry, lambda: date.max) == WITHDRAWN


def own_reason(file: Beleid, today: Day) -> str:
    """Return why a file is not in force, by what it says itself."""
    if file.status in _BY_STATUS:
        return _BY_STATUS[file.status]
    begin = parse_datum(file.treedt_in_werking) if file.treedt_in_werking else None
    return NOT_YET if begin is not None and begin.first > today() else ""


def plans_of(policy: Policy, file: Bestand) -> list[Entry]:
    """Return the plans that name a file as a part of them."""
    entry = policy.get(file.id)
    if entry is None:
        return []
    return [reference.source for reference in policy.backlinks(entry) if reference.field == "onderdelen"]


def _reason(plan: Entry, today: Day) -> str:
    return own_reason(plan.file, today) if isinstance(plan.file, Beleid) else ""


def _of_plans(file: Beleid, reasons: set[str]) -> str:
    """Return what a file has of its plans, given what those are. What was adopted itself does not go with a plan; it can wait for it."""
    if len(reasons) != 1:
        return ""
    (reason,) = reasons
    may_differ = file.treedt_in_werking if reason == NOT_YET else file.status
    return "" if may_differ else reason
