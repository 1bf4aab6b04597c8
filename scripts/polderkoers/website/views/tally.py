"""The honest tally: how many activities there are, of how many a date is known, and of how many is reported how they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import listing
from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.blocks import Activiteit, Stap
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.progress import decided_end, last_state, reported_of
from polderkoers.website.views.age import is_of_today

if TYPE_CHECKING:
    from datetime import date

    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class Tally:
    """What is to be done, in words, how much that is, of how much a date is known, how many of those dates are past, and how much is reported."""

    counted: str
    total: int
    dated: int
    past: int
    reported: int

    @property
    def is_one(self) -> bool:
        """Whether there is only one thing to be done."""
        return self.total == 1


# The pages of one site are made one after another.
@lru_cache(maxsize=1)
def tally_of_today(site: Site) -> Tally | None:
    """Return the tally of all that is to be done by own policy of today; None when nothing is."""
    files = (file for file in site.policy.of(Beleid) if is_of_today(site, file))
    return tally(site, (entry for file in files for entry in site.policy.below(file)))


def tally(site: Site, entries: Iterable[Entry]) -> Tally | None:
    """Return the tally of the activities and steps among some items, each counted once; None when there are none."""
    found = {entry.ref: entry for entry in entries if isinstance(entry.item, Activiteit | Stap)}
    if not found:
        return None
    kinds = {"activiteit": only(Activiteit, found.values()), "stap": only(Stap, found.values())}
    counted = listing([site.words.count(len(mine), kind) for kind, mine in kinds.items() if mine])
    ends = list(filter(None, map(decided_end, found.values())))
    reported = sum(last_state(reported_of(site.policy, ref)) is not None for ref in found)
    return Tally(counted, len(found), len(ends), _past(site.day(), ends), reported)


def _past(today: date, ends: Iterable[object]) -> int:
    return sum(getattr(end, "last", today) < today for end in ends)
