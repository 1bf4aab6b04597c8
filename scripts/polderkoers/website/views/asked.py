"""What the policy asks of a party: every role, step, activity and decision, from all documents, by subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.in_force import CONCEPT, NOT_IN_FORCE, NOT_YET, WITHDRAWN
from polderkoers.policy.index import Entry
from polderkoers.policy.model.having import toelichting_of
from polderkoers.website.views.boxes import Box, OverviewSection, SectionSize, all_boxes
from polderkoers.website.views.drawings import subject_of
from polderkoers.website.views.link import Link, when_or_term
from polderkoers.website.words import first_paragraph

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

# In which words a reference asks something of a party, by the field that holds it.
_ASKS = {
    "partijen": "Rol",
    "trekker": "Zet deze stap",
    "verantwoordelijk": "Verantwoordelijk",
    "partners": "Werkt mee",
    "wie": "Beslist of voert uit",
}
# Where on a page what is not in force stands, and what surely has no one subject. No id of a subject ends in a dash.
_NOT_TODAY = {NOT_YET: "geldt-nog-niet-", CONCEPT: "concept-", WITHDRAWN: "ingetrokken-"}
_OF_MORE = "meer-"
_KINDS = frozenset({"rol", "stap", "activiteit", "fase", "besluitmoment"})


@dataclass(frozen=True)
class AskedItem:
    """One thing that is asked: how, a link, a few words, when, and in which document."""

    how: str
    link: Link
    text: str
    wanneer: str
    bron: str
    foreign: bool


@dataclass(frozen=True)
class AskedByThema:
    """What is asked on one subject; or `folded` what is not asked today, by why it is not in force."""

    id: str
    thema: Link
    items: tuple[AskedItem, ...]
    folded: bool = False

    @property
    def counted(self) -> str:
        """Its name, and how much there is."""
        return f"{self.thema.text} ({len(self.items)})"


def asked_sections(site: Site, party: Entry) -> tuple[OverviewSection, ...]:
    """Return what is asked of a party, by the first subject of each item, in the order of the subjects; then what is not in force, by why not."""
    grouped: dict[str, dict[str, Entry]] = {}
    for source, _ in asking(site, party):
        grouped.setdefault(_group_of(site, source), {}).setdefault(source.ref, source)
    found = []
    for id_, name, about in _groups(site):
        if id_ in grouped:
            ours_first = tuple(sorted(grouped[id_].values(), key=site.is_foreign))
            found.append(OverviewSection(id_, id_, name, (Box(id_, name, ours_first, about),)))
    return tuple(found)


def asked_sizes(site: Site, party: Entry) -> Iterator[SectionSize]:
    """Yield how much is asked of a party on each subject, and how much is not in force."""
    grouped: dict[str, set[str]] = {}
    for source, _ in asking(site, party):
        grouped.setdefault(_group_of(site, source), set()).add(source.ref)
    for id_, name, _ in _groups(site):
        if id_ in grouped:
            yield SectionSize(id_, id_, name, len(grouped[id_]))


def _groups(site: Site) -> Iterator[tuple[str, str, Entry | None]]:
    """Yield the id, the name and the subject of each group in which things are asked; what is about more than one, and what is not in force, have none."""
    for theme in site.policy.of_kind("thema"):
        yield theme.item.id, theme.item.label, theme
    yield _OF_MORE, f"Niet bij één {site.words.one('thema').lower()}", None
    yield from ((_NOT_TODAY[reason], reason, None) for reason in NOT_IN_FORCE)


def _group_of(site: Site, entry: Entry) -> str:
    reason = site.mark(entry)
    if reason:
        return _NOT_TODAY[reason]
    subject = subject_of(site, entry)
    return subject.item.id if subject else _OF_MORE


def asked_of(site: Site, party: Entry, sections: Iterable[OverviewSection] | None = None) -> tuple[AskedByThema, ...]:
    """Return what is asked of a party as a reader sees it: all of it, or what stands in some sections."""
    if sections is None:
        sections = asked_sections(site, party)
    how = {source.ref: _ASKS[field] for source, field in reversed(tuple(asking(site, party)))}
    found = []
    for box in all_boxes(sections):
        items = tuple(_question(site, entry, how[entry.ref]) for entry in box.entries)
        heading = site.link(box.about) if box.about else Link(box.name, "")
        found.append(AskedByThema(box.id, heading, items, folded=box.id in _NOT_TODAY.values()))
    return tuple(found)


def asked_items(site: Site, one: Entry) -> tuple[AskedItem, ...]:
    """Return what is asked today of a party or an organisation, each item once: ours first, then by year, the newest first."""
    how = {source.ref: (source, field) for source, field in reversed(tuple(asking(site, one))) if not site.mark(source)}
    found = sorted(how.values(), key=lambda each: (site.is_foreign(each[0]), -(site.year(each[0]) or 0)))
    return tuple(_question(site, source, _ASKS[field]) for source, field in found)


def asking(site: Site, party: Entry) -> Iterator[tuple[Entry, str]]:
    """Yield the items in which something is asked of a party, each with the field that says how."""
    for source, field in site.policy.named_by(party):
        if field in _ASKS and source.item.soortnaam in _KINDS:
            yield source, field


def _question(site: Site, entry: Entry, how: str) -> AskedItem:
    return AskedItem(
        how=how,
        link=site.link(entry),
        text=first_paragraph(toelichting_of(entry.item)),
        wanneer=when_or_term(entry),
        bron=_source(site, entry),
        foreign=site.is_foreign(entry),
    )


def _source(site: Site, entry: Entry) -> str:
    """Return the title and the year of the document of an item, and whose it is when it is not ours."""
    document = site.document(entry.bron)
    title = document.item.label if document else ""
    words = f"{title} ({site.year(entry) or 'jaar niet bekend'})"
    if site.is_foreign(entry):
        words += f", {site.owner(entry)}"
    return words
