"""The answers that the editors wrote to questions of residents (data/vragen.yaml): each under its own words, where its page says the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.website.pages import overview
from polderkoers.website.search.answer import ASKED, Answer, Lead, Overview
from polderkoers.website.search.general_questions import alike
from polderkoers.website.views.often_asked import PAGE, questions
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from polderkoers.website.search.general_questions import Question
    from polderkoers.website.views.often_asked import QuestionCard
    from polderkoers.website.views.site import Site


def of_editors(site: Site, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield the answer to each question of the data, as far as the site has the page where it stands; `overviews` are the pages about no item.

    Such an answer is also given to the words of a question that every organisation is asked, when one of its own is among them.
    """
    page = f"{overview(PAGE, site.words)}/"
    if page not in overviews:
        return
    for card in questions(site):
        general = alike(card.words)
        words = chain(card.words, *(question.words for question in general))
        yield Answer(
            kind="Antwoord",
            title=card.vraag,
            text=one_line(card.text),
            address=f"{page}#{card.id}",
            names=tuple(dict.fromkeys(words)),
            heading="Kijk bij",
            leads=(*_leads(card), *_pages(site, general, overviews)),
            sort=ASKED,
        )


def _leads(card: QuestionCard) -> Iterator[Lead]:
    for link in card.zie:
        yield Lead(link.text, link.address, link.mark)
    if card.link:
        yield Lead(card.link.removeprefix("https://"), card.link)


def _pages(site: Site, general: Iterable[Question], overviews: Mapping[str, Overview]) -> Iterator[Lead]:
    for name in chain.from_iterable(question.pages for question in general):
        address = f"{overview(name, site.words)}/"
        if address in overviews:
            yield Lead(overviews[address].title, address)
