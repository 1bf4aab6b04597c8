"""What reports say of an item, as a reader sees it: the state with its sign, since when, by which report, what was measured and spent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import capital, count, listing, spaced
from polderkoers.policy.index import only
from polderkoers.policy.measured import series_of
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.having import link_of, place_of, wanneer_of
from polderkoers.policy.model.verslag import DONE
from polderkoers.policy.periods import end_of
from polderkoers.policy.progress import (
    Delay,
    Reported,
    delay,
    former_date_of,
    last_state,
    new_date_of,
    reported_of,
    reported_of_goal,
    told_since,
    was_on_time,
)
from polderkoers.website.views.facts import FactLine
from polderkoers.website.views.figure_rows import CijferRow
from polderkoers.website.views.link import Link
from polderkoers.website.views.marks import OF_STATE, OVERDUE, PASSED, StateMark, mark_of, since
from polderkoers.website.views.spending import beside_decided, spending
from polderkoers.website.words import figure, in_euros

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.base import Bron
    from polderkoers.policy.model.verslag import Bewijs, GemeldeMeting, Melding, NieuweDatum
    from polderkoers.website.views.site import Site

_MONTHS = 12


@dataclass(frozen=True)
class Evidence:
    """By what a reader sees that something is so: words, where it is to be found, and a picture with what is on it."""

    naam: str
    link: Link | None
    adres: str
    beeld: str
    alt: str


@dataclass(frozen=True)
class ToldOf:
    """What one report says of one item. `id` is its place on the page of the report; `when` the date of that."""

    id: str
    report: Link
    when: str
    mark: StateMark | None
    sinds: str
    text: str
    metingen: tuple[CijferRow, ...]
    facts: tuple[FactLine, ...]
    bewijs: tuple[Evidence, ...]
    bron: str


@dataclass(frozen=True)
class ItemProgress:
    """How an item stands: its mark, since when and by which report, what follows from the reports, and what each of them says, the newest first.

    `said` is the word of that report where the mark says more, which nobody but the calendar does: that the time is over. `still` is whether
    an earlier report said since when, which `sinds` names then.
    """

    mark: StateMark
    sinds: str
    report: Link | None
    when: str
    facts: tuple[FactLine, ...]
    told: tuple[ToldOf, ...]
    said: str = ""
    still: bool = False


def progress_of(site: Site, entry: Entry) -> ItemProgress:
    """Return how an item stands, and all that reports say of it."""
    said = reported_of(site.policy, entry.ref)
    mark, facts = mark_of(site, entry), tuple(_derived(site, entry, said))
    told = tuple(told_of(site, each) for each in said)
    state = last_state(said)
    if state is None:
        return ItemProgress(mark, "", None, "", facts, told)
    when = datum_in_words(state.report.item.datum)
    word = "" if mark is OF_STATE.get(state.melding.stand or "") else str(state.melding.stand)
    first = told_since(said)
    still = first is not None and first.report is not state.report
    sinds = since(first.melding) if first else ""
    if first and still:
        sinds += f" volgens {first.report.item.label}"
    return ItemProgress(mark, sinds, _told_at(site, state), when, facts, told, word, still)


def _told_at(site: Site, reported: Reported) -> Link:
    """Return a report with the place where it tells of an item."""
    link = site.link(reported.report)
    return replace(link, address=f"{link.address}#{reported.melding.id}")


def _derived(site: Site, entry: Entry, said: tuple[Reported, ...]) -> Iterator[FactLine]:
    """Yield what follows from the reports and what was decided, as far as that is sure."""
    when, new = wanneer_of(entry.item), new_date_of(entry, said)
    last, later = new if new and end_of(new) else when, _later(delay(site.policy, entry))
    mark = mark_of(site, entry)
    if when is not None and mark is PASSED:
        yield FactLine("Datum voorbij", text=f"Besloten was: {when.tekst}. Geen verslag zegt hoe het ermee staat.")
    if last is not None and mark is OVERDUE:
        yield FactLine("Te laat", text=f"De tijd is voorbij ({last.tekst}). {_not_done(said)}")
    if when is not None and new is not None:
        yield FactLine("Besloten", text=when.tekst)
        yield FactLine("Nu gemeld", text=f"{new.tekst}{later and f': {later} dan besloten'}")
    if when is not None and (former := former_date_of(entry, said)):
        yield FactLine("Besloten", text=when.tekst)
        yield FactLine("Gemeld voordat dat is vastgesteld", text=former.tekst)
    on_time = was_on_time(site.policy, entry)
    if when is not None and on_time is not None:
        how = "voor het einde van de tijd die was besloten" if on_time else f"{later or 'later'} dan besloten"
        yield FactLine("Op tijd klaar" if on_time else "Later klaar", text=f"{capital(how)} ({when.tekst})")
    if not said and (named := reported_of_goal(site.policy, entry)):
        yield FactLine("Wel gemeld van", tuple(map(site.link, named)))
    yield from _measured_last(entry, said)
    for spent in spending(site, entry):
        yield FactLine(spent.label, text=spent.text)


def _not_done(said: tuple[Reported, ...]) -> str:
    """Return why something of which the time is over is not called done."""
    if any(each.melding.stand == DONE for each in said):
        return "Een eerder verslag noemde het klaar, het laatste niet."
    return "Geen verslag zegt dat het klaar is."


def _measured_last(entry: Entry, said: tuple[Reported, ...]) -> Iterator[FactLine]:
    """Yield what was measured last of each group and in each way, whether the policy or a report gives it."""
    for indicator in only(Indicator, (entry,)):
        found = series_of(indicator, said)
        ways = Counter(series.groep for series in found)
        known = ((series, series.latest) for series in found)
        for series, latest in known:
            if latest is not None:
                value = figure(latest.meting, indicator.item.eenheid)
                words = series.groep or indicator.item.naam
                if ways[series.groep] > 1:
                    words = f"{words} (meting: {spaced(series.meting) or 'niet genoemd'})"
                yield FactLine("Laatst gemeten", text=f"{words}: {value} ({latest.jaar})")


def _later(found: Delay | None) -> str:
    """Return how much later something is done than was decided, nothing when it is not."""
    if found is None:
        return ""
    if found.months is None:
        return "later"
    years, months = divmod(found.months, _MONTHS)
    parts = listing([words for number, words in ((years, f"{years} jaar"), (months, _so_many(months))) if number])
    return f"{parts} later"


def _so_many(months: int) -> str:
    return count(months, "maand", "maanden")


def told_of(site: Site, reported: Reported) -> ToldOf:
    """Return what one report says of an item."""
    melding = reported.melding
    return ToldOf(
        id=melding.id,
        report=site.link(reported.report),
        when=datum_in_words(reported.report.item.datum),
        mark=OF_STATE.get(melding.stand or ""),
        sinds=since(melding),
        text=melding.toelichting or "",
        metingen=tuple(_measurements(site, melding)),
        facts=tuple(_facts(site, reported)),
        bewijs=tuple(_evidence(site, each) for each in melding.bewijs),
        bron=place_of(melding),
    )


def _measurements(site: Site, melding: Melding) -> Iterator[CijferRow]:
    for indicator in only(Indicator, filter(None, (site.policy.get(melding.over),))):
        for each in melding.metingen:
            yield _measured(each, indicator.item.naam, each.eenheid or indicator.item.eenheid)


def _facts(site: Site, reported: Reported) -> Iterator[FactLine]:
    melding = reported.melding
    if melding.besteed:
        when = f" in {melding.besteed.jaar}" if melding.besteed.jaar else ", alles samen"
        beside = beside_decided(site, reported, melding.besteed)
        yield FactLine("Uitgegeven", text=f"{capital(in_euros(melding.besteed))}{when} {beside}".rstrip())
        if melding.besteed.noot:
            yield FactLine("Bij het geld", text=melding.besteed.noot)
    if melding.nieuwe_datum:
        yield FactLine("Nieuwe datum", text=melding.nieuwe_datum.tekst)
        yield FactLine("Waarom", text=_why(melding.nieuwe_datum))


def _why(new: NieuweDatum) -> str:
    return new.waarom or "Het verslag geeft geen reden"


def _evidence(site: Site, bewijs: Bewijs) -> Evidence:
    link = _found_in(site, bewijs.bron) if bewijs.bron else None
    beeld = bewijs.beeld
    if beeld is None:
        return Evidence(bewijs.naam, link, link_of(bewijs), "", "")
    return Evidence(bewijs.naam, link, link_of(bewijs), beeld.bestand, beeld.alt)


def _found_in(site: Site, bron: Bron) -> Link | None:
    """Return the document that a source names, with the place in it."""
    document = site.document(bron)
    if document is None:
        return None
    return site.link(document, ", ".join(filter(None, (document.item.label, bron.plek))))


def _measured(each: GemeldeMeting, name: str, unit: str | None) -> CijferRow:
    """Return a reported measurement as a row, given the name and the unit of its indicator."""
    year, way = str(each.jaar or "niet bekend"), f" (meting: {spaced(each.meting)})" if each.meting else ""
    words = f"{each.groep or name}{way}"
    return CijferRow(
        "", figure(each, unit), words, year, each.noot or "", None, each.meting or "", None, place_of(each)
    )
