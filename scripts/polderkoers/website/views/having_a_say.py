"""How a resident can have a say, as far as the policy of today says it; which decisions it names, and who takes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from polderkoers.policy.model.contact import Vraag
from polderkoers.website.views import overviews
from polderkoers.website.views.age import is_of_today
from polderkoers.website.views.backlinks import row
from polderkoers.website.views.deciders import moments, who_decides
from polderkoers.website.views.link import Link, said_when

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.blocks import Besluitmoment
    from polderkoers.website.views.site import Site

SAY = "meepraten"
"""The id of the question in data/vragen.yaml that tells of it: its answer is shown, with what goes with that."""


@dataclass(frozen=True)
class Decision:
    """A decision that the policy of today names: who takes it or speaks of it, and when; empty when that is not said."""

    link: Link
    wie: tuple[Link, ...]
    wanneer: str


def having_a_say(site: Site) -> dict[str, Any]:
    """Return what the page shows: the guides, what is known of having a say and what goes with that, and the decisions of today."""
    asked = tuple(entry for entry in site.policy.of(Vraag) if entry.item.id == SAY)
    return {
        "wegwijzers": tuple(overviews.guides(site)),
        "said": " ".join(entry.item.tekst for entry in asked),
        "rows": site.each(row, chain.from_iterable(_about(site, entry) for entry in asked)),
        "moments": site.each(_decision, moments(site)),
        "decides": who_decides(site),
    }


def _decision(site: Site, entry: Entry[Besluitmoment]) -> Decision:
    return Decision(site.link(entry), site.catalogue_links("wie", entry), said_when(entry))


def _about(site: Site, question: Entry[Vraag]) -> Iterator[Entry]:
    found = (reference.target for reference in site.policy.outgoing(question))
    yield from (target for target in found if target is not None and is_of_today(site, target))
