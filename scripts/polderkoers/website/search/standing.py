"""The answers to how something stands: by which report, since when, or that no report says it; and each decision by its number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, product
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import listing
from polderkoers.policy.model.blocks import Activiteit, Doel, Stap
from polderkoers.policy.model.having import plain_name_of
from polderkoers.policy.progress import reports
from polderkoers.website.search.answer import Answer, Lead
from polderkoers.website.search.facets import left_out
from polderkoers.website.views.council import called, council_of, state_of, when_of
from polderkoers.website.views.reported import ItemProgress, progress_of

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.besluiten import Besluit
    from polderkoers.website.views.facts import FactLine
    from polderkoers.website.views.site import Site

_KIND = "Voortgang"
_ASKED = (
    "hoe staat het met {}",
    "hoe ver is {}",
    "voortgang {}",
    "stand van zaken {}",
    "is {} al klaar",
    "wanneer is {} klaar",
    "{} te laat",
)
_NOWHERE = "Geen verslag op deze site zegt hoe het hiermee staat."
# Beyond this the page about progress tells it, and nobody waits for a card of each.
_MOST = 450
_WORD = re.compile(r"[^\W_]{4,}")


def standing(site: Site) -> Iterator[Answer]:
    """Yield an answer for each goal, activity and step of our own: how it stands; none where there is no report, or too much to tell."""
    found = tuple(filter(lambda entry: _is_ours(site, entry), _asked_about(site)))
    if reports(site.policy) and len(found) <= _MOST:
        own = _own_words(site, found)
        yield from (_of_item(site, entry, own[entry.ref]) for entry in found)


def _asked_about(site: Site) -> tuple[Entry, ...]:
    return (*site.policy.of(Doel), *site.policy.of(Activiteit), *site.policy.of(Stap))


def _is_ours(site: Site, entry: Entry) -> bool:
    return not site.is_foreign(entry) and not site.mark(entry)


def _own_words(site: Site, entries: Iterable[Entry]) -> Mapping[str, tuple[str, ...]]:
    """Return by reference the words of the name of each item that say something and that no other name has."""
    nothing = set(left_out(site.policy))
    words = {entry.ref: tuple(_words(plain_name_of(entry.item), nothing)) for entry in entries}
    used = Counter(chain.from_iterable(words.values()))
    return {ref: tuple(filter(lambda word: used[word] == 1, mine)) for ref, mine in words.items()}


def _words(name: str, nothing: set[str]) -> Iterator[str]:
    for word in dict.fromkeys(_WORD.findall(name.lower())):
        if word not in nothing:
            yield word


def _of_item(site: Site, entry: Entry, own: Iterable[str]) -> Answer:
    name, found = plain_name_of(entry.item), progress_of(site, entry)
    asked = (form.format(word) for word, form in product((name.lower(), *own), _ASKED))
    facts = (f"{fact.label}: {_words_of(fact)}." for fact in found.facts)
    text = " ".join((_told(found), *facts))
    leads = (Lead(found.report.text, found.report.address, found.when),) if found.report else ()
    return Answer(_KIND, name, text, site.address(entry), tuple(asked), (), "Lees het verslag" if leads else "", leads)


def _words_of(fact: FactLine) -> str:
    return listing([link.text for link in fact.links]) or fact.text.rstrip(".")


def _told(found: ItemProgress) -> str:
    """Return how an item stands in a sentence or two."""
    if found.report is None:
        return f"{found.mark.word}. {_NOWHERE}" if not found.told else f"{found.mark.word}."
    if found.said:
        said = " ".join(filter(None, (found.said, found.sinds)))
        return f"{found.mark.word}. Volgens {found.report.text} ({found.when}): {said}."
    since = " ".join(filter(None, (found.mark.word, found.sinds)))
    says = "Nog steeds volgens" if found.still else "Dat zegt"
    return f"{since}. {says} {found.report.text} ({found.when})."


def decided(site: Site) -> Iterator[Answer]:
    """Yield an answer for each decision that has a number, by that number: what it is and how it stands."""
    for entry in council_of(site).decisions:
        if entry.item.stuknummer:
            yield _decision(site, entry)


def _decision(site: Site, entry: Entry[Besluit]) -> Answer:
    item = entry.item
    text = f"{called(item)}, {when_of(item)}. {state_of(site, item).words}."
    return Answer(item.soort.capitalize(), item.naam, text, site.address(entry), (str(item.stuknummer), called(item)))
