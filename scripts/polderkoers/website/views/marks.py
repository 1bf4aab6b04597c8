"""How far something is, as a word with a sign: by what reports say, and by the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.model.blocks import Bedrag, Doel, Indicator
from polderkoers.policy.model.dates import the_datum
from polderkoers.policy.model.verslag import DELAYED, DONE, NOT_BEGUN, NOT_KNOWN, RUNNING, STOPPED, WITH_STATE
from polderkoers.policy.progress import is_overdue, last_state, new_date_of, reported_of, reported_of_goal, reports
from polderkoers.website.views.age import is_of_today

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.verslag import Melding
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class StateMark:
    """How far something is: a word, what a filter calls it, the colour of its badge and the path of its sign in a box of 20 by 20."""

    word: str
    code: str
    colour: str
    sign: str


MARKS = {
    mark.code: mark
    for mark in (
        StateMark("Te laat", "te-laat", "klei", "M10 5.5v5.5m0 2.8v.4"),
        StateMark("Datum voorbij, nog nergens gemeld", "niet-gemeld-te-laat", "graan", "M6.5 10h7m-3.5-4v1"),
        StateMark("Vertraagd", "vertraagd", "graan", "M10 5.5v5l3.2 2"),
        StateMark("Loopt", "loopt", "kanaal", "M8.3 6.5l5 3.5-5 3.5z"),
        StateMark("Klaar", "klaar", "veld", "M6 10.4l2.8 2.8 5.2-6"),
        StateMark("Niet begonnen", "niet-begonnen", "", "M10 10h.01"),
        StateMark("Gestopt", "gestopt", "klei", "M7.3 7.3h5.4v5.4H7.3z"),
        StateMark("Stand onbekend", "onbekend", "", "M7.8 8.2a2.3 2.3 0 1 1 3.2 2.1c-.7.3-1 .8-1 1.5m0 2.4v.3"),
        StateMark("Gemeld, zonder stand", "gemeld", "", "M6.5 8.2h7m-7 3.6h4.5"),
        StateMark("Nog nergens gemeld", "niet-gemeld", "", "M6.5 10h7"),
    )
}
"""Every mark by its code, in the order in which a council asks for them."""
OVERDUE, STATELESS, UNREPORTED, PASSED = (
    MARKS[code] for code in ("te-laat", "gemeld", "niet-gemeld", "niet-gemeld-te-laat")
)
OF_STATE = {
    DELAYED: MARKS["vertraagd"],
    RUNNING: MARKS["loopt"],
    DONE: MARKS["klaar"],
    NOT_BEGUN: MARKS["niet-begonnen"],
    STOPPED: MARKS["gestopt"],
    NOT_KNOWN: MARKS["onbekend"],
}


def mark_of(site: Site, entry: Entry) -> StateMark:
    """Return how an item stands by the last report that says so: that its time is over goes before what was said when it was not."""
    said = reported_of(site.policy, entry.ref)
    state = last_state(said)
    is_late = is_overdue(site.policy, entry, site.day())
    if not said and is_late:
        return PASSED
    if not said:
        return STATELESS if reported_of_goal(site.policy, entry) else UNREPORTED
    says_when = state is not None or new_date_of(entry, said) is not None
    if is_late and says_when and entry.item.soortnaam in WITH_STATE:
        return OVERDUE
    if state is None:
        return STATELESS
    return OF_STATE[str(state.melding.stand)]


def reported_mark(site: Site, entry: Entry) -> StateMark | None:
    """Return how an item stands when a report names it, and what else must be said where there are reports: that none names a goal, or something of which the time is over.

    That something is reported of an amount or an indicator is not said where the report itself is told.
    """
    mark = mark_of(site, entry)
    if mark is STATELESS and isinstance(entry.item, Bedrag | Indicator):
        return None
    if mark is not UNREPORTED and mark is not PASSED:
        return mark
    is_missed = isinstance(entry.item, Doel) or mark is PASSED
    return mark if is_missed and reports(site.policy) and is_of_today(site, entry) else None


def since(melding: Melding) -> str:
    """Return since when something is so, as a report says it; nothing when it does not."""
    return in_words(melding.sinds)


def in_words(since_when: str | None) -> str:
    """Return since when something is so, in words; nothing when that is not known."""
    return f"sinds {the_datum(since_when)}" if since_when else ""
