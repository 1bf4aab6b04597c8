"""Questions that no source answers, with what the editors say to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.model.contact import Vraag

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.website.views.link import Link
    from polderkoers.website.views.site import Site

PAGE = "vragen"
"""The overview with all questions: each has its id as anchor there."""


@dataclass(frozen=True)
class QuestionCard:
    """A question as the page shows it: the answer, what of the policy goes with it, and an address elsewhere; empty when there is none.

    `words` are what residents type who ask it.
    """

    id: str
    vraag: str
    text: str
    zie: tuple[Link, ...]
    link: str
    words: tuple[str, ...] = ()


def questions(site: Site) -> tuple[QuestionCard, ...]:
    """Return all questions in the order of the data."""
    return site.each(_card, site.policy.of(Vraag))


def _card(site: Site, entry: Entry[Vraag]) -> QuestionCard:
    item = entry.item
    return QuestionCard(
        item.id, item.naam, item.tekst, site.catalogue_links("zie", entry), item.link or "", item.woorden
    )
