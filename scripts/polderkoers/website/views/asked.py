"""What the policy asks of a party: every role, step, activity and decision, from all documents, by subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry
from polderkoers.policy.model.having import termijn_of, themas_of, toelichting_of
from polderkoers.website.views.boxes import Box, OverviewSection, SectionSize, all_boxes
from polderkoers.website.views.link import Link, said_when

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
_TERMS = {"kort": "korte termijn", "lang": "lange termijn"}
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
    """What is asked on one subject."""

    id: str
    thema: Link
    items: tuple[AskedItem, ...]


def asked_sections(site: Site, party: Entry) -> tuple[OverviewSection, ...]:
    """Return what is asked of a party, by the first subject of each item, in the order of the subjects."""
    grouped: dict[str, dict[str, Entry]] = {}
    for source, _ in asking(site, party):
        grouped.setdefault(first_theme(source), {}).setdefault(source.ref, source)
    found = []
    for theme in site.policy.of_kind("thema"):
        if theme.item.id in grouped:
            ours_first = tuple(sorted(grouped[theme.item.id].values(), key=site.is_foreign))
            box = Box(theme.item.id, theme.item.label, ours_first, theme)
            found.append(OverviewSection(box.id, box.id, box.name, (box,)))
    return tuple(found)


def asked_sizes(site: Site, party: Entry) -> Iterator[SectionSize]:
    """Yield how much is asked of a party on each subject."""
    grouped: dict[str, set[str]] = {}
    for source, _ in asking(site, party):
        grouped.setdefault(first_theme(source), set()).add(source.ref)
    for theme in site.policy.of_kind("thema"):
        id_ = theme.item.id
        if id_ in grouped:
            yield SectionSize(id_, id_, theme.item.label, len(grouped[id_]))


def asked_of(site: Site, party: Entry, sections: Iterable[OverviewSection] | None = None) -> tuple[AskedByThema, ...]:
    """Return what is asked of a party as a reader sees it: all of it, or what stands in some sections."""
    if sections is None:
        sections = asked_sections(site, party)
    how = {source.ref: _ASKS[field] for source, field in reversed(tuple(asking(site, party)))}
    found = []
    for box in all_boxes(sections):
        items = tuple(_question(site, entry, how[entry.ref]) for entry in box.entries)
        if box.about is not None:
            found.append(AskedByThema(box.id, site.link(box.about), items))
    return tuple(found)


def asking(site: Site, party: Entry) -> Iterator[tuple[Entry, str]]:
    """Yield the items in which something is asked of a party, each with the field that says how."""
    for source, field in site.policy.named_by(party):
        if field in _ASKS and source.item.soortnaam in _KINDS:
            yield source, field


def first_theme(entry: Entry) -> str:
    """Return the id of the first subject of an item, or of the nearest item above it that has one."""
    for above in (entry, *entry.ancestors()):
        if themes := themas_of(above.item):
            return themes[0]
    return ""


def _question(site: Site, entry: Entry, how: str) -> AskedItem:
    return AskedItem(
        how=how,
        link=site.link(entry),
        text=_first_paragraph(toelichting_of(entry.item)),
        wanneer=_when(entry),
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


def _first_paragraph(text: str) -> str:
    return text.strip().split("\n")[0]


def _when(entry: Entry) -> str:
    return said_when(entry) or _TERMS.get(termijn_of(entry.item), "")
