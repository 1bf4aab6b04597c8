"""All steps, phases and dated items in time. What has no date is listed apart, and nothing is called done or running."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeGuard

from polderkoers.policy.in_force import WITHDRAWN
from polderkoers.policy.index import Entry, kept_with
from polderkoers.policy.model.catalogues import Partij
from polderkoers.policy.model.dates import Datum, parse_datum
from polderkoers.policy.model.having import jaar_of, termijn_of, wanneer_of
from polderkoers.website.views.boxes import Box, OverviewSection
from polderkoers.website.views.link import Link, said_when
from polderkoers.website.views.overviews import document_heading

if TYPE_CHECKING:
    from polderkoers.policy.model.base import Wanneer
    from polderkoers.website.views.site import Site

TIME_KINDS = ("stap", "fase", "besluitmoment", "activiteit", "punt", "bedrag", "indicator")
_NEEDS_NO_DATE = ("stap", "fase", "besluitmoment")
_TERMS = {"kort": "Korte termijn", "lang": "Lange termijn"}
NO_DATE = "Geen datum in de bron"
NO_YEAR = "Zonder jaar in de bron"


@dataclass(frozen=True)
class TimelineItem:
    """An item on the timeline: when in the words of the data, what can be said of it, and the values for filters."""

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


@dataclass(frozen=True)
class TimelineYear:
    """What begins in one year."""

    jaar: str
    moments: tuple[TimelineItem, ...]


@dataclass(frozen=True)
class UndatedItems:
    """Items of one document without a year."""

    heading: str
    moments: tuple[TimelineItem, ...]


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
    return tuple(TimelineYear(box.name, _moments(site, box, today)) for box in found if box.id)


def undated(site: Site, today: date, boxes: Iterable[Box] | None = None) -> tuple[UndatedItems, ...]:
    """Return items in time without a year, per document: all, or those in some boxes."""
    found = _boxes(site)[1] if boxes is None else boxes
    return tuple(UndatedItems(box.name, _moments(site, box, today)) for box in found if not box.id)


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
    span = _span(entry)
    if span:
        return span.first, True
    return None, entry.item.soortnaam in _NEEDS_NO_DATE or wanneer_of(entry.item) is not None


def _in_year(year: int, found: list[tuple[date, Entry]]) -> Box:
    found.sort(key=lambda dated: dated[0])
    return Box(f"jaar-{year}", str(year), tuple(entry for _, entry in found))


def _moments(site: Site, box: Box, today: date) -> tuple[TimelineItem, ...]:
    return tuple(_moment(site, entry, today) for entry in box.entries)


def filters(site: Site, shown: Iterable[TimelineItem] | None = None) -> tuple[Filter, ...]:
    """Return the fields by which a reader can filter the timeline: with all values, or with those of some items of it."""
    found = _all_filters(site)
    if shown is None:
        return found
    items = tuple(shown)
    used = {
        "document": {item.document_id for item in items},
        "partij": set(chain.from_iterable(item.partijen for item in items)),
        "termijn": {item.termijn for item in items},
    }
    return tuple(each for field in found if (each := _limited(field, used[field.name])).choices)


def _limited(field: Filter, used: Container[str]) -> Filter:
    return replace(field, choices=tuple(choice for choice in field.choices if choice.value in used))


def _all_filters(site: Site) -> tuple[Filter, ...]:
    return (
        Filter("document", "Document", _choices(site, "document")),
        Filter("partij", "Wie", _choices(site, "partij")),
        Filter("termijn", "Termijn", tuple(FilterChoice(term, words) for term, words in _TERMS.items())),
    )


def _choices(site: Site, kind: str) -> tuple[FilterChoice, ...]:
    return tuple(FilterChoice(entry.item.id, entry.item.label) for entry in site.policy.of_kind(kind))


def _span(entry: Entry) -> Datum | None:
    """Return the days of an item as far as the source gives them; a moment without an end is its own end, and a deadline its own begin."""
    when = wanneer_of(entry.item)
    if _is_deadline(when) and (end := parse_datum(when.tot or "")):
        return end
    if when and when.van and (start := parse_datum(when.van)):
        end = parse_datum(when.tot) if when.tot else None
        return Datum(start.first, (end or start).last)
    return parse_datum(str(jaar_of(entry.item) or ""))


def _is_deadline(when: Wanneer | None) -> TypeGuard[Wanneer]:
    """Return whether of a period only the end is known: `uiterlijk in 2026`."""
    return when is not None and when.van is None and when.tot is not None


def standing(entry: Entry, today: date) -> str:
    """Return what can honestly be said of an item: of what has passed, the sources do not say whether it was done."""
    span = _span(entry)
    when = wanneer_of(entry.item)
    if span and _is_deadline(when):
        # Whether somebody began with it, no source says.
        return "De tijd is voorbij" if span.last < today else "De tijd is nog niet voorbij"
    open_end = when is not None and not when.tot and _goes_on(when.tekst)
    if span is None:
        return "Zonder jaar"
    if span.first > today:
        return "Nog te komen"
    if open_end:
        return "Begonnen, einde niet bekend"
    if span.last < today:
        return "De tijd is voorbij"
    return "Loopt volgens de bron"


def _goes_on(words: str) -> bool:
    return any(sign in words.casefold() for sign in ("vanaf", "sinds", "en verder", "continu", "doorlopend"))


def _moment(site: Site, entry: Entry, today: date) -> TimelineItem:
    document = site.document(entry.bron)
    title, id_ = (document_heading(document), document.item.id) if document else ("", "")
    return TimelineItem(
        wanneer=said_when(entry) or str(jaar_of(entry.item) or NO_DATE),
        standing="Geldt niet meer" if site.mark(entry) == WITHDRAWN else standing(entry, today),
        kind=_kind_word(site, entry),
        link=site.link(entry),
        within=site.link(site.policy.entries[entry.file.id]),
        document=title,
        document_id=id_,
        partijen=tuple(dict.fromkeys(_parties(site, entry))),
        termijn=termijn_of(entry.item),
        other_owner=site.other_owner(entry),
    )


def _kind_word(site: Site, entry: Entry) -> str:
    """Return the word for the kind of an item, with the term of a step."""
    word, term = site.words.one(entry.item.soortnaam), termijn_of(entry.item)
    if not term:
        return word
    return f"{word}, {_TERMS[term].lower()}"


def _parties(site: Site, entry: Entry) -> Iterator[str]:
    for reference in site.policy.outgoing(entry):
        if reference.target is not None and isinstance(reference.target.item, Partij):
            yield reference.target.item.id
