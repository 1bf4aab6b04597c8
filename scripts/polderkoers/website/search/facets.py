"""What a page can be filtered by, and the words of residents that lead to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import TERMS, capital
from polderkoers.policy.general import general_left_out
from polderkoers.policy.index import Entry, Policy
from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.model.catalogues import Organisatie
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.having import andere_namen_of, termijn_of, themas_of, voluit_of
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.model.zoekwoorden import Zoekwoord, Zoekwoorden
from polderkoers.policy.vocabulary import vocabulary_of
from polderkoers.website.pages import address
from polderkoers.website.views.age import NOW, time_of
from polderkoers.website.views.shown_times import WORDS
from polderkoers.website.words import Words

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site


# In this order a reader sees the filters.
FILTERS = {
    "tijd": "Wat wil je zien?",
    "soort": "Soort",
    "thema": "Onderwerp",
    "document": "Document",
    "partij": "Voor wie of door wie",
    "termijn": "Termijn",
    "plaats": "Plaats",
    "status": "Status",
}
# On a portal before all others.
OF_PORTAL = {"deelnemer": "Van wie"}
# The kind of catalogue entry that each filter is about.
_ABOUT = {"thema": "thema", "document": "document", "partij": "partij", "plaats": "plaats"}

# Lists that explain the policy, and say nothing of what is wanted.
_LISTS = frozenset({"begrip", "organisatie", "document", "rolsoort", "versie"})

Facets = dict[str, tuple[str, ...]]


def facets(site: Site, entry: Entry) -> Facets:
    """Return the values of every filter for the page of an item, without empty ones."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    found["soort"][site.words.one(entry.item.soortnaam)] = None
    found["tijd"][_time(site, entry)] = None
    if word := site.mark(entry):
        found["status"][word] = None
    # A card names the first document, and that is where the item itself comes from.
    own = site.document(entry.bron)
    if own is not None:
        found["document"][own.item.label] = None
    for kind, name in _about(site, entry):
        if kind != "document" or own is not None or not isinstance(entry.item, Besluit):
            found[kind][name] = None
    return {name: tuple(found[name]) for name in FILTERS if found[name]}


def _time(site: Site, entry: Entry) -> str:
    """Return of which time a page is, as a reader chooses it: that of its file, or of words and lists; a page for residents is of today."""
    file = site.policy.entries.get(entry.file.id)
    if file is not None and isinstance(file.item, Beleid):
        return time_of(site, file)
    return WORDS if entry.item.soortnaam in _LISTS else NOW


def _about(site: Site, entry: Entry) -> Iterator[tuple[str, str]]:
    policy = site.policy
    # What has a page of its own below that of a file is about the subjects of that file.
    if not entry.is_file:
        yield from _themes(policy, policy.entries.get(entry.file.id, entry))
    inside = [entry, *policy.below(entry)]
    for item in inside:
        if term := termijn_of(item.item):
            yield "termijn", capital(TERMS[term])
        for target in (item, *(reference.target for reference in policy.outgoing(item))):
            for name, kind in _ABOUT.items():
                if target is not None and target.item.soortnaam == kind:
                    yield name, target.item.label
    if isinstance(entry.item, Organisatie | Plaats):
        # These stand under the subjects of what refers to them.
        for reference in policy.backlinks(entry):
            yield from _themes(policy, reference.source)


def _themes(policy: Policy, entry: Entry) -> Iterator[tuple[str, str]]:
    for theme in themas_of(entry.item):
        if target := policy.resolve(theme, "themas", entry.file):
            yield "thema", target.item.label


def left_out(policy: Policy) -> tuple[str, ...]:
    """Return the words of a question that say nothing about what is looked for: the general ones, and those of the data."""
    file = policy.get("zoekwoorden")
    own = file.item.weglaten if file and isinstance(file.item, Zoekwoorden) else ()
    return tuple(dict.fromkeys((*general_left_out(), *own)))


def resident_words(policy: Policy) -> dict[str, tuple[str, ...]]:
    """Return, by the words that residents type, the addresses of the pages that these lead to, the best first."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    own = Words(vocabulary_of(policy))
    for entry in policy.of_kind("zoekwoord"):
        if isinstance(entry.item, Zoekwoord):
            pages = [_page(reference.target, own) for reference in policy.outgoing(entry) if reference.target]
            for words in entry.item.woorden:
                found[words].update(dict.fromkeys(filter(None, pages)))
    return _in_order(found)


def other_names(policy: Policy) -> dict[str, tuple[str, ...]]:
    """Return, by the other names of what has a page, the addresses of the pages that are about it."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    own = Words(vocabulary_of(policy))
    for entry in policy.of_kind("begrip", "organisatie", "plaats"):
        for name in (voluit_of(entry.item), *andere_namen_of(entry.item)):
            if name:
                found[name][_page(entry, own)] = None
    return _in_order(found)


def _in_order(found: dict[str, dict[str, None]]) -> dict[str, tuple[str, ...]]:
    return {words: tuple(pages) for words, pages in found.items()}


def _page(entry: Entry, words: Words) -> str:
    return (address(entry, words) or "").partition("#")[0]
