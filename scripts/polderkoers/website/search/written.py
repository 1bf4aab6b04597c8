"""The answers that are in no source: what a resident asks a government, and this site cannot know. They say so, and where to go.

They hold for every organisation, with its own name and website in them. What an instance writes itself about the same goes before these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.catalogues import Brondocument
from polderkoers.policy.model.contact import Contactpunt
from polderkoers.website.pages import overview
from polderkoers.website.search.answer import ASKED, Answer, Lead, Overview
from polderkoers.website.search.general_questions import QUESTIONS, Question, alike
from polderkoers.website.views.continued import series
from polderkoers.website.views.deciders import who_decides
from polderkoers.website.views.often_asked import questions
from polderkoers.website.views.reacting import way_to_react

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.publisher import Publisher
    from polderkoers.website.views.site import Site

_EDITORS = "meedoen/"
_STORY = "vervolg/"
_GONE = ("geschrapt", "verdwenen", "weg", "vervallen", "afgeschaft")
_YEAR = re.compile(r"\b\d{4}\b")


# What residents ask that a page about no item answers, by the name of that page.
_PAGES = {
    "wijzigingen": ("wat is er veranderd", "wat is er nieuw", "wat is nieuw", "wat is er anders", "nieuws", "veranderingen", "news", "what changed"),
    "tijdlijn": ("planning", "wat komt eraan", "wat gaat er komen", "agenda", "deadline", "datum", "datums", "wanneer gebeurt het"),
    "geld": ("wie betaalt", "wie betaalt het", "kosten", "budget", "begroting", "waar gaat het geld heen", "bedragen"),
    "cijfers": ("statistiek", "statistieken", "getallen", "percentage", "grafiek"),
    "wie": ("wat wordt er van mij gevraagd", "wat moet ik doen", "wie doet wat", "taken"),
    "doelen": ("wat wil de gemeente", "doelstellingen", "ambities", "goals", "cele", "أهداف"),
    "besluiten": (
        "motie", "moties", "toezegging", "toezeggingen", "openstaande toezeggingen", "amendement", "amendementen", "raadsvraag", "raadsvragen",
        "raadsvoorstel", "raadsvoorstellen", "raadsbesluit", "raadsbesluiten", "wat besloot de raad", "wat heeft de raad besloten", "stemming",
        "hoe is er gestemd", "wie stemde voor", "wie stemde tegen",
    ),
    "voortgang": (
        "hoe staat het ervoor", "wat is klaar", "wat is er te laat", "te laat", "vertraagd", "vertraging", "verslag", "verslagen", "jaarverslag", "tussenrapportage",
    ),
    "open-vragen": ("wat is niet bekend", "onduidelijk", "tegenstrijdig", "fouten in het plan"),
    "bronnen": ("bron", "documenten", "pdf", "origineel", "stukken", "download plan"),
    "over": ("over deze site", "wie maakt deze site", "colofon", "privacy", "cookies", "disclaimer", "ai"),
    "toegankelijkheid": ("wcag", "schermlezer", "voorlezen", "toegankelijk"),
}  # fmt: skip


def asked_pages(site: Site, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield an answer for each page about no item: by its title and heading, and by what residents ask that it answers."""
    words = {f"{overview(name, site.words)}/": asked for name, asked in _PAGES.items()}
    between = _between(site)
    for address, page in overviews.items():
        if address and not address.startswith(_EDITORS):
            asked = words.get(address, ()) if not address.startswith(_STORY) else tuple(_of_before(page.title))
            names = _each((page.title, page.heading, *asked, between.get(address, "")))
            yield Answer("Overzicht", page.title, page.text, address, (), names)


def _between(site: Site) -> dict[str, str]:
    """Return what is asked of the pages that tell what became of an earlier plan, by the kinds of both documents; by address."""
    kinds = {document.item.id: document.item.soort for document in site.policy.of(Brondocument)}
    return {story.path: f"verschil {kinds[story.old]} {kinds[story.new]}" for story in series(site)}


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def _of_before(title: str) -> Iterator[str]:
    """Yield what is asked of the page that tells what became of an earlier plan, by the years in its title."""
    years = _YEAR.findall(title)
    for other in years[1:]:
        yield from (
            f"verschil {years[0]} {other}",
            f"verschil tussen {years[0]} en {other}",
            f"{years[0]} vergeleken met {other}",
        )
    for year in years[:1]:
        yield from (
            f"over van {year}",
            f"overgebleven van {year}",
            f"geworden van {year}",
            f"terechtgekomen van {year}",
            *map(f"{{}} uit {year}".format, _GONE),
            *map(f"{{}} {year}".format, _GONE),
            f"sinds {year}",
            f"veranderd sinds {year}",
            f"anders dan in {year}",
        )


def written(site: Site, type_: str, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield what is answered to each question that is asked of a type of organisation, unless the editors answer it themselves.

    `overviews` are the pages about no item, by address.
    """
    answered = tuple(chain.from_iterable(alike(card.words) for card in questions(site)))
    for question in QUESTIONS:
        if question not in answered and (type_ in question.of or not question.of):
            yield _answer(site, question, overviews)


def _answer(site: Site, question: Question, overviews: Mapping[str, Overview]) -> Answer:
    who = site.publisher
    said = {
        "full": who.full,
        "the": who.the,
        "council": who.council,
        "how": way_to_react(who).said,
        "decides": who_decides(site),
        "reached": _reached(site),
    }
    pages = (f"{overview(name, site.words)}/" for name in question.pages)
    leads = (*(Lead(overviews[page].title, page) for page in pages if page in overviews), *_elsewhere(who))
    title, text = capital(question.title.format(**said)), question.text.format(**said)
    return Answer("Antwoord", title, text, "", question.words, (), "Kijk bij", leads, sort=ASKED)


def _reached(site: Site) -> str:
    """Return whether the site knows how somebody can be called, written to or visited."""
    if any(map(_is_within_reach, site.policy.of(Contactpunt))):
        return "Bij Contact staat hoe je iemand bereikt, voor zover dat zeker is."
    return f"Telefoonnummers, mailadressen en openingstijden van {site.publisher.the} staan er niet op."


def _is_within_reach(entry: Entry[Contactpunt]) -> bool:
    return any((entry.item.telefoon, entry.item.mail, entry.item.adres))


def _elsewhere(who: Publisher) -> Iterator[Lead]:
    """Yield where else a reader can ask."""
    if who.website:
        yield Lead(f"Website van {who.full}", who.website)
    if who.contact.startswith("https://"):
        yield Lead("Contact", who.contact)
    elif who.contact:
        yield Lead(who.contact, "")
