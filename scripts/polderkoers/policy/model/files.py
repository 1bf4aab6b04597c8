"""The file kinds of policy: kernopgave, programmalijn and plan, composed of the blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from polderkoers.policy.model.blocks import (
    Activiteit,
    Bedrag,
    Bron,
    Cijfer,
    Doel,
    Doelengroep,
    Factor,
    Hoofdstuk,
    Indicator,
    LetOp,
    Onderdeel,
    Publicatie,
    Punt,
    Rol,
    Route,
    Samenhang,
    Stap,
    Voorbeeld,
    Wanneer,
)
from polderkoers.policy.model.references import verwijzingen


@dataclass(frozen=True, kw_only=True)
class Bestand(Onderdeel):
    """One YAML file. `file` is its path relative to the root."""

    map: ClassVar[str] = ""
    soort: str
    file: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Beleid(Bestand):
    """What every file of policy has: a title, a version, a status, a source and a summary."""

    titel: str
    versie: str
    status: str | None
    vastgesteld_op: str | None
    vastgesteld_door: str | None
    bron: Bron
    samenvatting: str
    themas: tuple[str, ...] = verwijzingen("themas")
    plaatsen: tuple[str, ...] = verwijzingen("plaatsen")
    organisaties: tuple[str, ...] = verwijzingen("organisaties")
    samenhang: tuple[Samenhang, ...] = ()
    let_op: tuple[LetOp, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Opgave(Beleid):
    """What a kernopgave and a programmalijn share."""

    nummer: int
    inleiding: str
    rollen: tuple[Rol, ...] = ()
    stappen: tuple[Stap, ...] = ()
    activiteiten: tuple[Activiteit, ...] = ()
    indicatoren: tuple[Indicator, ...] = ()
    cijfers: tuple[Cijfer, ...] = ()
    bedragen: tuple[Bedrag, ...] = ()
    voorbeelden: tuple[Voorbeeld, ...] = ()
    aandachtspunten: tuple[Factor, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Kernopgave(Opgave):
    """A main task of the policy."""

    soortnaam: ClassVar[str] = "kernopgave"
    map: ClassVar[str] = "kernopgaven"
    urgentie: tuple[Punt, ...] = ()
    doelen: tuple[Doel, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Programmalijn(Opgave):
    """A line of a programme: an ambition, and goals grouped by perspective."""

    soortnaam: ClassVar[str] = "programmalijn"
    map: ClassVar[str] = "programmalijnen"
    ambitie: Punt
    aanleiding: tuple[Punt, ...] = ()
    perspectieven: tuple[Doelengroep, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Plan(Beleid):
    """One source document as a whole."""

    soortnaam: ClassVar[str] = "plan"
    map: ClassVar[str] = "plannen"
    hoofdstukken: tuple[Hoofdstuk, ...]
    ondertitel: str | None = None
    looptijd: Wanneer | None = None
    voorwoord: Punt | None = None
    onderdelen: tuple[str, ...] = verwijzingen("bestand")


@dataclass(frozen=True, kw_only=True)
class Wegwijzer(Beleid):
    """Help for a resident who wants something: the routes, what helps and what to watch out for.

    `aanspreking` is how the site lets a reader choose it ("Ik heb een idee").
    """

    soortnaam: ClassVar[str] = "wegwijzer"
    map: ClassVar[str] = "wegwijzers"
    aanspreking: str | None = None
    inleiding: str
    routes: tuple[Route, ...]
    succesfactoren: tuple[Factor, ...] = ()
    impulsen: tuple[Factor, ...] = ()
    aandachtspunten: tuple[Factor, ...] = ()
    ervaringen: tuple[Punt, ...] = ()
    voorbeelden: tuple[Voorbeeld, ...] = ()
    publicaties: tuple[Publicatie, ...] = ()
