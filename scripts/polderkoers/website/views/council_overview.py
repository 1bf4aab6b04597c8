"""The page of all decisions of the council: what is open first, and of that what is past its last day; the rest by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.website.views.boxes import Box, OverviewSection
from polderkoers.website.views.council import (
    DECIDED,
    DONE,
    LATE,
    NOT_KNOWN,
    OPEN,
    TO_COME,
    UNDECIDED,
    WORDS,
    DecisionRow,
    council_of,
    decision_row,
    latest_first,
)
from polderkoers.website.views.timeline import Filter, FilterChoice

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.besluiten import Besluit
    from polderkoers.website.views.link import Link
    from polderkoers.website.views.site import Site

_HEADINGS = {
    LATE: (
        "Open, en de datum is voorbij",
        "De uiterste datum is voorbij. Wat ermee is gedaan, staat niet in de gegevens.",
    ),
    OPEN: ("Open", "Wat hiermee is gedaan, staat nog niet in de gegevens."),
    TO_COME: ("Nog te komen", "De dag van deze besluiten moet nog komen."),
    DONE: ("Afgedaan", "Hierbij staat hoe het is afgedaan."),
    DECIDED: (
        "Besloten, ingetrokken of aangehouden",
        "Van deze staat hier niet dat iemand nog iets moet doen. Wat is aangehouden, kan terugkomen.",
    ),
    UNDECIDED: (NOT_KNOWN, "Wat hiermee is gebeurd, staat niet in de gegevens. Of het is besloten dus ook niet."),
}
_WHO = {"van": "Van wie", "aan": "Aan wie", "stemde": "Wie stemde"}
_BY_YEAR = frozenset({DONE, DECIDED, UNDECIDED})
# What has no last day stands behind all that has one.
_NO_DEADLINE = "9999"


@dataclass(frozen=True)
class DecisionYear:
    """Decisions of one year, the newest first."""

    jaar: str
    rows: tuple[DecisionRow, ...]


@dataclass(frozen=True)
class DecisionGroup:
    """Decisions that stand alike: `rows` are seen at once, by their last day; what needs no more is folded by year."""

    id: str
    heading: str
    text: str
    rows: tuple[DecisionRow, ...]
    years: tuple[DecisionYear, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.rows) + sum(len(year.rows) for year in self.years)


def council_sections(site: Site) -> tuple[OverviewSection, ...]:
    """Return all decisions by how they stand, and what needs no more by year."""
    rows = {entry.ref: decision_row(site, entry) for entry in latest_first(council_of(site).decisions)}
    by_link = {shown.link: site.policy.entries[ref] for ref, shown in rows.items()}
    return tuple(_section(group, by_link) for group in _groups(tuple(rows.values())))


def _section(group: DecisionGroup, by_link: Mapping[Link, Entry]) -> OverviewSection:
    years = tuple(Box("", year.jaar, _entries(year.rows, by_link)) for year in group.years)
    boxes = years or (Box(group.id, group.heading, _entries(group.rows, by_link)),)
    return OverviewSection(group.id, group.id, group.heading, boxes)


def _entries(rows: Iterable[DecisionRow], by_link: Mapping[Link, Entry]) -> tuple[Entry, ...]:
    return tuple(by_link[shown.link] for shown in rows)


def council(site: Site, among: Iterable[Entry[Besluit]] | None = None) -> dict[str, Any]:
    """Return what the page of all decisions, or of some, shows: the groups by how they stand, the day of that, and the fields to filter by."""
    rows = site.each(decision_row, latest_first(council_of(site).decisions if among is None else among))
    return {
        "groups": tuple(_groups(rows)),
        "day": datum_in_words(site.day().isoformat()),
        "filters": tuple(_filters(site, rows)),
    }


def _groups(rows: tuple[DecisionRow, ...]) -> Iterator[DecisionGroup]:
    for code, (heading, text) in _HEADINGS.items():
        found = [shown for shown in rows if shown.state.code == code]
        if found and code in _BY_YEAR:
            yield DecisionGroup(code, heading, text, (), tuple(_years(found)))
        elif found and code == TO_COME:
            yield DecisionGroup(code, heading, text, tuple(reversed(found)), ())
        elif found:
            first_due = sorted(found, key=lambda shown: shown.uiterlijk or _NO_DEADLINE)
            yield DecisionGroup(code, heading, text, tuple(first_due), ())


def _years(rows: Iterable[DecisionRow]) -> Iterator[DecisionYear]:
    by_year: dict[str, list[DecisionRow]] = {}
    for shown in rows:
        by_year.setdefault(shown.jaar, []).append(shown)
    for year, found in by_year.items():
        yield DecisionYear(year or "Datum niet bekend", tuple(found))


def _filters(site: Site, rows: tuple[DecisionRow, ...]) -> Iterator[Filter]:
    """Yield the fields by which a reader can choose, as far as there is something to choose."""
    kinds = dict.fromkeys(shown.kind for shown in rows)
    stands = {shown.state.code for shown in rows}
    fields = (
        Filter("soort", "Wat", tuple(FilterChoice(kind, capital(kind)) for kind in kinds)),
        Filter("stand", "Stand", tuple(FilterChoice(code, WORDS[code]) for code in WORDS if code in stands)),
        *(_people(site, name, label, rows) for name, label in _WHO.items()),
        Filter("thema", site.words.one("thema"), _choices(site, ("thema",), map(attrgetter("themas"), rows))),
        Filter("plaats", site.words.one("plaats"), _choices(site, ("plaats",), map(attrgetter("plaatsen"), rows))),
    )
    for field in fields:
        if len(field.choices) > 1:
            yield field


def _people(site: Site, name: str, label: str, rows: tuple[DecisionRow, ...]) -> Filter:
    return Filter(name, label, _choices(site, ("partij", "organisatie"), (shown.who[name] for shown in rows)))


def _choices(site: Site, kinds: tuple[str, ...], used: Iterable[tuple[str, ...]]) -> tuple[FilterChoice, ...]:
    ids = set(chain.from_iterable(used))
    entries = (entry for entry in site.policy.of_kind(*kinds) if entry.item.id in ids)
    return tuple(FilterChoice(entry.item.id, entry.item.label) for entry in entries)
