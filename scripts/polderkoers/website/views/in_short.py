"""What stands beside the summary of a policy: who does something, when, how much money is named, its status and its source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import some, uncapital
from polderkoers.policy.index import Entry, only
from polderkoers.policy.model.blocks import Bedrag
from polderkoers.policy.model.files import Beleid, Plan
from polderkoers.website.views.doers import done_by
from polderkoers.website.views.facts import FactLine
from polderkoers.website.views.link import Link, said_when, unique
from polderkoers.website.words import UNKNOWN, adopted

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

# How many are named before it is said how many more there are.
_NAMED = 3


def in_short(site: Site, entry: Entry) -> Iterator[FactLine]:
    """Yield the facts of a file of policy in short; what its source does not tell is said to be unknown."""
    item = entry.item
    if not isinstance(item, Beleid):
        raise TypeError(entry.ref)
    inside = tuple(site.policy.below(entry))
    parties = unique(chain.from_iterable(map(partial(_parties, site), inside)))
    yield FactLine("Wie", tuple(_first(parties)), "" if parties else UNKNOWN)
    yield FactLine("Wanneer", text=_when(item, inside))
    if amounts := len(only(Bedrag, inside)):
        yield FactLine("Geld", text=site.words.count(amounts, "bedrag"))
    yield FactLine("Status", text=adopted(item.status, item.vastgesteld_op, item.vastgesteld_door))
    if document := site.document(item.bron):
        yield FactLine("Bron", (site.link(document, site.source_words(entry)),))


def _parties(site: Site, entry: Entry) -> tuple[Link, ...]:
    """Return who has a role, or does something."""
    if entry.item.soortnaam == "rol":
        return site.catalogue_links("partijen", entry)
    return done_by(site, entry)


def _first(links: tuple[Link, ...]) -> Iterator[Link]:
    yield from links[:_NAMED]
    if more := links[_NAMED:]:
        yield Link(f"nog {len(more)}", "")


def _when(item: Beleid, inside: tuple[Entry, ...]) -> str:
    """Return how long a plan runs, or else the times of what is to be done, which are not those of its goals."""
    if isinstance(item, Plan) and item.looptijd:
        return item.looptijd.tekst
    times = tuple(dict.fromkeys(map(uncapital, filter(None, map(said_when, inside)))))
    return f"Wat ervoor gebeurt: {some(times, _NAMED)}" if times else UNKNOWN
