"""All figures, indicators and money: always a table, and a chart where the figures are of one measurement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, filterfalse
from operator import attrgetter

from polderkoers.policy.index import Entry, only
from polderkoers.policy.measured import series_of
from polderkoers.policy.model.base import Cijfer
from polderkoers.policy.model.blocks import Bedrag, Indicator, Voorbeeld
from polderkoers.policy.progress import reported_of
from polderkoers.website.charts import Bar, can_compare
from polderkoers.website.views.age import time_of
from polderkoers.website.views.boxes import Box, OverviewSection, entries_in
from polderkoers.website.views.cards import figure_row
from polderkoers.website.views.certainty import Certainty, certainties
from polderkoers.website.views.figure_rows import CijferRow
from polderkoers.website.views.lines import YearLine, line_of
from polderkoers.website.views.link import Link
from polderkoers.website.views.measured import MeasuredSeries, measured
from polderkoers.website.views.overviews import document_heading, newest_first
from polderkoers.website.views.site import Site
from polderkoers.website.views.spending import Spending, spending
from polderkoers.website.words import UNKNOWN, amount, figure, period


@dataclass(frozen=True)
class Chart:
    """Bars of one measurement in one unit; `highest` is the value of a full bar. The same figure over the years is a `line` as well.

    What was `measured` of an indicator is a line with all that belongs to it.
    """

    title: str
    eenheid: str
    bars: tuple[Bar, ...]
    highest: float
    about: Link
    line: YearLine | None = None
    measured: MeasuredSeries | None = None


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator with one of its measurements or targets (`what`), or with the reason why there is none."""

    id: str
    link: Link
    what: str
    waarde: str
    groep: str
    jaar: str
    bron: str
    noot: str
    doelen: tuple[Link, ...]


@dataclass(frozen=True)
class BedragRow:
    """An amount as a row of a table, with the anchor of that row."""

    id: str
    link: Link
    waarvoor: str
    bedrag: str
    wanneer: str
    kind: str
    zekerheid: str
    schaal: str
    doelen: tuple[Link, ...]
    noot: str
    spent: tuple[Spending, ...] = ()

    @property
    def is_unknown(self) -> bool:
        """Whether the source names no amount."""
        return self.bedrag == UNKNOWN


@dataclass(frozen=True)
class DocumentFigures:
    """Figures or money of one document. `in_text` are figures that only stand in its words: nothing says when or how they were measured.

    `time` is of which time the document is, for who chooses what to see.
    """

    id: str
    heading: str
    other_owner: str
    charts: tuple[Chart, ...]
    cijfers: tuple[CijferRow, ...] = ()
    in_text: tuple[CijferRow, ...] = ()
    indicatoren: tuple[IndicatorRow, ...] = ()
    unmeasured: tuple[IndicatorRow, ...] = ()
    geld: tuple[BedragRow, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    time: str = ""

    @property
    def total(self) -> int:
        """How much it holds of all of these."""
        return sum(map(len, (self.cijfers, self.in_text, self.indicatoren, self.unmeasured, self.geld)))


def amount_anchor(entry: Entry) -> str:
    """Return where an amount stands on the page of money: that page says what it is for in one row, without the plan around it."""
    return f"geld-{entry.file.id}-{entry.item.id}"


def figures(site: Site, boxes: Iterable[Box] | None = None) -> tuple[DocumentFigures, ...]:
    """Return the figures and indicators per document, the newest first: all, or those in some boxes."""
    return tuple(_per_document(site, _figures_of, _figure_entries(site) if boxes is None else entries_in(boxes)))


def money(site: Site, boxes: Iterable[Box] | None = None) -> tuple[DocumentFigures, ...]:
    """Return the amounts per document, the newest first: all, or those in some boxes. There are no totals: no source allows one."""
    return tuple(_per_document(site, _money_of, site.policy.of(Bedrag) if boxes is None else entries_in(boxes)))


def figure_sections(site: Site) -> tuple[OverviewSection, ...]:
    """Return the figures and indicators by document and file."""
    return tuple(_sections(site, _figure_entries(site)))


def money_sections(site: Site) -> tuple[OverviewSection, ...]:
    """Return the amounts by document and file."""
    return tuple(_sections(site, site.policy.of(Bedrag)))


def _figure_entries(site: Site) -> tuple[Entry, ...]:
    return (*site.policy.of(Cijfer), *site.policy.of(Indicator))


def _sections(site: Site, entries: Sequence[Entry]) -> Iterator[OverviewSection]:
    for document, found in _by_document(site, entries):
        files: dict[str, list[Entry]] = {}
        for entry in found:
            files.setdefault(entry.file.id, []).append(entry)
        boxes = tuple(_file_box(site, inside) for inside in files.values())
        yield OverviewSection(document.item.id, document.item.id, document_heading(document), boxes)


def _file_box(site: Site, entries: Sequence[Entry]) -> Box:
    file = site.policy.entries[entries[0].file.id]
    return Box("", file.item.label, tuple(entries), file)


def _by_document(site: Site, entries: Iterable[Entry]) -> Iterator[tuple[Entry, list[Entry]]]:
    """Yield each document that items come from, the newest first, with those items."""
    grouped: dict[str, list[Entry]] = {}
    for entry in entries:
        if document := site.document(entry.bron):
            grouped.setdefault(document.ref, []).append(entry)
    for document in newest_first(site):
        if document.ref in grouped:
            yield document, grouped[document.ref]


def _per_document(
    site: Site, view: Callable[[Site, Entry, Iterable[Entry]], DocumentFigures | None], entries: Iterable[Entry]
) -> Iterator[DocumentFigures]:
    for document, mine in _by_document(site, entries):
        found = view(site, document, mine)
        if found is not None:
            yield replace(found, time=time_of(site, site.policy.entries[mine[0].file.id]))


def _heading(site: Site, document: Entry) -> tuple[str, str, str]:
    return document.item.id, document_heading(document), site.foreign_owner(document)


def _figures_of(site: Site, document: Entry, among: Iterable[Entry]) -> DocumentFigures | None:
    mine = tuple(among)
    entries, indicators = only(Cijfer, mine), only(Indicator, mine)
    rows = list(chain.from_iterable(site.each(_indicator_rows, indicators)))
    if not entries and not rows:
        return None
    charts = (*_figure_charts(site, entries), *_indicator_charts(site, indicators))
    return DocumentFigures(
        *_heading(site, document),
        charts=charts,
        cijfers=site.each(figure_row, filter(_is_measure, entries)),
        in_text=site.each(figure_row, filterfalse(_is_measure, entries)),
        indicatoren=tuple(filter(attrgetter("waarde"), rows)),
        unmeasured=tuple(filterfalse(attrgetter("waarde"), rows)),
    )


def _is_measure(entry: Entry[Cijfer]) -> bool:
    """Return whether a figure is more than a number in a sentence or an example: a share, or a value of a year or of a measurement."""
    item = entry.item
    if any(isinstance(above.item, Voorbeeld) for above in entry.ancestors()):
        return False
    return item.waarde is not None and bool(item.eenheid in ("procent", "%") or item.meting or item.jaar)


def _figure_charts(site: Site, entries: Iterable[Entry[Cijfer]]) -> Iterator[Chart]:
    grouped: dict[tuple[str, str, str], list[Entry[Cijfer]]] = {}
    for entry in entries:
        if entry.item.meting and entry.item.waarde is not None:
            grouped.setdefault((entry.file.id, entry.item.meting, entry.item.eenheid or ""), []).append(entry)
    for (_, _, unit), found in grouped.items():
        items = (entry.item for entry in found)
        bars = [Bar(item.wat, float(item.waarde), figure(item)) for item in items if item.waarde is not None]
        yield from _chart(unit, bars, site.link(found[0].parent or found[0]))


def _indicator_charts(site: Site, entries: Iterable[Entry[Indicator]]) -> Iterator[Chart]:
    for entry in entries:
        unit, about = entry.item.eenheid or "", site.link(entry)
        for shown in measured(entry, reported_of(site.policy, entry.ref)):
            if shown.line:
                yield Chart(f"{about.text} {shown.about}".rstrip(), unit, (), 0, about, shown.line, shown)
        for bars in _beside(site, entry):
            yield from _chart(unit, bars, about)


def _beside(site: Site, entry: Entry[Indicator]) -> Iterable[list[Bar]]:
    """Return the values of groups that were measured once, in one year and in one way: those may stand beside each other."""
    found: dict[tuple[int | None, str], list[Bar]] = {}
    for series in series_of(entry, reported_of(site.policy, entry.ref)):
        if len(series.known) == 1 and series.groep:
            (value,) = series.known
            bars = found.setdefault((value.jaar, series.meting or value.document), [])
            bars.append(Bar(series.groep, float(value.waarde or 0), figure(value.meting, entry.item.eenheid)))
    return found.values()


def _chart(unit: str, bars: list[Bar], about: Link, title: str = "") -> Iterator[Chart]:
    """Yield a chart of what can be compared, under the words of its link when it has no other title; nothing of anything else."""
    values = [bar.value for bar in bars]
    if can_compare(values):
        full = 100.0 if unit in ("procent", "%") else max(values)
        yield Chart(title or about.text, unit, tuple(bars), full, about, line_of(bars))


def _indicator_rows(site: Site, entry: Entry[Indicator]) -> Iterator[IndicatorRow]:
    item, link, goals = entry.item, site.link(entry), site.catalogue_links("doelen", entry)
    found = measured(entry, reported_of(site.policy, entry.ref))
    if not any(map(_has_value, found)):
        yield IndicatorRow(item.id, link, "", "", "", "", "", item.noot or UNKNOWN, goals)
    for series in found:
        for row in series.rows:
            if row.waarde != UNKNOWN:
                note = row.noot or item.noot or ""
                yield IndicatorRow(item.id, link, row.what, row.waarde, series.about, row.jaar, row.bron, note, goals)


def _has_value(series: MeasuredSeries) -> bool:
    """Return whether anything was measured; a target alone is no measurement."""
    return any(row.mark != "streefwaarde" and row.waarde != UNKNOWN for row in series.rows)


def _money_of(site: Site, document: Entry, among: Iterable[Entry]) -> DocumentFigures | None:
    entries = only(Bedrag, among)
    charts, rows = tuple(_money_charts(site, entries)), site.each(_money_row, entries)
    return DocumentFigures(*_heading(site, document), charts=charts, geld=rows, certainties=certainties(entries))


def _money_row(site: Site, entry: Entry[Bedrag]) -> BedragRow:
    item = entry.item
    return BedragRow(
        id=amount_anchor(entry),
        link=site.link(entry),
        waarvoor=item.waarvoor,
        bedrag=amount(item),
        wanneer=str(item.jaar or period(item.wanneer)),
        kind=(item.soort or UNKNOWN).capitalize(),
        zekerheid=(item.zekerheid or UNKNOWN).capitalize(),
        schaal=item.schaal or "",
        doelen=site.catalogue_links("doelen", entry),
        noot=item.noot or "",
        spent=tuple(spending(site, entry)),
    )


def _money_charts(site: Site, entries: Iterable[Entry[Bedrag]]) -> Iterator[Chart]:
    """Yield a chart for every purpose that has an amount for more than one year: a row of the source's table."""
    grouped: dict[tuple[str, str], list[Entry[Bedrag]]] = {}
    for entry in entries:
        if entry.item.jaar and entry.item.bedrag is not None:
            grouped.setdefault((entry.file.id, entry.item.waarvoor), []).append(entry)
    for (_, purpose), found in grouped.items():
        items = (entry.item for entry in found)
        bars = [Bar(str(item.jaar), float(item.bedrag), amount(item)) for item in items if item.bedrag is not None]
        yield from _chart("euro", bars, site.link(found[0]), purpose)
