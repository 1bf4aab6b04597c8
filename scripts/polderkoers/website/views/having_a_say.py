"""How a resident can have a say, as far as the policy of today says it, and which decisions it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from polderkoers.policy.index import Entry
from polderkoers.policy.model.blocks import Besluitmoment
from polderkoers.policy.model.contact import Vraag
from polderkoers.website.views import overviews
from polderkoers.website.views.age import is_of_today
from polderkoers.website.views.backlinks import row

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

SAY = "meepraten"
"""The id of the question in data/vragen.yaml that tells of it: what goes with that answer is shown."""


def having_a_say(site: Site) -> dict[str, Any]:
    """Return what the page shows: the guides, what goes with the question about having a say, and the decisions of today."""
    return {
        "wegwijzers": tuple(overviews.guides(site)),
        "rows": site.each(row, _about(site)),
        "moments": site.each(row, [entry for entry in site.policy.of(Besluitmoment) if is_of_today(site, entry)]),
    }


def _about(site: Site) -> Iterator[Entry]:
    for question in site.policy.of(Vraag):
        if question.item.id == SAY:
            found = (reference.target for reference in site.policy.outgoing(question))
            yield from (target for target in found if target is not None and is_of_today(site, target))
