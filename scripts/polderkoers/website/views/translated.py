"""The pages in other languages: home, subjects, places, guides, groups of people and contact, as far as they are translated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from polderkoers.policy.answers import answer_of
from polderkoers.policy.index import Entry
from polderkoers.policy.model.catalogues import Partij, Thema
from polderkoers.policy.model.contact import Contactpunt
from polderkoers.policy.model.files import Wegwijzer
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.translations import Language, Translated, languages
from polderkoers.website.pages import ViewPage, address, overview
from polderkoers.website.talen import DUTCH, shipped
from polderkoers.website.views.contacts import ContactCard, contact_card, contacts_for
from polderkoers.website.views.expected import meant_for
from polderkoers.website.views.link import Link
from polderkoers.website.views.subject_page import own_goals

if TYPE_CHECKING:
    from polderkoers.website.views.site import Site

GROUPS, CONTACT, SEARCH = "wie/", "contact/", "zoeken/"
"""The addresses, in Dutch, of the pages of groups and of contacts, and of the page for searching."""
# The fixed texts that ask what each part of an answer says.
_ASKED = {"wil": "welkom", "merk": "antwoord-merk", "tijd": "antwoord-tijd", "niet": "antwoord-niet"}
_KINDS = ("gemeente", "stad", "dorp", "wijk", "locatie", "regio")


@dataclass(frozen=True)
class TranslatedSection:
    """What stands under one heading. `dutch` are links to pages in Dutch, `contact` is how somebody can be reached, `parts` are sections one level lower.

    `answer` are the parts of the answer of a subject, and `page` is the address of its own page. `is_dutch` says that its heading is not translated, `of` is the address of the Dutch page that it is about.
    """

    id: str
    heading: str
    is_older: bool = False
    is_dutch: bool = False
    of: str = ""
    texts: tuple[Translated, ...] = ()
    links: tuple[Link, ...] = ()
    dutch: tuple[Link, ...] = ()
    outside: tuple[Link, ...] = ()
    contact: ContactCard | None = None
    parts: tuple[TranslatedSection, ...] = ()
    answer: tuple[TranslatedSection, ...] = ()
    page: str = ""


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
        yield from self._subject_pages()
        yield self._page("plaatsen/", words["plaatsen"], self.places)
        if tuple(self.groups()):
            yield self._page(GROUPS, words["wie"], self.groups, words["wie-uitleg"])
        if tuple(self.contacts()):
            yield self._page(CONTACT, words["contact"], self.contacts, words["contact-uitleg"])
        for entry in self.guides:
            yield self._page(
                address(entry, own) or "", self.language.of(entry, "titel").text, partial(self.guide, entry)
            )

    def _subject_pages(self) -> Iterator[ViewPage]:
        """Yield the page of each subject of which the name and a part of the answer are translated."""
        for entry in self.site.policy.of(Thema):
            name, told = self.language.of(entry, "naam"), self.language.of(entry, "uitleg")
            if not name.is_dutch and tuple(self._answer(entry)):
                yield self._page(self.site.address(entry), name.text, partial(self.subject, entry), told.text)

    def _page(
        self, dutch: str, title: str, sections: Callable[[], Iterator[TranslatedSection]], lead: str = ""
    ) -> ViewPage:
        item, said = self.language.entry.item, lead or self.words["lead"]
        return ViewPage(
            self.path(dutch),
            title,
            lambda: said,
            "index.md",
            (),
            "vertaald.md.j2",
            lambda: {
                "taal": item,
                "words": self.words,
                "lead": said,
                "sections": tuple(sections()),
                "home": Link(self.words["home"], self.path("")) if dutch else None,
                "dutch": dutch,
            },
            language=(self.language.code, item.richting),
        )

    def home(self) -> Iterator[TranslatedSection]:
        """Yield what stands on the first page."""
        words, own = self.words, self.site.words
        groups = (Link(words["wie"], self.path(GROUPS)),) if tuple(self.groups()) else ()
        yield TranslatedSection(
            "over", words["verwachten"], texts=(Translated(words["verwachten-uitleg"]),), links=groups
        )
        to = self.path(f"{overview('onderwerpen', own)}/")
        yield TranslatedSection(
            "onderwerpen",
            words["kies"],
            links=tuple(Link(part.heading, part.page or f"{to}#{part.id}") for part in self.subjects()),
        )
        if guides := tuple(map(self._to_guide, self.guides)):
            yield TranslatedSection("idee", words["idee"], links=guides)
        yield TranslatedSection("plaatsen", words["plaatsen"], links=(Link(words["plaatsen"], self.path("plaatsen/")),))
        website = self.site.publisher.website
        outside = (Link(words["website"], website),) if website else ()
        contact = (Link(words["contact"], self.path(CONTACT)),) if tuple(self.contacts()) else ()
        if outside or contact:
            # The page of contacts says of each what is known.
            told = () if contact else (Translated(words["terecht-uitleg"]),)
            yield TranslatedSection("contact", words["terecht"], texts=told, links=contact, outside=outside)

    def subjects(self) -> Iterator[TranslatedSection]:
        """Yield a section per subject that has a name in this language."""
        for entry in self.site.policy.of(Thema):
            name = self.language.of(entry, "naam")
            if not name.is_dutch:
                fields = ("vraag", "uitleg") if entry.item.vraag else ("uitleg",)
                texts = tuple(self.language.of(entry, field) for field in fields)
                link, answer = self.site.link(entry), tuple(self._answer(entry))
                page = self.path(link.address) if answer else ""
                yield TranslatedSection(
                    entry.item.id,
                    name.text,
                    name.is_older,
                    texts=texts,
                    dutch=() if answer else (link,),
                    answer=answer,
                    of=link.address,
                    page=page,
                )

    def subject(self, entry: Entry[Thema]) -> Iterator[TranslatedSection]:
        """Yield the parts of the answer of a subject, who can be turned to about it, and the goals of today by their names in Dutch."""
        words = self.words
        yield from self._answer(entry)
        helping = {card.id for card in contacts_for(self.site, entry)}
        if parts := tuple(part for part in self.contacts() if part.id in helping):
            yield TranslatedSection("contact", words["terecht"], parts=parts)
        if goals := tuple(map(self.site.link, own_goals(self.site, entry))):
            yield TranslatedSection("doelen", words["doelen-nl"], dutch=goals)
        yield TranslatedSection("nederlands", words["meer"], dutch=(self.site.link(entry),))

    def _answer(self, entry: Entry[Thema]) -> Iterator[TranslatedSection]:
        """Yield the parts of the answer of a subject that are translated, each with what it answers."""
        for part in answer_of(self.site.policy, entry):
            told = self.language.of(entry, f"antwoord.{part.name}.tekst")
            if not told.is_dutch:
                yield TranslatedSection(part.name, self.words[_ASKED[part.name]], texts=(told,))

    def places(self) -> Iterator[TranslatedSection]:
        """Yield a section per kind of place. A name is the same in every language."""
        words, places = self.words, self.site.policy.of(Plaats)
        for kind in _KINDS:
            if found := tuple(self.site.link(entry) for entry in places if entry.item.soort == kind):
                yield TranslatedSection(kind, words[f"plaats-{kind}"], dutch=found)
        if rest := tuple(self.site.link(entry) for entry in places if entry.item.soort not in _KINDS):
            yield TranslatedSection("anders", words["plaats-anders"], dutch=rest)

    def groups(self) -> Iterator[TranslatedSection]:
        """Yield a section per group of people for whom our policy of today wants something, as far as the group has a name in this language."""
        for entry in self.site.policy.of(Partij):
            name, found = self._called(entry), meant_for(self.site, entry)
            if found and not name.is_dutch:
                wanted, link = tuple(map(self._wanted, found)), self.site.link(entry)
                rest = (Link(self.words["wie-meer"], link.address),)
                yield TranslatedSection(
                    entry.item.id, name.text, name.is_older, links=rest, parts=wanted, of=link.address
                )

    def _wanted(self, entry: Entry) -> TranslatedSection:
        """Return what is wanted for a group: its name, and its explanation when that is translated."""
        name, link = self.language.of(entry, "naam"), self.site.link(entry)
        told = self.language.of(entry, "toelichting")
        texts = () if told.is_dutch else (told,)
        return TranslatedSection("", name.text, name.is_older, name.is_dutch, texts=texts, of=link.address)

    def contacts(self) -> Iterator[TranslatedSection]:
        """Yield a section per place or person that a resident can turn to, as far as what it is for is translated."""
        for entry in self.site.policy.of(Contactpunt):
            name, told = self.language.of(entry, "naam"), self.language.of(entry, "waarvoor")
            if not told.is_dutch:
                card = contact_card(self.site, entry)
                yield TranslatedSection(
                    entry.item.id, name.text, name.is_older, name.is_dutch, texts=(told,), contact=card, of=CONTACT
                )

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

    def _called(self, entry: Entry[Partij]) -> Translated:
        """Return what a reader says who is one of a group, as far as that is translated, else the name of the group."""
        asked = self.language.of(entry, "aanspreking")
        return self.language.of(entry, "naam") if asked.is_dutch else asked

    def _steps(self, route: Entry) -> Iterator[TranslatedSection]:
        for step in self.site.policy.children(route, "stappen"):
            yield from self._named(step, ("toelichting",))

    def _named(
        self, entry: Entry, fields: tuple[str, ...], parts: tuple[TranslatedSection, ...] = ()
    ) -> Iterator[TranslatedSection]:
        name = self.language.of(entry, "naam")
        if not name.is_dutch:
            texts = tuple(self.language.of(entry, field) for field in fields if getattr(entry.item, field, None))
            yield TranslatedSection(entry.item.id, name.text, name.is_older, texts=texts, parts=parts)


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
        dutch = (*(page.path.removeprefix(f"{code}/") for page in each.pages()), SEARCH)
        found[code] = {"naam": item.eigen_naam, "richting": item.richting, "woorden": each.words, "paden": dutch}
    return found
