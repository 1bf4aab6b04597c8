"""The answers that the editors wrote to questions of residents (data/vragen.yaml): each under its own words, where its page says the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from polderkoers.website.pages import overview
from polderkoers.website.search.answer import WRITTEN, Answer, Lead, Overview
from polderkoers.website.views.often_asked import PAGE, questions
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from polderkoers.website.views.often_asked import QuestionCard
    from polderkoers.website.views.site import Site


def asked_of_editors(site: Site, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield the answer to each question of the data, with what goes with it; `overviews` are the pages about no item, by address."""
    page = f"{overview(PAGE, site.words)}/"
    for card in questions(site):
        address = f"{page}#{card.id}" if page in overviews else ""
        yield Answer(
            kind="Antwoord",
            title=card.vraag,
            text=one_line(card.text),
            address=address,
            names=card.words,
            heading="Kijk bij",
            leads=tuple(_leads(card)),
            weight=WRITTEN,
        )


def _leads(card: QuestionCard) -> Iterator[Lead]:
    for link in card.zie:
        yield Lead(link.text, link.address, link.mark)
    if card.link:
        yield Lead(card.link.removeprefix("https://"), card.link)
