"""The catalogues: what the policy refers to by id instead of repeating it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.answers import Antwoord
from polderkoers.policy.model.base import Bron, Catalogus, Onderdeel, Uitgelegd, Wanneer
from polderkoers.policy.model.declared import Deel, Fact, Kind, Role, Shown
from polderkoers.policy.model.fields import (
    AANSPREKING,
    ANDERE_NAMEN,
    BRON,
    DATUM,
    DOCUMENTEN,
    ID,
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
    VASTGESTELD_DOOR,
    VOORBEELDEN,
    WERKVELDEN,
    WOORDEN,
)
from polderkoers.policy.model.forms import (
    Datum,
    Graden,
    Jaar,
    KorteNaam,
    Nummer,
    Regel,
    Slug,
    Tekst,
    Verwijzing,
    Werkveld,
    choice,
    pattern,
    words,
)
from polderkoers.policy.model.references import Refers

GEEN_ORGANISATIE = ("groep", "initiatief", "vakgebied", "fonds", "publicatie")
"""The kinds of what a source names as if it were an organisation: people without a name, an idea that has one, a field of care, money, a title."""


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
class Coordinaten(Deel):
    """Where a place is: degrees of latitude and longitude in WGS 84 (EPSG:4326), north and east above 0, and which data say so."""

    kind: ClassVar[Kind] = Kind(
        "coordinaten",
        "de coördinaten",
        "coördinaten",
        "Waar een plaats ligt, in graden (WGS 84). Daarmee komt de plaats op de kaart.",
        title="Coördinaten",
    )
    lat: Annotated[
        Graden,
        Fact(
            "Breedte",
            "De breedtegraad. In Europees Nederland is die ongeveer 51 tot 53,5: Utrecht ligt op 52.09.",
            "de breedtegraad",
            shown=Shown.OWN,
            schema={"minimum": -90, "maximum": 90},
        ),
    ]
    lon: Annotated[
        Graden,
        Fact(
            "Lengte",
            "De lengtegraad. In Europees Nederland is die ongeveer 3,4 tot 7,2: Utrecht ligt op 5.12.",
            "de lengtegraad",
            shown=Shown.OWN,
            schema={"minimum": -180, "maximum": 180},
        ),
    ]
    dataset: Annotated[
        Regel,
        Fact(
            "Dataset",
            "Uit welke gegevens dit komt, met de licentie. De site noemt dit onder de kaart.",
            "de dataset van de coördinaten",
            shown=Shown.OWN,
        ),
    ]
    kenmerk: Annotated[
        Regel | None,
        Fact(
            "Kenmerk",
            "Het nummer of de naam van de plaats in die gegevens.",
            "het kenmerk",
            shown=Shown.OWN,
        ),
    ] = None
    datum: Annotated[
        Datum | None,
        DATUM.but("Van wanneer die gegevens zijn.", shown=Shown.OWN),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Plaats(Uitgelegd):
    """A village, district, municipality, province, water board, region or location; of an authority: its area."""

    kind: ClassVar[Kind] = Kind("plaats", "de plaats", "plaatsen", "Plaatsen.", title="Plaatsen", page="plaatsen")
    naam: Annotated[Regel, NAAM.but("De naam.")]
    andere_namen: Annotated[tuple[Regel, ...], ANDERE_NAMEN] = ()
    uitleg: Annotated[Tekst | None, UITLEG] = None
    soort: Annotated[
        str,
        choice("dorp", "stad", "wijk", "gemeente", "provincie", "waterschap", "regio", "locatie"),
        Fact("Soort", "Het soort plaats. Bij provincie en waterschap: het gebied daarvan.", "de soort", place=-1),
    ]
    ligt_in: Annotated[
        Slug | None, Refers("plaatsen"), Fact("Ligt in", "Id van de plaats waar deze in ligt.", "waar de plaats ligt")
    ] = None
    coordinaten: Annotated[
        Coordinaten | None,
        Fact(
            "Coördinaten",
            "Waar de plaats ligt, met de gegevens waar dat uit komt. Laat weg als je het niet zeker weet: dan staat de plaats alleen in de lijst.",
            "de coördinaten",
            plural=True,
            shown=Shown.LABELLED,
            place=1,
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Thema(Onderdeel):
    """A subject. `vraag` is a question of a reader that it answers, `antwoord` what policy of today says to it."""

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
        Fact("Vraag", "Een vraag van een lezer waar dit thema antwoord op geeft.", "de vraag", shown=Shown.OWN),
    ] = None
    antwoord: Annotated[
        Antwoord | None,
        Fact("Antwoord", "Het antwoord in een paar gewone zinnen.", "het antwoord", shown=Shown.OWN),
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


NOW = "nu"
"""What the state of now is called where the id of a version is asked for; no version may have it."""


@dataclass(frozen=True, kw_only=True)
class Versie(Onderdeel):
    """A version of the policy that counts: what was decided when, and the commit of Git that holds it.

    `documenten` are what it is a version of, `inhoud` is what it holds, as `changes/content.py` hashes it; `sindsdien` what kind of changes came after it. `commit` is None
    as long as it is not known: an entry is written before the commit that brings it to main.
    """

    kind: ClassVar[Kind] = Kind(
        "versie", "de versie", "versies", "Een versie van het beleid.", page="versies", overview="wijzigingen"
    )
    id: Annotated[
        Slug,
        ID.but('De vaste naam van deze versie, vaak het jaar: "2030". Hij staat in adressen. Verander een id nooit.'),
    ]
    naam: Annotated[Regel, NAAM.but("Hoe een lezer deze versie noemt.")]
    uitleg: Annotated[Tekst, UITLEG.but("Wat er in deze versie staat, in gewone taal.")]
    datum: Annotated[
        Datum | None,
        DATUM.but(
            "Wanneer het beleid zo is besloten of uitgebracht, zo precies als de bron. null: de bron zegt het niet.",
            unknown=True,
        ),
    ]
    vastgesteld_door: Annotated[
        KorteNaam | None, VASTGESTELD_DOOR.but("Wie het besluit nam. null: de bron zegt het niet.", unknown=True)
    ]
    besluit: Annotated[
        KorteNaam | None,
        Fact("Besluit", "Nummer of naam van het besluit. null: de bron zegt het niet.", "het besluit", unknown=True),
    ]
    documenten: Annotated[tuple[Slug, ...], Refers("documenten"), DOCUMENTEN.but(needed=True, label="Versie van")] = ()
    commit: Annotated[
        str | None,
        pattern(r"^(?!-)[A-Za-z0-9._/~^@{}+-]{1,100}$"),
        Fact(
            "Commit",
            "Waar de gegevens staan: een tag van Git, of het hele nummer van een commit. null: nog niet bekend. Dan zegt de inhoud welke tekst het is.",
            "de commit",
            shown=Shown.LABELLED,
            label="Plek in Git",
        ),
    ]
    inhoud: Annotated[
        str | None,
        pattern(r"^[0-9a-f]{40}$"),
        Fact(
            "Inhoud",
            "De hash van de map data zonder dit bestand. Daaraan ziet de controle dat de versie nog dezelfde tekst heeft. Je hoeft hem niet zelf te bedenken: laat deze regel weg, dan noemt de controle hem.",
            "de inhoud",
        ),
    ] = None
    sindsdien: Annotated[
        Tekst | None,
        Fact(
            "Sindsdien",
            "Wat voor wijzigingen er na deze versie kwamen, in gewone taal. Dit staat boven elke vergelijking waar die wijzigingen in zitten. "
            "Handig als de gegevens beter zijn geworden en het beleid hetzelfde bleef. Alleen wat waar is. Je mag dit later aanvullen: "
            "het hoort niet bij de inhoud van de versie. Laat het weg als er niets bijzonders is.",
            "wat er sindsdien veranderde",
            null=True,
            shown=Shown.LABELLED,
        ),
    ] = None


# Residents also search in the letters of Polish, Ukrainian and Arabic.
_LETTERS = "0-9A-Za-zÀ-ɏЀ-ӿء-ي"


@dataclass(frozen=True, kw_only=True)
class Zoekwoord(Onderdeel):
    """Words that residents type, and the files and items that these lead to."""

    kind: ClassVar[Kind] = Kind(
        "zoekwoord", "het zoekwoord", "zoekwoorden", "Woorden van inwoners die naar dezelfde onderdelen leiden."
    )
    woorden: Annotated[
        tuple[str, ...],
        words(
            "Woord",
            "Een of meer woorden zoals een inwoner ze typt, zonder leestekens. Dat kan in elke taal: debts, długi, ديون.",
            rf"^[{_LETTERS}]+([ '’-][{_LETTERS}]+)*$",
            minLength=2,
            maxLength=60,
        ),
        WOORDEN,
    ]
    bij: Annotated[
        tuple[Verwijzing, ...],
        Refers("onderdeel"),
        Fact(
            "Bij",
            "Waar deze woorden heen leiden: een bestand (fijn-wonen), of een onderdeel van een bestand (themas/wonen, begrippen/wmo).",
            "waar de woorden heen leiden",
            needed=True,
            shown=Shown.NOWHERE,
        ),
    ] = ()

    @property
    def label(self) -> str:
        """The first of the words."""
        return self.woorden[0]


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
class Plaatsen(Catalogus):
    """data/plaatsen.yaml."""

    kind: ClassVar[Kind] = Kind(
        "plaatsen",
        "de lijst van plaatsen",
        "lijst van plaatsen",
        "Dorpen, wijken, gemeenten, provincies en andere gebieden die in het beleid voorkomen.",
        title="Plaatsen",
    )
    plaatsen: Annotated[tuple[Plaats, ...], PLAATSEN.but("Plaatsen.", label="", place=0)]


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


@dataclass(frozen=True, kw_only=True)
class Versies(Catalogus):
    """data/versies.yaml, the oldest version first."""

    kind: ClassVar[Kind] = Kind(
        "versies",
        "de lijst van versies",
        "lijst van versies",
        "De versies van het beleid die tellen, de oudste eerst. Elke versie staat in de geschiedenis van Git.",
        title="Versies",
    )
    versies: Annotated[tuple[Versie, ...], Fact("Versies", "De versies, de oudste eerst.", "de versies", plural=True)]


@dataclass(frozen=True, kw_only=True)
class Zoekwoorden(Catalogus):
    """data/zoekwoorden.yaml. `weglaten` are the words of a question that say nothing about what is looked for, beside the general ones."""

    kind: ClassVar[Kind] = Kind(
        "zoekwoorden",
        "de lijst van zoekwoorden",
        "lijst van zoekwoorden",
        "Woorden waarmee inwoners zoeken, en waar die heen leiden. Zo vindt iemand die 'oppas' typt wat er over kindcentra staat.",
        title="Zoekwoorden",
    )
    weglaten: Annotated[
        tuple[str, ...],
        words("Woord", "Eén woord in kleine letters.", r"^[a-zà-ÿ]+$", maxLength=40),
        Fact(
            "Weglaten",
            "Woorden die in een zoekvraag niets zeggen. Het zoeken slaat ze over. Gewone woorden, zoals 'waar', 'kan' en 'ik', kent Polderkoers al.",
            "de woorden die het zoeken overslaat",
            plural=True,
            least=1,
        ),
    ] = ()
    zoekwoorden: Annotated[
        tuple[Zoekwoord, ...],
        Fact("Zoekwoorden", "Groepen van woorden die naar hetzelfde leiden.", "de zoekwoorden", plural=True),
    ]
