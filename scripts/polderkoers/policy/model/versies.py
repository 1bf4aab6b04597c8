"""The versions of the policy that count: data/versies.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.base import Catalogus, Onderdeel
from polderkoers.policy.model.declared import Fact, Kind, Shown
from polderkoers.policy.model.fields import DATUM, DOCUMENTEN, ID, NAAM, UITLEG, VASTGESTELD_DOOR
from polderkoers.policy.model.forms import Datum, KorteNaam, Regel, Slug, Tekst, Verwijzing, pattern
from polderkoers.policy.model.references import Refers

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
    raadsbesluit: Annotated[
        Verwijzing | None,
        Refers("onderdeel"),
        Fact(
            "Raadsbesluit",
            "Het besluit in data/besluiten waarmee deze versie is vastgesteld: bestand/id. Laat weg als het daar niet staat.",
            "het besluit van de raad",
            null=True,
            label="Zo besloot de raad",
        ),
    ] = None
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
    beleid_gelijk: Annotated[
        bool,
        Fact(
            "Beleid gelijk",
            "true als na deze versie alleen teksten zijn verbeterd, en het beleid zelf hetzelfde bleef. Wie een onderwerp, plaats of doel volgt, "
            "krijgt van die verbeteringen dan geen bericht. Laat het weg als ook het beleid veranderde, of als je dat niet zeker weet.",
            "of het beleid sindsdien gelijk bleef",
            label="Het beleid zelf bleef gelijk",
        ),
    ] = False


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
