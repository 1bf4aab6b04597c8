"""What changed since the report before, in sentences: a state that became another, a date that moved, money that was spent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import listing
from polderkoers.policy.model.dates import the_datum
from polderkoers.policy.progress import Reporting
from polderkoers.website.views.link import Link
from polderkoers.website.words import in_euros

if TYPE_CHECKING:
    from polderkoers.policy.model.verslag import Melding
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class NewsLine:
    """What is new of one item: where that is, and sentences about it."""

    about: Link
    sentences: tuple[str, ...]


def news_of(site: Site, news: Iterable[Reporting]) -> Iterator[NewsLine]:
    """Yield what is new of each item of which something is."""
    for each in news:
        target = site.policy.get(each.now.about)
        sentences = tuple(_sentences(each))
        if target is not None and sentences:
            yield NewsLine(site.link(target), sentences)


def _sentences(news: Reporting) -> Iterator[str]:
    now = news.now.melding
    before = news.before.melding if news.before else None
    yield from _state(now, before)
    moved = now.nieuwe_datum
    if moved and (before is None or before.nieuwe_datum is None or before.nieuwe_datum.tekst != moved.tekst):
        yield f"Nieuwe datum: {moved.tekst}."
    if now.metingen:
        yield _measured(sorted({each.jaar for each in now.metingen if each.jaar}))
    spent = now.besteed
    if spent and (before is None or before.besteed != spent):
        when = f"In {spent.jaar}" if spent.jaar else "Tot nu toe"
        yield f"{when} is {in_euros(spent)} uitgegeven."


def _measured(years: list[int]) -> str:
    """Return that something was measured, and of which years as far as that is known."""
    words = "Er zijn nieuwe metingen" if len(years) > 1 else "Er is een nieuwe meting"
    return f"{words} van {listing(list(map(str, years)))}." if years else f"{words}."


def _state(now: Melding, before: Melding | None) -> Iterator[str]:
    if not now.stand:
        return
    since = f", sinds {the_datum(now.sinds)}" if now.sinds else ""
    if before is None or not before.stand:
        yield f"Voor het eerst gemeld: {_word(now.stand)}{since}."
    elif before.stand != now.stand:
        yield f"Was: {_word(before.stand)}. Nu: {_word(now.stand)}{since}."


def _word(state: str) -> str:
    return "stand onbekend" if state == "onbekend" else state
