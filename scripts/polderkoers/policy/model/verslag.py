"""What is reported of the policy: data/verslagen/*.yaml. A report adds to what was decided, and never changes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.base import Bestand, Bron, Onderdeel, Wanneer
from polderkoers.policy.model.beside import REPORTS
from polderkoers.policy.model.declared import Deel, Fact, Kind, Shown
from polderkoers.policy.model.fields import (
    BRON,
    DATUM,
    EENHEID,
    GROEP,
    JAAR,
    NAAM,
    NOOT,
    ONGEVEER,
    OVER,
    TITEL,
    TOELICHTING,
    VASTGESTELD_DOOR,
    VOORLOPIG,
    WAARDE,
    WEERGAVE,
)
from polderkoers.policy.model.forms import (
    Datum,
    Getal,
    Jaar,
    KorteNaam,
    KorteTekst,
    Regel,
    Slug,
    Tekst,
    Verwijzing,
    choice,
    pattern,
)
from polderkoers.policy.model.references import Refers

NOT_BEGUN, RUNNING, DONE, DELAYED, STOPPED, NOT_KNOWN = STATES = (
    "niet begonnen",
    "loopt",
    "klaar",
    "vertraagd",
    "gestopt",
    "onbekend",
)
"""How far something can be, as a report says it."""
WITH_STATE = ("doel", "stap", "activiteit")
"""The kinds of which a report says how far they are."""
REPORTED = (*WITH_STATE, "indicator", "bedrag")
"""The kinds of which something can be reported."""


@dataclass(frozen=True, kw_only=True)
class GemeldeMeting(Deel):
    """A value of an indicator that a report gives. `meting` is how it was measured: only equal ones may be compared."""

    kind: ClassVar[Kind] = Kind(
        "gemelde_meting", "de gemelde meting", "gemelde metingen", "Een nieuwe waarde van een indicator."
    )
    waarde: Annotated[Getal | None, WAARDE.but("De gemeten waarde. null: niet bekend.")]
    weergave: Annotated[Regel | None, WEERGAVE.but("De waarde in woorden, zoals het verslag die geeft.")] = None
    eenheid: Annotated[
        Regel | None,
        EENHEID.but(
            "De eenheid, zoals het verslag die noemt. Die moet gelijk zijn aan de eenheid van de indicator.",
            null=True,
            shown=Shown.OWN,
        ),
    ] = None
    jaar: Annotated[Jaar, JAAR] = None
    groep: Annotated[Regel | None, GROEP] = None
    meting: Annotated[
        Slug | None,
        Fact(
            "Meting",
            "Waarden die op dezelfde manier zijn gemeten, krijgen dezelfde naam. Alleen die staan samen in één lijn.",
            "de meting",
            null=True,
            shown=Shown.WITHIN,
        ),
    ] = None
    voorlopig: Annotated[bool, VOORLOPIG] = False
    noot: Annotated[Regel | None, NOOT.but(shown=Shown.OWN)] = None
    bron: Annotated[Bron | None, BRON] = None


@dataclass(frozen=True, kw_only=True)
class Besteding(Deel):
    """Money that was spent, in euro: in one year, or (`jaar` is None) all together since the beginning."""

    kind: ClassVar[Kind] = Kind("besteding", "de besteding", "bestedingen", "Geld dat is uitgegeven.")
    bedrag: Annotated[Getal, Fact("Bedrag", "Hoeveel er is uitgegeven, in euro.", "het bedrag", shown=Shown.OWN)]
    ongeveer: Annotated[bool, ONGEVEER] = False
    jaar: Annotated[
        Jaar, JAAR.but("In welk jaar dit is uitgegeven. Laat weg als het alles samen is, vanaf het begin.")
    ] = None
    noot: Annotated[
        Regel | None,
        NOOT.but("Uitleg bij dit bedrag, bijvoorbeeld waarom het meer is dan was besloten.", shown=Shown.OWN),
    ] = None


@dataclass(frozen=True, kw_only=True)
class NieuweDatum(Wanneer):
    """When something will be done now, and why that is another time than was decided."""

    kind: ClassVar[Kind] = Kind(
        "nieuwe_datum", "de nieuwe datum", "nieuwe data", "Wanneer het nu klaar moet zijn, en waarom dat anders is."
    )
    waarom: Annotated[
        Regel | None,
        Fact(
            "Waarom",
            "De reden, zoals het verslag die geeft. null: het verslag geeft geen reden.",
            "de reden",
            shown=Shown.OWN,
        ),
    ]


@dataclass(frozen=True, kw_only=True)
class Beeld(Deel):
    """A picture of the site, and what someone must know who cannot see it."""

    kind: ClassVar[Kind] = Kind("beeld", "het beeld", "beelden", "Een afbeelding.")
    bestand: Annotated[
        str,
        pattern(r"^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\.(avif|jpg|jpeg|png|svg|webp)$", longest=200),
        Fact("Bestand", "De plek van de afbeelding onder de map docs.", "het bestand", shown=Shown.OWN),
    ]
    alt: Annotated[
        Regel,
        Fact("Alt", "Wat er te zien is, voor wie het niet ziet.", "de beschrijving van het beeld", shown=Shown.WITHIN),
    ]


@dataclass(frozen=True, kw_only=True)
class Bewijs(Deel):
    """By what a reader sees that something is so: a document, an address on the internet or a picture."""

    kind: ClassVar[Kind] = Kind("bewijs", "het bewijs", "bewijzen", "Waaraan een lezer kan zien dat het zo is.")
    naam: Annotated[Regel, NAAM.but("Wat het is: het besluit, een bericht, een foto.")]
    bron: Annotated[
        Bron | None, BRON.but("Waar het te vinden is: een document met de plek, of een adres op internet.")
    ] = None
    beeld: Annotated[Beeld | None, Fact("Beeld", "Een afbeelding.", "het beeld")] = None


@dataclass(frozen=True, kw_only=True)
class Melding(Onderdeel):
    """What a report says of one item. What it does not say is None: a state that is not told is not `onbekend`."""

    kind: ClassVar[Kind] = Kind("melding", "de melding", "meldingen", "Wat een verslag over één onderdeel zegt.")
    over: Annotated[
        Verwijzing,
        Refers("onderdeel"),
        OVER.but("Waar dit over gaat: een doel, stap, activiteit, indicator of bedrag. Schrijf bestand/onderdeel."),
    ]
    stand: Annotated[
        str | None,
        choice(*STATES),
        Fact(
            "Stand",
            "Hoe het ervoor staat, zoals het verslag het zegt. onbekend: het verslag zegt dat het dit niet weet. Zegt het niets? Laat dit weg.",
            "de stand",
            shown=Shown.OWN,
        ),
    ] = None
    sinds: Annotated[
        Datum | None,
        Fact("Sinds", "Sinds wanneer, als het verslag dat zegt.", "sinds wanneer", null=True, shown=Shown.OWN),
    ] = None
    toelichting: Annotated[
        Tekst | None, TOELICHTING.but("Wat er is gedaan, of waarom niet, in gewone taal.", null=True)
    ] = None
    metingen: Annotated[
        tuple[GemeldeMeting, ...],
        Fact(
            "Metingen",
            "Nieuwe waarden, als dit over een indicator gaat.",
            "de metingen",
            plural=True,
            ordered=False,
            shown=Shown.OWN,
        ),
    ] = ()
    besteed: Annotated[Besteding | None, Fact("Besteed", "Hoeveel geld er is uitgegeven.", "wat er is besteed")] = None
    nieuwe_datum: Annotated[
        NieuweDatum | None,
        Fact(
            "Nieuwe datum",
            "Alleen als het verslag een andere datum noemt dan was afgesproken.",
            "de nieuwe datum",
        ),
    ] = None
    bewijs: Annotated[
        tuple[Bewijs, ...],
        Fact("Bewijs", "Waaraan een lezer dit kan zien.", "het bewijs", ordered=False, shown=Shown.OWN),
    ] = ()
    bron: Annotated[Bron | None, BRON] = None


@dataclass(frozen=True, kw_only=True)
class Verslag(Bestand):
    """A moment at which was told what came of the policy. `over_versie` is the version that it tells of, None when that is not known."""

    kind: ClassVar[Kind] = Kind(
        "verslag",
        "het verslag",
        "verslagen",
        "Wat er van het beleid is gekomen: één moment waarop dat is gemeld. Een verslag verandert niets aan het beleid.",
        folder=REPORTS,
        page=REPORTS,
        overview="voortgang",
    )
    titel: Annotated[Regel, TITEL]
    vorm: Annotated[
        str,
        choice("tussenrapportage", "jaarverslag", "monitor", "evaluatie", "brief"),
        Fact("Vorm", "Wat voor verslag het is.", "de vorm", shown=Shown.OWN),
    ]
    datum: Annotated[Datum, DATUM.but("Van welke dag het verslag is, zo precies als het zelf zegt.", shown=Shown.OWN)]
    periode: Annotated[
        Wanneer | None,
        Fact(
            "Periode",
            "Over welke tijd het gaat. Laat weg als het verslag dat niet zegt.",
            "de periode",
            words_of={"tekst": "de periode", "van": "het begin van de periode", "tot": "het einde van de periode"},
            shown=Shown.OWN,
        ),
    ] = None
    vastgesteld_door: Annotated[KorteNaam | None, VASTGESTELD_DOOR.but(shown=Shown.OWN)]
    over_versie: Annotated[
        Slug | None,
        Fact(
            "Over versie",
            "Het id van de versie in data/versies.yaml waar dit verslag over gaat. null: dat is niet bekend.",
            "over welke versie het gaat",
            null=True,
            shown=Shown.OWN,
        ),
    ] = None
    bron: Annotated[
        Bron | None, BRON.but("Het document waar dit verslag uit komt. Laat weg als het alleen hier is geschreven.")
    ] = None
    samenvatting: Annotated[
        KorteTekst | None,
        Fact(
            "In het kort",
            "Wat er in deze tijd is gebeurd, in twee of drie gewone zinnen.",
            "de samenvatting",
            null=True,
        ),
    ] = None
    meldingen: Annotated[
        tuple[Melding, ...], Fact("Meldingen", "Wat het verslag over elk onderdeel zegt.", "de meldingen", plural=True)
    ]
