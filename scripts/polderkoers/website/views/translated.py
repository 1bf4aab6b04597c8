"""The pages in other languages: home, subjects, places and guides, as far as they are translated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from polderkoers.policy.index import Entry
from polderkoers.policy.model.catalogues import Thema
from polderkoers.policy.model.files import Wegwijzer
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.translations import Language, Translated, languages
from polderkoers.website.pages import ViewPage, address, overview
from polderkoers.website.talen import DUTCH, shipped
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

_KINDS = ("gemeente", "stad", "dorp", "wijk", "locatie", "regio")


@dataclass(frozen=True)
class TranslatedSection:
    """What stands under one heading. `dutch` are links to pages in Dutch, `parts` sections one level lower."""

    id: str
    heading: str
    is_older: bool = False
    texts: tuple[Translated, ...] = ()
    links: tuple[Link, ...] = ()
    dutch: tuple[Link, ...] = ()
    outside: tuple[Link, ...] = ()
    parts: tuple[TranslatedSection, ...] = ()


@dataclass(frozen=True)
class Translation:
    """A language of a site, with the fixed texts of its pages."""

    site: Site
    language: Language

    @property
    def words(self) -> Mapping[str, str]:
        """The fixed texts by name: those of the instance, else those that ship, else the Dutch ones."""
        own = {told.woord: told.tekst for told in self.language.entry.item.woorden}
        found = {**shipped(DUTCH), **shipped(self.language.code), **own}
        # A name alone: what kind of government it is would be Dutch words in a sentence of another language.
        who = next((entry.item.naam for entry in self.site.policy.of(Instelling)), self.site.publisher.name)
        return {name: text.replace("{naam}", who) for name, text in found.items()}

    def path(self, dutch: str) -> str:
        """Return the address of a page in this language, by that of the page in Dutch."""
        return f"{self.language.code}/{dutch}"

    @property
    def guides(self) -> tuple[Entry[Wegwijzer], ...]:
        """The guides that are translated."""
        return tuple(entry for entry in self.site.policy.of(Wegwijzer) if not self.language.of(entry, "titel").is_dutch)

    def pages(self) -> Iterator[ViewPage]:
        """Yield the pages in this language; their addresses are those of the Dutch pages below its code."""
        words, own = self.words, self.site.words
        yield self._page("", words["welkom"], self.home)
        yield self._page(f"{overview('onderwerpen', own)}/", words["onderwerpen"], self.subjects)
        yield self._page("plaatsen/", words["plaatsen"], self.places)
        for entry in self.guides:
            yield self._page(
                address(entry, own) or "", self.language.of(entry, "titel").text, partial(self.guide, entry)
            )

    def _page(self, dutch: str, title: str, sections: Callable[[], Iterator[TranslatedSection]]) -> ViewPage:
        item = self.language.entry.item
        return ViewPage(
            self.path(dutch),
            title,
            lambda: self.words["lead"],
            "index.md",
            (),
            "vertaald.md.j2",
            lambda: {
                "taal": item,
                "words": self.words,
                "sections": tuple(sections()),
                "home": Link(self.words["home"], self.path("")) if dutch else None,
                "dutch": dutch,
            },
            language=(self.language.code, item.richting),
        )

    def home(self) -> Iterator[TranslatedSection]:
        """Yield what stands on the first page."""
        words, own = self.words, self.site.words
        yield TranslatedSection("over", words["verwachten"], texts=(Translated(words["verwachten-uitleg"]),))
        to = self.path(f"{overview('onderwerpen', own)}/")
        yield TranslatedSection(
            "onderwerpen", words["kies"], links=tuple(Link(part.heading, f"{to}#{part.id}") for part in self.subjects())
        )
        if guides := tuple(map(self._to_guide, self.guides)):
            yield TranslatedSection("idee", words["idee"], links=guides)
        yield TranslatedSection("plaatsen", words["plaatsen"], links=(Link(words["plaatsen"], self.path("plaatsen/")),))
        publisher = self.site.publisher
        if publisher.website:
            outside = (Link(words["website"], publisher.website),)
            yield TranslatedSection(
                "contact", words["terecht"], texts=(Translated(words["terecht-uitleg"]),), outside=outside
            )

    def subjects(self) -> Iterator[TranslatedSection]:
        """Yield a section per subject that has a name in this language."""
        for entry in self.site.policy.of(Thema):
            name = self.language.of(entry, "naam")
            if not name.is_dutch:
                fields = ("vraag", "uitleg") if entry.item.vraag else ("uitleg",)
                texts = tuple(self.language.of(entry, field) for field in fields)
                yield TranslatedSection(entry.item.id, name.text, name.is_older, texts, dutch=(self.site.link(entry),))

    def places(self) -> Iterator[TranslatedSection]:
        """Yield a section per kind of place. A name is the same in every language."""
        words, places = self.words, self.site.policy.of(Plaats)
        for kind in _KINDS:
            if found := tuple(self.site.link(entry) for entry in places if entry.item.soort == kind):
                yield TranslatedSection(kind, words[f"plaats-{kind}"], dutch=found)
        if rest := tuple(self.site.link(entry) for entry in places if entry.item.soort not in _KINDS):
            yield TranslatedSection("anders", words["plaats-anders"], dutch=rest)

    def guide(self, entry: Entry[Wegwijzer]) -> Iterator[TranslatedSection]:
        """Yield the routes of a guide with their steps, and where all of it stands in Dutch."""
        yield TranslatedSection(
            "kort",
            self._asked(entry),
            texts=(self.language.of(entry, "samenvatting"),),
        )
        for route in self.site.policy.children(entry, "routes"):
            yield from self._named(route, ("voor", "toelichting"), tuple(self._steps(route)))
        yield TranslatedSection("nederlands", self.words["meer"], dutch=(self.site.link(entry),))

    def _to_guide(self, entry: Entry[Wegwijzer]) -> Link:
        return Link(self._asked(entry), self.path(address(entry, self.site.words) or ""))

    def _asked(self, entry: Entry[Wegwijzer]) -> str:
        """Return what a reader says who wants a guide, as far as that is translated, else its title."""
        asked = self.language.of(entry, "aanspreking")
        return self.language.of(entry, "titel").text if asked.is_dutch else asked.text

    def _steps(self, route: Entry) -> Iterator[TranslatedSection]:
        for step in self.site.policy.children(route, "stappen"):
            yield from self._named(step, ("toelichting",))

    def _named(
        self, entry: Entry, fields: tuple[str, ...], parts: tuple[TranslatedSection, ...] = ()
    ) -> Iterator[TranslatedSection]:
        name = self.language.of(entry, "naam")
        if not name.is_dutch:
            texts = tuple(self.language.of(entry, field) for field in fields if getattr(entry.item, field, None))
            yield TranslatedSection(entry.item.id, name.text, name.is_older, texts, parts=parts)


def translations(site: Site) -> tuple[Translation, ...]:
    """Return the languages of a site beside Dutch."""
    return tuple(Translation(site, language) for language in languages(site.policy))


def translated_pages(site: Site) -> Iterator[ViewPage]:
    """Yield the pages in other languages."""
    for each in translations(site):
        yield from each.pages()


def frames(site: Site) -> dict[str, dict[str, Any]]:
    """Return what the frame of a page needs of each language, by its code: its name and direction, its fixed texts, and its pages.

    The pages are given by the addresses that they have in Dutch.
    """
    found = {}
    for each in translations(site):
        item, code = each.language.entry.item, each.language.code
        dutch = tuple(page.path.removeprefix(f"{code}/") for page in each.pages())
        found[code] = {"naam": item.eigen_naam, "richting": item.richting, "woorden": each.words, "paden": dutch}
    return found
