"""The honest tally: how many activities there are, of how many a date is known, and of how many is reported how they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import listing
from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.blocks import Activiteit, Stap
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.verslag import NOT_KNOWN
from polderkoers.policy.progress import decided_end, last_state, reported_of
from polderkoers.website.views.age import is_of_today
from polderkoers.website.views.time_span import span_of

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class Tally:
    """What is to be done, in words; of how much a date is known, how many of those dates are past, and of how much is reported how it stands."""

    counted: str
    dated: int
    past: int
    reported: int


# The pages of one site are made one after another.
@lru_cache(maxsize=1)
def tally_of_today(site: Site) -> Tally | None:
    """Return the tally of all that is to be done by own policy of today; None when nothing is."""
    files = (file for file in site.policy.of(Beleid) if is_of_today(site, file))
    return tally(site, chain.from_iterable(map(site.policy.below, files)))


def tally(site: Site, entries: Iterable[Entry]) -> Tally | None:
    """Return the tally of the activities and steps among some items, each counted once; None when there are none."""
    found = {entry.ref: entry for entry in entries if isinstance(entry.item, Activiteit | Stap)}
    if not found:
        return None
    kinds = {"activiteit": only(Activiteit, found.values()), "stap": only(Stap, found.values())}
    counted = listing([site.words.count(len(mine), kind) for kind, mine in kinds.items() if mine])
    dated = sum(span_of(entry) is not None for entry in found.values())
    ends = filter(None, map(decided_end, found.values()))
    past = sum(end.last < site.day() for end in ends)
    reported = sum(_is_told(site, ref) for ref in found)
    return Tally(counted, dated, past, reported)


def _is_told(site: Site, ref: str) -> bool:
    """Return whether a report says how an item stands: that it is not known does not say it."""
    state = last_state(reported_of(site.policy, ref))
    return state is not None and state.melding.stand != NOT_KNOWN
