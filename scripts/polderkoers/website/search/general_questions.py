"""Questions that residents ask any government and no policy answers, with what is said to them; what an instance writes itself goes before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


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
            "wie beslist", "wie beslist erover", "wie bepaalt", "wie gaat erover", "wie neemt het besluit", "wie stelt het vast", "beslisser", "vastgesteld", "plan vastgesteld", "is het plan vastgesteld",
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
        "Wat verslagen melden over doelen en activiteiten, staat bij Voortgang. Wat geen verslag meldt, weten wij niet. Je leest hier verder wat "
        "er is afgesproken, en bij een deel ook wanneer.",
        (
            "voortgang", "is er al iets gedaan", "al gedaan", "wat is er gedaan", "wat is er bereikt", "bereikt", "al klaar", "resultaat", "resultaten",
            "gelukt", "stand van zaken", "hoe ver", "hoe staat het met", "uitgevoerd", "doel gehaald", "gehaald", "terechtgekomen", "progress", "postęp",
            "تقدم",
        ),
        ("voortgang", "doelen", "tijdlijn"),
    ),
    Question(
        "Iets regelen met {the}",
        "Dit regel je bij {full} zelf. Deze site gaat over plannen en doelen.",
        (
            "paspoort", "id-kaart", "identiteitskaart", "rijbewijs", "verhuizing doorgeven", "adreswijziging", "verhuizen doorgeven", "trouwen", "uittreksel",
            "geboorteaangifte", "geboorte aangeven", "overlijden aangeven", "aangifte overlijden", "parkeervergunning", "afvalkalender", "hondenbelasting",
            "afval", "afval ophalen", "bouwvergunning", "bouwvergunning aanvragen", "kapvergunning", "evenementenvergunning", "parkeren", "parkeerplaats",
            "huisvuil", "grofvuil", "grof vuil", "vuilnis", "kliko", "container", "milieustraat", "ozb", "woz", "aanslag", "belastingaanslag", "digid", "naturalisatie", "verblijfsvergunning", "passport", "driving licence", "paszport",
            "prawo jazdy", "dowód osobisty", "meldunek", "جواز سفر", "رخصة القيادة",
        ),
        of=("gemeente",),
    ),
    Question(
        "Iets melden op straat",
        "Iets wat kapot of onveilig is op straat, meld je bij {full} zelf. Deze site gaat over plannen en doelen.",
        (
            "stoeptegel", "losse tegel", "lantaarn", "lantaarnpaal", "straatlantaarn", "lamp kapot", "gat in de weg", "kuil in de weg", "gladheid",
            "strooien", "onkruid", "boom omgevallen", "boom omgewaaid", "verstopt riool", "ratten", "kapot op straat", "melding openbare ruimte", "pothole",
            "street light", "latarnia", "iets melden", "melding doen", "melding maken", "meldpunt", "gevaarlijke situatie",
        ),
        of=("gemeente",),
    ),
    Question(
        "Er klopt iets niet op deze site",
        "Zie je een fout, of is iets niet duidelijk? {how}",
        (
            "fout melden", "fout", "foutje", "klopt niet", "reageren", "reactie", "reactie geven", "opmerking", "feedback", "vraag stellen",
            "tip geven", "site klopt niet", "snap het niet", "begrijp het niet", "report a mistake",
        ),
        ("contact",),
    ),
)  # fmt: skip


def alike(words: Iterable[str]) -> list[Question]:
    """Return the questions that are asked in one of some words."""
    asked = set(words)
    return [question for question in QUESTIONS if not asked.isdisjoint(question.words)]
