"""The overview pages: what there is of each kind, so that every page can be reached by clicking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import filterfalse
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.areas import is_in
from polderkoers.policy.dutch_words import capital, listing
from polderkoers.policy.groups import is_of_people, wider
from polderkoers.policy.in_force import WITHDRAWN
from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.blocks import Doel, Rol
from polderkoers.policy.model.catalogues import Brondocument, Partij, Rolsoort
from polderkoers.policy.model.files import Beleid, Opgave, Wegwijzer
from polderkoers.policy.model.having import is_no_organisation, jaar_of, nummer_of, prose_of, uitleg_of, voluit_of
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.website.views.age import time_of
from polderkoers.website.views.boxes import Box
from polderkoers.website.views.letters import letter_boxes
from polderkoers.website.views.link import Link
from polderkoers.website.views.tiles import Tile, TileBox

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class TextOrigin:
    """Where the texts come from: in which years the own documents are, whose the others are, and whether there are own ones."""

    years: str
    others: str
    own: bool
    total: int


def tasks(site: Site, boxes: Iterable[Box] | None = None) -> Iterator[TileBox]:
    """Yield the kernopgaven and programmalijnen per document, the newest first: all, or those in some boxes."""
    for box in task_boxes(site) if boxes is None else boxes:
        yield TileBox(box.id, box.name, site.each(task_tile, box.entries))


def task_boxes(site: Site) -> Iterator[Box]:
    """Yield the kernopgaven and programmalijnen of each document, the newest first."""
    tasks = tasks_in_order(site)
    for document in newest_first(site):
        if files := site.made_from(document, tasks):
            yield Box(document.item.id, f"{_named(site, files)} {_made_from(document)}", tuple(files))


def _made_from(document: Entry) -> str:
    """Return from which document files are, as it follows their name: by its year as far as that is known."""
    if year := jaar_of(document.item):
        return f"van {year}"
    return f"uit {document.item.label}"


def _named(site: Site, files: list[Entry]) -> str:
    """Return what files of policy are called together, with the article: one is not more."""
    if len(files) == 1:
        return capital(site.words.the(files[0].item.soortnaam))
    kinds = dict.fromkeys(site.words.more(entry.item.soortnaam).lower() for entry in files)
    return f"De {' en '.join(kinds)}"


def tasks_in_order(site: Site) -> list[Entry]:
    """Return the kernopgaven and programmalijnen, the newest document first and each document by number."""
    entries = site.policy.of_kind("kernopgave", "programmalijn")
    return sorted(entries, key=lambda entry: (-(site.year(entry) or 0), nummer_of(entry.item) or 0))


def task_tile(site: Site, entry: Entry) -> Tile:
    """Return the tile of a file of policy."""
    item = entry.item
    if not isinstance(item, Beleid):
        raise TypeError(entry.ref)
    kind = site.words.one(item.soortnaam)
    if isinstance(item, Opgave):
        kind += f" {item.nummer}"
    goals = len(only(Doel, site.policy.below(entry)))
    return Tile(site.link(entry), kind, item.samenvatting, _how_many(site, goals, "doel"), time=time_of(site, entry))


def _how_many(site: Site, total: int, kind: str) -> str:
    """Return how many of a kind there are, and nothing when there are none."""
    if not total:
        return ""
    return site.words.count(total, kind)


def newest_first(site: Site) -> list[Entry]:
    """Return the source documents by year, the newest first and those without a year last."""
    return sorted(site.policy.of_kind("document"), key=lambda entry: -(jaar_of(entry.item) or 0))


def document_heading(document: Entry) -> str:
    """Return title and year of a source document."""
    return f"{document.item.label} ({jaar_of(document.item) or 'jaar niet bekend'})"


def plans(site: Site, among: Iterable[Entry] | None = None) -> tuple[TileBox, ...]:
    """Return the plans as tiles: all, or those among some items."""
    found = site.policy.of_kind("plan", "wegwijzer") if among is None else among
    entries = sorted(found, key=lambda entry: -(site.year(entry) or 0))
    return (TileBox("plannen", "", site.each(task_tile, entries)),)


def plans_and_parts(site: Site) -> tuple[TileBox, ...]:
    """Return the plans, then what they consist of by document, the newest first."""
    return (*plans(site), *tasks(site))


def guides(site: Site) -> Iterator[Link]:
    """Yield a link to each guide, in the words of who looks for it."""
    for entry in site.policy.of_kind("wegwijzer"):
        if isinstance(entry.item, Wegwijzer):
            yield site.link(entry, entry.item.aanspreking or entry.item.titel)


def parties(site: Site, among: Iterable[Entry] | None = None) -> tuple[TileBox, ...]:
    """Return the parties, all or those among some items: first those that a reader can be, people before work and council, then the others."""
    people: list[Tile] = []
    work: list[Tile] = []
    others: list[Tile] = []
    for entry in site.policy.of(Partij) if among is None else only(Partij, among):
        readers = people if is_of_people(site.policy, entry) else work
        box = readers if entry.item.aanspreking else others
        box.append(_party_tile(site, entry))
    return (
        TileBox("wie-ben-je", "Wie ben je?", tuple(people)),
        TileBox("werk-of-raad", "Ben je hier voor je werk, of voor de raad?", tuple(work)),
        TileBox("anderen", "Andere groepen en partijen", tuple(others)),
    )


def people(site: Site) -> tuple[Link, ...]:
    """Return links to the groups of people that a reader can be, without the parts of parts, and to all of them when there are more."""
    known = [entry for entry in site.policy.of(Partij) if entry.item.aanspreking and is_of_people(site.policy, entry)]
    first = [entry for entry in known if len(wider(site.policy, entry)) <= 1]
    more = (Link("Alle groepen", "wie/#wie-ben-je"),) if len(first) < len(known) else ()
    return (*(site.link(entry, entry.item.aanspreking) for entry in first), *more)


def work(site: Site) -> tuple[Link, ...]:
    """Return links to the parties that a reader can be for work or in council."""
    return tuple(tile.link for tile in parties(site)[1].tiles)


def _party_tile(site: Site, entry: Entry[Partij]) -> Tile:
    roles = sum(not site.mark(role) for role in only(Rol, site.naming(entry, "partijen")))
    link = site.link(entry, entry.item.aanspreking or entry.item.naam)
    counted = (_meant(site, entry), _how_many(site, roles, "rol"))
    return Tile(link, "", entry.item.uitleg, ", ".join(filter(None, counted)))


def _meant(site: Site, party: Entry[Partij]) -> str:
    """Return what policy there is for a group, by kind; nothing when there is none."""
    meant = filterfalse(site.mark, site.naming(party, "voor"))
    counted = Counter(item.item.soortnaam for item in meant)
    kinds = [site.words.count(counted[kind], kind) for kind in (Doel.soortnaam, *counted) if counted[kind]]
    return f"{listing(list(dict.fromkeys(kinds)))} voor deze groep" if kinds else ""


def role_types(site: Site) -> tuple[TileBox, ...]:
    """Return the ladder of influence, and the role types without a place on it."""
    entries = site.policy.of(Rolsoort)
    ladder = sorted(filter(attrgetter("item.invloed"), entries), key=lambda entry: entry.item.invloed or 0)
    others = [entry for entry in entries if entry not in ladder]

    return (
        TileBox("ladder", _roles_of(site, ladder) + _in_order(ladder), site.each(_role_tile, ladder)),
        TileBox("andere", _roles_of(site, others), site.each(_role_tile, others)),
    )


def _role_tile(site: Site, entry: Entry[Rolsoort]) -> Tile:
    influence = f"Invloed {entry.item.invloed}" if entry.item.invloed else ""
    uses = _how_many(site, len(site.naming(entry, "als")), "rol")
    return Tile(site.link(entry), influence, entry.item.uitleg, uses)


def _roles_of(site: Site, entries: Sequence[Entry]) -> str:
    """Return a heading for types of roles: how many there are, and of which year as far as that is known."""
    years = sorted({year for entry in entries if (year := site.year(entry))})
    since = f" van {listing(list(map(str, years)))}" if years else ""
    return f"De {_number_word(len(entries))}{site.words.some(len(entries), 'rol').lower()}{since}"


def _number_word(number: int) -> str:
    """Return a small number in letters, with a blank; nothing for one, which goes without saying, and for a larger one."""
    if 1 < number < len(_NUMBERS):
        return f"{_NUMBERS[number]} "
    return ""


def _in_order(entries: Sequence[Entry]) -> str:
    if len(entries) > 1:
        return ", van veel naar weinig invloed"
    return ""


_NUMBERS = "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()  # noqa: SIM905


def entries(site: Site, kind: str) -> tuple[TileBox, ...]:
    """Return the entries of a list that has no overview of its own, by name."""
    found = sorted(site.policy.of_kind(kind), key=lambda entry: entry.item.label.casefold())
    return (TileBox(kind, "", tuple(Tile(site.link(entry), "", prose_of(entry.item)) for entry in found)),)


def places(site: Site, among: Iterable[Entry] | None = None) -> tuple[TileBox, ...]:
    """Return the places, all or those among some items: first those in the municipality, then those elsewhere."""
    home = site.home
    inside: list[Tile] = []
    elsewhere: list[Tile] = []
    for entry in site.policy.of(Plaats) if among is None else only(Plaats, among):
        box = inside if home and is_in(site.policy, entry, home.item.id) else elsewhere
        box.append(_place_tile(site, entry))
    name = home.item.label if home else site.publisher.this
    anchor = "in-de-gemeente" if site.publisher.noun == "gemeente" else "in-het-gebied"
    return TileBox(anchor, f"In {name}", tuple(inside)), TileBox("elders", "Elders", tuple(elsewhere))


def _place_tile(site: Site, entry: Entry[Plaats]) -> Tile:
    total = len({source.ref for source in site.naming(entry, "plaatsen")})
    foot = f"{total} keer genoemd" if total else ""
    return Tile(site.link(entry), entry.item.soort.capitalize(), "", foot)


def sources(site: Site) -> tuple[TileBox, ...]:
    """Return the source documents, the newest first."""
    tiles = []
    for entry in newest_first(site):
        if isinstance(entry.item, Brondocument):
            whose = f"Van {site.owner_of(entry)}, {entry.item.jaar or 'jaar niet bekend'}"
            tiles.append(Tile(site.link(entry), whose, entry.item.uitleg, entry.item.noot or ""))
    return (TileBox("bronnen", "", tuple(tiles)),)


def terms(site: Site, boxes: Iterable[Box] | None = None) -> tuple[TileBox, ...]:
    """Return the glossary terms by first letter: all, or those in some boxes."""
    found = letter_boxes(site.policy.of_kind("begrip")) if boxes is None else boxes
    return tuple(TileBox(box.id, box.name, site.each(_term_tile, box.entries)) for box in found)


def _term_tile(site: Site, entry: Entry) -> Tile:
    return Tile(site.link(entry), "", uitleg_of(entry.item), voluit_of(entry.item))


def kind_counts(site: Site) -> tuple[tuple[str, str], ...]:
    """Return how much policy there is: totals with the overview that shows them."""
    shown = (("doel", "doelen/"), ("organisatie", "organisaties/"), ("plaats", "plaatsen/"), ("begrip", "begrippen/"))
    found = []
    for kind, path in shown:
        number = sum(_counts(site, entry) for entry in site.policy.of_kind(kind))
        if number:
            found.append((site.words.count(number, kind), path))
    return tuple(found)


def _counts(site: Site, entry: Entry) -> bool:
    """Return whether an item is one of its kind today: what was withdrawn is no goal, and a group is no organisation."""
    return site.mark(entry) != WITHDRAWN and not is_no_organisation(entry.item)


def origin(site: Site) -> TextOrigin:
    """Return where the texts come from: the years of the own documents that policy is made from, and the others' owners."""
    used = {entry.bron.document for entry in site.policy.entries.values() if isinstance(entry.item, Beleid)}
    documents = [entry for entry in site.policy.of_kind("document") if entry.item.id in used]
    own = list(filterfalse(site.foreign_owner, documents))
    years = sorted({year for entry in own if (year := jaar_of(entry.item))})
    others = dict.fromkeys(owner for entry in documents if (owner := site.foreign_owner(entry)))
    return TextOrigin(listing(list(map(str, years))), listing(list(others)), bool(own), len(own))
