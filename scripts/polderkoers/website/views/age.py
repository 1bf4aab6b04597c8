"""Which policy is of today, and which of before: of a period that has ended, or so old that nobody can say that it still holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.policy.model.base import Samenhang
from polderkoers.policy.model.catalogues import Brondocument
from polderkoers.policy.model.dates import parse_datum
from polderkoers.policy.model.files import Beleid, Plan
from polderkoers.policy.model.having import jaar_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Reference
    from polderkoers.policy.model.base import Wanneer
    from polderkoers.website.views.site import Site

# Two periods of a council: of what is as old as this, and has no end, a reader asks whether it still holds.
_OLD = 8
NOW, EARLIER, WAITING, OTHERS = "nu", "eerder", "geldt-niet", "ander"
"""Of which time a file of policy is: of today, of before, not in force, or of others."""


def time_of(site: Site, file: Entry) -> str:
    """Return whether a file of policy is of today, of before, not in force, or of others."""
    return _times(site)[file.ref]


def is_of_today(site: Site, entry: Entry) -> bool:
    """Return whether an item stands in policy of our own that is in force as far as the data say so, and not so old that nobody knows."""
    return isinstance(entry.file, Beleid) and time_of(site, site.policy.entries[entry.file.id]) == NOW


# The pages of one site are made one after another.
@lru_cache(maxsize=1)
def _times(site: Site) -> dict[str, str]:
    return {entry.ref: _time(site, entry) for entry in site.policy.of(Beleid)}


def _time(site: Site, file: Entry) -> str:
    if site.is_foreign(file):
        return OTHERS
    if site.mark(file):
        return WAITING
    if is_of_before(site, file):
        return EARLIER
    return NOW


def is_of_before(site: Site, file: Entry) -> bool:
    """Return whether a file of policy is of a period that has ended, or of a document that is old or that a later one goes on with."""
    document = site.document(file.bron)
    if document is None or not isinstance(file.item, Beleid):
        return False
    return bool(ended(site, file.item, document)) or is_old(site, file.item, document)


def ended(site: Site, item: Beleid, document: Entry) -> str:
    """Return the words for a period that has ended, of a plan or of its document; nothing when there is none."""
    for period in _periods(item, document):
        end = parse_datum(period.tot) if period.tot else None
        if end is not None:
            return period.tekst if end.last < site.day() else ""
    return ""


def is_old(site: Site, item: Beleid, document: Entry) -> bool:
    """Return whether a document without an end has a later one that goes on with it, or is very old."""
    year = jaar_of(document.item)
    if year is None or any(map(attrgetter("tot"), _periods(item, document))):
        return False
    return year <= site.day().year - _OLD or document.ref in followed_up(site)


def _periods(item: Beleid, document: Entry) -> Iterator[Wanneer]:
    """Yield how long a plan runs, and its document, as far as that is said."""
    if isinstance(item, Plan) and item.looptijd is not None:
        yield item.looptijd
    if isinstance(document.item, Brondocument) and document.item.looptijd is not None:
        yield document.item.looptijd


# The pages of one site are made one after another.
@lru_cache(maxsize=1)
def followed_up(site: Site) -> frozenset[str]:
    """Return the references of the documents of which a later one says, or the editors say, that it goes on with them."""
    links = filter(_goes_on, site.policy.held_in(Samenhang))
    return frozenset(pair[0] for reference in links if (pair := pair_of(site, reference)))


def _goes_on(reference: Reference) -> bool:
    return isinstance(reference.value, Samenhang) and reference.value.soort == "vervolg op"


def pair_of(site: Site, reference: Reference) -> tuple[str, str] | None:
    """Return the references of the earlier and the later own document that a link is between, None when there is no such pair."""
    if reference.target is None:
        return None
    new, old = site.document(reference.source.bron), site.document(reference.target.bron)
    if new is None or old is None or not _is_later(new, old):
        return None
    if site.foreign_owner(new) or site.foreign_owner(old):
        return None
    return old.ref, new.ref


def _is_later(new: Entry, old: Entry) -> bool:
    return (year_of(new) or 0) > (year_of(old) or 0)


def year_of(document: Entry) -> int | None:
    """Return the year of a source document, as far as it is known."""
    if not isinstance(document.item, Brondocument):
        return None
    return document.item.jaar
