"""What became of a plan in a later one: a page for every pair of own documents between which the data has links."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.addresses import CONTINUED
from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.base import Samenhang
from polderkoers.policy.model.blocks import Doel
from polderkoers.policy.model.having import nummer_of
from polderkoers.website.views.age import pair_of, year_of
from polderkoers.website.views.boxes import Box
from polderkoers.website.views.link import Link
from polderkoers.website.views.overviews import tasks_in_order
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class Continuation:
    """An item of the later document that continues something; `within` is the name of the file that it stands in."""

    link: Link
    jaar: str
    kind: str
    waarom: str
    by_editors: bool
    within: str = ""


@dataclass(frozen=True)
class ContinuedItem:
    """What an item became: what continues it, or nothing."""

    link: Link
    kind: str
    continuations: tuple[Continuation, ...]


@dataclass(frozen=True)
class ContinuedFile:
    """A file of the earlier document: what continues it as a whole, and each of its goals."""

    id: str
    link: Link
    kind: str
    nummer: str
    whole: tuple[Continuation, ...]
    doelen: tuple[ContinuedItem, ...]


@dataclass(frozen=True)
class Series:
    """An earlier document and what became of it in a later one.

    `old` and `new` are the ids of both documents. `title` names the years, and `in_full` the documents; `then` and `now` are how a sentence names them. `list_files` gives the
    files that are followed, `follow` what became of one, and `list_new` the goals of the later document of which nothing says that they continue something of
    the earlier one: that is looked up when something asks for it.
    """

    path: str
    old: str
    new: str
    title: str
    in_full: str
    earlier: Link
    later: Link
    then: str
    now: str
    list_files: Callable[[], Iterable[Entry]]
    follow: Callable[[Entry], ContinuedFile]
    list_new: Callable[[], Iterable[Link]] = tuple

    @cached_property
    def files(self) -> tuple[Entry, ...]:
        """The files of the earlier document that are followed."""
        return tuple(self.list_files())

    @cached_property
    def without_earlier(self) -> tuple[Link, ...]:
        """The goals of the later document that continue nothing of the earlier one, as far as is known."""
        return tuple(self.list_new())

    @cached_property
    def boxes(self) -> tuple[ContinuedFile, ...]:
        """What became of each file."""
        return tuple(map(self.follow, self.files))

    def of(self, files: Iterable[Entry]) -> Series:
        """Return what became of some of the files."""
        return dataclasses.replace(self, list_files=lambda: files)

    @property
    def by_editors(self) -> bool:
        """Whether all links were made by the editors of the site."""
        return all(map(attrgetter("by_editors"), chain.from_iterable(map(_all, self.boxes))))


# The pages of one site are made one after another.
@lru_cache(maxsize=1)
def series(site: Site) -> tuple[Series, ...]:
    """Return what became of each document in each later one that has links to it, in the order of their addresses."""
    pairs = {pair for reference in site.policy.held_in(Samenhang) if (pair := pair_of(site, reference))}
    found = [_series(site, site.policy.entries[old], site.policy.entries[new]) for old, new in pairs]
    times = Counter(map(attrgetter("title"), found))
    named = (_told_apart(each, times[each.title]) for each in found)
    return tuple(sorted(named, key=lambda each: each.path))


def later_told(site: Site, document: Entry) -> tuple[Link, ...]:
    """Return links to the pages of what became of a document in later ones."""
    here = site.address(document)
    return tuple(
        Link(f"Wat ervan terugkomt {found.now}", found.path) for found in series(site) if found.earlier.address == here
    )


def _told_apart(each: Series, times: int) -> Series:
    """Return a series under its title, or in full when others have that title too."""
    if times == 1:
        return each
    return dataclasses.replace(each, title=each.in_full)


def followed(site: Site, found: Series) -> tuple[Box, ...]:
    """Return the goals that are followed of each file, and of a file without goals the file itself."""
    return tuple(
        Box(entry.item.id, entry.item.label, only(Doel, site.policy.below(entry)) or (entry,), entry)
        for entry in found.files
    )


def _series(site: Site, old: Entry, new: Entry) -> Series:
    whole = one_line(f"Van {_named(old)} naar {_named(new)}")
    title = f"Van {year_of(old)} naar {year_of(new)}" if year_of(old) else whole
    return Series(
        f"{CONTINUED}/{old.item.id}/{new.item.id}/",
        old.item.id,
        new.item.id,
        title,
        whole,
        site.link(old, _named(old)),
        site.link(new, _named(new)),
        f"in {year_of(old) or old.item.label}",
        f"in {year_of(new) or new.item.label}",
        lambda: _files(site, old),
        lambda entry: _box(site, entry, new),
        lambda: map(site.link, _without_earlier(site, old, new)),
    )


def _without_earlier(site: Site, old: Entry, new: Entry) -> Iterator[Entry[Doel]]:
    """Yield the goals of a document from which no link leads to an earlier one, nor from what stands in them."""
    wanted = (old.ref, new.ref)
    for goal in site.made_from(new, site.policy.of(Doel)):
        parts = chain((goal,), site.policy.below(goal))
        links = chain.from_iterable(map(site.policy.outgoing, parts))
        if not any(isinstance(link.value, Samenhang) and pair_of(site, link) == wanted for link in links):
            yield goal


def _named(document: Entry) -> str:
    label, year = document.item.label, year_of(document)
    if year is None or str(year) in label:
        return label
    return f"{label} ({year})"


def _all(box: ContinuedFile) -> Iterator[Continuation]:
    yield from box.whole
    for line in box.doelen:
        yield from line.continuations


def _files(site: Site, document: Entry) -> list[Entry]:
    """Return what is followed of a document: its tasks in order, and when it has none the other files made from it."""
    tasks = site.made_from(document, tasks_in_order(site))
    return tasks or site.made_from(document, site.policy.of_kind("plan", "wegwijzer"))


def _box(site: Site, entry: Entry, new: Entry) -> ContinuedFile:
    return ContinuedFile(
        entry.item.id,
        site.link(entry),
        site.words.the(entry.item.soortnaam),
        str(nummer_of(entry.item) or ""),
        tuple(_continuations(site, entry, new)),
        tuple(_goals(site, entry, new)),
    )


def _goals(site: Site, file: Entry, new: Entry) -> Iterator[ContinuedItem]:
    for goal in only(Doel, site.policy.below(file)):
        kind = site.words.one(goal.item.soortnaam)
        yield ContinuedItem(site.link(goal), kind, tuple(_continuations(site, goal, new)))


def _continuations(site: Site, entry: Entry, new: Entry) -> Iterator[Continuation]:
    for reference in site.policy.backlinks(entry):
        if isinstance(reference.value, Samenhang) and site.document(reference.source.bron) is new:
            link = reference.value
            yield Continuation(
                site.titled(reference.source),
                str(year_of(new) or ""),
                link.soort,
                link.waarom,
                link.gelegd_door == "redactie",
                one_line(reference.source.file.label),
            )
