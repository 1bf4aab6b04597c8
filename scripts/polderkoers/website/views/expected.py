"""What a group of people may expect: the goals, activities and steps that are for it, by the plan that says so."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from polderkoers.policy.groups import direct_parts, parts, wider
from polderkoers.policy.in_force import NOT_IN_FORCE
from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.base import Bron
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.catalogues import Brondocument, Partij
from polderkoers.policy.model.having import jaar_of, toelichting_of
from polderkoers.website.views.age import is_of_today
from polderkoers.website.views.boxes import Box, OverviewSection, SectionSize, all_boxes
from polderkoers.website.views.link import Link, when_or_term
from polderkoers.website.words import first_paragraph

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

_FIELD = "voor"


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
    """What one document says for a group, and `also` for a larger one; `owner` is whose it is when it is not ours.

    `folded` says that it is not in force.
    """

    id: str
    heading: str
    owner: str
    items: tuple[ExpectedItem, ...]
    also: tuple[ExpectedItem, ...]
    folded: bool

    @property
    def counted(self) -> str:
        """Its heading, and how much there is."""
        return f"{self.heading} ({len(self.items) + len(self.also)})"


@dataclass(frozen=True)
class Expectations:
    """What stands around that on the page of a group of people; `missing` names our newest document when it says nothing for this group alone."""

    wider: tuple[Link, ...]
    parts: tuple[Link, ...]
    missing: str


def expected_sections(site: Site, group: Entry) -> tuple[OverviewSection, ...]:
    """Return what is for a group, by document: ours before those of others, the newest first; last what is not in force, by why not."""
    return _by_document(site, _for(site, _reached_by(site, group)))


def expected_directly(site: Site, groups: Iterable[Entry]) -> tuple[ExpectedByPlan, ...]:
    """Return what is in force for groups themselves, without what is for larger ones; each item says for which of them."""
    of_today = itertools.filterfalse(site.mark, _for(site, groups))
    return tuple(_of_box(site, box, box.entries, ()) for box in all_boxes(_by_document(site, of_today)))


def meant_for(site: Site, group: Entry) -> tuple[Entry, ...]:
    """Return the goals of our own policy of today that are for a group itself; where there are none, what is done for it."""
    of_today = [entry for entry in _for(site, (group,)) if is_of_today(site, entry)]
    return only(Doel, of_today) or tuple(of_today)


def _by_document(site: Site, entries: Iterable[Entry]) -> tuple[OverviewSection, ...]:
    grouped: dict[str, dict[str, Entry]] = {}
    for entry in entries:
        grouped.setdefault(_key(site, entry), {}).setdefault(entry.ref, entry)
    found = []
    for key in sorted(grouped, key=lambda key: _order(site, key)):
        id_, name, document = _named(site, key)
        box = Box(id_, name, tuple(grouped[key].values()), document)
        found.append(OverviewSection(id_, id_, name, (box,)))
    return tuple(found)


def _named(site: Site, key: str) -> tuple[str, str, Entry | None]:
    """Return the anchor and heading of what stands together, and its document; no id of a subject ends in a dash."""
    document = site.policy.get(key)
    if document is None:
        return f"uit-{key.lower().replace(' ', '-')}-", key, None
    return f"uit-{document.item.id}-", _heading(document), document


def expected_sizes(site: Site, group: Entry) -> Iterator[SectionSize]:
    """Yield how much each document says for a group."""
    for section in expected_sections(site, group):
        yield SectionSize(section.path, section.anchor, section.name, section.total)


def expected_of(site: Site, group: Entry, sections: Iterable[OverviewSection]) -> tuple[ExpectedByPlan, ...]:
    """Return what stands in some of those sections as a reader sees it."""
    own = {entry.ref for entry in _for(site, (group, *parts(site.policy, group)))}
    found = []
    for box in all_boxes(sections):
        mine, also = _parted(box.entries, own)
        found.append(_of_box(site, box, mine, also, group))
    return tuple(found)


def _parted(entries: Iterable[Entry], own: Collection[str]) -> tuple[list[Entry], list[Entry]]:
    """Return which of the items are among some, and which are not."""
    mine: list[Entry] = []
    also: list[Entry] = []
    for entry in entries:
        (mine if entry.ref in own else also).append(entry)
    return mine, also


def _of_box(
    site: Site, box: Box, own: Iterable[Entry], also: Iterable[Entry], group: Entry | None = None
) -> ExpectedByPlan:
    owner = site.foreign_owner(box.about) if box.about else ""
    shown = partial(_shown, site, group)
    return ExpectedByPlan(
        box.id, box.name, owner, tuple(map(shown, own)), tuple(map(shown, also)), folded=box.about is None
    )


def around_of(site: Site, group: Entry) -> Expectations | None:
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
    """Yield what is for groups, of each its goals before what is done for them."""
    for group in groups:
        named = (source for source, field in site.policy.named_by(group) if field == _FIELD)
        yield from sorted(named, key=_comes_after_goals)


def _comes_after_goals(entry: Entry) -> bool:
    return not isinstance(entry.item, Doel)


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
    newest = _newest(site)
    own = _documents(site, (group, *parts(site.policy, group)))
    return _heading(newest) if newest and newest.item.id not in own else ""


def _newest(site: Site) -> Entry | None:
    """Return our newest document that says for whom things are."""
    saying = (site.document(Bron(document=id_)) for id_ in _documents(site, site.policy.of(Partij)))
    ours = [each for each in saying if each is not None and _is_ours(site, each)]
    return max(ours, key=lambda each: jaar_of(each.item) or 0, default=None)


def _documents(site: Site, groups: Iterable[Entry]) -> set[str]:
    """Return the documents that say something in force for groups."""
    return {entry.bron.document or "" for entry in _for(site, groups) if not site.mark(entry)}


def _is_ours(site: Site, document: Entry) -> bool:
    return isinstance(document.item, Brondocument) and not site.foreign_owner(document)


def _shown(site: Site, group: Entry | None, entry: Entry) -> ExpectedItem:
    named = site.catalogue_links(_FIELD, entry)
    others = () if group is not None and site.link(group) in named else named
    text = first_paragraph(toelichting_of(entry.item))
    return ExpectedItem(site.words.one(entry.item.soortnaam), site.link(entry), text, when_or_term(entry), others)
