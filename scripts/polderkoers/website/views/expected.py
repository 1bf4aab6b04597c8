"""What a group of people may expect: the goals, activities and steps that are for it, by the plan that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.groups import direct_parts, parts, wider
from polderkoers.policy.in_force import NOT_IN_FORCE
from polderkoers.policy.index import Entry
from polderkoers.policy.model.base import Bron
from polderkoers.policy.model.catalogues import Brondocument, Partij
from polderkoers.policy.model.having import jaar_of, termijn_of, toelichting_of
from polderkoers.website.views.boxes import Box, OverviewSection, SectionSize
from polderkoers.website.views.link import Link, said_when

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

_FIELD = "voor"
_TERMS = {"kort": "korte termijn", "lang": "lange termijn"}


@dataclass(frozen=True)
class ExpectedItem:
    """One thing that is for a group: what it is, a link, a few words, when, and for whom when that is another group."""

    kind: str
    link: Link
    text: str
    wanneer: str
    voor: tuple[Link, ...]


@dataclass(frozen=True)
class ExpectedByPlan:
    """What one document says; `owner` is whose it is when it is not ours, and `folded` says that it is not in force."""

    id: str
    heading: str
    owner: str
    items: tuple[ExpectedItem, ...]
    folded: bool

    @property
    def counted(self) -> str:
        """Its heading, and how much there is."""
        return f"{self.heading} ({len(self.items)})"


@dataclass(frozen=True)
class Expectations:
    """What stands around that on the page of a group of people; `missing` names our newest document when it says nothing for this group alone."""

    wider: tuple[Link, ...]
    parts: tuple[Link, ...]
    missing: str


def expected_sections(site: Site, group: Entry) -> tuple[OverviewSection, ...]:
    """Return what is for a group, by document: ours before those of others, the newest first; last what is not in force, by why not."""
    grouped: dict[str, dict[str, Entry]] = {}
    for entry in _for(site, _reached_by(site, group)):
        grouped.setdefault(_key(site, entry), {}).setdefault(entry.ref, entry)
    found = []
    for key in sorted(grouped, key=lambda key: _order(site, key)):
        document, entries = site.policy.get(key), tuple(grouped[key].values())
        name = _heading(document) if document else key
        id_ = f"uit-{document.item.id if document else key.lower().replace(' ', '-')}-"
        found.append(OverviewSection(id_, id_, name, (Box(id_, name, entries, document),)))
    return tuple(found)


def expected_sizes(site: Site, group: Entry) -> Iterator[SectionSize]:
    """Yield how much each document says for a group."""
    for section in expected_sections(site, group):
        yield SectionSize(section.path, section.anchor, section.name, section.total)


def expected_of(site: Site, group: Entry, sections: Iterable[OverviewSection]) -> tuple[ExpectedByPlan, ...]:
    """Return what stands in some of those sections as a reader sees it."""
    found = []
    for section in sections:
        for box in section.boxes:
            items = tuple(_shown(site, group, entry) for entry in box.entries)
            owner = site.foreign_owner(box.about) if box.about else ""
            found.append(ExpectedByPlan(section.anchor, section.name, owner, items, folded=box.about is None))
    return tuple(found)


def around(site: Site, group: Entry) -> Expectations | None:
    """Return what stands around what a group may expect; None for what is no group of people, as far as the data say."""
    above, below = wider(site.policy, group), tuple(direct_parts(site.policy, group))
    if not (above or below):
        return None
    return Expectations(tuple(map(site.link, above)), tuple(map(site.link, below)), _missing(site, group))


def _reached_by(site: Site, group: Entry) -> Iterator[Entry]:
    """Yield the groups for which something is that is for this group too: itself, its parts, and what it is a part of.

    What is for some residents stands with those: a group that is no part of another does without what is for its parts.
    """
    above = wider(site.policy, group)
    yield group
    if above:
        yield from parts(site.policy, group)
    yield from above


def _for(site: Site, groups: Iterable[Entry]) -> Iterator[Entry]:
    for group in groups:
        yield from (source for source, field in site.policy.named_by(group) if field == _FIELD)


def _key(site: Site, entry: Entry) -> str:
    """Return why an item is not in force, or the reference of its document."""
    return site.mark(entry) or f"documenten/{entry.bron.document}"


def _order(site: Site, key: str) -> tuple[int, int]:
    if key in NOT_IN_FORCE:
        return 2, NOT_IN_FORCE.index(key)
    document = site.policy.get(key)
    if document is None:
        return 1, 0
    return int(bool(site.foreign_owner(document))), -(jaar_of(document.item) or 0)


def _heading(document: Entry) -> str:
    return f"{document.item.label} ({jaar_of(document.item) or 'jaar niet bekend'})"


def _missing(site: Site, group: Entry) -> str:
    """Return our newest document that says for whom things are, when that says nothing for this group or a part of it."""
    saying = {entry.bron.document for entry in _for(site, site.policy.of(Partij)) if not site.mark(entry)}
    ours = [each for id_ in saying if id_ and (each := site.document(Bron(document=id_))) and _is_ours(site, each)]
    if not ours:
        return ""
    newest = max(ours, key=lambda each: jaar_of(each.item) or 0)
    own = _for(site, (group, *parts(site.policy, group)))
    if newest.item.id in {entry.bron.document for entry in own if not site.mark(entry)}:
        return ""
    return _heading(newest)


def _is_ours(site: Site, document: Entry) -> bool:
    return isinstance(document.item, Brondocument) and not site.foreign_owner(document)


def _shown(site: Site, group: Entry, entry: Entry) -> ExpectedItem:
    named = site.catalogue_links(_FIELD, entry)
    others = () if site.link(group) in named else named
    text = toelichting_of(entry.item).strip().split("\n")[0]
    when = said_when(entry) or _TERMS.get(termijn_of(entry.item), "")
    return ExpectedItem(site.words.one(entry.item.soortnaam), site.link(entry), text, when, others)
