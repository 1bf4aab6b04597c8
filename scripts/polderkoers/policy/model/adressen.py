"""What became of addresses: data/adressen.yaml, which is no policy but keeps what others refer to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.base import Catalogus
from polderkoers.policy.model.declared import Deel, Fact, Kind, Role, Shown
from polderkoers.policy.model.forms import Datum, KorteTekst, Regel, Verwijzing, choice, pattern

RENAMED, MERGED, SPLIT, GONE = "hernoemd", "opgegaan in", "gesplitst in", "vervallen"
"""What can become of something that had an address."""
ADDRESSES = "adressen"
"""The kind and the id of the list of former addresses."""


@dataclass(frozen=True, kw_only=True)
class Adres(Deel):
    """What became of something that had an address. `was` is its reference then, `nu` what it leads to today.

    It stays when what it tells of is long gone, so it says itself which kind of thing that was and how a reader knew it.
    """

    kind: ClassVar[Kind] = Kind(
        "adres",
        "het adres",
        "adressen",
        "Wat er is geworden van een onderdeel dat een ander id kreeg, in een ander opging, of verviel.",
    )
    was: Annotated[
        Verwijzing,
        Fact(
            "Was",
            "Hoe het heette: het id van een bestand (fijn-wonen), of bestand/onderdeel (fijn-wonen/doel-genoeg-huizen, themas/wonen).",
            "hoe het heette",
            role=Role.TECHNICAL,
        ),
    ]
    soort: Annotated[
        str,
        pattern(r"^[a-z]+(_[a-z]+)?$", longest=40),
        Fact("Soort", "Wat het was: kernopgave, doel, thema, plaats.", "de soort"),
    ]
    gebeurd: Annotated[
        str,
        choice(RENAMED, MERGED, SPLIT, GONE),
        Fact(
            "Gebeurd",
            "Wat ermee gebeurde. hernoemd: het is hetzelfde, met een ander id of op een andere plek. opgegaan in: het is een deel van iets anders geworden. gesplitst in: het zijn er meer geworden. vervallen: het is er niet meer.",
            "wat ermee gebeurde",
            shown=Shown.OWN,
        ),
    ]
    nu: Annotated[
        tuple[Verwijzing, ...],
        Fact(
            "Nu",
            "Waar het oude adres nu heen leidt: het id van een bestand, of bestand/onderdeel. Bij vervallen hoeft dat niet.",
            "waar het heen leidt",
            role=Role.TECHNICAL,
            plural=True,
            least=1,
        ),
    ] = ()
    naam: Annotated[
        Regel | None,
        Fact("Naam", "Hoe een lezer het kende: de naam of titel die het had.", "de naam", shown=Shown.OWN),
    ] = None
    uitleg: Annotated[
        KorteTekst | None,
        Fact("Uitleg", "Waarom, in een of twee gewone zinnen.", "de uitleg", shown=Shown.OWN),
    ] = None
    sinds: Annotated[
        Datum | None,
        Fact("Sinds", "Sinds wanneer, zo precies als bekend is.", "sinds wanneer", shown=Shown.OWN),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Adressen(Catalogus):
    """data/adressen.yaml."""

    kind: ClassVar[Kind] = Kind(
        ADDRESSES,
        "de lijst van oude adressen",
        "lijst van oude adressen",
        "Wat er is geworden van onderdelen die een ander id kregen, in andere opgingen, of vervielen. Zo blijft een adres werken dat iemand heeft bewaard. De opdracht 'polderkoers rename' schrijft in deze lijst.",
        title="Oude adressen",
    )
    adressen: Annotated[tuple[Adres, ...], Fact("Adressen", "Oude adressen.", "de oude adressen", plural=True)]
