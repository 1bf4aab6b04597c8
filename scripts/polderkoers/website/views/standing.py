"""Policy that is not in force: what stands at the top of the page of a draft or of something withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from polderkoers.policy.index import Entry
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.policy.model.files import Beleid
from polderkoers.website.views.link import Link, mark
from polderkoers.website.views.site import Site

_WORDS = {
    "Concept": "{Dit} is nog niet vastgesteld. De tekst kan nog veranderen.",
    "Ingetrokken": "{Dit} geldt niet meer. Je leest hier wat er stond.",
}
# The same of a plan that the page is a part of.
_SAID = {"Concept": "is nog niet vastgesteld", "Ingetrokken": "is ingetrokken"}


@dataclass(frozen=True)
class StandingBanner:
    """The banner of a page: a word, sentences, and the plans not in force that the page is a part of."""

    heading: str
    sentences: tuple[str, ...]
    plannen: tuple[Link, ...] = ()


def banner(site: Site, entry: Entry) -> StandingBanner | None:
    """Return what must be said first of a file: of itself, or of the plans that it is a part of; None when all is in force."""
    word = mark(entry)
    if word:
        the = site.words.this(entry.item.soortnaam)
        return StandingBanner(word, (_WORDS[word].format(Dit=the), *_adopted(entry)), _plans(site, entry))
    plans = _plans(site, entry)
    # While one plan in force names it, the others say nothing of it.
    if plans and len(plans) == len(site.naming(entry, "onderdelen")) and len({plan.mark for plan in plans}) == 1:
        return StandingBanner(f"Het plan {_SAID[plans[0].mark]}", (), plans)
    return None


def _plans(site: Site, entry: Entry) -> tuple[Link, ...]:
    links = map(site.link, site.naming(entry, "onderdelen"))
    return tuple(link for link in links if link.mark)


def _adopted(entry: Entry) -> tuple[str, ...]:
    """Return when and by whom something withdrawn was adopted, as far as the data says so."""
    item = entry.item
    if not isinstance(item, Beleid) or item.status != "ingetrokken" or not item.vastgesteld_op:
        return ()
    whom = f" door {item.vastgesteld_door}" if item.vastgesteld_door else ""
    return (f"Vastgesteld op {datum_in_words(item.vastgesteld_op)}{whom}.",)
