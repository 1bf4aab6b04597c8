"""What the home page says itself: goals of today by name, a figure with its year, what is coming up, and what came last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.base import Cijfer
from polderkoers.policy.model.blocks import Bedrag, Doel
from polderkoers.policy.model.dates import datum_in_words, parse_datum
from polderkoers.policy.model.having import jaar_of
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.model.verslag import DONE, STOPPED
from polderkoers.policy.periods import end_of
from polderkoers.policy.progress import last_state, new_date_of, newest_of, reported_items, reported_of, reports
from polderkoers.website.views import overviews
from polderkoers.website.views.age import is_of_today
from polderkoers.website.views.certainty import WIDER, how_sure
from polderkoers.website.views.council import DecisionRow, council_of, late_decisions
from polderkoers.website.views.doers import done_by
from polderkoers.website.views.drawings import drawing, drawing_of, subject_of
from polderkoers.website.views.link import Link, said_when
from polderkoers.website.views.marks import OVERDUE, mark_of
from polderkoers.website.views.tally import tally_of_today
from polderkoers.website.views.time_span import IN_TIME, last_day
from polderkoers.website.words import amount, figure

if TYPE_CHECKING:
    from datetime import date

    from polderkoers.website.views.site import Site

_GOALS, _COMING, _PLACES, _LATE, _LAST = 3, 3, 12, 3, 3


@dataclass(frozen=True)
class NamedGoal:
    """A goal of today, in which file it stands, of which year that is, and the address of the drawing of its subject."""

    link: Link
    within: Link
    jaar: str
    drawing: str


@dataclass(frozen=True)
class NamedFigure:
    """A figure with its year: how much, of what, and where it stands; of money also how `sure` it is."""

    waarde: str
    link: Link
    jaar: str
    sure: str


@dataclass(frozen=True)
class Dated:
    """Something with a date: when, and what."""

    wanneer: str
    link: Link


@dataclass(frozen=True)
class Overdue:
    """Something that is too late, and who answers for it."""

    link: Link
    who: tuple[Link, ...]


@dataclass(frozen=True)
class CameLast:
    """What came last, all of one date: `more` is how much is not named, and `changed` says that it is a version of the policy, which comparisons are of."""

    wanneer: str
    links: tuple[Link, ...]
    more: int
    changed: bool


@dataclass(frozen=True)
class CameOfIt:
    """What came of the policy: the newest reports, all of one date, decisions of which the last day is over, how many are open, and items that are too late.

    Of each list the page names the first few.
    """

    newest: tuple[Link, ...]
    late: tuple[DecisionRow, ...]
    open_total: int
    overdue: tuple[Overdue, ...]
    overdue_total: int


def home(site: Site, today: date) -> dict[str, Any]:
    """Return what the home page says of the policy of today. `today` is the day as of which the site speaks."""
    files = [
        file for file in (*overviews.tasks_in_order(site), *site.policy.of_kind("plan")) if is_of_today(site, file)
    ]
    return {
        "doelen": tuple(_goals(site, files))[:_GOALS],
        "cijfer": next(_figures(site, files, today), None),
        "coming": tuple(coming(site, files, today))[:_COMING],
        "has_policy": bool(files),
        "tally": tally_of_today(site),
        "came": _came(site),
        "nieuws": _news(site),
        "date": datum_in_words(today.isoformat()),
        "plaatsen": tuple(_neighbourhoods(site))[:_PLACES],
        "participants": site.participant_count,
        **asdict(overviews.origin(site)),
    }


def _came(site: Site) -> CameOfIt | None:
    """Return what came of the policy, None where nothing is reported, promised or decided."""
    newest = tuple(map(site.link, newest_of(reports(site.policy))))
    decided = council_of(site).decisions
    if not newest and not decided:
        return None
    items = tuple(_overdue(site))
    unsettled = sum(entry.item.is_open for entry in decided)
    return CameOfIt(newest, late_decisions(site), unsettled, items[:_LATE], len(items))


def _overdue(site: Site) -> Iterator[Overdue]:
    """Yield what by its reports and the day is too late."""
    for ref in reported_items(site.policy):
        entry = site.policy.get(ref)
        if entry is not None and mark_of(site, entry) is OVERDUE:
            yield Overdue(site.link(entry), done_by(site, entry))


def _neighbourhoods(site: Site) -> Iterator[Link]:
    """Yield the places in our area, but for that area itself."""
    inside, _ = overviews.places(site)
    for tile in inside.tiles:
        if site.home is None or tile.link.address != site.address(site.home):
            yield tile.link


def _goals(site: Site, files: list[Entry]) -> Iterator[NamedGoal]:
    """Yield the first goal of each file."""
    for file in files:
        for goal in only(Doel, site.policy.below(file))[:1]:
            subject = subject_of(site, goal)
            drawn = drawing_of(site, subject) if subject else drawing(None)
            yield NamedGoal(site.link(goal), site.link(file), str(site.year(file) or ""), drawn)


def _figures(site: Site, files: list[Entry], today: date) -> Iterator[NamedFigure]:
    """Yield the figures and amounts of which the value and the year are known; what is of later than today is an aim."""
    for file in files:
        for entry in site.policy.below(file):
            year, (told, sure) = jaar_of(entry.item), _value(entry)
            if told and year and year <= today.year:
                yield NamedFigure(told, site.link(entry), str(year), sure)


def _value(entry: Entry) -> tuple[str, str]:
    """Return how much an item says, and of money how sure that is; nothing where it says no figure, or one of a wider area than ours."""
    item = entry.item
    if isinstance(item, Bedrag) and item.bedrag is not None and item.schaal not in WIDER:
        return amount(item), how_sure(item.zekerheid)
    if isinstance(item, Cijfer) and item.waarde is not None:
        return figure(item), ""
    return "", ""


def coming(site: Site, files: list[Entry], today: date) -> Iterator[Dated]:
    """Yield what begins or ends today or later, the nearest first: at the time that the newest report gives, and nothing that one calls done or stopped."""
    found = []
    for file in files:
        for entry in site.policy.below(file):
            told = _told(site, entry) if entry.item.soortnaam in IN_TIME else None
            if told is not None and told[0] >= today:
                found.append((told[0], entry.ref, Dated(told[1], site.link(entry))))
    for _, _, dated in sorted(found, key=lambda one: one[:2]):
        yield dated


def _told(site: Site, entry: Entry) -> tuple[date, str] | None:
    """Return the last day of an item that is not over by any report, with that time in words; None when nothing gives one."""
    said = reported_of(site.policy, entry.ref)
    state, new = last_state(said), new_date_of(entry, said)
    if state is not None and state.melding.stand in (DONE, STOPPED):
        return None
    if new is not None and (end := end_of(new)):
        return end.last, new.tekst
    last = last_day(entry)
    return (last, said_when(entry)) if last else None


def _news(site: Site) -> CameLast | None:
    """Return what came last, up to the day of the site: versions of the policy, reports, and what the council decided; None when nothing did."""
    begun = {written: day.first for _, written in _dated(site) if (day := parse_datum(written))}
    newest = max((first for first in begun.values() if first <= site.day()), default=None)
    found = [(entry, written) for entry, written in _dated(site) if begun.get(written) == newest]
    if newest is None:
        return None
    links = tuple(site.link(entry) for entry, _ in found)
    is_change = any(isinstance(entry.item, Versie) for entry, _ in found)
    return CameLast(datum_in_words(found[0][1]), links[:_LAST], len(links[_LAST:]), is_change)


def _dated(site: Site) -> Iterator[tuple[Entry, str]]:
    """Yield versions, reports and decisions that have a date, with that date."""
    yield from ((entry, entry.item.datum or "") for entry in site.policy.of(Versie))
    yield from ((entry, entry.item.datum) for entry in reports(site.policy))
    yield from ((entry, entry.item.datum or "") for entry in council_of(site).decisions)
