"""The page of a report: who made it, of what time, and what it says of each item, so that it prints as the report itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from polderkoers.policy.dutch_words import capital, decider
from polderkoers.policy.index import only
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.having import link_of
from polderkoers.policy.model.verslag import Verslag
from polderkoers.policy.progress import Reported, reported_in, since_the_last
from polderkoers.website.views.facts import FactLine, read_at
from polderkoers.website.views.link import Link, said_when
from polderkoers.website.views.news import news_of
from polderkoers.website.views.reported import ToldOf, told_of
from polderkoers.website.words import UNKNOWN

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class ReportedItem:
    """An item with what the report says of it: `about` is None for what is not there any more, which is named by `gone`."""

    about: Link | None
    gone: str
    kind: str
    wanneer: str
    told: ToldOf


@dataclass(frozen=True)
class ReportedFile:
    """What a report says of the items of one file."""

    id: str
    heading: str
    file: Link | None
    items: tuple[ReportedItem, ...]


def report_page(site: Site, entry: Entry) -> dict[str, Any]:
    """Return what the template of the page of a report needs."""
    (report,) = only(Verslag, (entry,))
    said = reported_in(site.policy, report)
    return {
        "form": capital(report.item.vorm),
        "facts": tuple(_facts(site, report)),
        "samenvatting": report.item.samenvatting or "",
        "counted": site.words.count(len(said), "melding"),
        "files": tuple(_files(site, said)),
        "news": tuple(news_of(site, since_the_last(site.policy, report))),
    }


def _facts(site: Site, entry: Entry[Verslag]) -> Iterator[FactLine]:
    item = entry.item
    yield FactLine("Datum", text=datum_in_words(item.datum))
    if item.periode:
        yield FactLine("Gaat over", text=item.periode.tekst)
    yield FactLine("Vastgesteld door", text=decider(item.vastgesteld_door) if item.vastgesteld_door else UNKNOWN)
    if item.over_versie:
        version = site.policy.get(f"versies/{item.over_versie}")
        found = site.link(version) if version else Link(item.over_versie, "")
        yield FactLine("Over het beleid van", (found,))
    document = site.document(entry.bron)
    if document is not None:
        words = ", ".join(filter(None, (document.item.label, entry.bron.plek)))
        yield FactLine("Bron", (site.link(document, words),))
    yield from read_at(link_of(item))


def _files(site: Site, said: Iterable[Reported]) -> Iterator[ReportedFile]:
    """Yield what is said by the file that it is about, in the order of the report."""
    by_file: dict[str, list[Reported]] = {}
    for each in said:
        target = site.policy.get(each.about)
        by_file.setdefault(target.file.id if target else "", []).append(each)
    for ref, mine in by_file.items():
        file = site.policy.get(ref)
        heading = file.item.label if file else "Wat er nu niet meer is"
        link = site.link(file) if file else None
        yield ReportedFile(ref or "weg", heading, link, tuple(_item(site, each) for each in mine))


def _item(site: Site, each: Reported) -> ReportedItem:
    target = site.policy.get(each.about)
    if target is None:
        return ReportedItem(None, each.about.rpartition("/")[2], "", "", told_of(site, each))
    kind = site.words.one(target.item.soortnaam)
    return ReportedItem(site.link(target), "", kind, said_when(target), told_of(site, each))
