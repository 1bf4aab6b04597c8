"""What came of the policy, as far as reports say it: derived from the reports and the dates of the policy, and never guessed.

A report adds to what was decided. Of an item that no report names nothing is known, also when its time is over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.blocks import Bedrag, Doel, Indicator
from polderkoers.policy.model.dates import Datum, parse_datum
from polderkoers.policy.model.having import jaar_of, vastgesteld_op_of, wanneer_of
from polderkoers.policy.model.verslag import DONE, STOPPED, Melding, NieuweDatum, Verslag
from polderkoers.policy.periods import end_of
from polderkoers.policy.stones import Stones

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy
    from polderkoers.policy.model.verslag import Besteding

_MONTHS = 12
# A quarter, a month and a day each lie in one month or end one: two of them can be counted in months.
_LONGEST_OF_MONTHS = 93


@dataclass(frozen=True)
class Reported:
    """What one report says of one item: the report, its entry about the item, and the reference by which that is known today."""

    report: Entry[Verslag]
    entry: Entry[Melding]
    about: str

    @property
    def melding(self) -> Melding:
        """What is said of the item."""
        return self.entry.item

    @property
    def day(self) -> date:
        """The last day on which the report can have been made."""
        return day_of(self.report)


@dataclass(frozen=True)
class Reporting:
    """What a report says of an item, and what reports said before it, the newest first."""

    earlier: tuple[Reported, ...]
    now: Reported


@dataclass(frozen=True)
class Delay:
    """How much later something will be done than was decided: in whole months, or None when that cannot be told of their dates."""

    months: int | None


def day_of(report: Entry[Verslag]) -> date:
    """Return the last of the days that the date of a report covers; the first day of all when there is no such date."""
    covered = parse_datum(report.item.datum)
    return covered.last if covered else date.min


# The pages of one policy are made one after another.
@lru_cache(maxsize=1)
def reports(policy: Policy) -> tuple[Entry[Verslag], ...]:
    """Return all reports, the newest first; one of which only the year is known does not go before another of that year."""
    return tuple(sorted(policy.of(Verslag), key=_place_in_time, reverse=True))


def newest_of(found: tuple[Entry[Verslag], ...]) -> tuple[Entry[Verslag], ...]:
    """Return the newest of reports that are in order: all of that date, because nobody knows which of them came last."""
    return tuple(takewhile(lambda report: report.item.datum == found[0].item.datum, found))


def _place_in_time(report: Entry[Verslag]) -> tuple[date, date]:
    covered = parse_datum(report.item.datum)
    return (covered.first, covered.last) if covered else (date.min, date.min)


@lru_cache(maxsize=1)
def _by_item(policy: Policy) -> Mapping[str, tuple[Reported, ...]]:
    found: dict[str, list[Reported]] = defaultdict(list)
    for report in reports(policy):
        for each in reported_in(policy, report):
            found[each.about].append(each)
    return {ref: tuple(said) for ref, said in found.items()}


def reported_in(policy: Policy, report: Entry[Verslag]) -> tuple[Reported, ...]:
    """Return what one report says, in its own order."""
    told: Any = policy.children(report, "meldingen")
    return tuple(Reported(report, melding, _now(policy, melding.item.over)) for melding in told)


def _now(policy: Policy, ref: str) -> str:
    """Return how something is called today that a report names: what is gone keeps the reference of then."""
    if policy.get(ref) is not None:
        return ref
    ends = Stones(policy).ends_of(ref)
    return ends[0].ref if len(ends) == 1 else ref


def reported_of(policy: Policy, ref: str) -> tuple[Reported, ...]:
    """Return what reports say of the item with a reference, the newest first; nothing when none names it."""
    return _by_item(policy).get(ref, ())


def reported_items(policy: Policy) -> Mapping[str, tuple[Reported, ...]]:
    """Return what reports say of each item that one of them names, by reference, the newest first."""
    return _by_item(policy)


def since_the_last(policy: Policy, report: Entry[Verslag]) -> tuple[Reporting, ...]:
    """Return what a report says of each item with what the reports before it said."""
    return tuple(Reporting(tuple(_earlier(policy, each)), each) for each in reported_in(policy, report))


def _earlier(policy: Policy, each: Reported) -> Iterator[Reported]:
    place = _place_in_time(each.report)
    return (other for other in reported_of(policy, each.about) if _place_in_time(other.report) < place)


def reported_of_goal(policy: Policy, goal: Entry) -> tuple[Entry, ...]:
    """Return the indicators of a goal and what is inside it that a report tells something of; nothing of anything else."""
    if not isinstance(goal.item, Doel):
        return ()
    named = (source for source, _ in policy.named_by(goal) if isinstance(source.item, Indicator))
    return tuple(each for each in dict.fromkeys((*named, *policy.below(goal))) if reported_of(policy, each.ref))


def last_state(said: tuple[Reported, ...]) -> Reported | None:
    """Return the newest of what is said of an item that gives a state, None when none does."""
    return next((each for each in said if each.melding.stand), None)


def since_of(said: tuple[Reported, ...]) -> str | None:
    """Return since when an item is as the newest state says, None when no report says that."""
    found = told_since(said)
    return found.melding.sinds if found else None


def told_since(said: tuple[Reported, ...]) -> Reported | None:
    """Return the newest report that says since when, of those that gave the newest state without a break; None when none does."""
    states = [each for each in said if each.melding.stand]
    same = takewhile(lambda each: each.melding.stand == states[0].melding.stand, states)
    return next((each for each in same if each.melding.sinds), None)


def new_date_of(entry: Entry, said: tuple[Reported, ...]) -> NieuweDatum | None:
    """Return the newest date that reports give instead of the one that was decided.

    None when they give none, when the last of them calls the item done or stopped, or when the policy was decided anew since.
    """
    if _is_over(said):
        return None
    told = takewhile(lambda each: not was_decided_since(entry, each), said)
    return next((each.melding.nieuwe_datum for each in told if each.melding.nieuwe_datum), None)


def was_decided_since(entry: Entry, reported: Reported) -> bool:
    """Return whether the time or the amount of an item may have been decided after a report, so that this speaks of another one.

    What was over when the policy was decided anew was not decided then, and neither is a time of which there is none.
    """
    decided = parse_datum(vastgesteld_op_of(entry.file))
    if decided is None or decided.first <= reported.day:
        return False
    end = decided_end(entry) or parse_datum(str(jaar_of(entry.item) or ""))
    if end is None:
        return wanneer_of(entry.item) is not None or isinstance(entry.item, Bedrag)
    return end.last >= decided.first


def decided_before(
    entry: Entry, spendings: Iterable[tuple[Reported, Besteding]]
) -> tuple[tuple[Reported, Besteding], ...]:
    """Return what was spent of which the amount that is decided today was decided before the report was made."""
    return tuple(spending for spending in spendings if not was_decided_since(entry, spending[0]))


def _is_over(said: tuple[Reported, ...]) -> bool:
    state = last_state(said)
    return state is not None and state.melding.stand in (DONE, STOPPED)


def decided_end(entry: Entry) -> Datum | None:
    """Return the days in which an item should be done by what was decided, None when there are none."""
    when = wanneer_of(entry.item)
    return end_of(when) if when else None


def is_overdue(policy: Policy, entry: Entry, today: date) -> bool:
    """Return whether the last date that is known of an item has passed, and no report says that it is done or was stopped.

    A report that expects it sooner takes nothing of the time that was decided.
    """
    said = reported_of(policy, entry.ref)
    if _is_over(said):
        return False
    new = new_date_of(entry, said)
    moved = end_of(new) if new else None
    if new is not None and new.van and moved is None:
        return False  # it begins at another time, and nobody says when it ends
    former = former_date_of(entry, said)
    ends = (end_of(former) if former else None, moved, decided_end(entry))
    last = max((end.last for end in ends if end is not None), default=None)
    return last is not None and last < today


def former_date_of(entry: Entry, said: tuple[Reported, ...]) -> NieuweDatum | None:
    """Return the newest date that a report gave before the policy was decided anew, when it is later than what is decided now.

    Who adopts the same date again may not mean it: that date is neither the one that counts, nor one to forget. None when a report of since
    gives another, or when the last one calls the item done or stopped.
    """
    decided = decided_end(entry)
    if _is_over(said) or decided is None or new_date_of(entry, said) is not None:
        return None
    given = next((each.melding.nieuwe_datum for each in said if each.melding.nieuwe_datum), None)
    end = end_of(given) if given else None
    return given if end is not None and end.last > decided.last else None


def delay(policy: Policy, entry: Entry) -> Delay | None:
    """Return how much later an item was done than was decided, or will be by the newest date that a report gives; None when it surely is not later."""
    said = reported_of(policy, entry.ref)
    old, new, done = _held_against(entry, said), new_date_of(entry, said), _done_since(said)
    end = done or (end_of(new) if new else None)
    return _later(old, end) if old and end else None


def _held_against(entry: Entry, said: tuple[Reported, ...]) -> Datum | None:
    """Return the days in which an item should be done by what was decided when it was called done, None when that is not known."""
    done = _done(said)
    return None if done and was_decided_since(entry, done[-1]) else decided_end(entry)


def _done_since(said: Iterable[Reported]) -> Datum | None:
    """Return since when something is done, by the newest report that calls it so and says when: it may mend another; None when none does."""
    told = (parse_datum(each.melding.sinds or "") for each in _done(said))
    return next(filter(None, told), None)


def _later(old: Datum, new: Datum) -> Delay | None:
    """Return how much later one date is than another: only of dates of the same precision a number of months is sure."""
    if new.first <= old.last:
        return None
    if _is_of_months(old) and _is_of_months(new):
        return Delay(_month(new.last) - _month(old.last))
    if _is_year(old) and _is_year(new):
        return Delay(_MONTHS * (new.last.year - old.last.year))
    return Delay(None)


def _is_of_months(days: Datum) -> bool:
    return (days.last - days.first).days < _LONGEST_OF_MONTHS


def _is_year(days: Datum) -> bool:
    return not _is_of_months(days)


def _month(day: date) -> int:
    return _MONTHS * day.year + day.month


def was_on_time(policy: Policy, entry: Entry) -> bool | None:
    """Return whether what is done was done before the decided date was over; None when it is not done, or that is not sure.

    When it was done is what the newest report says of it that calls it done since when; when none says so it was done at the latest on the day
    of the oldest report that calls it done.
    """
    said = reported_of(policy, entry.ref)
    end, done = _held_against(entry, said), _done(said)
    if end is None or not done:
        return None
    since = _done_since(done)
    if since is None:
        return True if done[-1].day <= end.last else None
    if since.last <= end.last:
        return True
    return False if since.first > end.last else None


def _done(said: Iterable[Reported]) -> list[Reported]:
    """Return the reports that call an item done, back to the last one that said something else; the newest first."""
    states = [each for each in said if each.melding.stand]
    return list(takewhile(lambda each: each.melding.stand == DONE, states))
