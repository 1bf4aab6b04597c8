"""The building blocks of every file kind, as frozen values. Field names are the keys of the data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from polderkoers.policy.model.references import verwijzing, verwijzingen


@dataclass(frozen=True, kw_only=True)
class Bron:
    """Where something stands: a source document, a place in it, and an address where it can be read."""

    document: str | None = verwijzing("documenten")
    plek: str | None = None
    link: str | None = None


@dataclass(frozen=True, kw_only=True)
class Wanneer:
    """A moment or period: what a reader sees, and the dates as far as the source gives them (see `dates`)."""

    tekst: str
    van: str | None = None
    tot: str | None = None


@dataclass(frozen=True, kw_only=True)
class Herkomst:
    """Where a practice example comes from, as the source says it."""

    naam: str
    auteur: str | None = None
    datum: str | None = None
    noot: str | None = None


@dataclass(frozen=True, kw_only=True)
class Samenhang:
    """A link to another item, its kind, the reason, and whether the source or the editors made it."""

    met: str = verwijzing("onderdeel", verplicht=True)
    soort: str
    waarom: str
    gelegd_door: str
    bron: Bron | None = None


@dataclass(frozen=True, kw_only=True)
class Onderdeel:
    """Anything with an id. `pointer` (JSON Pointer) says where it stands in its file."""

    soortnaam: ClassVar[str] = "onderdeel"
    id: str
    pointer: str = field(default="", compare=False, repr=False)

    @property
    def label(self) -> str:
        """The words by which a reader knows this item."""
        for name in ("naam", "titel", "wat", "waarvoor"):
            if value := getattr(self, name, None):
                return str(value)
        return self.id


@dataclass(frozen=True, kw_only=True)
class Cijfer(Onderdeel):
    """A figure that supports a text. `waarde` in `eenheid`; None is unknown. Only equal `meting` may be compared."""

    soortnaam: ClassVar[str] = "cijfer"
    waarde: float | int | None
    wat: str
    weergave: str | None = None
    eenheid: str | None = None
    jaar: int | None = None
    ongeveer: bool = False
    meting: str | None = None
    noot: str | None = None
    bron: Bron | None = None


@dataclass(frozen=True, kw_only=True)
class LetOp(Onderdeel):
    """A contradiction, gap or doubt in the source, about items of the same file or about the file."""

    soortnaam: ClassVar[str] = "let_op"
    tekst: str
    over: tuple[str, ...] = verwijzingen("lokaal")
    bron: Bron | None = None


@dataclass(frozen=True, kw_only=True)
class Blok(Onderdeel):
    """What the blocks have in common: subjects, places, organisations, figures, links and a source."""

    themas: tuple[str, ...] = verwijzingen("themas")
    plaatsen: tuple[str, ...] = verwijzingen("plaatsen")
    organisaties: tuple[str, ...] = verwijzingen("organisaties")
    cijfers: tuple[Cijfer, ...] = ()
    samenhang: tuple[Samenhang, ...] = ()
    bron: Bron | None = None


@dataclass(frozen=True, kw_only=True)
class Punt(Blok):
    """A headed piece of explanation: a reason, principle, step in a process or development."""

    soortnaam: ClassVar[str] = "punt"
    naam: str
    toelichting: str | None = None
    partijen: tuple[str, ...] = verwijzingen("partijen")
    wanneer: Wanneer | None = None


@dataclass(frozen=True, kw_only=True)
class Deelopgave(Onderdeel):
    """A lettered part of a goal."""

    soortnaam: ClassVar[str] = "deelopgave"
    naam: str
    letter: str | None = None
    toelichting: str | None = None
    bron: Bron | None = None


@dataclass(frozen=True, kw_only=True)
class Activiteit(Blok):
    """Agreed or investigated work."""

    soortnaam: ClassVar[str] = "activiteit"
    naam: str
    toelichting: str | None = None
    verantwoordelijk: tuple[str, ...] = verwijzingen("betrokkenen")
    partners: tuple[str, ...] = verwijzingen("betrokkenen")
    wanneer: Wanneer | None = None
    noot: str | None = None


@dataclass(frozen=True, kw_only=True)
class Doel(Blok):
    """Something that must be reached."""

    soortnaam: ClassVar[str] = "doel"
    naam: str
    nummer: int | None = None
    toelichting: str | None = None
    deelopgaven: tuple[Deelopgave, ...] = ()
    activiteiten: tuple[Activiteit, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Doelengroep(Blok):
    """Goals that belong together: a perspective, or one of several lists."""

    soortnaam: ClassVar[str] = "doelengroep"
    naam: str
    doelen: tuple[Doel, ...]
    nummer: int | None = None
    toelichting: str | None = None


@dataclass(frozen=True, kw_only=True)
class Rol(Blok):
    """What a party does or is asked to do."""

    soortnaam: ClassVar[str] = "rol"
    naam: str
    partijen: tuple[str, ...] = verwijzingen("partijen")
    als: tuple[str, ...] = verwijzingen("rolsoorten")
    toelichting: str | None = None


@dataclass(frozen=True, kw_only=True)
class Stap(Blok):
    """Something that happens, in the short (`kort`) or long (`lang`) term."""

    soortnaam: ClassVar[str] = "stap"
    naam: str
    termijn: str
    toelichting: str | None = None
    trekker: tuple[str, ...] = verwijzingen("betrokkenen")
    wanneer: Wanneer | None = None


@dataclass(frozen=True, kw_only=True)
class Meting:
    """One measured value of an indicator, in the indicator's unit."""

    waarde: float | int | None
    weergave: str | None = None
    jaar: int | None = None
    groep: str | None = None
    noot: str | None = None
    bron: Bron | None = None


@dataclass(frozen=True, kw_only=True)
class Indicator(Blok):
    """How progress is measured. Without a baseline `metingen` is empty and `noot` says why."""

    soortnaam: ClassVar[str] = "indicator"
    naam: str
    toelichting: str | None = None
    eenheid: str | None = None
    doelen: tuple[str, ...] = verwijzingen("onderdeel")
    metingen: tuple[Meting, ...] = ()
    noot: str | None = None


@dataclass(frozen=True, kw_only=True)
class Bedrag(Blok):
    """Money in euro: how much, when, for what, how sure. None is unknown, never zero."""

    soortnaam: ClassVar[str] = "bedrag"
    bedrag: float | int | None
    waarvoor: str
    ongeveer: bool = False
    hoogstens: bool = False
    per_jaar: bool = False
    toelichting: str | None = None
    jaar: int | None = None
    wanneer: Wanneer | None = None
    soort: str | None = None
    zekerheid: str | None = None
    schaal: str | None = None
    doelen: tuple[str, ...] = verwijzingen("onderdeel")
    noot: str | None = None


@dataclass(frozen=True, kw_only=True)
class Voorbeeld(Blok):
    """A practice example or highlighted initiative."""

    soortnaam: ClassVar[str] = "voorbeeld"
    titel: str
    tekst: str
    herkomst: Herkomst | None = None


@dataclass(frozen=True, kw_only=True)
class Fase(Blok):
    """A part of a trajectory."""

    soortnaam: ClassVar[str] = "fase"
    naam: str
    nummer: int | None = None
    toelichting: str | None = None
    wanneer: Wanneer | None = None
    wie: tuple[str, ...] = verwijzingen("betrokkenen")
    product: str | None = None


@dataclass(frozen=True, kw_only=True)
class Besluitmoment(Blok):
    """A moment at which something is decided or discussed."""

    soortnaam: ClassVar[str] = "besluitmoment"
    naam: str
    toelichting: str | None = None
    wanneer: Wanneer | None = None
    wie: tuple[str, ...] = verwijzingen("betrokkenen")
    product: str | None = None


@dataclass(frozen=True, kw_only=True)
class Factor(Blok):
    """Something that helps or hinders; whether it is a success factor, point of attention or risk says its list."""

    soortnaam: ClassVar[str] = "factor"
    naam: str
    toelichting: str | None = None
    maatregel: str | None = None


@dataclass(frozen=True, kw_only=True)
class Publicatie(Onderdeel):
    """A report or note that a plan rests on."""

    soortnaam: ClassVar[str] = "publicatie"
    naam: str
    uitgever: str | None = None
    organisaties: tuple[str, ...] = verwijzingen("organisaties")
    datum: str | None = None
    groep: str | None = None
    bron: Bron | None = None


@dataclass(frozen=True, kw_only=True)
class Route(Blok):
    """A way that a resident can follow, step by step."""

    soortnaam: ClassVar[str] = "route"
    naam: str
    stappen: tuple[Punt, ...]
    voor: str | None = None
    toelichting: str | None = None


@dataclass(frozen=True, kw_only=True)
class Hoofdstuk(Blok):
    """A part of a plan: its subject (`rubriek`) and any blocks."""

    soortnaam: ClassVar[str] = "hoofdstuk"
    rubriek: str
    naam: str
    toelichting: str | None = None
    punten: tuple[Punt, ...] = ()
    doelen: tuple[Doel, ...] = ()
    doelenlijsten: tuple[Doelengroep, ...] = ()
    rollen: tuple[Rol, ...] = ()
    stappen: tuple[Stap, ...] = ()
    activiteiten: tuple[Activiteit, ...] = ()
    fasen: tuple[Fase, ...] = ()
    besluitmomenten: tuple[Besluitmoment, ...] = ()
    indicatoren: tuple[Indicator, ...] = ()
    bedragen: tuple[Bedrag, ...] = ()
    voorbeelden: tuple[Voorbeeld, ...] = ()
    succesfactoren: tuple[Factor, ...] = ()
    aandachtspunten: tuple[Factor, ...] = ()
    risicos: tuple[Factor, ...] = ()
    publicaties: tuple[Publicatie, ...] = ()
