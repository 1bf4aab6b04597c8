"""What changed since the report before, in sentences: a state that became another, a date that moved, money that was spent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import listing
from polderkoers.policy.model.dates import the_datum
from polderkoers.policy.progress import Reporting
from polderkoers.website.views.link import Link
from polderkoers.website.words import in_euros

if TYPE_CHECKING:
    from polderkoers.policy.model.verslag import GemeldeMeting, Melding
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
    before = tuple(each.melding for each in news.earlier)
    yield from _state(now, tuple(each for each in before if each.stand))
    moved, last_moved = now.nieuwe_datum, next((each.nieuwe_datum for each in before if each.nieuwe_datum), None)
    if moved and (last_moved is None or last_moved.tekst != moved.tekst):
        yield f"Nieuwe datum: {moved.tekst}."
    yield from _measured(now, before)
    spent = now.besteed
    known = (each.besteed for each in before if each.besteed and spent and each.besteed.jaar == spent.jaar)
    if spent and next(known, None) != spent:
        when = f"In {spent.jaar}" if spent.jaar else "Tot nu toe"
        yield f"{when} is {in_euros(spent)} uitgegeven."


def _measured(now: Melding, before: tuple[Melding, ...]) -> Iterator[str]:
    """Yield that something was measured, or is given otherwise than before, and of which years as far as that is known."""
    given = chain.from_iterable(each.metingen for each in reversed(before))
    known = {_what(each): each.waarde for each in given}
    values = [each for each in now.metingen if each.waarde is not None]
    fresh = [each for each in values if known.get(_what(each)) is None]
    other = [each for each in values if known.get(_what(each)) not in (None, each.waarde)]
    if fresh:
        words = "Er zijn nieuwe metingen" if len(_years(fresh)) > 1 else "Er is een nieuwe meting"
        yield f"{words}{_of_years(fresh)}."
    if other:
        yield f"Er is een andere waarde{_of_years(other)} dan eerder is gemeld."


def _what(measured: GemeldeMeting) -> tuple[int | None, str | None, str | None]:
    return measured.jaar, measured.groep, measured.meting


def _years(values: Iterable[GemeldeMeting]) -> list[int]:
    return sorted({each.jaar for each in values if each.jaar})


def _of_years(values: Iterable[GemeldeMeting]) -> str:
    years = _years(values)
    return f" van {listing(list(map(str, years)))}" if years else ""


def _state(now: Melding, told: tuple[Melding, ...]) -> Iterator[str]:
    """Yield another state than the newest of those that were told before, or the same since another time."""
    if not now.stand:
        return
    before = str(told[0].stand) if told else ""
    same = takewhile(lambda each: each.stand == now.stand, told)
    known = next((each.sinds for each in same if each.sinds), None)
    since = f", sinds {the_datum(now.sinds)}" if now.sinds else ""
    if not before:
        yield f"Voor het eerst gemeld: {_word(now.stand)}{since}."
    elif before != now.stand:
        yield f"Was: {_word(before)}. Nu: {_word(now.stand)}{since}."
    elif known and now.sinds and known != now.sinds:
        yield f"Eerder gemeld: {_word(before)} sinds {the_datum(known)}. Nu gemeld: sinds {the_datum(now.sinds)}."


def _word(state: str) -> str:
    return "stand onbekend" if state == "onbekend" else state
