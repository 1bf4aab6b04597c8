"""The file kinds of policy: kernopgave, programmalijn and plan, composed of the blocks; and with them all kinds there are."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, ClassVar

from polderkoers.policy.model import (
    adressen,
    besluiten,
    catalogues,
    contact,
    gelezen,
    instelling,
    plaatsen,
    versies,
    verslag,
    vertaling,
    zoekwoorden,
)
from polderkoers.policy.model.base import Bestand, Bron, Cijfer, LetOp, Samenhang, Wanneer
from polderkoers.policy.model.blocks import (
    Activiteit,
    Bedrag,
    Doel,
    Doelengroep,
    Factor,
    Hoofdstuk,
    Indicator,
    Publicatie,
    Punt,
    Rol,
    Route,
    Stap,
    Voorbeeld,
)
from polderkoers.policy.model.declared import Deel, Fact, Kind, Shown
from polderkoers.policy.model.facts import fields_of
from polderkoers.policy.model.fields import (
    AANDACHTSPUNTEN,
    AANSPREKING,
    ACTIVITEITEN,
    BEDRAGEN,
    BRON,
    CIJFERS,
    DOELEN,
    INDICATOREN,
    INGETROKKEN_OP,
    INLEIDING,
    LOOPTIJD,
    NUMMER,
    ORGANISATIES,
    PLAATSEN,
    PUBLICATIES,
    ROLLEN,
    SAMENHANG,
    STAPPEN,
    STATUS,
    SUCCESFACTOREN,
    THEMAS,
    TITEL,
    TREEDT_IN_WERKING,
    VASTGESTELD_DOOR,
    VERSIE,
    VOORBEELDEN,
)
from polderkoers.policy.model.forms import (
    Datum,
    KorteNaam,
    KorteTekst,
    Nummer,
    Regel,
    Slug,
    Status,
    Tekst,
    Versienummer,
)
from polderkoers.policy.model.references import Refers


@dataclass(frozen=True, kw_only=True)
class Beleid(Bestand):
    """What every file of policy has: a title, a version, a status, a source and a summary."""

    titel: Annotated[Regel, TITEL]
    versie: Annotated[Versienummer, VERSIE.but(shown=Shown.OWN)]
    status: Annotated[Status, STATUS.but(shown=Shown.OWN)]
    vastgesteld_op: Annotated[
        Datum | None,
        Fact(
            "Vastgesteld op",
            "Wanneer het is vastgesteld. null als de bron dat niet zegt.",
            "de datum van vaststelling",
            shown=Shown.OWN,
        ),
    ]
    vastgesteld_door: Annotated[KorteNaam | None, VASTGESTELD_DOOR.but(shown=Shown.OWN)]
    treedt_in_werking: Annotated[Datum | None, TREEDT_IN_WERKING] = None
    ingetrokken_op: Annotated[Datum | None, INGETROKKEN_OP] = None
    bron: Annotated[
        Bron, BRON.but("Het document waar dit bestand uit komt, en de plek daarin.", schema={"required": ["document"]})
    ]
    samenvatting: Annotated[
        KorteTekst, Fact("In het kort", "Waar dit over gaat, in twee of drie gewone zinnen.", "de samenvatting")
    ]
    themas: Annotated[tuple[Slug, ...], Refers("themas"), THEMAS.but(needed=True)] = ()
    plaatsen: Annotated[tuple[Slug, ...], Refers("plaatsen"), PLAATSEN.but(behind=True)] = ()
    organisaties: Annotated[tuple[Slug, ...], Refers("organisaties"), ORGANISATIES.but(behind=True)] = ()
    samenhang: Annotated[tuple[Samenhang, ...], SAMENHANG.but(behind=True)] = ()
    let_op: Annotated[
        tuple[LetOp, ...],
        Fact(
            "Let op",
            "Tegenstrijdigheden, leemten en twijfels in de bron.",
            "de opmerkingen",
            plural=True,
            ordered=False,
            behind=True,
            shown=Shown.OWN,
        ),
    ] = ()


@dataclass(frozen=True, kw_only=True)
class Opgave(Beleid):
    """What a kernopgave and a programmalijn share."""

    nummer: Annotated[Nummer, NUMMER.but("Het nummer in de bron.")]
    inleiding: Annotated[Tekst, INLEIDING]
    rollen: Annotated[tuple[Rol, ...], ROLLEN.but(behind=True)] = ()
    stappen: Annotated[tuple[Stap, ...], STAPPEN.but(behind=True)] = ()
    activiteiten: Annotated[tuple[Activiteit, ...], ACTIVITEITEN.but(behind=True)] = ()
    indicatoren: Annotated[tuple[Indicator, ...], INDICATOREN.but(behind=True)] = ()
    cijfers: Annotated[tuple[Cijfer, ...], CIJFERS.but(behind=True)] = ()
    bedragen: Annotated[tuple[Bedrag, ...], BEDRAGEN.but(behind=True)] = ()
    voorbeelden: Annotated[tuple[Voorbeeld, ...], VOORBEELDEN.but(behind=True)] = ()
    aandachtspunten: Annotated[tuple[Factor, ...], AANDACHTSPUNTEN.but(behind=True)] = ()


@dataclass(frozen=True, kw_only=True)
class Kernopgave(Opgave):
    """A main task of the policy."""

    kind: ClassVar[Kind] = Kind(
        "kernopgave",
        "de kernopgave",
        "kernopgaven",
        "Een hoofdopgave van het beleid: waarom, wat, wie en wanneer.",
        folder="kernopgaven",
        page="kernopgaven",
        overview="plannen",
    )
    urgentie: Annotated[
        tuple[Punt, ...], Fact("Urgentie", "Waarom dit nodig is.", "de urgentie", one="de urgentie")
    ] = ()
    doelen: Annotated[tuple[Doel, ...], DOELEN.but(needed=True)] = ()


@dataclass(frozen=True, kw_only=True)
class Programmalijn(Opgave):
    """A line of a programme: an ambition, and goals grouped by perspective."""

    kind: ClassVar[Kind] = Kind(
        "programmalijn",
        "de programmalijn",
        "programmalijnen",
        "Een lijn uit een programma: ambitie, perspectieven, doelen en activiteiten.",
        folder="programmalijnen",
        page="programmalijnen",
        overview="plannen",
    )
    ambitie: Annotated[
        Punt,
        Fact(
            "Ambitie",
            "De ambitie: naam is de zin uit de bron, toelichting legt die uit.",
            "de ambitie",
            one="de ambitie",
        ),
    ]
    aanleiding: Annotated[
        tuple[Punt, ...], Fact("Aanleiding", "Waarom dit nodig is.", "de aanleiding", one="de aanleiding")
    ] = ()
    perspectieven: Annotated[
        tuple[Doelengroep, ...],
        Fact(
            "Perspectieven",
            "De groepen waarin de bron de doelen verdeelt.",
            "de perspectieven",
            plural=True,
            one="het perspectief",
            needed=True,
        ),
    ] = ()


@dataclass(frozen=True, kw_only=True)
class Plan(Beleid):
    """One source document as a whole."""

    kind: ClassVar[Kind] = Kind(
        "plan",
        "het plan",
        "plannen",
        "Eén document als geheel: aanleiding, proces, organisatie, geld en samenhang.",
        folder="plannen",
        page="plannen",
    )
    ondertitel: Annotated[
        Regel | None, Fact("Ondertitel", "De ondertitel, als de bron die heeft.", "de ondertitel", shown=Shown.OWN)
    ] = None
    looptijd: Annotated[Wanneer | None, LOOPTIJD] = None
    voorwoord: Annotated[
        Punt | None,
        Fact("Voorwoord", "Wie het voorwoord schreef en wat erin staat.", "het voorwoord", one="het voorwoord"),
    ] = None
    onderdelen: Annotated[
        tuple[Slug, ...],
        Refers("bestand"),
        Fact(
            "Onderdelen",
            "Ids van de kernopgaven of programmalijnen die bij dit plan horen, in de volgorde van de bron.",
            "de onderdelen",
            plural=True,
            ordered=True,
            shown=Shown.OWN,
        ),
    ] = ()
    hoofdstukken: Annotated[
        tuple[Hoofdstuk, ...],
        Fact("Hoofdstukken", "De delen van het plan, in de volgorde van de bron.", "de hoofdstukken", plural=True),
    ]


@dataclass(frozen=True, kw_only=True)
class Wegwijzer(Beleid):
    """Help for a resident who wants something: the routes, what helps and what to watch out for.

    `aanspreking` is how the site lets a reader choose it ("Ik heb een idee").
    """

    kind: ClassVar[Kind] = Kind(
        "wegwijzer",
        "de wegwijzer",
        "wegwijzers",
        "Hulp voor een inwoner die iets wil: de routes, wat helpt en waar op te letten.",
        folder="wegwijzers",
        page="wegwijzers",
        overview="plannen",
    )
    aanspreking: Annotated[Regel | None, AANSPREKING] = None
    inleiding: Annotated[Tekst, INLEIDING]
    routes: Annotated[
        tuple[Route, ...], Fact("Routes", "De wegen die een inwoner kan volgen.", "de routes", plural=True)
    ]
    succesfactoren: Annotated[tuple[Factor, ...], SUCCESFACTOREN] = ()
    impulsen: Annotated[
        tuple[Factor, ...],
        Fact(
            "Impulsen",
            "Wat de organisatie en anderen doen om het makkelijker te maken.",
            "de impulsen",
            plural=True,
            one="de impuls",
            ordered=False,
        ),
    ] = ()
    aandachtspunten: Annotated[tuple[Factor, ...], AANDACHTSPUNTEN] = ()
    ervaringen: Annotated[
        tuple[Punt, ...], Fact("Ervaringen", "Wat inwoners ervaren.", "de ervaringen", plural=True, ordered=False)
    ] = ()
    voorbeelden: Annotated[tuple[Voorbeeld, ...], VOORBEELDEN] = ()
    publicaties: Annotated[tuple[Publicatie, ...], PUBLICATIES.but("Waar meer te lezen is.", title="Meer lezen")] = ()


_LISTS = (
    catalogues,
    plaatsen,
    versies,
    zoekwoorden,
    contact,
    instelling,
    adressen,
    gelezen,
    vertaling,
    verslag,
    besluiten,
)


def _file_kinds() -> Iterator[type[Bestand]]:
    """Yield the classes of files in the order in which they are declared: to declare one is to have it."""
    for module in (sys.modules[__name__], *_LISTS):
        for cls in vars(module).values():
            if (
                isinstance(cls, type)
                and issubclass(cls, Bestand)
                and cls.__module__ == module.__name__
                and "kind" in vars(cls)
            ):
                yield cls


KINDS: dict[str, type[Bestand]] = {cls.soortnaam: cls for cls in _file_kinds()}
"""Every kind of file, by its name in the data."""


@cache
def classes() -> tuple[type[Deel], ...]:
    """Return every class of the model that a file can hold, files too, each once."""
    return within(*KINDS.values())


def within(*kinds: type[Deel]) -> tuple[type[Deel], ...]:
    """Return some classes, and all of what can stand in them, each once."""
    found: dict[type[Deel], None] = {}
    todo: list[type[Deel]] = list(kinds)
    while todo:
        cls = todo.pop(0)
        if cls not in found:
            found[cls] = None
            todo += [each.held for each in fields_of(cls) if each.held is not None]
    return tuple(found)
