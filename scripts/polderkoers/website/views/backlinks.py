"""The page of a catalogue entry: everything in the policy that refers to it, grouped by what it is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.model.catalogues import Begrip
from polderkoers.policy.model.files import Beleid, Plan
from polderkoers.policy.model.having import samenvatting_of
from polderkoers.website.views.boxes import Box, OverviewSection, SectionSize, items_in
from polderkoers.website.views.link import Link, said_when

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.marks import StateMark
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class _RelationKind:
    """A way of being referred to: the field, the heading for it, that for just one, and which kinds of item it is about."""

    id: str
    field: str
    heading: str
    kinds: frozenset[str] | None = None
    not_kinds: frozenset[str] = frozenset()
    single: str = ""


_ROLE = frozenset({"rol"})
# What a reader turns to, and what the council decided, stands under a heading of its own: neither is the policy itself.
_APART = frozenset({"contactpunt", "besluit"})
# What a report says of an item stands on the page of the report.
_REPORTED = frozenset({"melding"})
# The relations in which a reader looks for a party, organisation or place, the strongest first.
_RELATIONS = (
    _RelationKind("rollen", "partijen", "Rollen", _ROLE, single="Rol"),
    _RelationKind("als", "als", "Wie deze rol heeft"),
    _RelationKind("trekker", "trekker", "Zet deze stappen", single="Zet deze stap"),
    _RelationKind("verantwoordelijk", "verantwoordelijk", "Verantwoordelijk voor"),
    _RelationKind("partners", "partners", "Werkt mee aan"),
    _RelationKind("wie", "wie", "Beslist of voert uit"),
    _RelationKind("partijen", "partijen", "Ook genoemd bij", None, _ROLE),
    _RelationKind("themas", "themas", "In het beleid", not_kinds=_APART),
    _RelationKind("plaatsen", "plaatsen", "Gaat over deze plaats", not_kinds=_APART),
    _RelationKind("organisaties", "organisaties", "Genoemd bij"),
    _RelationKind("organisatie", "organisatie", "Partijen die hierbij horen", single="Partij die hierbij hoort"),
    _RelationKind("uitgever", "uitgever", "Uitgever van"),
    _RelationKind("document", "document", "Uit deze bron", not_kinds=_REPORTED),
    _RelationKind("ligt-in", "ligt_in", "Plaatsen in dit gebied", single="Plaats in dit gebied"),
    _RelationKind("zie-ook", "zie_ook", "Verwante begrippen", single="Verwant begrip"),
)


@dataclass(frozen=True)
class BacklinkRow:
    """One reference as a reader sees it: what kind of item, a link, a few words, the item's own date, and how it stands where a report says so."""

    kind: str
    link: Link
    text: str
    wanneer: str
    state: StateMark | None = None


@dataclass(frozen=True)
class FileBacklinks:
    """Rows of one file, with the year of its document and, for another government's policy, whose it is.

    `text` is what the file is about, when the file as a whole is among what refers.
    """

    file: Link
    text: str
    kind: str
    jaar: str
    other_owner: str
    rows: tuple[BacklinkRow, ...]


@dataclass(frozen=True)
class RelationBacklinks:
    """Rows of one relation, grouped by file. `time` is of which time they are, for who chooses what to see; empty where nobody can."""

    id: str
    heading: str
    total: int
    groups: tuple[FileBacklinks, ...]
    time: str = ""


def relation_sections(site: Site, entry: Entry, only: str = "") -> tuple[OverviewSection, ...]:
    """Return what refers to an entry, by relation and then by file; a place also gives what lies in it. `only` is the one relation that is asked for."""
    found = []
    for relation, sources in _related(site, entry, only):
        boxes = tuple(_by_file(site, sources))
        found.append(OverviewSection(relation.id, relation.id, _heading(relation, items_in(boxes)), boxes))
    return tuple(found)


def relation_sizes(site: Site, entry: Entry, only: str = "") -> Iterator[SectionSize]:
    """Yield how much there is in each of those sections, without what makes a page of it."""
    for relation, sources in _related(site, entry, only):
        total = len({source.ref for source in sources})
        yield SectionSize(relation.id, relation.id, _heading(relation, total), total)


def _related(site: Site, entry: Entry, only: str) -> Iterator[tuple[_RelationKind, list[Entry]]]:
    """Yield the relations in which something refers to an entry, with what does, as often as it does."""
    by_field: dict[str, list[Entry]] = {}
    for source, field in site.policy.named_by(entry):
        by_field.setdefault(field, []).append(source)
    for relation in _RELATIONS:
        if only in ("", relation.id):
            fitting = [source for source in by_field.get(relation.field, ()) if _fits(source, relation)]
            if fitting:
                yield relation, fitting


def relations(
    site: Site, entry: Entry, sections: Iterable[OverviewSection] | None = None
) -> Iterator[RelationBacklinks]:
    """Yield what refers to an entry as a reader sees it: all of it, or what stands in some sections."""
    if sections is None:
        sections = relation_sections(site, entry)
    for section in sections:
        groups = tuple(by_file(site, box) for box in section.boxes)
        yield RelationBacklinks(section.anchor, section.name, section.total, groups)


def _heading(relation: _RelationKind, total: int) -> str:
    if total == 1 and relation.single:
        return relation.single
    return relation.heading


def _fits(source: Entry, relation: _RelationKind) -> bool:
    kind = source.item.soortnaam
    return (relation.kinds is None or kind in relation.kinds) and kind not in relation.not_kinds


def _by_file(site: Site, sources: list[Entry]) -> Iterator[Box]:
    grouped: dict[str, list[Entry]] = {}
    for source in sources:
        grouped.setdefault(source.file.id, []).append(source)
    # The newest first, and of one year the kernopgaven and programmalijnen before the plan as a whole.
    for found in sorted(
        grouped.values(), key=lambda ones: (-(site.year(ones[0]) or 0), isinstance(ones[0].file, Plan))
    ):
        # The whole file first, then goals and what is agreed, and explanations last; terms by the alphabet, whoever explains them.
        yield _box(site, tuple(sorted({source.ref: source for source in found}.values(), key=_weight)))


def _box(site: Site, sources: tuple[Entry, ...]) -> Box:
    file = sources[0].file
    if isinstance(file, Beleid):
        return Box("", file.label, sources, site.policy.entries[file.id])
    return Box("", site.words.more(sources[0].item.soortnaam), sources)


def by_file(site: Site, box: Box) -> FileBacklinks:
    """Return what refers from one file, or from lists, as a reader sees it."""
    first, sources = box.entries[0], list(box.entries)
    if isinstance(first.file, Beleid):
        return _from_policy(site, site.policy.entries[first.file.id], sources)
    return _from_list(site, first.item.soortnaam, sources)


def _from_policy(site: Site, file: Entry, sources: list[Entry]) -> FileBacklinks:
    about = samenvatting_of(file.item) if file in sources else ""
    return FileBacklinks(
        file=site.link(file),
        text=about,
        kind=site.words.one(file.item.soortnaam),
        jaar=str(site.year(file) or ""),
        other_owner=site.other_owner(file),
        rows=site.each(row, [source for source in sources if source is not file]),
    )


def _from_list(site: Site, kind: str, sources: list[Entry]) -> FileBacklinks:
    return FileBacklinks(Link(site.words.some(len(sources), kind), ""), "", "", "", "", site.each(row, sources))


_ORDER = ("doel", "rol", "stap", "activiteit", "fase", "besluitmoment", "indicator", "bedrag", "voorbeeld")


def _weight(entry: Entry) -> tuple[int, str]:
    if isinstance(entry.item, Begrip):
        return _rank(entry), entry.item.id
    return _rank(entry), ""


def _rank(entry: Entry) -> int:
    if entry.is_file:
        return -1
    kind = entry.item.soortnaam
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def row(site: Site, entry: Entry) -> BacklinkRow:
    """Return an item as one row of a list."""
    kind, words = site.words.one(entry.item.soortnaam), samenvatting_of(entry.item)
    return BacklinkRow(kind, site.link(entry), words, said_when(entry), site.standing(entry))


def mentions(site: Site, entry: Entry) -> tuple[Link, ...]:
    """Return the pages of policy in whose running text a glossary term stands."""
    return tuple(map(site.link, site.with_term(entry.item.id)))
