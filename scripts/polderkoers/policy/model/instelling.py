"""Who publishes: data/instelling.yaml, the one file kind that is neither policy nor a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.base import Catalogus
from polderkoers.policy.model.declared import Deel, Fact, Form, Kind, Role, Shown
from polderkoers.policy.model.fields import LIDWOORD, NAAM, WOORDEN
from polderkoers.policy.model.forms import Nummer, Regel, Slug, Webadres, choice, pattern, words
from polderkoers.policy.model.references import Refers

_OWN_WORDS = "Hoe de organisatie iets noemt, als dat anders is dan in deze bestanden. Zo heet een kernopgave bij de een 'ambitie' en bij de ander 'thema'."


@dataclass(frozen=True, kw_only=True)
class Woord(Deel):
    """A noun: singular, plural and article. `eerder` are plurals that were used before, and stood in addresses.

    They are words to call something by, and no text: whoever has a word for something does not use it by that. Pages name things by them.
    """

    kind: ClassVar[Kind] = Kind("woord", "het woord", "woorden", "Een zelfstandig naamwoord.")
    enkelvoud: Annotated[
        str,
        pattern(r"^[a-zà-ÿ][a-zà-ÿ' -]*$", longest=40, role=Role.TERM),
        Fact("Enkelvoud", "Het woord in kleine letters: ambitie.", "het enkelvoud", shown=Shown.OWN),
    ]
    meervoud: Annotated[
        str,
        pattern(r"^[a-zà-ÿ][a-zà-ÿ' -]*$", longest=40, role=Role.TERM),
        Fact("Meervoud", "Het woord voor meer dan één, in kleine letters: ambities.", "het meervoud", shown=Shown.OWN),
    ]
    lidwoord: Annotated[str, choice("de", "het"), LIDWOORD]
    eerder: Annotated[
        tuple[str, ...],
        words(
            "Meervoud",
            "Een woord van eerder, voor meer dan één, in kleine letters.",
            r"^[a-zà-ÿ][a-zà-ÿ' -]*$",
            maxLength=40,
        ),
        Fact(
            "Eerder",
            "Hoe het meervoud eerder was, als de site toen al te zien was: kernopgaven. Het staat in adressen. Wie een oud adres opent, komt dan op het nieuwe.",
            "de woorden van eerder",
            plural=True,
            least=1,
        ),
    ] = ()


@dataclass(frozen=True, kw_only=True)
class Woorden(Deel):
    """What an organisation calls things, by the name that they have in the data; None where it uses that name."""

    kind: ClassVar[Kind] = Kind(
        "woorden",
        "de woorden",
        "woorden",
        _OWN_WORDS,
    )
    kernopgave: Annotated[Woord | None, Fact("Kernopgave", "", "de kernopgave")] = None
    programmalijn: Annotated[Woord | None, Fact("Programmalijn", "", "de programmalijn")] = None
    plan: Annotated[Woord | None, Fact("Plan", "", "het plan")] = None
    wegwijzer: Annotated[Woord | None, Fact("Wegwijzer", "", "de wegwijzer")] = None
    doel: Annotated[Woord | None, Fact("Doel", "", "het doel")] = None
    activiteit: Annotated[Woord | None, Fact("Activiteit", "", "de activiteit")] = None
    stap: Annotated[Woord | None, Fact("Stap", "", "de stap")] = None
    indicator: Annotated[Woord | None, Fact("Indicator", "", "de indicator")] = None
    thema: Annotated[Woord | None, Fact("Thema", "", "het thema")] = None


@dataclass(frozen=True, kw_only=True)
class Gelijkstelling(Deel):
    """Says that a subject of a portal is the same as one of a participant, though their ids or names differ."""

    kind: ClassVar[Kind] = Kind(
        "gelijkstelling",
        "de gelijkstelling",
        "gelijkstellingen",
        "Welk onderwerp van een deelnemer hetzelfde is als een onderwerp van dit portaal.",
    )
    hier: Annotated[
        Slug,
        Refers("themas"),
        Fact("Hier", "Id van het thema van dit portaal. Het staat in themas.yaml.", "het thema van het portaal"),
    ]
    daar: Annotated[
        Slug,
        Fact(
            "Daar", "Id van het thema op de site van de deelnemer: het laatste deel van het adres van die bladzijde.",
            "het thema van de deelnemer",
        ),
    ]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Deelnemer(Deel):
    """A participant of a portal: another site of Polderkoers. `map` is where its files stand, as the folder of the instance sees it."""

    kind: ClassVar[Kind] = Kind(
        "deelnemer", "de deelnemer", "deelnemers", "Een site van Polderkoers die dit portaal laat zien."
    )
    id: Annotated[
        Slug,
        Fact("Id", "Een naam voor in adressen, die nooit verandert: dronten.", "het id"),
    ]
    adres: Annotated[
        str,
        pattern(r"^https://[^\s?#<>]+$", longest=400),
        Fact(
            "Adres",
            "Waar de site van de deelnemer staat. Het begint met https://.",
            "het adres",
            shown=Shown.OWN,
        ),
    ]
    map: Annotated[
        str | None,
        pattern(r"^\S(.*\S)?$", longest=400),
        Fact(
            "Map",
            "De map met de gemaakte site van de deelnemer, gezien vanuit de map van dit portaal: ../dronten/site. Laat het weg als de bestanden in deelnemers/ met daarachter het id staan.",
            "de map",
            null=True,
        ),
    ] = None
    onderwerpen: Annotated[
        tuple[Gelijkstelling, ...],
        Fact(
            "Onderwerpen",
            "Onderwerpen die hetzelfde zijn, al heten ze anders. Schrijf dit alleen op als iemand het heeft nagekeken.",
            "de gelijke onderwerpen",
            plural=True,
            least=1,
        ),
    ] = ()


@dataclass(frozen=True, kw_only=True)
class Instelling(Catalogus):
    """data/instelling.yaml. `schema` is the number of the schemas that all data follows, `gebied` the place that it is about.

    `voorbeeld` says that the organisation did not make the site itself, `verzonnen` that it does not exist, nor anything that it publishes.

    `soorten` are the kinds of policy that are used; none means all. `zonder` is what ships with the engine and is not used.
    """

    kind: ClassVar[Kind] = Kind(
        "instelling",
        "de gegevens van de organisatie",
        "gegevens van de organisatie",
        "Wie deze site maakt, en hoe die organisatie de dingen noemt. Alles wat op de site over de organisatie zelf staat, komt hier vandaan.",
        title="Instelling",
    )
    schema: Annotated[
        Nummer,
        Fact(
            "Schema",
            "Het nummer van de regels waaraan deze bestanden voldoen. Verander het niet met de hand: 'polderkoers upgrade' doet dat.",
            "het nummer van het schema",
        ),
    ]
    naam: Annotated[
        Regel,
        NAAM.but(
            "De naam zonder het soort organisatie ervoor: Polderdam. Op de site staat dan: de gemeente Polderdam."
        ),
    ]
    type: Annotated[
        str,
        choice("gemeente", "provincie", "waterschap", "samenwerking"),
        Fact("Type", "Wat voor organisatie het is.", "het type"),
    ]
    lidwoord: Annotated[
        str | None,
        choice("de", "het"),
        LIDWOORD.but(
            "Het lidwoord voor de naam als daar geen soort organisatie voor komt: de Metropoolregio, het Hoogheemraadschap. Laat het weg bij een naam als Polderdam: dan staat er de gemeente Polderdam."
        ),
    ] = None
    gebied: Annotated[
        Slug,
        Refers("plaatsen"),
        Fact("Gebied", "Id van de plaats waar het beleid over gaat. De plaats staat in plaatsen.yaml.", "het gebied"),
    ]
    code: Annotated[
        str | None,
        pattern(r"^[a-z]{2,4}[0-9]{2,8}$"),
        Fact(
            "Code",
            "De code van de organisatie in de registers van de overheid (TOOI), bijvoorbeeld gm0171 voor een gemeente, pv24 voor een provincie of ws0650 voor een waterschap.",
            "de code",
            null=True,
        ),
    ] = None
    website: Annotated[
        Webadres | None,
        Fact(
            "Website",
            "Het adres van de eigen website van de organisatie. Het begint met https://.",
            "de website",
            null=True,
        ),
    ] = None
    contact: Annotated[
        str | None,
        Form(Role.LABEL, {"type": "string", "minLength": 1, "maxLength": 400}),
        Fact(
            "Contact",
            "Waar iemand terecht kan die deze site niet goed kan gebruiken: een e-mailadres van de organisatie, een adres dat begint met https://, of een paar woorden.",
            "het contact",
            null=True,
        ),
    ] = None
    reacties: Annotated[
        str | None,
        pattern(r"^(https://[^\s]+|[^\s@]+@[^\s@]+\.[a-z]{2,})$", longest=400),
        Fact(
            "Reacties",
            "Waar iemand kan zeggen dat er iets niet klopt: een e-mailadres van de organisatie, of een adres dat begint met https://.",
            "waar reacties heen gaan",
            null=True,
        ),
    ] = None
    taal: Annotated[str | None, choice("nl"), Fact("Taal", "De taal van de site. Er is er nu één: nl.", "de taal")] = (
        None
    )
    bestuur: Annotated[
        str | None,
        pattern(r"^((de|het) \S|[A-Z]).*$", longest=80, role=Role.LABEL),
        Fact(
            "Bestuur",
            "Hoe het gekozen bestuur heet dat het beleid vaststelt, zoals het in een zin staat: de gemeenteraad, Provinciale Staten, het algemeen bestuur. Laat het weg als het zo heet als bij dit soort organisatie gewoon is.",
            "het bestuur",
            null=True,
        ),
    ] = None
    voorbeeld: Annotated[
        bool,
        Fact(
            "Voorbeeld",
            "Schrijf true als de site een voorbeeld is, en niet gemaakt door de organisatie zelf. Dat staat dan bij 'Over deze site'. Laat het anders weg.",
            "of de site een voorbeeld is",
        ),
    ] = False
    verzonnen: Annotated[
        bool,
        Fact(
            "Verzonnen",
            "Schrijf true als de organisatie niet bestaat, en alles op de site verzonnen is. Dat staat dan op elke bladzijde. Laat het anders weg.",
            "of alles verzonnen is",
        ),
    ] = False
    feeds: Annotated[
        str | None,
        pattern(r"^[a-z0-9.-]+\.[a-z]{2,},[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
        Fact(
            "Feeds",
            "Een domein van de organisatie en een jaar waarin het van haar was: voorbeeld.nl,2026. Berichten voor feedlezers krijgen er hun vaste naam van. Verander het nooit meer na de eerste publicatie.",
            "de naam van de feeds",
            null=True,
        ),
    ] = None
    woorden: Annotated[
        Woorden | None,
        WOORDEN.but(_OWN_WORDS),
    ] = None
    soorten: Annotated[
        tuple[str, ...],
        # A test holds these to the classes of policy: importing those here would put all of the model below the words.
        choice("kernopgave", "programmalijn", "plan", "wegwijzer", title="Soort", description="Een soort bestand."),
        Fact(
            "Soorten",
            "De soorten bestanden die deze organisatie gebruikt. Laat het weg als dat alle soorten zijn.",
            "de soorten bestanden",
            plural=True,
            least=1,
        ),
    ] = ()
    zonder: Annotated[
        tuple[str, ...],
        words(
            "Id",
            "Id van iets wat wordt meegeleverd: wmo, of begrippen/wmo.",
            r"^([a-z]+/)?[a-z0-9]+(-[a-z0-9]+)*$",
            maxLength=120,
        ),
        Fact(
            "Zonder",
            "Wat met Polderkoers wordt meegeleverd en hier niet gebruikt wordt, bijvoorbeeld omdat een woord hier iets anders betekent: ids van begrippen, partijen, rolsoorten, organisaties of zoekwoorden. Staat een id in meer lijsten? Schrijf dan de lijst ervoor: begrippen/wmo.",
            "wat niet wordt gebruikt",
            least=1,
        ),
    ] = ()
    portaal: Annotated[
        tuple[Deelnemer, ...],
        Fact(
            "Portaal",
            "De sites die dit portaal naast elkaar laat zien. Laat het weg als deze site alleen eigen beleid laat zien.",
            "de deelnemers van het portaal",
            plural=True,
            least=1,
            shown=Shown.OWN,
        ),
    ] = ()
