"""Writes a view with its template: headings as Markdown writes them, everything below them as HTML."""

from __future__ import annotations

from functools import cache, cached_property
from itertools import chain
from operator import attrgetter
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.index import only
from polderkoers.policy.loaded import Loaded
from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.model.catalogues import Begrip, Begrippen, Brondocument, Partij, Thema
from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.having import prose_of
from polderkoers.policy.model.plaatsen import Plaats
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.model.verslag import Verslag
from polderkoers.policy.rule_docs import rule_docs
from polderkoers.website import charts
from polderkoers.website.content import Content
from polderkoers.website.coverage import Coverage
from polderkoers.website.divided.about import TEMPLATE, DividedPages
from polderkoers.website.divided.pages import DividedOverviews
from polderkoers.website.divided.series import SeriesPages
from polderkoers.website.divided.table import DIVISIBLE
from polderkoers.website.divided.ties import TiePages, policy_values
from polderkoers.website.environment import environment
from polderkoers.website.glossary import Glossary, Prose
from polderkoers.website.history import History
from polderkoers.website.languages import English
from polderkoers.website.layers import Layers
from polderkoers.website.new_file import PAGE, new_file_of
from polderkoers.website.overview_table import FILLED_BY, OVERVIEWS, TABLE
from polderkoers.website.pages import ItemPage, Page, ViewPage, files_elsewhere, parent_of, placed
from polderkoers.website.parking import Parking
from polderkoers.website.relative import relative
from polderkoers.website.search.collect import Searchable
from polderkoers.website.search.in_language import search_pages
from polderkoers.website.social.cards import Cards
from polderkoers.website.stone_pages import stone_pages
from polderkoers.website.variables import markdown_escape, variables_of
from polderkoers.website.views import accessibility, backlinks, feed_subjects, item_page, rules
from polderkoers.website.views.calendar import Calendar, calendars
from polderkoers.website.views.changes.pages import ChangePages
from polderkoers.website.views.contacts import contacts_about
from polderkoers.website.views.council import decisions_about
from polderkoers.website.views.council_page import decision_page
from polderkoers.website.views.drawings import drawing_of
from polderkoers.website.views.facts import facts_of
from polderkoers.website.views.feeds import Feed, feed_page, feeds
from polderkoers.website.views.fields_of_work import work_pages
from polderkoers.website.views.history_lines import file_history
from polderkoers.website.views.link import Link
from polderkoers.website.views.listed import lists_of
from polderkoers.website.views.place_page import place_page
from polderkoers.website.views.progress_messages import ProgressMessage, progress_messages
from polderkoers.website.views.progress_page import council_pages
from polderkoers.website.views.questions import transcript_notes
from polderkoers.website.views.report_page import report_page
from polderkoers.website.views.showcase import examples, pictures, showcase
from polderkoers.website.views.site import Site
from polderkoers.website.views.story import stories
from polderkoers.website.views.subject_page import subject_page, subject_top
from polderkoers.website.views.translated import translated_pages
from polderkoers.website.views.versions import Archive
from polderkoers.website.way_in import way_in

_HOME = Link("Home", "")


def page_templates() -> Environment:
    """Return a fresh environment for the templates of pages, with the filters that they use."""
    found = environment()
    found.filters |= {"markdown": markdown_escape, "capital": capital, "lines": _lines}
    return found


def _lines(text: str) -> Markup:
    return escape(text).replace("\n", Markup("&#10;"))


def _examples() -> dict[str, Any]:
    found = examples.values()
    return {**found, **pictures.values(found["moments"], found["chart"].about)}


class Renderer:
    """Renders pages of one site."""

    def __init__(self, site: Site, history: History | None = None) -> None:
        """Set up the templates."""
        self.site = site
        self.history = history or History(None, Loaded(site.policy, (), 0))
        self.coverage = Coverage(site.policy, site.words)
        self.searchable = Searchable(site)
        self.cards = Cards(site)
        self._environment = page_templates()
        self._last: tuple[str, Content] | None = None
        # Set by who promises to call `unpark`; a generator without plugins gets everything in one piece.
        self.parks = False
        # Set by who parks and has set up Markdown as every site has it: then a generated page need not pass through that at all.
        self.makes_headings = False
        self.parking = Parking()
        # The addresses of the hand-written pages, set by who knows them; None when nobody does.
        self.written: frozenset[str] | None = None
        # Where the styles of the site are looked for, set by who knows of other places than the engine.
        self.layers = Layers()
        # What is known of the accessibility of this site, set by who knows it.
        self.statement = accessibility.Statement()
        self._environment.globals["bar"] = charts.share
        self._environment.globals["width"] = charts.width
        self._environment.globals["is_er"] = self.has
        self._environment.globals["uitgever"] = site.publisher
        self._environment.globals["woorden"] = site.words
        self.new_file = new_file_of(site.policy, site.words)
        self._environment.globals["nieuw_bestand"] = self.new_file

    @cached_property
    def variables(self) -> dict[str, Any]:
        """What a page that is written by hand may name: who publishes, as text that Markdown shows as it is."""
        told = variables_of(self.site, is_er=self.has, is_verdeeld=lambda name: name in self.divided.names)
        return {**told, "nieuw_bestand": self.new_file, **way_in(self.history.root)}

    @cached_property
    def archive(self) -> Archive:
        """The earlier versions, as they can be read on the site."""
        return Archive(self.site, self.history)

    @cached_property
    def english(self) -> English:
        """What marks English words in a page."""
        return English(chain.from_iterable(map(attrgetter("item.engels"), self.site.policy.of(Begrippen))))

    @cached_property
    def feeds(self) -> tuple[Feed, ...]:
        """The feeds of what changes."""
        return feeds(self.history, lambda: self.progress_messages)

    @cached_property
    def progress_messages(self) -> tuple[ProgressMessage, ...]:
        """The messages about what came of the policy."""
        return progress_messages(self.site)

    @cached_property
    def calendars(self) -> tuple[Calendar, ...]:
        """The calendars of what has a date."""
        return calendars(self.site)

    @cached_property
    def changes(self) -> ChangePages:
        """The pages about what changes between versions."""
        return ChangePages(self.site, self.history)

    @cached_property
    def divided(self) -> DividedOverviews:
        """The overviews that are too big for one page."""
        return DividedOverviews(self.site, DIVISIBLE, lambda: self.written)

    @cached_property
    def divided_pages(self) -> DividedPages:
        """The pages about one item that say too much for one page."""
        return DividedPages(self.site, lambda: self.written)

    @cached_property
    def ties(self) -> TiePages:
        """The pages with links from elsewhere to a policy that has too many."""
        return TiePages(self.site, lambda: self.written)

    @cached_property
    def series(self) -> SeriesPages:
        """The pages about what became of one document in another."""
        return SeriesPages(self.site, lambda: self.written, told=lambda: stories(self.site, self.history))

    @cached_property
    def view_pages(self) -> dict[str, ViewPage]:
        """The generated pages that are not about one item, by address."""
        pages = (
            *rules.rule_pages(rule_docs()),
            *self.series.pages(),
            feed_page(self.feeds, self.history, self.calendars, len(self.progress_messages)),
            *self.changes.pages(),
            *self.divided.pages(),
            *self.divided_pages.pages(),
            *self.ties.pages(),
            *work_pages(self.site),
            *stone_pages(self.site, self.history, self.archive.pages),
            *translated_pages(self.site),
            *council_pages(self.site),
            *search_pages(self.site),
        )
        return {page.path: page for page in pages}

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of all pages that are known, on which depends what links to them."""
        return frozenset((*(self.written or ()), *self.site.pages, *self.view_pages))

    def has(self, path: str) -> bool:
        """Return whether the site has a page at an address, as far as that is known: a hand-written page may be taken away."""
        found = placed(path, self.site.words)
        return self.written is None or found in self.written or found in self.site.pages or found in self.view_pages

    def warm(self) -> None:
        """Look up what many pages want, so that processes which make them do not each look it up."""
        self.site.warm()
        self.searchable.warm()

    def page(self, path: str) -> str:
        """Return a generated page by its address, as Markdown; where headings are made here, as the mark of what is HTML already."""
        text = self._page(path)
        return self.parking.whole(text) if self.makes_headings else self._parked(text)

    def content(self, path: str) -> Content:
        """Return what stands on a generated page, by its address, before it has a form."""
        # Who asks whether it is known again asks for its text next.
        if self._last is None or self._last[0] != path:
            self._last = (path, self._content(path))
        return self._last[1]

    def _page(self, path: str) -> str:
        content = self.content(path)
        self._last = None
        return self._render(content.template, path, content.glossary, **content.values)

    def _content(self, path: str) -> Content:
        site = self.site
        page = site.pages.get(path)
        if isinstance(page, ItemPage):
            above = (_HOME, *item_page.crumbs(site, page))
            return Content(
                "onderdeel.md.j2", site.glossary, {"page": page, "crumbs": above, **item_page.item_values(site, page)}
            )
        if page:
            template, values = self._values(page)
            crumbs = (_HOME, *item_page.crumbs_above(site, page.entry))
            return Content(template, site.glossary, {"page": page, "crumbs": crumbs, **values})
        if path in self.archive.pages:
            return self._old_content(path)
        view_page = self.view_pages[path]
        above = (_HOME, *(Link(name, where) for name, where in view_page.under))
        return Content(view_page.template, site.glossary, {"page": view_page, "crumbs": above, **view_page.values})

    def _values(self, page: Page) -> tuple[str, dict[str, Any]]:
        """Return the template of a page and what its view gives it."""
        item = page.entry.item
        if isinstance(item, Beleid):
            return "beleid.md.j2", {
                **policy_values(self.site, page, self.ties.by_path.get(page.path)),
                "past": file_history(self.site, page.entry),
                "old": None,
                "stood": self.site.former.listed(page.entry.ref),
                "decisions": decisions_about(self.site, page.entry),
            }
        if isinstance(item, Thema) and self.site.portal:
            return "portaal-onderwerp.md.j2", {
                "uitleg": prose_of(item),
                "sides": self.site.portal.sides(item),
                "drawing": drawing_of(self.site, page.entry),
            }
        if isinstance(item, Verslag):
            return "verslag.md.j2", report_page(self.site, page.entry)
        return self._listed(page)

    def _listed(self, page: Page) -> tuple[str, dict[str, Any]]:
        """Return the template of an item of a list and what its view gives it."""
        item = page.entry.item
        values: dict[str, Any] = {"uitleg": prose_of(item), "facts": facts_of(self.site, page.entry)}
        values["decisions"] = decisions_about(self.site, page.entry)
        for decision in only(Besluit, (page.entry,)):
            return "besluit.md.j2", {**values, **decision_page(self.site, decision)}
        if isinstance(item, Versie):
            return "versie.md.j2", {**values, "entrance": self.archive.entrance(item.id)}
        terms = backlinks.mentions(self.site, page.entry) if isinstance(item, Begrip) else ()
        values["mentions"] = terms
        values["overname"] = transcript_notes(self.site, page.entry) if isinstance(item, Brondocument) else ()
        values["drawing"] = drawing_of(self.site, page.entry)
        values |= {"answer": (), "contacts": contacts_about(self.site, page.entry)}
        if isinstance(item, Thema):
            values |= subject_top(self.site, page.entry)
        if isinstance(item, Plaats):
            values["place"] = place_page(self.site, page.entry)
        if parted := self.divided_pages.by_path.get(page.path):
            return TEMPLATE, {**values, **parted.entrance}
        return self._whole(page, values)

    def _whole(self, page: Page, values: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return the template of an item of a list that goes on one page, with all that stands there."""
        item = page.entry.item
        if isinstance(item, Thema):
            followed = feed_subjects.path(page.entry, self.site.words)
            values |= {**subject_page(self.site, page.entry), "volgen": f"feed-{feed_subjects.anchor(followed)}"}
            return "onderwerp.md.j2", values
        if isinstance(item, Plaats):
            return "plaats.md.j2", values
        template = "partij.md.j2" if isinstance(item, Partij) else "ingang.md.j2"
        return template, {**values, **lists_of(self.site, page).shown(self.site, page.entry)}

    def _old_content(self, path: str) -> Content:
        """Return the page of a file as it was in an earlier version."""
        site, page = self.archive.pages[path]
        banner = self.archive.banner(site, page)
        above, name = parent_of("versie", self.site.words)
        crumbs = (_HOME, Link(name, f"{above}/"), banner.versie)
        values = {**policy_values(site, page), "past": None, "old": banner, "stood": (), "decisions": ()}
        return Content("beleid.md.j2", site.glossary, {"page": page, "crumbs": crumbs, **values})

    def fragment(self, template: str, here: str, **values: Any) -> str:
        """Return the Markdown of a part of a page that is written by hand, as a block of its own."""
        return f"\n\n{self._parked(self._render(template, here, **values))}\n\n"

    @property
    def overviews(self) -> tuple[str, ...]:
        """The names of all overviews: those of every site, and what became of one document in another."""
        pairs = (path.rstrip("/") for path in self.view_pages if path.startswith("vervolg/"))
        return (*OVERVIEWS, *pairs)

    def overview(self, name: str, here: str) -> str:
        """Return the Markdown of an overview by its name, for the page `here`."""
        return self._parked(self._whole_overview(name, here))

    def _whole_overview(self, name: str, here: str) -> str:
        if name == "wijzigingen":
            return self._render("wijzigingen.md.j2", here, **self.changes.overview())
        if name == "toegankelijkheid":
            return self._render("toegankelijkheid.md.j2", here, **accessibility.statement(self.statement))
        if name == "bouwstenen":
            return self._render("bouwstenen.md.j2", here, **showcase(self.site, self.layers, _examples()))
        if name.startswith("vervolg/"):
            return self._continued(name, here)
        if self.is_empty(name):
            return self._render("leeg.md.j2", here)
        template, values = self._overview(name)
        return self._render(template, here, **values)

    def _continued(self, name: str, here: str) -> str:
        """Return what became of a document in another, or that there is nothing to show."""
        page = self.view_pages.get(f"{name}/")
        if page is None:
            return self._render("leeg.md.j2", here)
        values = page.values
        return self._render(values["body"], here, **values)

    @cache  # noqa: B019 - one renderer lives as long as its build
    def _overview(self, name: str) -> tuple[str, dict[str, Any]]:
        """Return the template of an overview and what its view gives it."""
        return self.divided.entrance(name) or TABLE[name](self.site)

    @property
    def files_elsewhere(self) -> dict[str, str]:
        """The pages of the engine that have another address on this site, because that follows a word of the organisation."""
        return {**files_elsewhere(self.site.words), PAGE: self.new_file.page}

    def is_empty(self, name: str) -> bool:
        """Return whether an overview of what is in the data has nothing to show."""
        return (
            name in FILLED_BY
            and name not in self.divided.names
            and not any(self._overview(name)[1][key] for key in FILLED_BY[name])
        )

    @property
    def empty(self) -> frozenset[str]:
        """The names of the overviews that have nothing to show."""
        return frozenset(filter(self.is_empty, OVERVIEWS))

    def _render(self, template: str, here: str, glossary: Glossary | None = None, **values: Any) -> str:
        prose = Prose(glossary or self.site.glossary, here, set())
        page = values.get("page")
        if isinstance(page, Page) and isinstance(page.entry.item, Begrip):
            prose.seen.add(page.entry.item.id)  # a term does not explain itself on its own page

        def href(target: str) -> str:
            return relative(here, placed(target, self.site.words))

        return self._environment.get_template(template).render(
            paragraphs=prose.paragraphs, inline=prose.inline, href=href, **values
        )

    def _parked(self, text: str) -> str:
        """Return a text as Markdown gets it: of its HTML only marks, where somebody puts that back."""
        return self.parking.stretches(text) if self.parks else text

    def unpark(self, html: str) -> str:
        """Return the HTML of a page with everything in place that `page` or `overview` kept out of Markdown."""
        return self.parking.back(html)
