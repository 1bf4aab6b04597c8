"""The messages about what came of the policy: one for each report, each decision with a date, and each that was dealt with on a known day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.model.dates import datum_in_words, parse_datum
from polderkoers.policy.progress import reports, since_the_last
from polderkoers.website.views.council import called, council_of
from polderkoers.website.views.news import news_of
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from datetime import date

    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.besluiten import Besluit
    from polderkoers.policy.model.verslag import Verslag
    from polderkoers.website.views.site import Site

PATH = "feeds/voortgang.xml"


@dataclass(frozen=True)
class ProgressMessage:
    """One message: `name` tells it from all others for ever, `day` is the last day that its date covers, `lines` are what it says."""

    name: str
    title: str
    address: str
    day: date
    lines: tuple[str, ...]


def progress_messages(site: Site) -> tuple[ProgressMessage, ...]:
    """Return all messages, the newest first. What has no date has no message: nobody knows when it came."""
    found = [message for message in _all(site) if message is not None]
    return tuple(sorted(found, key=attrgetter("day"), reverse=True))


def _all(site: Site) -> Iterator[ProgressMessage | None]:
    for report in reports(site.policy):
        yield _of_report(site, report)
    for decision in council_of(site).decisions:
        yield _of_decision(site, decision)
        yield _of_settlement(site, decision)


def _of_report(site: Site, report: Entry[Verslag]) -> ProgressMessage | None:
    item = report.item
    if (day := parse_datum(item.datum)) is None:
        return None
    news = news_of(site, since_the_last(site.policy, report))
    lines = (f"{one_line(each.about.text)}: {' '.join(each.sentences)}" for each in news)
    title = f"{item.vorm.capitalize()}: {one_line(item.titel)}"
    return ProgressMessage(f"verslagen/{item.id}", title, site.address(report), day.last, tuple(lines))


def _of_decision(site: Site, entry: Entry[Besluit]) -> ProgressMessage | None:
    item = entry.item
    if (day := parse_datum(item.datum or "")) is None:
        return None
    until = (f"Uiterlijk: {datum_in_words(item.uiterlijk)}.",) if item.uiterlijk else ()
    outcome = (f"Uitkomst: {item.uitkomst}.",) if item.uitkomst else ()
    title = f"{called(item)}: {one_line(item.naam)}"
    return ProgressMessage(f"besluiten/{item.id}", title, site.address(entry), day.last, (*outcome, *until))


def _of_settlement(site: Site, entry: Entry[Besluit]) -> ProgressMessage | None:
    item = entry.item
    day = parse_datum(item.done_on or "")
    if item.afgedaan is None or day is None:
        return None
    title = f"Afgedaan: {one_line(item.naam)}"
    lines = (one_line(item.afgedaan.tekst),)
    return ProgressMessage(f"besluiten/{item.id}/afgedaan", title, site.address(entry), day.last, lines)
