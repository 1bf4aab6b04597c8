"""The answers that are in no source: what a resident asks a government, and this site cannot know. They say so, and where to go.

They hold for every organisation, with its own name and website in them. What an instance writes itself about the same goes before these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.contact import Contactpunt
from polderkoers.website.pages import overview
from polderkoers.website.search.answer import WRITTEN, Answer, Lead, Overview
from polderkoers.website.views.deciders import who_decides
from polderkoers.website.views.reacting import way_to_react

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.publisher import Publisher
    from polderkoers.website.views.site import Site


@dataclass(frozen=True)
class Question:
    """What is asked, in words that residents use for it, what is answered, and the overviews where one may read on.

    In `title` and `text` stand the words of who publishes: `{full}`, `{the}`, `{council}`; `{reached}` says whether the site knows a number or
    an address, `{how}` where somebody can say that something is wrong, `{decides}` what the policy says of who decides. `of` are the kinds of organisation that it
    is asked of, none for all.
    """

    title: str
    text: str
    words: tuple[str, ...]
    pages: tuple[str, ...] = ()
    of: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        "Contact met {full}",
        "Deze site gaat over plannen en doelen. {reached}",
        (
            "contact", "contactgegevens", "contact opnemen", "telefoon", "telefoonnummer", "bellen", "wie kan ik bellen", "mail", "mailen", "e-mail",
            "e-mailadres", "mailadres", "adres gemeente", "adres gemeentehuis", "openingstijden", "openingstijd", "wanneer open", "spreekuur",
            "afspraak", "afspraak maken", "nummer gemeente", "phone", "phone number", "call", "opening hours", "appointment", "telefon", "kontakt",
            "numer telefonu", "godziny otwarcia", "هاتف", "رقم الهاتف", "اتصال", "موعد",
            "email", "whatsapp", "chat", "praten met gemeente", "iemand spreken", "ik heb een vraag aan de gemeente", "zapytanie", "سؤال",
        ),
        ("contact",),
    ),
    Question(
        "Een klacht indienen",
        "Hoe je een klacht indient, staat niet in de bronnen van deze site. Vraag het aan {full}.",
        ("klacht", "klacht indienen", "klagen", "klachten", "klachtenformulier", "ontevreden", "ombudsman", "boos", "complaint", "complain", "skarga", "شكوى"),
    ),
    Question(
        "Bezwaar maken",
        "Hoe je bezwaar maakt tegen een besluit, staat niet in de bronnen van deze site. Vraag het aan {full}.",
        ("bezwaar", "bezwaar maken", "bezwaarschrift", "in beroep gaan", "beroep instellen", "niet eens met besluit", "objection", "appeal", "odwołanie", "اعتراض"),
    ),
    Question(
        "Wanneer {council} vergadert",
        "Wanneer {council} vergadert en wat er dan op de agenda staat, staat niet in de bronnen van deze site.",
        (
            "wanneer vergadert de raad", "raadsvergadering", "gemeenteraadsvergadering", "raadsagenda", "vergadering raad", "vergadering gemeenteraad",
            "agenda raad", "agenda gemeenteraad", "vergaderdata", "vergaderkalender", "vergadert", "wanneer vergadert gemeenteraad",
        ),
        ("tijdlijn",),
        ("gemeente", "provincie", "waterschap"),
    ),
    Question(
        "Meepraten over het beleid",
        "Bij Meedoen staat wat het beleid zegt over meepraten, en wat daarover niet bekend is.",
        (
            "meepraten", "inspraak", "meebeslissen", "meedenken", "invloed", "inspreken", "mijn mening", "burgerparticipatie", "have a say",
            "participate", "udział w decyzjach",
        ),
        ("meepraten",),
    ),
    Question(
        "Wie beslist over het beleid",
        "{decides}",
        (
            "wie beslist", "wie beslist erover", "wie bepaalt", "wie gaat erover", "wie neemt het besluit", "wie stelt het vast", "beslisser",
            "who decides", "kto decyduje",
        ),
        ("meepraten", "tijdlijn"),
    ),
    Question(
        "Wie er in het bestuur zit",
        "Deze site houdt niet bij wie er nu in het bestuur zit en wie waarover gaat. Vraag het aan {full}.",
        (
            "burgemeester", "wethouder", "wethouders", "raadslid", "raadsleden", "gemeentesecretaris", "griffier", "gedeputeerde",
            "commissaris van de koning", "statenlid", "dijkgraaf", "heemraad", "portefeuillehouder", "mayor", "alderman", "burmistrz",
        ),
        ("meepraten",),
    ),
    Question(
        "Hoe ver het is met de plannen",
        "Of een doel is gehaald of een activiteit klaar is, staat niet in de bronnen van deze site. Je leest hier wat er is afgesproken, en "
        "bij een deel ook wanneer.",
        (
            "voortgang", "is er al iets gedaan", "al gedaan", "wat is er gedaan", "wat is er bereikt", "bereikt", "al klaar", "resultaat", "resultaten",
            "gelukt", "stand van zaken", "hoe ver", "hoe staat het met", "uitgevoerd", "doel gehaald", "gehaald", "terechtgekomen", "progress", "postęp",
            "تقدم",
        ),
        ("doelen", "tijdlijn", "cijfers"),
    ),
    Question(
        "Iets regelen met {the}",
        "Dit regel je bij {full} zelf. Deze site gaat over plannen en doelen.",
        (
            "paspoort", "id-kaart", "identiteitskaart", "rijbewijs", "verhuizing doorgeven", "adreswijziging", "verhuizen doorgeven", "trouwen", "uittreksel",
            "geboorteaangifte", "geboorte aangeven", "overlijden aangeven", "aangifte overlijden", "parkeervergunning", "afvalkalender", "hondenbelasting",
            "afval", "afval ophalen", "huisvuil", "grofvuil", "grof vuil", "vuilnis", "kliko", "container", "milieustraat", "ozb", "woz", "aanslag", "belastingaanslag", "digid", "naturalisatie", "verblijfsvergunning", "passport", "driving licence", "paszport",
            "prawo jazdy", "dowód osobisty", "meldunek", "جواز سفر", "رخصة القيادة",
        ),
        of=("gemeente",),
    ),
    Question(
        "Iets melden op straat",
        "Iets wat kapot of onveilig is op straat, meld je bij {full} zelf. Deze site gaat over plannen en doelen.",
        (
            "stoeptegel", "losse tegel", "lantaarn", "lantaarnpaal", "straatlantaarn", "lamp kapot", "gat in de weg", "kuil in de weg", "gladheid",
            "strooien", "onkruid", "boom omgevallen", "verstopt riool", "ratten", "kapot op straat", "melding openbare ruimte", "pothole",
            "street light", "latarnia",
        ),
        of=("gemeente",),
    ),
    Question(
        "Er klopt iets niet op deze site",
        "Zie je een fout, of is iets niet duidelijk? {how}",
        (
            "fout melden", "fout", "foutje", "klopt niet", "reageren", "reactie", "reactie geven", "opmerking", "feedback", "vraag stellen",
            "tip geven", "site klopt niet", "report a mistake",
        ),
        ("contact",),
    ),
)  # fmt: skip
_EDITORS = "meedoen/"
_STORY = "vervolg/"
_YEAR = re.compile(r"\b\d{4}\b")


# What residents ask that a page about no item answers, by the name of that page.
_PAGES = {
    "wijzigingen": ("wat is er veranderd", "wat is er nieuw", "nieuws", "veranderingen", "news", "what changed"),
    "tijdlijn": ("planning", "wat komt eraan", "wat gaat er komen", "agenda", "deadline", "datum", "datums", "wanneer gebeurt het"),
    "geld": ("wat kost het", "wie betaalt", "wie betaalt het", "kosten", "budget", "begroting", "hoeveel geld", "waar gaat het geld heen", "bedragen"),
    "cijfers": ("statistiek", "statistieken", "getallen", "percentage", "grafiek"),
    "wie": ("wat wordt er van mij gevraagd", "wat moet ik doen", "wie doet wat", "taken"),
    "doelen": ("wat wil de gemeente", "doelstellingen", "ambities", "goals", "cele", "أهداف"),
    "open-vragen": ("wat is niet bekend", "onduidelijk", "tegenstrijdig", "fouten in het plan"),
    "bronnen": ("bron", "documenten", "pdf", "origineel", "stukken", "download plan"),
    "over": ("over deze site", "wie maakt deze site", "colofon", "privacy", "cookies", "disclaimer", "ai"),
    "toegankelijkheid": ("wcag", "schermlezer", "voorlezen", "toegankelijk"),
}  # fmt: skip


def asked_pages(site: Site, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield an answer for each page about no item: by its title and heading, and by what residents ask that it answers."""
    words = {f"{overview(name, site.words)}/": asked for name, asked in _PAGES.items()}
    for address, page in overviews.items():
        if address and not address.startswith(_EDITORS):
            asked = words.get(address, ()) if not address.startswith(_STORY) else tuple(_of_before(page.title))
            names = tuple(dict.fromkeys((page.title, page.heading, *asked)))
            yield Answer("Overzicht", page.title, page.text, address, (), names)


def _of_before(title: str) -> Iterator[str]:
    """Yield what is asked of the page that tells what became of an earlier plan, by the years in its title."""
    for year in _YEAR.findall(title)[:1]:
        yield from (
            f"over van {year}",
            f"overgebleven van {year}",
            f"geworden van {year}",
            f"terechtgekomen van {year}",
        )


def written(site: Site, type_: str, overviews: Mapping[str, Overview]) -> Iterator[Answer]:
    """Yield what is answered to each question that is asked of a type of organisation; `overviews` are the pages about no item, by address."""
    for question in QUESTIONS:
        if type_ in question.of or not question.of:
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
    return Answer("Antwoord", title, text, "", question.words, (), "Kijk bij", leads, weight=WRITTEN)


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
