"""All figures, indicators and money: always a table, and a chart where the figures are of one measurement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from polderkoers.policy.index import Entry
from polderkoers.policy.model.base import Cijfer
from polderkoers.policy.model.blocks import Bedrag, Indicator
from polderkoers.website.charts import Bar, can_compare
from polderkoers.website.views.cards import CijferRij, figure_row, place_of
from polderkoers.website.views.overviews import document_heading, newest_first
from polderkoers.website.views.site import Link, Site
from polderkoers.website.words import UNKNOWN, amount, figure, period


@dataclass(frozen=True)
class Chart:
    """Bars of one measurement in one unit; `hoogste` is the value of a full bar."""

    titel: str
    eenheid: str
    balken: tuple[Bar, ...]
    hoogste: float
    bij: Link


@dataclass(frozen=True)
class IndicatorRow:
    """An indicator with one of its measurements, or with the reason why there is none."""

    id: str
    link: Link
    eenheid: str
    waarde: str
    groep: str
    jaar: str
    bron: str
    noot: str
    doelen: tuple[Link, ...]


@dataclass(frozen=True)
class BedragRow:
    """An amount as a row of a table."""

    link: Link
    waarvoor: str
    bedrag: str
    wanneer: str
    soort: str
    zekerheid: str
    schaal: str
    doelen: tuple[Link, ...]
    noot: str


@dataclass(frozen=True)
class DocumentFigures:
    """Figures or money of one document."""

    id: str
    kop: str
    ander: str
    grafieken: tuple[Chart, ...]
    cijfers: tuple[CijferRij, ...] = ()
    indicatoren: tuple[IndicatorRow, ...] = ()
    zonder: tuple[IndicatorRow, ...] = ()
    geld: tuple[BedragRow, ...] = ()


def figures(site: Site) -> tuple[DocumentFigures, ...]:
    """Return the figures and indicators per document, the newest first."""
    return tuple(found for document in newest_first(site) if (found := _figures_of(site, document)))


def money(site: Site) -> tuple[DocumentFigures, ...]:
    """Return the amounts per document, the newest first. There are no totals: no source allows one."""
    return tuple(found for document in newest_first(site) if (found := _money_of(site, document)))


def _of(site: Site, document: Entry, kind: str) -> list[Entry]:
    return [entry for entry in site.policy.of_kind(kind) if site.document(entry.bron) is document]


def _heading(site: Site, document: Entry) -> tuple[str, str, str]:
    return document.item.id, document_heading(document), site.foreign_owner(document)


def _figures_of(site: Site, document: Entry) -> DocumentFigures | None:
    entries = _of(site, document, "cijfer")
    rows = [row for entry in _of(site, document, "indicator") for row in _indicator_rows(site, entry)]
    if not entries and not rows:
        return None
    charts = (*_figure_charts(site, entries), *_indicator_charts(site, _of(site, document, "indicator")))
    return DocumentFigures(
        *_heading(site, document),
        grafieken=charts,
        cijfers=tuple(figure_row(site, entry) for entry in entries),
        indicatoren=tuple(row for row in rows if row.waarde),
        zonder=tuple(row for row in rows if not row.waarde),
    )


def _figure_charts(site: Site, entries: list[Entry]) -> Iterator[Chart]:
    grouped: dict[tuple[str, str, str], list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.item, Cijfer) and entry.item.meting and entry.item.waarde is not None:
            grouped.setdefault((entry.file.id, entry.item.meting, entry.item.eenheid or ""), []).append(entry)
    for (_, _, unit), found in grouped.items():
        bars = tuple(
            Bar(e.item.wat, float(e.item.waarde), figure(e.item))
            for e in found
            if isinstance(e.item, Cijfer) and e.item.waarde is not None
        )
        if can_compare([bar.value for bar in bars]):
            parent = found[0].parent
            title = parent.item.label if parent else found[0].item.label
            yield Chart(title, unit, bars, _full(unit, bars), site.link(parent or found[0]))


def _indicator_charts(site: Site, entries: list[Entry]) -> Iterator[Chart]:
    for entry in entries:
        if isinstance(entry.item, Indicator):
            bars = tuple(
                Bar(meting.groep or str(meting.jaar or ""), float(meting.waarde), figure(meting, entry.item.eenheid))
                for meting in entry.item.metingen
                if meting.waarde is not None
            )
            if can_compare([bar.value for bar in bars]):
                unit = entry.item.eenheid or ""
                yield Chart(entry.item.naam, unit, bars, _full(unit, bars), site.link(entry))


def _full(unit: str, bars: tuple[Bar, ...]) -> float:
    return 100.0 if unit in ("procent", "%") else max(bar.value for bar in bars)


def _indicator_rows(site: Site, entry: Entry) -> Iterator[IndicatorRow]:
    item = entry.item
    if not isinstance(item, Indicator):
        return
    goals = site.catalogue_links("doelen", entry)
    known = [meting for meting in item.metingen if meting.waarde is not None or meting.weergave]
    if not known:
        yield IndicatorRow(item.id, site.link(entry), item.eenheid or "", "", "", "", "", item.noot or UNKNOWN, goals)
    for meting in known:
        note = meting.noot or item.noot or ""
        yield IndicatorRow(
            item.id, site.link(entry), item.eenheid or "", figure(meting, item.eenheid), meting.groep or "",
            str(meting.jaar or "niet bekend"), place_of(meting), note, goals,
        )  # fmt: skip


def _money_of(site: Site, document: Entry) -> DocumentFigures | None:
    entries = _of(site, document, "bedrag")
    if not entries:
        return None
    rows = tuple(_money_row(site, entry) for entry in entries)
    return DocumentFigures(*_heading(site, document), grafieken=tuple(_money_charts(site, entries)), geld=rows)


def _money_row(site: Site, entry: Entry) -> BedragRow:
    item = entry.item
    if not isinstance(item, Bedrag):
        raise TypeError(entry.ref)
    return BedragRow(
        link=site.link(entry),
        waarvoor=item.waarvoor,
        bedrag=amount(item),
        wanneer=str(item.jaar) if item.jaar else period(item.wanneer),
        soort=item.soort.capitalize() if item.soort else UNKNOWN,
        zekerheid=item.zekerheid.capitalize() if item.zekerheid else UNKNOWN,
        schaal=item.schaal or "",
        doelen=site.catalogue_links("doelen", entry),
        noot=item.noot or "",
    )


def _money_charts(site: Site, entries: list[Entry]) -> Iterator[Chart]:
    """Yield a chart for every purpose that has an amount for more than one year: a row of the source's table."""
    grouped: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.item, Bedrag) and entry.item.jaar and entry.item.bedrag is not None:
            grouped.setdefault((entry.file.id, entry.item.waarvoor), []).append(entry)
    for (_, purpose), found in grouped.items():
        bars = tuple(
            Bar(str(e.item.jaar), float(e.item.bedrag), amount(e.item))
            for e in found
            if isinstance(e.item, Bedrag) and e.item.bedrag is not None
        )
        if can_compare([bar.value for bar in bars]):
            yield Chart(purpose, "euro", bars, max(bar.value for bar in bars), site.link(found[0]))
