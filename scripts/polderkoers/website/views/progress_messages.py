"""The messages about what came of the policy: one for each report, each decision with a date, each that was dealt with on a known day, and each last day that passed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.model.dates import datum_in_words, parse_datum
from polderkoers.policy.progress import reports, since_the_last
from polderkoers.website.views.council import LATE, TO_COME, called, code_of, council_of, when_of
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
    """One message: `name` tells it from all others for ever, `day` is the last day that its date covers, `lines` are what it says.

    `about` are the references of all that somebody may follow and that it is about. Of a report there are some for each of its lines.
    """

    name: str
    title: str
    address: str
    day: date
    lines: tuple[str, ...]
    about: frozenset[str] = frozenset()
    of_lines: tuple[frozenset[str], ...] = ()

    def only(self, refs: frozenset[str]) -> ProgressMessage | None:
        """Return what it says of something with one of these references, under a name of its own when that is a part; None when it says nothing of that."""
        if self.about & refs:
            return self
        if not self.of_lines:
            return None
        lines = tuple(line for line, about in zip(self.lines, self.of_lines, strict=True) if about & refs)
        name = "/".join((self.name, *sorted(refs)))
        if not lines:
            return None
        return replace(self, name=name, lines=lines)


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
        yield _of_last_day(site, decision)


def _of_report(site: Site, report: Entry[Verslag]) -> ProgressMessage | None:
    item = report.item
    if (day := parse_datum(item.datum)) is None:
        return None
    told = since_the_last(site.policy, report)
    title = f"{item.vorm.capitalize()}: {one_line(item.titel)}"
    around: dict[str, frozenset[str]] = {}
    for each in told:
        if (entry := site.policy.get(each.now.about)) is not None:
            around[site.link(entry).address] = _around(site, entry)
    lines, of_lines = [], []
    for news in news_of(site, told):
        lines.append(f"{one_line(news.about.text)}: {' '.join(news.sentences)}")
        of_lines.append(around[news.about.address])
    return ProgressMessage(
        f"verslagen/{item.id}", title, site.address(report), day.last, tuple(lines), of_lines=tuple(of_lines)
    )


def _around(site: Site, entry: Entry) -> frozenset[str]:
    """Return the references of an item, of what it stands in, and of what these name themselves."""
    found = {entry.ref, *map(attrgetter("ref"), entry.ancestors())}
    for reference in site.policy.outgoing(entry):
        if reference.target is not None:
            found.add(reference.target.ref)
    return frozenset(found)


def _of_decision(site: Site, entry: Entry[Besluit]) -> ProgressMessage | None:
    """Return the message that something was decided, asked or promised, None when its day is not known or still to come."""
    item = entry.item
    day = parse_datum(item.datum or "")
    if day is None or code_of(item, site.day()) == TO_COME:
        return None
    until = (f"Uiterlijk: {datum_in_words(item.uiterlijk)}.",) if item.uiterlijk else ()
    outcome = (f"Uitkomst: {item.uitkomst}.",) if item.uitkomst else ()
    title = f"{called(item)}: {one_line(item.naam)}"
    return ProgressMessage(
        f"besluiten/{item.id}", title, site.address(entry), day.last, (*outcome, *until), council_of(site).refs(entry)
    )


def _of_settlement(site: Site, entry: Entry[Besluit]) -> ProgressMessage | None:
    item = entry.item
    day = parse_datum(item.done_on or "")
    if item.afgedaan is None or day is None or not item.is_settled:
        return None
    title = f"Afgedaan: {one_line(item.naam)}"
    lines = (one_line(item.afgedaan.tekst),)
    about = council_of(site).refs(entry)
    return ProgressMessage(f"besluiten/{item.id}/afgedaan", title, site.address(entry), day.last, lines, about)


def _of_last_day(site: Site, entry: Entry[Besluit]) -> ProgressMessage | None:
    """Return the message of the day after the last one, when there is no answer yet."""
    item = entry.item
    day = parse_datum(item.uiterlijk or "")
    if day is None or code_of(item, site.day()) != LATE:
        return None
    title = f"De datum is voorbij: {called(item)}, {one_line(item.naam)}"
    lines = (f"Dit moest {when_of(item)} klaar zijn. Er is nog geen antwoord bekend.",)
    after = day.last + timedelta(days=1)
    about = council_of(site).refs(entry)
    return ProgressMessage(f"besluiten/{item.id}/datum-voorbij", title, site.address(entry), after, lines, about)
