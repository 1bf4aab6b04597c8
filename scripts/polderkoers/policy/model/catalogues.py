"""The catalogues: what the policy refers to by id instead of repeating it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.answers import Antwoord
from polderkoers.policy.model.base import Bron, Catalogus, Onderdeel, Uitgelegd, Wanneer
from polderkoers.policy.model.declared import Fact, Kind, Role, Shown
from polderkoers.policy.model.fields import (
    AANSPREKING,
    ANDERE_NAMEN,
    BRON,
    DOCUMENTEN,
    JAAR,
    LOOPTIJD,
    NAAM,
    NOOT,
    ORGANISATIES,
    PARTIJEN,
    PLAATSEN,
    THEMAS,
    UITGEVER,
    UITLEG,
    VOORBEELDEN,
    WERKVELDEN,
)
from polderkoers.policy.model.forms import (
    Jaar,
    Nummer,
    Regel,
    Slug,
    Tekst,
    Werkveld,
    choice,
)
from polderkoers.policy.model.references import Refers
from polderkoers.policy.model.tekeningen import TEKENINGEN

PARTY = "politieke partij"
"""The kind of what sits in a council."""

GEEN_ORGANISATIE = ("groep", "initiatief", "vakgebied", "fonds", "publicatie")
"""The kinds of what a source names as if it were an organisation: people without a name, an idea that has one, a field of care, money, a title."""

_WHAT_IS_DRAWN = "; ".join(f"{name}: {what}" for name, what in TEKENINGEN.items())


@dataclass(frozen=True, kw_only=True)
class Partij(Uitgelegd):
    """A group that plays a part, or that policy is for. `aanspreking` is how the site lets a reader choose it ("Ik ben inwoner").

    What is for a group is for the parts of it (`deel_van`) too: for residents is for young people. `organisatie` is set when the party is one organisation, or a part of one, that can be held responsible.
    """

    kind: ClassVar[Kind] = Kind(
        "partij",
        "de partij",
        "partijen",
        "Groepen die een rol hebben in het beleid, of voor wie het is.",
        title="Partijen",
        page="wie",
    )
    naam: Annotated[Regel, NAAM.but("De naam van de groep.")]
    uitleg: Annotated[Tekst, UITLEG]
    aanspreking: Annotated[
        Regel | None,
        AANSPREKING.but("Hoe de site deze lezer aanspreekt: Ik ben inwoner. Weg als het geen lezersgroep is."),
    ] = None
    organisatie: Annotated[
        Slug | None,
        Refers("organisaties"),
        Fact(
            "Organisatie",
            "Id uit data/organisaties.yaml, als deze partij één organisatie is of erbij hoort. Weg als de partij een groep is.",
            "de organisatie",
        ),
    ] = None
    deel_van: Annotated[
        Slug | None,
        Refers("partijen"),
        Fact(
            "Deel van",
            "Id van de groep waar deze groep een deel van is: jongeren horen bij inwoners. Wat voor de hele groep is, is dan ook voor deze groep.",
            "de groep waar deze bij hoort",
            label="Hoort bij",
        ),
    ] = None
    werkvelden: Annotated[
        tuple[Werkveld, ...],
        WERKVELDEN.but(
            "Waar de organisaties van deze groep in werken. Bij een groep mensen: wie er voor hen werkt, zoals jeugd bij jongeren."
        ),
    ] = ()


@dataclass(frozen=True, kw_only=True)
class Rolsoort(Uitgelegd):
    """A type of role. `invloed` is its place on a ladder of influence: 1 is the most."""

    kind: ClassVar[Kind] = Kind(
        "rolsoort", "de rolsoort", "rolsoorten", "Soorten rollen, zoals regisseur.", title="Rolsoorten", page="rollen"
    )
    naam: Annotated[Regel, NAAM.but("De naam van de rolsoort.")]
    uitleg: Annotated[Tekst, UITLEG]
    invloed: Annotated[
        Nummer | None,
        Fact(
            "Invloed", "Plaats op de ladder van invloed: 1 is de meeste invloed.", "de plaats op de ladder van invloed"
        ),
    ] = None
    voorbeelden: Annotated[
        tuple[Regel, ...],
        VOORBEELDEN.but("Voorbeelden die de bron noemt.", ordered=True, label="Voorbeelden in de bron"),
    ] = ()
    bron: Annotated[Bron, BRON.but(behind=True)]


@dataclass(frozen=True, kw_only=True)
class Organisatie(Uitgelegd):
    """An organisation, under one name, with the spellings of the sources."""

    kind: ClassVar[Kind] = Kind(
        "organisatie", "de organisatie", "organisaties", "Organisaties.", title="Organisaties", page="organisaties"
    )
    naam: Annotated[Regel, NAAM.but("De naam.")]
    andere_namen: Annotated[tuple[Regel, ...], ANDERE_NAMEN] = ()
    uitleg: Annotated[Tekst, UITLEG]
    soort: Annotated[
        str,
        choice(
            "overheid",
            "onderwijs",
            "zorg en welzijn",
            "wonen",
            "werk en inkomen",
            "bedrijf",
            "kennis en onderzoek",
            "natuur en landbouw",
            "samenwerking",
            PARTY,
            "overig",
            *GEEN_ORGANISATIE,
        ),
        Fact(
            "Soort",
            "Het soort organisatie. Geen organisatie, maar wel als partij genoemd? Kies dan groep, initiatief, vakgebied, fonds of publicatie.",
            "de soort",
            place=-1,
        ),
    ]
    werkvelden: Annotated[
        tuple[Werkveld, ...],
        WERKVELDEN.but("Waar de organisatie in werkt, een of meer. Laat het weg als je het niet zeker weet."),
    ] = ()
    plaatsen: Annotated[tuple[Slug, ...], Refers("plaatsen"), PLAATSEN] = ()


@dataclass(frozen=True, kw_only=True)
class Thema(Onderdeel):
    """A subject. `vraag` is a question of a reader that it answers, `antwoord` what policy of today says to it; `tekening` makes it known at a glance."""

    kind: ClassVar[Kind] = Kind(
        "thema",
        "het thema",
        "thema's",
        "Thema's.",
        title="Thema's",
        heading=("het onderwerp", "onderwerpen"),
        page="onderwerpen",
    )
    naam: Annotated[Regel, NAAM.but("De naam.")]
    uitleg: Annotated[Tekst, UITLEG]
    vraag: Annotated[
        Regel | None,
        Fact(
            "Vraag", "Een vraag van een lezer waar dit thema antwoord op geeft.", "de vraag", shown=Shown.OWN, ours=True
        ),
    ] = None
    antwoord: Annotated[
        Antwoord | None,
        Fact("Antwoord", "Het antwoord in een paar gewone zinnen.", "het antwoord", shown=Shown.OWN, ours=True),
    ] = None
    tekening: Annotated[
        str | None,
        choice(*TEKENINGEN),
        Fact(
            "Tekening",
            f"De tekening bij dit onderwerp. {_WHAT_IS_DRAWN}. Weg of null: een tekening van het land.",
            "de tekening",
            role=Role.TECHNICAL,
            null=True,
            shown=Shown.OWN,
            ours=True,
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Brondocument(Onderdeel):
    """A source document. `van_wie` is `eigen` or `ander`: another government's policy is marked as theirs."""

    kind: ClassVar[Kind] = Kind(
        "document",
        "het document",
        "documenten",
        "Documenten.",
        title="Documenten",
        heading=("de bron", "bronnen"),
        page="bronnen",
    )
    naam: Annotated[Regel, NAAM.but("De titel van het document.", title="Titel")]
    uitgever: Annotated[Slug, Refers("organisaties"), UITGEVER.but("Id uit data/organisaties.yaml.")]
    jaar: Annotated[Jaar, JAAR.but(shown=Shown.LABELLED, place=-1, unknown=True)]
    soort: Annotated[
        Regel,
        Fact("Soort", "Het soort document: visie, programma, nota.", "de soort", role=Role.CHOICE, place=-2),
    ]
    uitleg: Annotated[Tekst, UITLEG]
    van_wie: Annotated[
        str,
        choice("eigen", "ander"),
        Fact(
            "Van wie",
            "eigen: van de organisatie zelf. ander: van een andere overheid of organisatie.",
            "van wie het is",
            shown=Shown.OWN,
        ),
    ]
    looptijd: Annotated[
        Wanneer | None, LOOPTIJD.but("De periode waarover het document gaat.", shown=Shown.LABELLED)
    ] = None
    noot: Annotated[Regel | None, NOOT] = None


@dataclass(frozen=True, kw_only=True)
class Begrip(Uitgelegd):
    """A glossary term, with the other forms under which it stands in running text."""

    kind: ClassVar[Kind] = Kind("begrip", "het begrip", "begrippen", "Begrippen.", title="Begrippen", page="begrippen")
    naam: Annotated[Regel, NAAM.but("Het woord of de afkorting.")]
    voluit: Annotated[Regel | None, Fact("Voluit", "De volledige naam, bij een afkorting.", "de volledige naam")] = None
    andere_namen: Annotated[tuple[Regel, ...], ANDERE_NAMEN] = ()
    uitleg: Annotated[Tekst, UITLEG.but("Wat het betekent, in een of twee gewone zinnen. Gebruik het woord zelf niet.")]
    zie_ook: Annotated[
        tuple[Slug, ...],
        Refers("begrippen"),
        Fact("Zie ook", "Ids van andere begrippen.", "de verwante begrippen", plural=True),
    ] = ()
    themas: Annotated[tuple[Slug, ...], Refers("themas"), THEMAS] = ()


@dataclass(frozen=True, kw_only=True)
class Rollen(Catalogus):
    """data/roles.yaml."""

    kind: ClassVar[Kind] = Kind(
        "rollen",
        "de lijst van partijen en rolsoorten",
        "lijst van partijen en rolsoorten",
        "Wie er meedoen en welke soorten rollen er zijn.",
        title="Partijen en rolsoorten",
        file="roles",
    )
    partijen: Annotated[
        tuple[Partij, ...], PARTIJEN.but("Groepen die een rol hebben in het beleid, of voor wie het is.")
    ]
    rolsoorten: Annotated[
        tuple[Rolsoort, ...],
        Fact("Rolsoorten", "Soorten rollen, zoals regisseur.", "de rolsoorten", plural=True, ordered=False),
    ]


@dataclass(frozen=True, kw_only=True)
class Organisaties(Catalogus):
    """data/organisaties.yaml."""

    kind: ClassVar[Kind] = Kind(
        "organisaties",
        "de lijst van organisaties",
        "lijst van organisaties",
        "Alle organisaties die in het beleid voorkomen. Eén naam per organisatie.",
        title="Organisaties",
    )
    organisaties: Annotated[
        tuple[Organisatie, ...], ORGANISATIES.but("Organisaties.", words="de organisaties", label="", place=0)
    ]


@dataclass(frozen=True, kw_only=True)
class Themas(Catalogus):
    """data/themas.yaml."""

    kind: ClassVar[Kind] = Kind(
        "themas",
        "de lijst van thema's",
        "lijst van thema's",
        "Onderwerpen waaronder het beleid te vinden is.",
        title="Thema's",
    )
    themas: Annotated[tuple[Thema, ...], THEMAS.but("Thema's.", shown=Shown.INSIDE)]


@dataclass(frozen=True, kw_only=True)
class Documenten(Catalogus):
    """data/documenten.yaml."""

    kind: ClassVar[Kind] = Kind(
        "documenten",
        "de lijst van documenten",
        "lijst van documenten",
        "De bronnen van het beleid.",
        title="Documenten",
    )
    documenten: Annotated[tuple[Brondocument, ...], DOCUMENTEN.but("Documenten.")]


@dataclass(frozen=True, kw_only=True)
class Begrippen(Catalogus):
    """data/begrippen.yaml. `engels` are the words and names in the texts of the policy that are English."""

    kind: ClassVar[Kind] = Kind(
        "begrippen",
        "de begrippenlijst",
        "begrippenlijst",
        "Vakwoorden en afkortingen, uitgelegd in gewone taal.",
        title="Begrippen",
    )
    engels: Annotated[
        tuple[Regel, ...],
        Fact(
            "Engels",
            "Engelse woorden en namen in de teksten. De site zegt bij elk dat het Engels is, zodat een voorleesprogramma het goed uitspreekt.",
            "de Engelse woorden",
            role=Role.TERM,
            plural=True,
        ),
    ] = ()
    begrippen: Annotated[
        tuple[Begrip, ...], Fact("Begrippen", "Begrippen.", "de begrippen", plural=True, ordered=False)
    ]
