"""All steps, phases and dated items in time. What has no date is listed apart, and nothing is called done or running."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain, filterfalse
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import TERMS, capital
from polderkoers.policy.in_force import WITHDRAWN
from polderkoers.policy.index import Entry, kept_with
from polderkoers.policy.model.besluiten import ADJOURNED, Besluit
from polderkoers.policy.model.catalogues import Partij
from polderkoers.policy.model.having import jaar_of, termijn_of, wanneer_of
from polderkoers.policy.model.verslag import DONE, STOPPED
from polderkoers.policy.progress import decided_end, last_state, new_date_of, reported_of
from polderkoers.website.views.boxes import Box, OverviewSection
from polderkoers.website.views.council import DECIDED, LATE, OPEN, UNDECIDED, WORDS, called, code_of, when_of, within
from polderkoers.website.views.council import DONE as DONE_WITH
from polderkoers.website.views.link import Link, said_when
from polderkoers.website.views.marks import StateMark, reported_mark
from polderkoers.website.views.overviews import document_heading
from polderkoers.website.views.time_span import (
    ABOUT_NOW,
    COMING,
    NOT_OVER,
    OVER,
    RUNNING,
    STARTED,
    TimeSpan,
    span_of,
    span_of_period,
    standing,
    standing_in,
)
from polderkoers.website.views.time_span import NO_YEAR as UNDATED

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site
    from polderkoers.website.views.strips import Strip

TIME_KINDS = ("stap", "fase", "besluitmoment", "activiteit", "punt", "bedrag", "indicator", "besluit")
_NEEDS_NO_DATE = ("stap", "fase", "besluitmoment")
NO_DATE = "Geen datum in de bron"
NO_YEAR = "Zonder jaar in de bron"
WITHDRAWN_NOW = "Geldt niet meer"
_LEFT = capital(ADJOURNED)
PAST = (OVER, WITHDRAWN_NOW, WORDS[LATE], WORDS[DONE_WITH], WORDS[DECIDED], _LEFT, WORDS[UNDECIDED])
OWN, ANOTHER = "eigen", "ander"
ENDED = {DONE: "Klaar, volgens een verslag", STOPPED: "Gestopt, volgens een verslag"}
"""What is said of an item that by a report is done or was stopped, by the state that the report gives."""
_STANDINGS = (ABOUT_NOW, RUNNING, STARTED, NOT_OVER, COMING, *ENDED.values(), WORDS[OPEN], *PAST, UNDATED)


@dataclass(frozen=True)
class TimelineItem:
    """An item on the timeline: when in the words of the data, what can be said of it, and the values for filters.

    `reported` is how it stands, when a report says so, and `moved` the time that a report gives instead; `ended` says that by a report it is
    done or was stopped, in words, whatever its dates are.
    """

    wanneer: str
    standing: str
    kind: str
    link: Link
    within: Link
    document: str
    document_id: str
    partijen: tuple[str, ...]
    termijn: str
    other_owner: str
    ref: str = ""
    jaar: str = ""
    strip: Strip | None = None
    anchor: str = ""
    reported: StateMark | None = None
    moved: str = ""
    ended: str = ""

    @property
    def state(self) -> str:
        """How it stands as the value of a filter."""
        return value_of(self.ended or self.standing)

    @property
    def whose(self) -> str:
        """Whether it is our own policy or that of others, as the value of a filter."""
        return ANOTHER if self.other_owner else OWN

    @property
    def is_past(self) -> bool:
        """Whether its time is over, or the policy that it stands in is."""
        return self.standing in PAST


@dataclass(frozen=True)
class Moments:
    """Items that stand together, of which our own come first."""

    moments: tuple[TimelineItem, ...]

    @property
    def total(self) -> int:
        """How many they are."""
        return len(self.moments)

    @property
    def own(self) -> tuple[TimelineItem, ...]:
        """Those of our own policy."""
        return tuple(filterfalse(attrgetter("other_owner"), self.moments))

    @property
    def others(self) -> tuple[TimelineItem, ...]:
        """Those of others."""
        return tuple(filter(attrgetter("other_owner"), self.moments))


@dataclass(frozen=True)
class TimelineYear(Moments):
    """What begins in one year."""

    jaar: str


@dataclass(frozen=True)
class UndatedItems(Moments):
    """Items of one document without a year."""

    heading: str


@dataclass(frozen=True)
class FilterChoice:
    """A value that a reader can filter by."""

    value: str
    text: str


@dataclass(frozen=True)
class Filter:
    """One field to filter by, with its values."""

    name: str
    label: str
    choices: tuple[FilterChoice, ...]


def years(site: Site, today: date, boxes: Iterable[Box] | None = None) -> tuple[TimelineYear, ...]:
    """Return everything with a year, by the year in which it begins, or what is in some boxes. `today` decides what is past."""
    found = _boxes(site)[0] if boxes is None else boxes
    return tuple(TimelineYear(_moments(site, box, today), box.name) for box in found if box.id)


def undated(site: Site, today: date, boxes: Iterable[Box] | None = None) -> tuple[UndatedItems, ...]:
    """Return items in time without a year, per document: all, or those in some boxes."""
    found = _boxes(site)[1] if boxes is None else boxes
    return tuple(UndatedItems(_moments(site, box, today), box.name) for box in found if not box.id)


def time_sections(site: Site) -> tuple[OverviewSection, ...]:
    """Return everything in time by the year in which it begins, and at the end what has none."""
    dated, without = _boxes(site)
    found = [OverviewSection(box.name, box.id, box.name, (box,)) for box in dated]
    if without:
        found.append(OverviewSection("zonder-jaar", "zonder-jaar", NO_YEAR, without))
    return tuple(found)


def _boxes(site: Site) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    """Return what begins in each year, and what has none per document; only the first have an anchor."""
    by_year: dict[int, list[tuple[date, Entry]]] = {}
    without: dict[str, list[Entry]] = {}
    for entry in site.policy.of_kind(*TIME_KINDS):
        begin, is_in_time = kept_with(entry.item, "time", partial(_time_of, entry))
        if begin:
            by_year.setdefault(begin.year, []).append((begin, entry))
        elif is_in_time:
            document = site.document(entry.bron)
            without.setdefault(document_heading(document) if document else "", []).append(entry)
    return (
        tuple(_in_year(year, found) for year, found in sorted(by_year.items())),
        tuple(Box("", heading, tuple(found)) for heading, found in without.items()),
    )


def _time_of(entry: Entry) -> tuple[date | None, bool]:
    """Return when an item begins, None when the source gives no year, and whether it has a place in time at all."""
    span = span_of(entry)
    if span:
        return span.first, True
    return None, entry.item.soortnaam in _NEEDS_NO_DATE or wanneer_of(entry.item) is not None


def _in_year(year: int, found: list[tuple[date, Entry]]) -> Box:
    found.sort(key=lambda dated: dated[0])
    return Box(f"jaar-{year}", str(year), tuple(entry for _, entry in found))


def _moments(site: Site, box: Box, today: date) -> tuple[TimelineItem, ...]:
    return tuple(_moment(site, entry, today) for entry in box.entries)


def filters(site: Site, shown: Iterable[TimelineItem]) -> tuple[Filter, ...]:
    """Return the fields by which a reader can filter some items of the timeline, with the values that these have."""
    found = _all_filters(site)
    items = tuple(shown)
    used = {
        "document": {item.document_id for item in items},
        "partij": set(chain.from_iterable(map(attrgetter("partijen"), items))),
        "termijn": {item.termijn for item in items},
        "stand": {item.state for item in items},
        "van": {item.whose for item in items},
    }
    limited = (_limited(field, used[field.name]) for field in found)
    return tuple(filter(_is_a_choice, limited))


def _is_a_choice(field: Filter) -> bool:
    """Return whether a field tells items apart: of what all are, or all are but what has no such value, nobody chooses."""
    least = 2 if field.name in ("van", "stand") else 1
    return len(field.choices) >= least


def _limited(field: Filter, used: Container[str]) -> Filter:
    return replace(field, choices=tuple(choice for choice in field.choices if choice.value in used))


def _all_filters(site: Site) -> tuple[Filter, ...]:
    return (
        Filter("van", "Van wie", (FilterChoice(OWN, capital(site.publisher.this)), FilterChoice(ANOTHER, "Anderen"))),
        Filter("stand", "Stand", tuple(FilterChoice(value_of(words), words) for words in _STANDINGS)),
        Filter("document", "Document", _choices(site, "document")),
        Filter("partij", "Wie", _choices(site, "partij")),
        Filter("termijn", "Termijn", tuple(FilterChoice(term, capital(words)) for term, words in TERMS.items())),
    )


def begins(site: Site, anchors: Iterable[str]) -> str:
    """Return of the anchors of years the one of this year or of the first that comes, empty when all are past."""
    this = f"jaar-{site.day().year}"
    return next((anchor for anchor in sorted(anchors) if anchor.startswith("jaar-") and anchor >= this), "")


def _choices(site: Site, kind: str) -> tuple[FilterChoice, ...]:
    return tuple(FilterChoice(entry.item.id, entry.item.label) for entry in site.policy.of_kind(kind))


def _moment(site: Site, entry: Entry, today: date) -> TimelineItem:
    document = site.document(entry.bron)
    title, id_ = (document_heading(document), document.item.id) if document else ("", "")
    return TimelineItem(
        wanneer=_when(entry),
        standing=_standing(site, entry, today),
        kind=_kind_word(site, entry),
        link=site.link(entry),
        within=within(site, entry),
        document=title,
        document_id=id_,
        partijen=tuple(dict.fromkeys(_parties(site, entry))),
        termijn=termijn_of(entry.item),
        other_owner=site.other_owner(entry),
        ref=entry.ref,
        jaar=_year(entry),
        reported=reported_mark(site, entry),
        moved=_moved(site, entry),
        ended=_ended(site, entry),
    )


def _ended(site: Site, entry: Entry) -> str:
    state = last_state(reported_of(site.policy, entry.ref))
    return ENDED.get(state.melding.stand or "", "") if state else ""


def _moved(site: Site, entry: Entry) -> str:
    new = new_date_of(entry, reported_of(site.policy, entry.ref))
    return new.tekst if new else ""


def _year(entry: Entry) -> str:
    if span := span_of(entry):
        return str(span.first.year)
    return ""


def value_of(words: str) -> str:
    """Return words as the value of a filter: without blanks, which part values."""
    return words.lower().replace(",", "").replace(" ", "-")


def _standing(site: Site, entry: Entry, today: date) -> str:
    """Return what can be said of an item today, by the time that the newest report gives if one does; of what is open and has a last day to come the same as of anything that has."""
    if isinstance(entry.item, Besluit):
        code = code_of(entry.item, today)
        if code == DECIDED and entry.item.uitkomst == ADJOURNED:
            return _LEFT
        return NOT_OVER if code == OPEN and entry.item.uiterlijk else WORDS[code]
    if site.mark(entry) == WITHDRAWN:
        return WITHDRAWN_NOW
    moved, end = moved_to(site, entry), decided_end(entry)
    if moved is None:
        return standing(entry, today)
    said = standing_in(moved, today)
    is_in_time = end is not None and end.last >= today
    # What a report expected sooner has until the day that was decided.
    return standing(entry, today) if said == OVER and is_in_time else said


def moved_to(site: Site, entry: Entry) -> TimeSpan | None:
    """Return the days that the newest report gives instead of those that were decided, None when none gives any."""
    new = new_date_of(entry, reported_of(site.policy, entry.ref))
    return span_of_period(new) if new else None


def _when(entry: Entry) -> str:
    """Return when an item is, in the words of the data."""
    if isinstance(entry.item, Besluit):
        return when_of(entry.item)
    return said_when(entry) or str(jaar_of(entry.item) or NO_DATE)


def _kind_word(site: Site, entry: Entry) -> str:
    """Return the word for the kind of an item, with the term of a step and the number of a decision."""
    if isinstance(entry.item, Besluit):
        return called(entry.item)
    word, term = site.words.one(entry.item.soortnaam), termijn_of(entry.item)
    if not term:
        return word
    return f"{word}, {TERMS[term]}"


def _parties(site: Site, entry: Entry) -> Iterator[str]:
    for reference in site.policy.outgoing(entry):
        if reference.target is not None and isinstance(reference.target.item, Partij):
            yield reference.target.item.id
