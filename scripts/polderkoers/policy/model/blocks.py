"""The building blocks of every file kind, as frozen values. Field names are the keys of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.base import Blok, Bron, Herkomst, Meting, Onderdeel, Streefwaarde, Vindplaats, Wanneer
from polderkoers.policy.model.declared import Fact, Kind, Role, Shown
from polderkoers.policy.model.fields import (
    AANDACHTSPUNTEN,
    ACTIVITEITEN,
    BEDRAGEN,
    BETER,
    BRON,
    DATUM,
    DOELEN,
    EENHEID,
    GEWONE_NAAM,
    GROEP,
    IDS_BETROKKENEN,
    INDICATOREN,
    JAAR,
    NAAM,
    NOOT,
    NUMMER,
    ONGEVEER,
    ORGANISATIES,
    PARTIJEN,
    PRODUCT,
    PUBLICATIES,
    ROLLEN,
    STAPPEN,
    SUCCESFACTOREN,
    TEKST,
    TITEL,
    TOELICHTING,
    UITGEVER,
    VOOR,
    VOORBEELDEN,
    WANNEER,
    WIE,
)
from polderkoers.policy.model.forms import (
    Getal,
    Jaar,
    Nummer,
    Regel,
    Richting,
    Slug,
    Tekst,
    Verwijzing,
    choice,
    pattern,
)
from polderkoers.policy.model.references import Refers


@dataclass(frozen=True, kw_only=True)
class Punt(Blok):
    """A headed piece of explanation: a reason, principle, step in a process or development."""

    kind: ClassVar[Kind] = Kind(
        "punt",
        "het punt",
        "punten",
        "Een uitleg met een kop: een reden, uitgangspunt, stap in een proces of ontwikkeling.",
        heading=("de uitleg", "uitleg"),
    )
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    partijen: Annotated[tuple[Slug, ...], Refers("partijen"), PARTIJEN.but(label="Over")] = ()
    wanneer: Annotated[Wanneer | None, WANNEER] = None


@dataclass(frozen=True, kw_only=True)
class Deelopgave(Onderdeel):
    """A lettered part of a goal."""

    kind: ClassVar[Kind] = Kind("deelopgave", "de deelopgave", "deelopgaven", "Een onderdeel van een doel.")
    letter: Annotated[
        str | None, pattern(r"^[A-Z]$"), Fact("Letter", "De letter in de bron.", "de letter", shown=Shown.OWN)
    ] = None
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    bron: Annotated[Bron | None, BRON] = None


@dataclass(frozen=True, kw_only=True)
class Activiteit(Blok):
    """Agreed or investigated work."""

    kind: ClassVar[Kind] = Kind(
        "activiteit", "de activiteit", "activiteiten", "Werk dat is afgesproken of wordt onderzocht."
    )
    naam: Annotated[Regel, NAAM.but("Een korte naam voor de activiteit.")]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    voor: Annotated[tuple[Slug, ...], Refers("partijen"), VOOR] = ()
    verantwoordelijk: Annotated[
        tuple[Slug, ...],
        Refers("betrokkenen"),
        Fact(
            "Verantwoordelijk",
            f"Wie verantwoordelijk is. Weg als de bron dat niet zegt. {IDS_BETROKKENEN}",
            "wie verantwoordelijk is",
            unknown=True,
        ),
    ] = ()
    partners: Annotated[
        tuple[Slug, ...],
        Refers("betrokkenen"),
        Fact(
            "Partners",
            f"Wie meedoet. {IDS_BETROKKENEN}",
            "de partners",
            plural=True,
            label="Samen met",
        ),
    ] = ()
    wanneer: Annotated[Wanneer | None, WANNEER] = None
    noot: Annotated[Regel | None, NOOT] = None


@dataclass(frozen=True, kw_only=True)
class Doel(Blok):
    """Something that must be reached."""

    kind: ClassVar[Kind] = Kind("doel", "het doel", "doelen", "Iets dat bereikt moet worden.")
    nummer: Annotated[Nummer | None, NUMMER] = None
    naam: Annotated[Regel, NAAM]
    gewone_naam: Annotated[Regel | None, GEWONE_NAAM] = None
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    voor: Annotated[tuple[Slug, ...], Refers("partijen"), VOOR] = ()
    beter: Annotated[Richting | None, BETER] = None
    deelopgaven: Annotated[
        tuple[Deelopgave, ...], Fact("Deelopgaven", "De onderdelen van dit doel.", "de deelopgaven", plural=True)
    ] = ()
    activiteiten: Annotated[tuple[Activiteit, ...], ACTIVITEITEN.but("Wat voor dit doel is afgesproken.")] = ()


@dataclass(frozen=True, kw_only=True)
class Doelengroep(Blok):
    """Goals that belong together: a perspective, or one of several lists."""

    kind: ClassVar[Kind] = Kind(
        "doelengroep",
        "de groep doelen",
        "groepen doelen",
        "Doelen die bij elkaar horen, zoals een perspectief of een lijst.",
    )
    nummer: Annotated[Nummer | None, NUMMER] = None
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    doelen: Annotated[tuple[Doel, ...], DOELEN.but("De doelen in deze groep.")]


@dataclass(frozen=True, kw_only=True)
class Rol(Blok):
    """What a party does or is asked to do."""

    kind: ClassVar[Kind] = Kind("rol", "de rol", "rollen", "Wat één partij doet of wat van haar gevraagd wordt.")
    partijen: Annotated[
        tuple[Slug, ...],
        Refers("partijen"),
        PARTIJEN.but("Ids uit data/roles.yaml: wie deze rol heeft.", needed=True, shown=Shown.OWN),
    ] = ()
    als: Annotated[
        tuple[Slug, ...],
        Refers("rolsoorten"),
        Fact("Als", "Rolsoorten uit data/roles.yaml, zoals regisseur of stimulator.", "de rolsoort", label="Rol"),
    ] = ()
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None


@dataclass(frozen=True, kw_only=True)
class Stap(Blok):
    """Something that happens, in the short (`kort`) or long (`lang`) term."""

    kind: ClassVar[Kind] = Kind("stap", "de stap", "stappen", "Iets dat gebeurt, op korte of lange termijn.")
    termijn: Annotated[
        str,
        choice("kort", "lang"),
        Fact("Termijn", "kort of lang, zoals de bron het noemt.", "de termijn", shown=Shown.OWN),
    ]
    naam: Annotated[Regel, NAAM.but("Een korte naam voor de stap.")]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    voor: Annotated[tuple[Slug, ...], Refers("partijen"), VOOR] = ()
    trekker: Annotated[
        tuple[Slug, ...],
        Refers("betrokkenen"),
        Fact(
            "Trekker",
            f"Wie de stap zet. Weg als de bron dat niet zegt. {IDS_BETROKKENEN}",
            "de trekker",
            label="Wie",
            unknown=True,
        ),
    ] = ()
    wanneer: Annotated[Wanneer | None, WANNEER.but(unknown=True)] = None


@dataclass(frozen=True, kw_only=True)
class Indicator(Blok):
    """How progress is measured. Without a baseline `metingen` is empty and `noot` says why; without a target there are no `streefwaarden`."""

    kind: ClassVar[Kind] = Kind("indicator", "de indicator", "indicatoren", "Waaraan je ziet of het lukt.")
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    eenheid: Annotated[Regel | None, EENHEID.but("De eenheid: procent, mensen, euro.")] = None
    beter: Annotated[Richting | None, BETER] = None
    doelen: Annotated[
        tuple[Verwijzing, ...],
        Refers("onderdeel"),
        DOELEN.but("Verwijzingen naar de doelen waar deze indicator bij hoort.", label="Bij"),
    ] = ()
    metingen: Annotated[
        tuple[Meting, ...],
        Fact(
            "Metingen",
            "Nulmeting en latere waarden. Leeg als er geen nulmeting is; leg dat uit in noot.",
            "de metingen",
            plural=True,
            ordered=False,
            least=0,
            shown=Shown.OWN,
        ),
    ] = ()
    streefwaarden: Annotated[
        tuple[Streefwaarde, ...],
        Fact(
            "Streefwaarden",
            "Wat er bereikt moet worden, en in welk jaar. Weg als de bron dat niet zegt.",
            "de streefwaarden",
            plural=True,
            ordered=False,
            shown=Shown.OWN,
        ),
    ] = ()
    vindplaats: Annotated[
        Vindplaats | None,
        Fact(
            "Vindplaats",
            "Waar de waarden staan in openbare cijfers. Dan kan 'polderkoers import-metingen' ze overnemen.",
            "de vindplaats",
            shown=Shown.LABELLED,
            label="Openbare cijfers",
        ),
    ] = None
    noot: Annotated[Regel | None, NOOT] = None


HOE_ZEKER = {
    "zeker": "Zeker: toegekend of ontvangen",
    "onzeker": "Onzeker",
    "mogelijk": "Mogelijk: nog niet aangevraagd of besloten",
}
"""How sure money can be, the surest first, in words for a reader."""


STRUCTURAL = "structureel"
"""Of money that comes each year."""


@dataclass(frozen=True, kw_only=True)
class Bedrag(Blok):
    """Money in euro: how much, when, for what, how sure. None is unknown, never zero."""

    kind: ClassVar[Kind] = Kind("bedrag", "het bedrag", "bedragen", "Geld: hoeveel, wanneer, waarvoor en hoe zeker.")
    bedrag: Annotated[
        Getal | None,
        Fact(
            "Bedrag",
            "Het bedrag in euro. null als de bron geen bedrag noemt; leeg is nooit 0.",
            "het bedrag",
            shown=Shown.LABELLED,
        ),
    ]
    ongeveer: Annotated[bool, ONGEVEER.but("true als de bron 'ongeveer', 'circa' of 'c.a.' zegt.")] = False
    hoogstens: Annotated[
        bool, Fact("Hoogstens", "true als de bron 'maximaal' zegt.", "of het bedrag een maximum is")
    ] = False
    per_jaar: Annotated[
        bool,
        Fact(
            "Per jaar",
            "true als het bedrag voor elk jaar van de periode geldt. Weg: het bedrag is voor de hele periode samen.",
            "of het bedrag per jaar is",
        ),
    ] = False
    waarvoor: Annotated[Regel, Fact("Waarvoor", "Waar het geld voor is.", "de omschrijving", role=Role.NAME)]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    jaar: Annotated[Jaar, JAAR] = None
    wanneer: Annotated[Wanneer | None, WANNEER.but("De periode, als het om meer dan één jaar gaat.")] = None
    soort: Annotated[
        str | None,
        choice(STRUCTURAL, "incidenteel"),
        Fact(
            "Soort",
            "structureel: elk jaar. incidenteel: tijdelijk.",
            "de soort",
            label="Soort geld",
            unknown=True,
            says={"structureel": "Structureel: elk jaar", "incidenteel": "Incidenteel: tijdelijk"},
        ),
    ] = None
    zekerheid: Annotated[
        str | None,
        choice(*HOE_ZEKER),
        Fact(
            "Zekerheid",
            "zeker: toegekend of ontvangen. onzeker: de bron zegt dat het onzeker is. mogelijk: nog niet aangevraagd of besloten.",
            "hoe zeker het is",
            label="Hoe zeker",
            unknown=True,
            says=HOE_ZEKER,
        ),
    ] = None
    schaal: Annotated[
        str | None,
        choice("lokaal", "regionaal", "landelijk"),
        Fact(
            "Schaal",
            "lokaal: voor het eigen gebied. regionaal of landelijk: voor een groter gebied.",
            "de schaal",
            label="Voor",
            says={"lokaal": "", "regionaal": "De hele regio", "landelijk": "Heel Nederland"},
        ),
    ] = None
    doelen: Annotated[
        tuple[Verwijzing, ...],
        Refers("onderdeel"),
        DOELEN.but(
            "Verwijzingen naar de doelen waar dit geld voor is. Meer dan één: het bedrag is voor die doelen samen en wordt niet verdeeld.",
            label="Bij",
        ),
    ] = ()
    noot: Annotated[Regel | None, NOOT] = None


@dataclass(frozen=True, kw_only=True)
class Voorbeeld(Blok):
    """A practice example or highlighted initiative."""

    kind: ClassVar[Kind] = Kind(
        "voorbeeld", "het voorbeeld", "voorbeelden", "Een voorbeeld uit de praktijk of een uitgelicht initiatief."
    )
    titel: Annotated[Regel, TITEL]
    tekst: Annotated[Tekst, TEKST.but("Het voorbeeld in gewone taal.")]
    herkomst: Annotated[
        Herkomst | None,
        Fact(
            "Herkomst",
            "Waar het voorbeeld vandaan komt.",
            "de herkomst",
            words_of={"naam": "de herkomst", "datum": "de datum van de herkomst", "noot": "de noot bij de herkomst"},
            shown=Shown.LABELLED,
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Fase(Blok):
    """A part of a trajectory."""

    kind: ClassVar[Kind] = Kind("fase", "de fase", "fasen", "Een deel van een traject.")
    nummer: Annotated[Nummer | None, NUMMER] = None
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    wanneer: Annotated[Wanneer | None, WANNEER.but(unknown=True)] = None
    wie: Annotated[tuple[Slug, ...], Refers("betrokkenen"), WIE] = ()
    product: Annotated[Regel | None, PRODUCT] = None


@dataclass(frozen=True, kw_only=True)
class Besluitmoment(Blok):
    """A moment at which something is decided or discussed."""

    kind: ClassVar[Kind] = Kind(
        "besluitmoment", "het besluitmoment", "besluitmomenten", "Een moment waarop iets wordt besloten of besproken."
    )
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    wanneer: Annotated[Wanneer | None, WANNEER.but(unknown=True)] = None
    wie: Annotated[
        tuple[Slug, ...],
        Refers("betrokkenen"),
        WIE.but(f"Wie besluit of bespreekt. {IDS_BETROKKENEN}"),
    ] = ()
    product: Annotated[Regel | None, PRODUCT.but("Waarover het besluit gaat.")] = None


@dataclass(frozen=True, kw_only=True)
class Factor(Blok):
    """Something that helps or hinders; whether it is a success factor, point of attention or risk says its list."""

    kind: ClassVar[Kind] = Kind(
        "factor",
        "de factor",
        "factoren",
        "Iets dat helpt of juist hindert.",
        title="Aandachtspunt, succesfactor of risico",
        heading=("het aandachtspunt", "aandachtspunten"),
    )
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    maatregel: Annotated[
        Tekst | None,
        Fact("Maatregel", "Wat ertegen wordt gedaan, of wat het mogelijk maakt.", "de maatregel", shown=Shown.LABELLED),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Publicatie(Onderdeel):
    """A report or note that a plan rests on."""

    kind: ClassVar[Kind] = Kind(
        "publicatie", "de publicatie", "publicaties", "Een rapport of nota waar het plan op steunt."
    )
    naam: Annotated[Regel, NAAM.but("De titel, precies zoals in de bron.")]
    uitgever: Annotated[Regel | None, UITGEVER.but(role=Role.LABEL)] = None
    organisaties: Annotated[tuple[Slug, ...], Refers("organisaties"), ORGANISATIES] = ()
    datum: Annotated[Regel | None, DATUM.but("De datum zoals de bron die noemt.", role=Role.DATE)] = None
    groep: Annotated[Regel | None, GROEP.but("De kop waaronder de publicatie staat.")] = None
    bron: Annotated[Bron | None, BRON] = None


@dataclass(frozen=True, kw_only=True)
class Route(Blok):
    """A way that a resident can follow, step by step."""

    kind: ClassVar[Kind] = Kind("route", "de route", "routes", "Een weg die een inwoner kan volgen, stap voor stap.")
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    voor: Annotated[Regel | None, Fact("Voor", "Wanneer je deze route neemt.", "voor wie het is")] = None
    stappen: Annotated[tuple[Punt, ...], STAPPEN.but("De stappen, in de volgorde van de route.", label="Stappen")]


@dataclass(frozen=True, kw_only=True)
class Hoofdstuk(Blok):
    """A part of a plan: its subject (`rubriek`) and any blocks."""

    kind: ClassVar[Kind] = Kind(
        "hoofdstuk",
        "het hoofdstuk",
        "hoofdstukken",
        "Een deel van een plan. De rubriek zegt waar het over gaat; de blokken eronder zijn dezelfde als overal.",
    )
    rubriek: Annotated[
        str,
        choice(
            "aanleiding",
            "bedoeling",
            "uitgangspunten",
            "doelen",
            "rollen",
            "proces",
            "prioriteiten",
            "organisatie",
            "fasen",
            "geld",
            "monitoring",
            "communicatie",
            "samenhang",
            "context",
            "kaders",
            "resultaten",
            "risicos",
            "bronnen",
        ),
        Fact("Rubriek", "Waar het hoofdstuk over gaat.", "de rubriek", label="Gaat over", says={"risicos": "Risico's"}),
    ]
    naam: Annotated[Regel, NAAM]
    toelichting: Annotated[Tekst | None, TOELICHTING] = None
    punten: Annotated[tuple[Punt, ...], Fact("Punten", "Uitleg met kopjes.", "de punten", plural=True, label=None)] = ()
    doelen: Annotated[tuple[Doel, ...], DOELEN.but(place=-2)] = ()
    doelenlijsten: Annotated[
        tuple[Doelengroep, ...],
        Fact(
            "Lijsten van doelen",
            "Doelen in groepen, als de bron meer dan één lijst heeft.",
            "de lijsten van doelen",
            plural=True,
            label=None,
        ),
    ] = ()
    rollen: Annotated[tuple[Rol, ...], ROLLEN] = ()
    stappen: Annotated[tuple[Stap, ...], STAPPEN] = ()
    activiteiten: Annotated[tuple[Activiteit, ...], ACTIVITEITEN.but(place=-1)] = ()
    fasen: Annotated[tuple[Fase, ...], Fact("Fasen", "De delen van het traject.", "de fasen", plural=True)] = ()
    besluitmomenten: Annotated[
        tuple[Besluitmoment, ...],
        Fact(
            "Besluitmomenten",
            "Wanneer wat wordt besloten.",
            "de besluitmomenten",
            plural=True,
            label="Wanneer wat wordt besloten",
        ),
    ] = ()
    indicatoren: Annotated[tuple[Indicator, ...], INDICATOREN] = ()
    bedragen: Annotated[tuple[Bedrag, ...], BEDRAGEN] = ()
    voorbeelden: Annotated[tuple[Voorbeeld, ...], VOORBEELDEN] = ()
    succesfactoren: Annotated[tuple[Factor, ...], SUCCESFACTOREN] = ()
    aandachtspunten: Annotated[tuple[Factor, ...], AANDACHTSPUNTEN] = ()
    risicos: Annotated[
        tuple[Factor, ...],
        Fact(
            "Risico's",
            "Wat mis kan gaan, en de maatregel.",
            "de risico's",
            plural=True,
            one="het risico",
            ordered=False,
            label="Wat mis kan gaan",
        ),
    ] = ()
    publicaties: Annotated[tuple[Publicatie, ...], PUBLICATIES] = ()
