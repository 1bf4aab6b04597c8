"""The site as a whole: the policy, its pages, and links from any item to where it is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from polderkoers.policy.in_force import why_not
from polderkoers.policy.index import Entry, Policy, Wanted
from polderkoers.policy.model.base import Bron
from polderkoers.policy.model.catalogues import Brondocument
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.having import plain_name_of, told_name_of
from polderkoers.policy.publisher import Publisher, publisher_of
from polderkoers.policy.readability import running_texts
from polderkoers.policy.stones import Stones
from polderkoers.policy.vocabulary import vocabulary_of
from polderkoers.website.dates import reference_date
from polderkoers.website.glossary import Glossary
from polderkoers.website.pages import ItemPage, Page, address, pages
from polderkoers.website.trails import Trails
from polderkoers.website.views.link import Link
from polderkoers.website.views.marks import StateMark, reported_mark
from polderkoers.website.views.stones import FormerAddresses
from polderkoers.website.words import Words

if TYPE_CHECKING:
    from datetime import date

    from polderkoers.website.portal.portal import Portal

Made = TypeVar("Made")

# The kinds of organisation that a name can begin with, and their articles.
_ARTICLES = {"gemeente": "de", "provincie": "de", "waterschap": "het"}


def _alone(policy: Policy) -> frozenset[str]:
    """Return the kinds that have an overview called after them, and of which that overview shows just one."""
    shown = {"plan": ("plan", "wegwijzer"), "thema": ("thema",), "doel": ("doel",)}
    return frozenset(kind for kind, kinds in shown.items() if len(policy.of_kind(*kinds)) == 1 and policy.of_kind(kind))


def _voice(today: Site | None, policy: Policy) -> tuple[Publisher, Words]:
    """Return who speaks on a site and in which words: those of today, when there is such a site."""
    if today is not None:
        return today.publisher, today.words
    return publisher_of(policy), Words(vocabulary_of(policy), _alone(policy))


class Site:
    """What every view needs; made once per build."""

    def __init__(self, policy: Policy, trails: Trails | None = None, today: Site | None = None) -> None:
        """Prepare the pages of a policy; without trails nothing on them has a past.

        An earlier policy is shown by the site of `today`, whose publisher speaks its own words.
        """
        self.policy = policy
        self.is_earlier = today is not None
        self._marks: dict[int, str] = {}
        self.publisher, self.words = _voice(today, policy)
        self.trails = trails or Trails()
        # What other sites say, set by who read them; None for a site that shows no others.
        self.portal: Portal | None = None
        # Pictures of the instance itself in the place of our drawings, by the id of their subject; set by who reads the settings.
        self.own_drawings: Mapping[str, str] = {}
        self.pages: dict[str, Page] = {page.path: page for page in pages(policy, self.words)}

    @property
    def participant_count(self) -> int:
        """How many other sites it shows."""
        return len(self.portal.participants) if self.portal else 0

    @cached_property
    def former(self) -> FormerAddresses:
        """The addresses that things had before; an earlier version shows what was there then, and not what became of it."""
        return FormerAddresses(self, Stones(Policy(()) if self.is_earlier else self.policy))

    def tab_title(self, page: Page) -> str:
        """Return the title of a page for a browser's tab: with its file or its kind when another page may have the same name, and its mark."""
        about = self._stands_in(page.entry) if isinstance(page, ItemPage) else []
        if not about and self._titles[page.title] > 1:
            about.append(self.words.one(page.entry.item.soortnaam).lower())
        if mark := self.mark(page.entry):
            about.append(mark.lower())
        return f"{page.title} ({', '.join(about)})" if about else page.title

    def _stands_in(self, entry: Entry) -> list[str]:
        """Return what an item stands in: its file, and when another item of that has the same name also what is nearer."""
        above, file = entry.parent, entry.file
        same = (other for other in self.policy.of_kind(entry.item.soortnaam) if other.file is file)
        labels = [other.item.label for other in same]
        if above is None or above.is_file or labels.count(entry.item.label) == 1:
            return [file.label]
        return [above.item.label, file.label]

    def warm(self) -> None:
        """Look up what the pages have in common."""
        _ = self.glossary, self._titles, self._files_by_term
        for page in self.pages.values():
            self.policy.backlinks(page.entry)
            break

    @cached_property
    def _titles(self) -> Counter[str]:
        return Counter(page.title for page in self.pages.values())

    @cached_property
    def glossary(self) -> Glossary:
        """The terms that explain themselves in running text."""
        return Glossary(self.policy)

    @cached_property
    def home(self) -> Entry | None:
        """The place that the policy is about."""
        if not self.publisher.area:
            return None
        return self.policy.get(f"plaatsen/{self.publisher.area}")

    def terms_on(self, page: Page) -> frozenset[str]:
        """Return the ids of the glossary terms in the running text of a page of policy."""
        return self._terms_by_page.get(page.path, frozenset())

    def with_term(self, term: str) -> tuple[Entry, ...]:
        """Return the files of policy in whose running text a glossary term stands, in the order of their pages."""
        return tuple(self._files_by_term.get(term, ()))

    @cached_property
    def _files_by_term(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for page in self.pages.values():
            for term in self.terms_on(page):
                found.setdefault(term, []).append(page.entry)
        return found

    @cached_property
    def _terms_by_page(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for page in self.pages.values():
            if isinstance(page.entry.item, Beleid):
                seen: set[str] = set()
                for entry in (page.entry, *self.policy.below(page.entry)):
                    for _, text in running_texts(entry):
                        for _ in self.glossary.split(text, seen):
                            pass
                found[page.path] = frozenset(seen)
        return found

    @cached_property
    def _day(self) -> date:
        return reference_date()

    def day(self) -> date:
        """Return the day that the site speaks of as today."""
        return self._day

    def mark(self, entry: Entry) -> str:
        """Return what a reader must know of an item wherever it is named: why it is not in force, nothing when it is."""
        file = id(entry.file)
        if file not in self._marks:
            self._marks[file] = why_not(self.policy, entry, self.day)
        return self._marks[file]

    def standing(self, entry: Entry) -> StateMark | None:
        """Return how an item stands, as every list tells it; None where nothing has to be said."""
        return reported_mark(self, entry)

    def link(self, entry: Entry, text: str | None = None) -> Link:
        """Return a link to where an item is shown."""
        if text:
            return Link(text, self.address(entry), self.mark(entry))
        plain, name = plain_name_of(entry.item), told_name_of(entry.item, entry.file)
        if plain == entry.item.label:
            return Link(name, self.address(entry), self.mark(entry))
        return Link(plain, self.address(entry), self.mark(entry), name)

    def address(self, entry: Entry) -> str:
        """Return the address of the page and anchor where an item is shown, empty when it is nowhere."""
        return address(entry, self.words) or ""

    def own_page(self, entry: Entry) -> str:
        """Return the address of the page of something in a file of policy, empty when it has none of its own."""
        found = self.address(entry)
        return found if not entry.is_file and isinstance(self.pages.get(found), ItemPage) else ""

    def titled(self, entry: Entry) -> Link:
        """Return a link that says where an item stands, and whose policy it is when it is not the municipality's."""
        words = told_name_of(entry.item, entry.file)
        if not entry.is_file:
            words += f" ({entry.file.label})"
        if self.is_foreign(entry):
            words += f", van {self.owner(entry)}"
        return self.link(entry, words)

    def catalogue_links(self, kind_of_reference: str, entry: Entry) -> tuple[Link, ...]:
        """Return links for the references that an item holds in one field, in the order of the data."""
        return tuple(
            self.link(reference.target)
            for reference in self.policy.outgoing(entry)
            if reference.field == kind_of_reference and reference.value is entry.item and reference.target is not None
        )

    def each(self, view: Callable[[Site, Entry[Wanted]], Made], entries: Iterable[Entry[Wanted]]) -> tuple[Made, ...]:
        """Return what a view makes of each of some items, in their order."""
        return tuple(view(self, entry) for entry in entries)

    def naming(self, entry: Entry, field: str) -> list[Entry]:
        """Return the items that name an item in a field."""
        return [reference.source for reference in self.policy.backlinks(entry) if reference.field == field]

    def made_from(self, document: Entry, entries: Iterable[Entry[Wanted]]) -> list[Entry[Wanted]]:
        """Return those of the items that come from a document, in their order."""
        return [entry for entry in entries if self.document(entry.bron) is document]

    def document(self, bron: Bron) -> Entry | None:
        """Return the source document that a source names."""
        return self.policy.get(f"documenten/{bron.document}")

    def source_words(self, entry: Entry) -> str:
        """Return where an item comes from, in words: title, year and place."""
        document = self.document(entry.bron)
        if document is None or not isinstance(document.item, Brondocument):
            return ""
        words = document.item.naam
        if document.item.jaar:
            words += f" ({document.item.jaar})"
        if entry.bron.plek:
            words += f", {entry.bron.plek}"
        return words

    def year(self, entry: Entry) -> int | None:
        """Return the year of the document that an item comes from."""
        document = self.document(entry.bron)
        if document is None or not isinstance(document.item, Brondocument):
            return None
        return document.item.jaar

    def is_foreign(self, entry: Entry) -> bool:
        """Return whether an item is the policy of another government or organisation."""
        document = self.document(entry.bron)
        return document is not None and _is_of_another(document)

    def owner(self, entry: Entry) -> str:
        """Return the name of the publisher of the document that an item comes from."""
        document = self.document(entry.bron)
        if document is None:
            return ""
        return self.owner_of(document)

    def other_owner(self, entry: Entry) -> str:
        """Return whose policy an item is, and nothing for our own."""
        return self.owner(entry) if self.is_foreign(entry) else ""

    def foreign_owner(self, document: Entry) -> str:
        """Return the publisher of a document of another government or organisation, and nothing for our own."""
        return self.owner_of(document) if _is_of_another(document) else ""

    def owner_of(self, document: Entry) -> str:
        """Return the name of the publisher of a source document."""
        if not isinstance(document.item, Brondocument):
            return ""
        publisher = self.policy.resolve(document.item.uitgever, "organisaties", document.file)
        if publisher is None:
            return ""
        return _in_a_sentence(publisher.item.label)


def _is_of_another(document: Entry) -> bool:
    return isinstance(document.item, Brondocument) and document.item.van_wie == "ander"


def _in_a_sentence(name: str) -> str:
    """Return the name of an organisation as it stands in a sentence: "van de gemeente Dronten"."""
    first = name.partition(" ")[0]
    if first not in _ARTICLES:
        return name
    return f"{_ARTICLES[first]} {name}"
