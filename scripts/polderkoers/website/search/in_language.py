"""The page for searching in another language: every part of what is translated, with the words of residents that lead to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.website.pages import ViewPage, address, overview
from polderkoers.website.search.facets import left_out, other_names, resident_words
from polderkoers.website.search.general_questions import QUESTIONS
from polderkoers.website.views.translated import CONTACT, GROUPS, SEARCH, Translation, translations

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site
    from polderkoers.website.views.translated import TranslatedSection


@dataclass(frozen=True)
class FoundPart:
    """A part of the pages in a language: what it is called, its texts, what kind it is, and where it stands.

    `is_dutch` says that its name is not translated, `to_dutch` that it leads to a page in Dutch. `of` is the address of the Dutch page that it
    is about, `words` lead to it before all others, and `also` lead to it after others.
    """

    heading: str
    texts: tuple[str, ...]
    kind: str
    address: str
    of: str = ""
    is_dutch: bool = False
    to_dutch: bool = False
    words: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


def search_pages(site: Site) -> Iterator[ViewPage]:
    """Yield the page for searching in each language. All that can be found stands in it, so that it needs no index and no request."""
    for each in translations(site):
        yield _page(each)


def _page(translation: Translation) -> ViewPage:
    item, words = translation.language.entry.item, translation.words
    return ViewPage(
        translation.path(SEARCH),
        words["zoeken"],
        lambda: words["zoeken-uitleg"],
        "index.md",
        (),
        "vertaald-zoeken.md.j2",
        lambda: {
            "taal": item,
            "words": words,
            "parts": found_parts(translation),
            "left_out": left_out(translation.site.policy),
            "dutch": SEARCH,
        },
        language=(translation.language.code, item.richting),
    )


def found_parts(translation: Translation) -> tuple[FoundPart, ...]:
    """Return what can be found in a language, each with the words that lead to it."""
    parts = tuple(_parts(translation))
    known = {part.of for part in parts}
    first: dict[str, list[str]] = defaultdict(list)
    later: dict[str, list[str]] = defaultdict(list)
    policy = translation.site.policy
    for words, paths in chain(resident_words(policy).items(), other_names(policy).items()):
        there = [path for path in paths if path in known]
        for place, path in enumerate(there):
            (later if place else first)[path].append(words)
    first[CONTACT] += chain.from_iterable(question.words for question in QUESTIONS)
    return tuple(replace(part, words=tuple(first[part.of]), also=tuple(later[part.of])) for part in parts)


def _parts(each: Translation) -> Iterator[FoundPart]:
    """Yield the parts of all pages in a language: subjects, guides, contact, groups, what is wanted for them, and places."""
    words, own = each.words, each.site.words
    yield from _of_page(each.subjects(), words["onderwerpen"], each.path(f"{overview('onderwerpen', own)}/"))
    for entry in each.guides:
        path = address(entry, own) or ""
        short, *routes = each.guide(entry)
        yield FoundPart(short.heading, _texts(short), words["idee"], each.path(path), of=path)
        yield from _of_page(routes[:-1], short.heading, each.path(path))
    if tuple(each.contacts()):
        yield FoundPart(words["terecht"], (words["contact-uitleg"],), words["contact"], each.path(CONTACT), of=CONTACT)
        for part in _of_page(each.contacts(), words["contact"], each.path(CONTACT)):
            yield replace(part, of="")
    yield from _of_page(each.groups(), words["wie"], each.path(GROUPS))
    yield from _wanted(each)
    for link in map(each.site.link, each.site.policy.of(Plaats)):
        yield FoundPart(link.text, (), words["plaatsen"], link.address, link.address, is_dutch=True, to_dutch=True)


def _of_page(sections: Iterable[TranslatedSection], kind: str, path: str) -> Iterator[FoundPart]:
    for section in sections:
        inside = chain.from_iterable((part.heading, *_texts(part)) for part in section.parts if part.id)
        texts = (*_texts(section), *chain.from_iterable(map(_texts, section.answer)), *inside)
        place = section.page or f"{path}#{section.id}"
        yield FoundPart(section.heading, texts, kind, place, section.of, section.is_dutch)


def _wanted(each: Translation) -> Iterator[FoundPart]:
    """Yield what is wanted for groups, each once, as far as its name is translated."""
    wanted = chain.from_iterable(group.parts for group in each.groups())
    for part in {part.of: part for part in wanted if not part.is_dutch}.values():
        yield FoundPart(part.heading, _texts(part), each.words["wil"], part.of, part.of, to_dutch=True)


def _texts(section: TranslatedSection) -> tuple[str, ...]:
    return tuple(told.text for told in section.texts if not told.is_dutch)
