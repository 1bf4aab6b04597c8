"""All steps, phases and dated items in time. What has no date is listed apart, and nothing is called done or running."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry
from polderkoers.policy.model.catalogues import Partij
from polderkoers.policy.model.dates import Datum, parse_datum
from polderkoers.policy.model.having import jaar_of, termijn_of, wanneer_of
from polderkoers.website.views.link import Link, said_when
from polderkoers.website.views.overviews import document_heading

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

_KINDS = ("stap", "fase", "besluitmoment", "activiteit", "punt", "bedrag", "indicator")
_NEEDS_NO_DATE = ("stap", "fase", "besluitmoment")
_TERMS = {"kort": "Korte termijn", "lang": "Lange termijn"}
NO_DATE = "Geen datum in de bron"


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


def years(site: Site, today: date) -> tuple[TimelineYear, ...]:
    """Return everything with a year, by the year in which it begins. `today` decides what is past."""
    grouped: dict[int, list[tuple[date, TimelineItem]]] = {}
    for entry in site.policy.of_kind(*_KINDS):
        span = _span(entry)
        if span:
            grouped.setdefault(span.first.year, []).append((span.first, _moment(site, entry, today)))
    return tuple(_in_year(year, found) for year, found in sorted(grouped.items()))


def _in_year(year: int, found: list[tuple[date, TimelineItem]]) -> TimelineYear:
    found.sort(key=lambda dated: dated[0])
    return TimelineYear(str(year), tuple(item for _, item in found))


def undated(site: Site, today: date) -> tuple[UndatedItems, ...]:
    """Return items in time without a year, per document."""
    grouped: dict[str, list[TimelineItem]] = {}
    for entry in site.policy.of_kind(*_KINDS):
        says_when = wanneer_of(entry.item) is not None
        if not _span(entry) and (says_when or entry.item.soortnaam in _NEEDS_NO_DATE):
            moment = _moment(site, entry, today)
            grouped.setdefault(moment.document, []).append(moment)
    return tuple(UndatedItems(document, tuple(moments)) for document, moments in grouped.items())


def filters(site: Site) -> tuple[Filter, ...]:
    """Return the fields by which a reader can filter the timeline."""
    return (
        Filter("document", "Document", _choices(site, "document")),
        Filter("partij", "Wie", _choices(site, "partij")),
        Filter("termijn", "Termijn", tuple(FilterChoice(term, words) for term, words in _TERMS.items())),
    )


def _choices(site: Site, kind: str) -> tuple[FilterChoice, ...]:
    return tuple(FilterChoice(entry.item.id, entry.item.label) for entry in site.policy.of_kind(kind))


def _span(entry: Entry) -> Datum | None:
    """Return the days of an item as far as the source gives them; a moment without an end is its own end."""
    when = wanneer_of(entry.item)
    if when and when.van and (start := parse_datum(when.van)):
        end = parse_datum(when.tot) if when.tot else None
        return Datum(start.first, (end or start).last)
    return parse_datum(str(jaar_of(entry.item) or ""))


def standing(entry: Entry, today: date) -> str:
    """Return what can honestly be said of an item: of what has passed, the sources do not say whether it was done."""
    span = _span(entry)
    when = wanneer_of(entry.item)
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
        standing=standing(entry, today),
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
