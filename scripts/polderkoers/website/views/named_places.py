"""How often policy names each place, by whether that policy is of today."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import filterfalse
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.areas import is_in
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.website.views.age import NOW, time_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.site import Site

ABOUT = "plaatsen"
"""The field in which an item says which places it is about."""


def in_area(site: Site, place: Entry) -> bool:
    """Return whether a place lies in the area that the site is about; every place does when that is not known."""
    return site.home is None or is_in(site.policy, place, site.home.item.id)


def inside(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return items of one file without the file itself, unless that is all there is: it is the same said twice."""
    return tuple(filterfalse(attrgetter("is_file"), entries)) or entries


# The pages of one site are made one after another.
@lru_cache(maxsize=1)
def naming(site: Site) -> dict[str, dict[str, set[str]]]:
    """Return the items that name each place, by its reference and by whether they are of today."""
    found: dict[str, dict[str, set[str]]] = {}
    for place in site.policy.of(Plaats):
        by_file: dict[str, dict[str, Entry]] = defaultdict(dict)
        for source, field in site.policy.named_by(place):
            if field == ABOUT and isinstance(source.file, Beleid):
                by_file[source.file.id][source.ref] = source
        by_time: dict[str, set[str]] = defaultdict(set)
        for file, sources in by_file.items():
            by_time[time_of(site, site.policy.entries[file])].update(
                map(attrgetter("ref"), inside(tuple(sources.values())))
            )
        found[place.ref] = by_time
    return found


def named_now(site: Site) -> frozenset[str]:
    """Return the references of the places that own policy of today names."""
    return frozenset(ref for ref, by_time in naming(site).items() if NOW in by_time)


def times_named_now(site: Site, place: Entry) -> int:
    """Return how many items of own policy of today name a place, a file not beside what stands in it."""
    return len(naming(site)[place.ref].get(NOW, ()))
