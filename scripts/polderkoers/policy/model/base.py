"""The building blocks of every file kind, as frozen values. Field names are the keys of the data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from polderkoers.policy.model.declared import Deel, Fact, Kind, Role, Shown
from polderkoers.policy.model.facts import names_in
from polderkoers.policy.model.fields import (
    BETER,
    BRON,
    CIJFERS,
    DATUM,
    EENHEID,
    GROEP,
    ID,
    JAAR,
    MEER_UITLEG,
    METING,
    NAAM,
    NOOT,
    ONGEVEER,
    ORGANISATIES,
    OVER,
    PLAATSEN,
    SAMENHANG,
    STATUS,
    TEKST,
    THEMAS,
    UITLEG_VAN,
    VERSIE,
    VOORLOPIG,
    WAARDE,
    WEERGAVE,
)
from polderkoers.policy.model.forms import (
    Datum,
    Getal,
    Jaar,
    Regel,
    Richting,
    Slug,
    Status,
    Tekst,
    Versienummer,
    Verwijzing,
    Webadres,
    choice,
    pattern,
)
from polderkoers.policy.model.references import Refers


@dataclass(frozen=True, kw_only=True)
class Bron(Deel):
    """Where something stands: a source document, a place in it, and an address where it can be read."""

    kind: ClassVar[Kind] = Kind("bron", "de bron", "bronnen", "Waar dit staat.")
    document: Annotated[
        Slug | None,
        Refers("documenten"),
        Fact(
            "Document",
            "Id uit data/documenten.yaml. Laat weg als het hetzelfde document is als van het onderdeel erboven.",
            "het document",
            shown=Shown.OWN,
        ),
    ] = None
    plek: Annotated[
        Regel | None, Fact("Plek", "De paragraaf, kop of bladzijde in het document.", "de plek", shown=Shown.OWN)
    ] = None
    link: Annotated[
        str | None,
        pattern(r"^(https://|mailto:)[^\s]+$", longest=500),
        Fact(
            "Link",
            "Het adres op internet waar dit te lezen is. Het begint met https://. Laat weg als de bron geen adres noemt.",
            "het adres",
            shown=Shown.OWN,
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Wanneer(Deel):
    """A moment or period: what a reader sees, and the dates as far as the source gives them (see `dates`)."""

    kind: ClassVar[Kind] = Kind(
        "wanneer",
        "het tijdstip",
        "tijdstippen",
        "Een tijdstip of periode. Noem in tekst wat de bron zegt; vul van en tot alleen in als de bron een jaartal geeft.",
        title="Wanneer",
    )
    tekst: Annotated[Regel, TEKST.but(shown=Shown.OWN)]
    van: Annotated[
        Datum | None, Fact("Van", "Begin, als de bron een jaartal geeft.", "het begin", shown=Shown.WITHIN)
    ] = None
    tot: Annotated[
        Datum | None,
        Fact(
            "Tot en met",
            "Einde, als de bron dat noemt. Laat weg bij een enkel moment. Noemt de bron alleen een uiterste datum, zoals uiterlijk in 2030? Vul dan alleen dit in.",
            "het einde",
            shown=Shown.WITHIN,
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Herkomst(Deel):
    """Where a practice example comes from, as the source says it."""

    kind: ClassVar[Kind] = Kind(
        "herkomst", "de herkomst", "herkomsten", "Waar een voorbeeld vandaan komt, zoals de bron het noemt."
    )
    naam: Annotated[Regel, NAAM.but("De krant, organisatie of website.")]
    auteur: Annotated[
        Regel | None, Fact("Auteur", "Wie het schreef, als de bron dat noemt.", "de auteur", shown=Shown.OWN)
    ] = None
    datum: Annotated[Datum | None, DATUM.but(shown=Shown.OWN)] = None
    noot: Annotated[Regel | None, NOOT.but(shown=Shown.OWN)] = None


@dataclass(frozen=True, kw_only=True)
class Samenhang(Deel):
    """A link to another item, its kind, the reason, and whether the source or the editors made it."""

    kind: ClassVar[Kind] = Kind(
        "samenhang", "het verband", "verbanden", "Een verband met een ander onderdeel.", title="Samenhang"
    )
    met: Annotated[
        Verwijzing,
        Refers("onderdeel"),
        Fact(
            "Met",
            "Waarmee dit samenhangt: het id van een bestand, of bestand/onderdeel.",
            "waarmee het verband is gelegd",
            shown=Shown.OWN,
        ),
    ]
    soort: Annotated[
        str,
        choice("draagt bij aan", "vervolg op", "zelfde onderwerp"),
        Fact("Soort", "Het soort verband.", "de soort", shown=Shown.OWN),
    ]
    waarom: Annotated[
        Regel, Fact("Waarom", "Waarom deze twee bij elkaar horen, in één zin.", "de reden", shown=Shown.OWN)
    ]
    gelegd_door: Annotated[
        str,
        choice("bron", "redactie"),
        Fact(
            "Gelegd door",
            "bron: het document noemt dit verband zelf. redactie: wij hebben het gelegd.",
            "wie het verband legde",
            shown=Shown.WITHIN,
        ),
    ]
    bron: Annotated[Bron | None, BRON] = None


@dataclass(frozen=True, kw_only=True)
class Onderdeel(Deel):
    """Anything with an id. `pointer` (JSON Pointer) says where it stands in its file."""

    soortnaam: ClassVar[str] = "onderdeel"
    id: Annotated[Slug, ID]
    pointer: str = field(default="", compare=False, repr=False)

    @property
    def own_name(self) -> str:
        """What the data call this item, nothing where they give it no name."""
        return next((str(value) for name in names_in(type(self)) if (value := getattr(self, name))), "")

    @property
    def label(self) -> str:
        """The words by which a reader knows this item."""
        return self.own_name or self.id


@dataclass(frozen=True, kw_only=True)
class Cijfer(Onderdeel):
    """A figure that supports a text. `waarde` in `eenheid`; None is unknown. Only equal `meting` may be compared."""

    kind: ClassVar[Kind] = Kind("cijfer", "het cijfer", "cijfers", "Een getal dat een tekst onderbouwt.")
    waarde: Annotated[Getal | None, WAARDE]
    weergave: Annotated[Regel | None, WEERGAVE] = None
    eenheid: Annotated[Regel | None, EENHEID] = None
    wat: Annotated[Regel, Fact("Wat", "Wat er is geteld of gemeten.", "de omschrijving", role=Role.NAME)]
    jaar: Annotated[Jaar, JAAR] = None
    ongeveer: Annotated[bool, ONGEVEER] = False
    beter: Annotated[Richting | None, BETER] = None
    meting: Annotated[Slug | None, METING] = None
    noot: Annotated[Regel | None, NOOT.but(shown=Shown.OWN)] = None
    bron: Annotated[Bron | None, BRON] = None


REGISTERS = {"cbs": "CBS StatLine", "waarstaatjegemeente": "Waarstaatjegemeente"}
"""The public figures that an indicator may be found in, by what the data call them, as a reader knows them."""


@dataclass(frozen=True, kw_only=True)
class Meting(Deel):
    """One measured value of an indicator, in the indicator's unit. Only those of one `groep` and one `meting` are one series."""

    kind: ClassVar[Kind] = Kind("meting", "de meting", "metingen", "Eén waarde van een indicator.")
    waarde: Annotated[Getal | None, WAARDE.but("De gemeten waarde. null: niet bekend.")]
    weergave: Annotated[Regel | None, WEERGAVE.but("De waarde in woorden, zoals de bron die geeft.")] = None
    jaar: Annotated[Jaar, JAAR] = None
    groep: Annotated[Regel | None, GROEP] = None
    meting: Annotated[
        Slug | None,
        METING.but(
            "Hoe er is gemeten, als dat niet altijd hetzelfde was: enquete-oud, enquete-nieuw. Alleen waarden met dezelfde naam "
            "staan samen in één lijn.",
            shown=Shown.OWN,
        ),
    ] = None
    nulmeting: Annotated[
        bool,
        Fact(
            "Nulmeting",
            "true bij de waarde die de bron de nulmeting noemt: daar wordt later mee vergeleken.",
            "de aanduiding als nulmeting",
            shown=Shown.OWN,
        ),
    ] = False
    voorlopig: Annotated[bool, VOORLOPIG] = False
    noot: Annotated[Regel | None, NOOT.but(shown=Shown.OWN)] = None
    bron: Annotated[Bron | None, BRON] = None


@dataclass(frozen=True, kw_only=True)
class Streefwaarde(Deel):
    """What an indicator must come to, in its unit, and when. Whether that is a least or a most, its `beter` says."""

    kind: ClassVar[Kind] = Kind(
        "streefwaarde", "de streefwaarde", "streefwaarden", "Een waarde die een indicator moet bereiken, met het jaar."
    )
    waarde: Annotated[Getal | None, WAARDE.but("De waarde die bereikt moet worden. null: de bron noemt geen getal.")]
    weergave: Annotated[Regel | None, WEERGAVE.but("De waarde in woorden, zoals de bron die geeft.")] = None
    jaar: Annotated[
        Jaar, JAAR.but("Het jaar waarin de waarde bereikt moet zijn. null als de bron geen jaar noemt.")
    ] = None
    groep: Annotated[Regel | None, GROEP] = None
    meting: Annotated[
        Slug | None,
        METING.but(
            "De naam bij 'meting' van de waarden waarmee je dit vergelijkt. Alleen nodig als er op meer manieren is gemeten."
        ),
    ] = None
    noot: Annotated[Regel | None, NOOT.but(shown=Shown.OWN)] = None
    bron: Annotated[Bron | None, BRON] = None


@dataclass(frozen=True, kw_only=True)
class Vindplaats(Deel):
    """Where the values of an indicator can be found in public figures, so that `polderkoers import-metingen` knows them again."""

    kind: ClassVar[Kind] = Kind(
        "vindplaats", "de vindplaats", "vindplaatsen", "Waar de waarden van een indicator staan in openbare cijfers."
    )
    register: Annotated[
        str,
        choice(*REGISTERS),
        Fact("Register", "cbs of waarstaatjegemeente.", "het register", shown=Shown.OWN),
    ]
    tabel: Annotated[
        str | None,
        pattern(r"^[0-9]{5}[A-Za-z]{3,4}$", role=Role.TERM),
        Fact(
            "Tabel",
            "Het nummer van de tabel bij het CBS: 70072ned. Weg bij Waarstaatjegemeente.",
            "de tabel",
            shown=Shown.OWN,
        ),
    ] = None
    onderwerp: Annotated[
        Regel,
        Fact(
            "Onderwerp",
            "De kolom van de tabel bij het CBS, zonder de eenheid: Bevolking/Aantal inwoners. Of de code of naam van de indicator bij "
            "Waarstaatjegemeente.",
            "het onderwerp",
            role=Role.TERM,
            shown=Shown.OWN,
        ),
    ]
    meting: Annotated[
        Slug | None,
        METING.but(
            "De naam bij 'meting' van waarden die hier vandaan komen. Zonder deze naam heten zij naar het register en de tabel.",
            shown=Shown.WITHIN,
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class LetOp(Onderdeel):
    """A note of the editors, about items of the same file or about the file. Its `soort` says for whom it is, and so where it stands."""

    kind: ClassVar[Kind] = Kind(
        "let_op",
        "de opmerking",
        "opmerkingen",
        "Een tegenstrijdigheid, leemte of twijfel in de bron.",
        title="Let op",
        heading=("de let op", "open vragen"),
    )
    over: Annotated[
        tuple[Slug, ...],
        Refers("lokaal"),
        OVER.but(
            "Ids van onderdelen in dit bestand waar de opmerking bij hoort. Leeg of weg: hoort bij het hele bestand. Een opmerking voor de lezer staat bij het eerste id; bij de andere komt een verwijzing.",
        ),
    ] = ()
    soort: Annotated[
        str | None,
        choice("lezer", "bron", "overname"),
        Fact(
            "Soort",
            "lezer: wie dit niet weet, kan verkeerd kiezen of rekenen. Houd het kort; het staat bij het onderdeel. bron: het document is onduidelijk of spreekt zichzelf tegen. Dat staat onder het hoofdstuk, achter Over de bron. overname: gaat over onze tekst, zoals een afbeelding die wegviel of een naam die de redactie koos. Dat staat alleen bij het document. Twijfel je? Kies bron.",
            "de soort",
            shown=Shown.WITHIN,
        ),
    ] = None
    tekst: Annotated[Tekst, TEKST.but("Wat de lezer moet weten, in gewone taal.")]
    bron: Annotated[Bron | None, BRON] = None


@dataclass(frozen=True, kw_only=True)
class Blok(Onderdeel):
    """What the blocks have in common: subjects, places, organisations, figures, links and a source."""

    themas: Annotated[tuple[Slug, ...], Refers("themas"), THEMAS.but(behind=True)] = ()
    plaatsen: Annotated[tuple[Slug, ...], Refers("plaatsen"), PLAATSEN.but(behind=True)] = ()
    organisaties: Annotated[tuple[Slug, ...], Refers("organisaties"), ORGANISATIES.but(behind=True)] = ()
    cijfers: Annotated[tuple[Cijfer, ...], CIJFERS.but(behind=True)] = ()
    samenhang: Annotated[tuple[Samenhang, ...], SAMENHANG.but(behind=True)] = ()
    bron: Annotated[Bron | None, BRON.but(behind=True)] = None


@dataclass(frozen=True, kw_only=True)
class Uitgelegd(Onderdeel):
    """An entry of a list that says what it is, and where that comes from: `bron`, or general knowledge of the editors.

    `uitleg_van` is None when that is not known, as in data of before it was asked.
    """

    uitleg_van: Annotated[str | None, choice("bron", "redactie"), UITLEG_VAN.but(behind=True)] = None
    meer_uitleg: Annotated[Webadres | None, MEER_UITLEG.but(behind=True)] = None
    bron: Annotated[Bron | None, BRON.but("Waar de uitleg staat: document en plek.", behind=True)] = None


@dataclass(frozen=True, kw_only=True)
class Bestand(Onderdeel):
    """One YAML file. `file` is its path relative to the root."""

    soort: Annotated[str, pattern("^[a-z]+$"), Fact("Soort", "", "de soort")]
    id: Annotated[Slug, ID.but("De vaste naam van dit bestand. De bestandsnaam is gelijk: id.yaml.")]
    file: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Catalogus(Bestand):
    """What every catalogue has beside its lists."""

    versie: Annotated[Versienummer | None, VERSIE.but(needed=True, shown=Shown.NOWHERE)] = None
    status: Annotated[Status, STATUS.but(needed=True, shown=Shown.NOWHERE)] = None
