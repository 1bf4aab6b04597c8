"""Items by how they stand: what reports say of each, with the values by which a reader can choose among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry
from polderkoers.policy.model.blocks import Activiteit, Doel, Stap
from polderkoers.policy.model.files import Beleid
from polderkoers.website.views.age import is_of_today
from polderkoers.website.views.link import Link
from polderkoers.website.views.marks import MARKS, PASSED, UNREPORTED, StateMark, mark_of

if TYPE_CHECKING:
    from polderkoers.website.views.reported import ItemProgress
    from polderkoers.website.views.site import Site

# Beyond this a list of what nobody reported of is counted by file, and no longer named.
_MOST_NAMED = 450
_SAYING_WHEN = ("Besloten", "Te laat", "Datum voorbij", "Op tijd klaar", "Later klaar")


@dataclass(frozen=True)
class StandingItem:
    """An item with how it stands, `who` answers for it, and the values by which a reader can filter it."""

    link: Link
    kind: str
    within: Link
    wanneer: str
    progress: ItemProgress
    file: str
    document: str
    partijen: tuple[str, ...]
    plaatsen: tuple[str, ...]
    themas: tuple[str, ...]
    who: tuple[Link, ...] = ()

    @property
    def says_when(self) -> bool:
        """Whether what follows from the reports says the decided time already."""
        return any(fact.label in _SAYING_WHEN for fact in self.progress.facts)


@dataclass(frozen=True)
class StandingFile:
    """Items of one file that stand the same."""

    file: Link
    items: tuple[StandingItem, ...]


@dataclass(frozen=True)
class StandingGroup:
    """Items that stand the same, per file."""

    mark: StateMark
    files: tuple[StandingFile, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(len(each.items) for each in self.files)


def groups_of(items: Iterable[StandingItem], order: Iterable[str]) -> Iterator[StandingGroup]:
    """Yield items by how they stand, in the order of the codes of their marks."""
    by_code: dict[str, dict[str, list[StandingItem]]] = {}
    for item in items:
        by_code.setdefault(item.progress.mark.code, {}).setdefault(item.file, []).append(item)
    for code in order:
        if code in by_code:
            files = tuple(StandingFile(mine[0].within, tuple(mine)) for mine in by_code[code].values())
            yield StandingGroup(MARKS[code], files)


@dataclass(frozen=True)
class UnreportedFile:
    """What nobody reported of in one file: how much, and which, as far as that is named."""

    id: str
    file: Link
    counted: str
    links: tuple[Link, ...]


def unreported(site: Site) -> Iterator[UnreportedFile]:
    """Yield per file of today the goals, activities and steps of which nobody reported how they stand."""
    by_file = _standing_at(site, UNREPORTED)
    total = sum(len(mine) for _, mine in by_file)
    for file, mine in by_file:
        if mine:
            links = tuple(map(site.link, mine)) if total <= _MOST_NAMED else ()
            yield UnreportedFile(file.item.id, site.link(file), str(len(mine)), links)


def untold(site: Site) -> Iterator[Entry]:
    """Yield what is named as reported nowhere, in the order of the files."""
    found = tuple(chain.from_iterable(mine for _, mine in _standing_at(site, UNREPORTED)))
    if len(found) <= _MOST_NAMED:
        yield from found


def passed(site: Site) -> Iterator[Entry]:
    """Yield what no report names while its last date is over, in the order of the files."""
    yield from chain.from_iterable(mine for _, mine in _standing_at(site, PASSED))


# The pages of one site are made one after another, and each file has one.
@lru_cache(maxsize=2)
def _standing_at(site: Site, mark: StateMark) -> tuple[tuple[Entry, list[Entry]], ...]:
    """Return the files of today, each with its goals, activities and steps that stand so."""
    found = []
    for file in site.policy.of(Beleid):
        if is_of_today(site, file):
            inside = (entry for entry in site.policy.below(file) if isinstance(entry.item, Doel | Activiteit | Stap))
            found.append((file, [entry for entry in inside if mark_of(site, entry) is mark]))
    return tuple(found)
