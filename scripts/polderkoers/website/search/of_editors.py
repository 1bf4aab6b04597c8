"""The answers that the editors of a site wrote themselves to what no source answers: data/vragen.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from polderkoers.policy.model.contact import Vraag
from polderkoers.website.search.answer import Answer, Lead
from polderkoers.website.views.often_asked import PAGE, questions
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from polderkoers.website.search.answer import Overview
    from polderkoers.website.views.site import Site


def of_editors(site: Site, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield the answer to each question, as far as the site has the page where it stands."""
    if f"{PAGE}/" not in overviews:
        return
    words = {entry.item.id: entry.item.woorden for entry in site.policy.of(Vraag)}
    for card in questions(site):
        leads = [Lead(link.text, link.address) for link in card.zie]
        if card.link:
            leads.append(Lead(card.link.removeprefix("https://"), card.link))
        yield Answer(
            "Antwoord",
            card.vraag,
            one_line(card.text),
            f"{PAGE}/#{card.id}",
            words[card.id],
            (),
            "Kijk bij",
            tuple(leads),
        )
