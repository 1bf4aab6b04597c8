"""The page about progress: all that is reported by how it stands, what is new, every report, and how much nobody reported of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any

from polderkoers.policy.areas import is_in
from polderkoers.policy.index import Entry
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.catalogues import Organisatie, Partij
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.files import Beleid, Plan
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.progress import newest_of, reported_items, reports, since_the_last
from polderkoers.website.pages import ViewPage
from polderkoers.website.views.by_state import (
    StandingGroup,
    StandingItem,
    UnreportedFile,
    groups_of,
    passed,
    unreported,
    untold,
)
from polderkoers.website.views.council import DecisionRow, late_decisions
from polderkoers.website.views.doers import done_by
from polderkoers.website.views.link import Link, said_when, sure_subjects_of
from polderkoers.website.views.marks import MARKS, PASSED, UNREPORTED
from polderkoers.website.views.news import NewsLine, news_of
from polderkoers.website.views.reported import progress_of
from polderkoers.website.views.tally import Tally, tally, tally_of_today
from polderkoers.website.views.timeline import Filter, FilterChoice

if TYPE_CHECKING:
    from polderkoers.policy.model.verslag import Verslag
    from polderkoers.policy.progress import Reporting
    from polderkoers.website.views.site import Site

_ANSWERING = frozenset({"verantwoordelijk", "trekker"})
COUNCIL = "voortgang/raad/"
"""The address of the same page in the order in which a council asks."""
# What a resident wants to know first is what was done.
_FOR_RESIDENTS: tuple[str, ...] = (
    "klaar",
    "loopt",
    "te-laat",
    PASSED.code,
    "vertraagd",
    "niet-begonnen",
    "gestopt",
    "onbekend",
    "gemeld",
)
_FOR_COUNCIL: tuple[str, ...] = tuple(code for code in MARKS if code != UNREPORTED.code)


@dataclass(frozen=True)
class ReportLine:
    """A report in a list: what it is called, its date, its form and how much it says."""

    link: Link
    when: str
    form: str
    counted: str


@dataclass(frozen=True)
class ProgressShown:
    """What a page about progress shows: of everything, or of one file, which it is `about`.

    `other` leads to the same in another order, `plans` to the same of each file, `late` are decisions of which the last day is over. `values` has by
    address what is named outside of the groups too, with what a reader can choose by.
    """

    groups: tuple[StandingGroup, ...]
    filters: tuple[Filter, ...]
    tally: Tally | None
    reports: tuple[ReportLine, ...]
    news: tuple[NewsLine, ...]
    newest: tuple[Link, ...]
    unreported: tuple[UnreportedFile, ...]
    date: str
    for_council: bool
    other: Link | None
    plans: tuple[Link, ...] = ()
    late: tuple[DecisionRow, ...] = ()
    about: Link | None = None
    values: Mapping[str, StandingItem] = field(default_factory=dict)


def progress_page(site: Site) -> dict[str, Any]:
    """Return what the page about progress shows a resident."""
    return {"shown": _everything(site, for_council=False)}


def council_pages(site: Site) -> Iterator[ViewPage]:
    """Yield the page about progress in the order of a council, and one per file of policy of which anything is reported."""
    if reports(site.policy):
        title = f"Voortgang voor {site.publisher.council}"
        described = "Wat te laat is, wat vertraagd is en wat loopt, volgens de verslagen."
        yield _page(COUNCIL, title, described, lambda: _everything(site, for_council=True))
        for file in _reported_files(site):
            described = f"Hoe het staat met {file.item.label}, volgens de verslagen."
            yield _page(
                plan_path(file),
                f"Voortgang: {file.item.label}",
                described,
                partial(_of_file, site, file),
                is_double=True,
            )


def plan_path(file: Entry) -> str:
    """Return the address of the page about the progress of one file."""
    return f"voortgang/{file.item.id}/"


def _page(
    path: str, title: str, described: str, shown: Callable[[], ProgressShown], *, is_double: bool = False
) -> ViewPage:
    return ViewPage(
        path,
        title,
        lambda: described,
        "voortgang.md",
        (("Voortgang", "voortgang/"),),
        "voortgang-raad.md.j2",
        lambda: {"shown": shown()},
        is_double=is_double,
    )


def _reported_files(site: Site) -> tuple[Entry, ...]:
    """Return the files of policy that a report says something of, but for one that would be called as the page for the council."""
    ids = {item.file for item in _reported(site)}
    every = (file for file in site.policy.of(Beleid) if plan_path(file) != COUNCIL)
    return tuple(file for file in every if not ids.isdisjoint(_parts_of(file)))


def _parts_of(file: Entry) -> tuple[str, ...]:
    """Return the ids of the files that a file of policy consists of: itself, and what a plan names as its parts."""
    return (file.item.id, *(file.item.onderdelen if isinstance(file.item, Plan) else ()))


def _everything(site: Site, *, for_council: bool) -> ProgressShown:
    items = (*_reported(site), *_passed(site))
    order, other = _FOR_COUNCIL, Link("Eerst wat klaar is", "voortgang/")
    if not for_council:
        order, other = _FOR_RESIDENTS, Link(f"Eerst wat te laat is, voor {site.publisher.council}", COUNCIL)
    newest = newest_of(reports(site.policy))
    named = (*items, *_untold(site))
    return ProgressShown(
        groups=tuple(groups_of(items, order)),
        filters=tuple(_filters(site, named)),
        tally=tally_of_today(site),
        reports=tuple(_reports(site, reports(site.policy))),
        news=tuple(chain.from_iterable(news_of(site, since_the_last(site.policy, report)) for report in newest)),
        newest=tuple(map(site.link, newest)),
        unreported=tuple(unreported(site)),
        date=datum_in_words(site.day().isoformat()),
        for_council=for_council,
        other=other,
        plans=tuple(Link(file.item.label, plan_path(file)) for file in _reported_files(site)),
        late=late_decisions(site),
        values={item.link.address: item for item in named},
    )


def _of_file(site: Site, file: Entry) -> ProgressShown:
    """Return what is reported of one file and its parts, with the newest report that names anything of these."""
    parts = _parts_of(file)
    mine = tuple(item for item in (*_reported(site), *_passed(site)) if item.file in parts)
    named = (*mine, *(item for item in _untold(site) if item.file in parts))
    inside = chain.from_iterable(map(site.policy.below, filter(None, map(site.policy.get, parts))))
    told = [_told_of(site, report, file) for report in newest_of(_about(site, file))]
    return ProgressShown(
        groups=tuple(groups_of(mine, _FOR_COUNCIL)),
        filters=tuple(_filters(site, named)),
        tally=tally(site, tuple(inside)),
        reports=tuple(_reports(site, _about(site, file))),
        news=tuple(chain.from_iterable(news_of(site, said) for said in told)),
        newest=tuple(site.link(said[0].now.report) for said in told),
        unreported=tuple(each for each in unreported(site) if each.id in parts),
        date=datum_in_words(site.day().isoformat()),
        for_council=True,
        other=Link("De voortgang van alles", "voortgang/"),
        about=site.link(file),
        values={item.link.address: item for item in named},
    )


def _told_of(site: Site, report: Entry[Verslag], file: Entry) -> tuple[Reporting, ...]:
    said = since_the_last(site.policy, report)
    return tuple(each for each in said if each.now.about.partition("/")[0] in _parts_of(file))


def _about(site: Site, file: Entry) -> tuple[Entry[Verslag], ...]:
    """Return the reports that say something of a file, the newest first."""
    return tuple(report for report in reports(site.policy) if _told_of(site, report, file))


def _reports(site: Site, found: Iterable[Entry[Verslag]]) -> Iterator[ReportLine]:
    for report in found:
        counted = site.words.count(len(report.item.meldingen), "melding")
        yield ReportLine(site.link(report), datum_in_words(report.item.datum), report.item.vorm, counted)


# The pages of one site are made one after another.
@lru_cache(maxsize=1)
def _reported(site: Site) -> tuple[StandingItem, ...]:
    """Return all that a report names, in the order in which the newest reports do."""
    known = (site.policy.get(ref) for ref in reported_items(site.policy))
    return tuple(_item(site, entry) for entry in known if entry is not None)


@lru_cache(maxsize=1)
def _untold(site: Site) -> tuple[StandingItem, ...]:
    """Return what is named as reported nowhere; only where there is a report that could have named it."""
    if not reports(site.policy):
        return ()
    return tuple(_item(site, entry) for entry in untold(site))


@lru_cache(maxsize=1)
def _passed(site: Site) -> tuple[StandingItem, ...]:
    """Return what no report names while its last date is over; only where there is a report that could have named it."""
    if not reports(site.policy):
        return ()
    return tuple(_item(site, entry) for entry in passed(site))


def _item(site: Site, entry: Entry) -> StandingItem:
    document = site.document(entry.bron)
    return StandingItem(
        link=site.link(entry),
        kind=site.words.one(entry.item.soortnaam),
        within=site.link(site.policy.entries[entry.file.id]),
        wanneer=said_when(entry),
        progress=progress_of(site, entry),
        file=entry.file.id,
        document=document.item.id if document else "",
        partijen=(*_ids(site, entry, Partij), *_organisations(site, entry)),
        plaatsen=_places(site, entry),
        themas=sure_subjects_of(site.policy, entry),
        who=_who(site, entry),
    )


def _who(site: Site, entry: Entry) -> tuple[Link, ...]:
    """Return who answers for an item; of a goal that are those of all its activities, which a list does not repeat."""
    return () if isinstance(entry.item, Doel) else done_by(site, entry)


def _ids(site: Site, entry: Entry, kind: type[Partij | Plaats]) -> tuple[str, ...]:
    """Return the ids of the parties or the places that an item names, or that something does which it stands in."""
    found = []
    for each in (entry, *entry.ancestors()):
        targets = (reference.target for reference in site.policy.outgoing(each))
        found += [target.item.id for target in targets if target is not None and isinstance(target.item, kind)]
    return tuple(dict.fromkeys(found))


def _organisations(site: Site, entry: Entry) -> tuple[str, ...]:
    """Return the ids of the organisations that answer for an item, or for something that it stands in."""
    found = []
    for each in (entry, *entry.ancestors()):
        named = (reference for reference in site.policy.outgoing(each) if reference.field in _ANSWERING)
        found += [ref.target.item.id for ref in named if ref.target and isinstance(ref.target.item, Organisatie)]
    return tuple(dict.fromkeys(found))


def _places(site: Site, entry: Entry) -> tuple[str, ...]:
    """Return the places of an item, and every area that these lie in."""
    own = [site.policy.entries[f"plaatsen/{id_}"] for id_ in _ids(site, entry, Plaats)]
    return tuple(area.item.id for area in site.policy.of(Plaats) if _holds_any(site, area, own))


def _holds_any(site: Site, area: Entry, places: Iterable[Entry]) -> bool:
    return any(is_in(site.policy, place, area.item.id) for place in places)


def _filters(site: Site, items: tuple[StandingItem, ...]) -> Iterator[Filter]:
    """Yield the fields by which a reader can filter, with the values that these items have; of one value nobody chooses."""
    fields = (
        ("document", "Document", ("document",), {item.document for item in items}),
        ("partij", "Wie", ("partij", "organisatie"), set(chain.from_iterable(item.partijen for item in items))),
        ("plaats", "Waar", ("plaats",), set(chain.from_iterable(item.plaatsen for item in items))),
        ("thema", site.words.one("thema"), ("thema",), set(chain.from_iterable(item.themas for item in items))),
    )
    files = {item.file: item.within.text for item in items}
    if len(files) > 1:
        yield Filter("beleid", "Welk plan", tuple(FilterChoice(id_, text) for id_, text in files.items()))
    states = {item.progress.mark.code: item.progress.mark for item in items}
    if len(states) > 1:
        yield Filter("stand", "Stand", tuple(FilterChoice(code, mark.word) for code, mark in states.items()))
    for name, label, kinds, used in fields:
        known = [entry for entry in site.policy.of_kind(*kinds) if entry.item.id in used]
        if len(known) > 1:
            yield Filter(name, label, tuple(FilterChoice(entry.item.id, entry.item.label) for entry in known))
