"""Who does something: who is responsible for it or is to do it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.blocks import Activiteit, Doel
from polderkoers.website.views.link import Link, unique

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site


def done_by(site: Site, entry: Entry) -> tuple[Link, ...]:
    """Return who does something: who is responsible or is to do it, of a goal those of its activities."""
    inside: Iterable[Entry] = (entry,)
    if isinstance(entry.item, Doel):
        inside = only(Activiteit, site.policy.below(entry))
    return unique(chain.from_iterable(map(partial(_doers, site), inside)))


def _doers(site: Site, entry: Entry) -> tuple[Link, ...]:
    return (*site.catalogue_links("verantwoordelijk", entry), *site.catalogue_links("trekker", entry))
