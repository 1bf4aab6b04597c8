"""The page about progress: all that is reported by how it stands, what is new, every report, and how much nobody reported of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from polderkoers.policy.areas import is_in
from polderkoers.policy.index import Entry
from polderkoers.policy.model.blocks import Activiteit, Doel, Stap
from polderkoers.policy.model.catalogues import Partij
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.progress import reported_items, reports, since_the_last
from polderkoers.website.pages import ViewPage
from polderkoers.website.views.age import is_of_today
from polderkoers.website.views.link import Link, said_when, sure_subjects_of
from polderkoers.website.views.marks import MARKS, UNREPORTED, StateMark, mark_of
from polderkoers.website.views.news import news_of
from polderkoers.website.views.reported import ItemProgress, progress_of
from polderkoers.website.views.tally import tally_of_today
from polderkoers.website.views.timeline import Filter, FilterChoice

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

COUNCIL = "voortgang/raad/"
"""The address of the same page in the order in which a council asks."""
# What a resident wants to know first is what was done.
_FOR_RESIDENTS = ("klaar", "loopt", "te-laat", "vertraagd", "niet-begonnen", "gestopt", "onbekend", "gemeld")
_FOR_COUNCIL = tuple(code for code in MARKS if code != UNREPORTED.code)
# Beyond this a list of what nobody reported of is counted by file, and no longer named.
_MOST_NAMED = 450


@dataclass(frozen=True)
class StandingItem:
    """An item with how it stands, and the values by which a reader can filter it."""

    link: Link
    kind: str
    within: Link
    wanneer: str
    progress: ItemProgress
    document: str
    partijen: tuple[str, ...]
    plaatsen: tuple[str, ...]
    themas: tuple[str, ...]


@dataclass(frozen=True)
class StandingGroup:
    """Items that stand the same."""

    mark: StateMark
    items: tuple[StandingItem, ...]


@dataclass(frozen=True)
class UnreportedFile:
    """What nobody reported of in one file: how much, and which, as far as that is named."""

    file: Link
    counted: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class ReportLine:
    """A report in a list: what it is called, its date, its form and how much it says."""

    link: Link
    when: str
    form: str
    counted: str


def progress_page(site: Site) -> dict[str, Any]:
    """Return what the page about progress shows a resident."""
    return _values(site, _FOR_RESIDENTS, for_council=False)


def council_pages(site: Site) -> Iterator[ViewPage]:
    """Yield the page about progress in the order of a council, when anything is reported at all."""
    if reports(site.policy):
        title = f"Voortgang voor {site.publisher.council}"
        yield ViewPage(
            COUNCIL,
            title,
            lambda: "Wat te laat is, wat vertraagd is en wat loopt, volgens de verslagen.",
            "voortgang.md",
            (("Voortgang", "voortgang/"),),
            "voortgang-raad.md.j2",
            lambda: _values(site, _FOR_COUNCIL, for_council=True),
        )


def _values(site: Site, order: Iterable[str], *, for_council: bool) -> dict[str, Any]:
    items = _reported(site)
    newest = reports(site.policy)[:1]
    return {
        "groups": tuple(_groups(items, order)),
        "filters": tuple(_filters(site, items)),
        "tally": tally_of_today(site),
        "reports": tuple(_reports(site)),
        "news": tuple(chain.from_iterable(news_of(site, since_the_last(site.policy, report)) for report in newest)),
        "newest": next((site.link(report) for report in newest), None),
        "unreported": tuple(_unreported(site)),
        "date": datum_in_words(site.day().isoformat()),
        "for_council": for_council,
        "council": COUNCIL,
    }


def _reports(site: Site) -> Iterator[ReportLine]:
    for report in reports(site.policy):
        counted = site.words.count(len(report.item.meldingen), "melding")
        yield ReportLine(site.link(report), datum_in_words(report.item.datum), report.item.vorm, counted)


# The pages of one site are made one after another.
@lru_cache(maxsize=1)
def _reported(site: Site) -> tuple[StandingItem, ...]:
    known = (site.policy.get(ref) for ref in reported_items(site.policy))
    return tuple(_item(site, entry) for entry in known if entry is not None)


def _item(site: Site, entry: Entry) -> StandingItem:
    document = site.document(entry.bron)
    return StandingItem(
        link=site.link(entry),
        kind=site.words.one(entry.item.soortnaam),
        within=site.link(site.policy.entries[entry.file.id]),
        wanneer=said_when(entry),
        progress=progress_of(site, entry),
        document=document.item.id if document else "",
        partijen=_ids(site, entry, Partij),
        plaatsen=_places(site, entry),
        themas=sure_subjects_of(site.policy, entry),
    )


def _ids(site: Site, entry: Entry, kind: type[Partij | Plaats]) -> tuple[str, ...]:
    """Return the ids of the parties or the places that an item names, or that something does which it stands in."""
    found = []
    for each in (entry, *entry.ancestors()):
        targets = (reference.target for reference in site.policy.outgoing(each))
        found += [target.item.id for target in targets if target is not None and isinstance(target.item, kind)]
    return tuple(dict.fromkeys(found))


def _places(site: Site, entry: Entry) -> tuple[str, ...]:
    """Return the places of an item, and every area that these lie in."""
    own = [site.policy.entries[f"plaatsen/{id_}"] for id_ in _ids(site, entry, Plaats)]
    return tuple(area.item.id for area in site.policy.of(Plaats) if _holds_any(site, area, own))


def _holds_any(site: Site, area: Entry, places: Iterable[Entry]) -> bool:
    return any(is_in(site.policy, place, area.item.id) for place in places)


def _groups(items: Iterable[StandingItem], order: Iterable[str]) -> Iterator[StandingGroup]:
    by_code: dict[str, list[StandingItem]] = {}
    for item in items:
        by_code.setdefault(item.progress.mark.code, []).append(item)
    for code in order:
        if code in by_code:
            yield StandingGroup(MARKS[code], tuple(by_code[code]))


def _filters(site: Site, items: tuple[StandingItem, ...]) -> Iterator[Filter]:
    """Yield the fields by which a reader can filter, with the values that these items have; of one value nobody chooses."""
    fields = (
        ("document", "Document", "document", {item.document for item in items}),
        ("partij", "Wie", "partij", set(chain.from_iterable(item.partijen for item in items))),
        ("plaats", "Waar", "plaats", set(chain.from_iterable(item.plaatsen for item in items))),
        ("thema", site.words.one("thema"), "thema", set(chain.from_iterable(item.themas for item in items))),
    )
    states = {item.progress.mark.code: item.progress.mark for item in items}
    if len(states) > 1:
        yield Filter("stand", "Stand", tuple(FilterChoice(code, mark.word) for code, mark in states.items()))
    for name, label, kind, used in fields:
        known = [entry for entry in site.policy.of_kind(kind) if entry.item.id in used]
        if len(known) > 1:
            yield Filter(name, label, tuple(FilterChoice(entry.item.id, entry.item.label) for entry in known))


def _unreported(site: Site) -> Iterator[UnreportedFile]:
    """Yield per file of today the goals, activities and steps of which nobody reported how they stand."""
    by_file = {file.ref: (file, _untold(site, file)) for file in site.policy.of(Beleid) if is_of_today(site, file)}
    total = sum(len(mine) for _, mine in by_file.values())
    for file, mine in by_file.values():
        if mine:
            links = tuple(map(site.link, mine)) if total <= _MOST_NAMED else ()
            yield UnreportedFile(site.link(file), str(len(mine)), links)


def _untold(site: Site, file: Entry) -> list[Entry]:
    inside = (entry for entry in site.policy.below(file) if isinstance(entry.item, Doel | Activiteit | Stap))
    return [entry for entry in inside if mark_of(site, entry) is UNREPORTED]
