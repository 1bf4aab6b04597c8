"""How a resident can have a say, as far as the policy of today says it, and which decisions it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from polderkoers.policy.index import Entry
from polderkoers.policy.model.blocks import Besluitmoment
from polderkoers.policy.model.contact import Vraag
from polderkoers.policy.model.files import Beleid
from polderkoers.website.views import overviews
from polderkoers.website.views.backlinks import row
from polderkoers.website.views.subject_page import is_of_today

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

SAY = "meepraten"
"""The id of the question in data/vragen.yaml that tells of it: what goes with that answer is shown."""


def having_a_say(site: Site) -> dict[str, Any]:
    """Return what the page shows: the guides, what goes with the question about having a say, and the decisions of today."""
    return {
        "wegwijzers": tuple(overviews.guides(site)),
        "rows": site.each(row, _about(site)),
        "moments": site.each(row, [entry for entry in site.policy.of(Besluitmoment) if _is_of_today(site, entry)]),
    }


def _about(site: Site) -> Iterator[Entry]:
    for question in site.policy.of(Vraag):
        if question.item.id == SAY:
            found = (reference.target for reference in site.policy.outgoing(question))
            yield from (target for target in found if target is not None and _is_of_today(site, target))


def _is_of_today(site: Site, entry: Entry) -> bool:
    return isinstance(entry.file, Beleid) and is_of_today(site, site.policy.entries[entry.file.id])
