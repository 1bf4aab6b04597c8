"""Where the policy is about: data/plaatsen.yaml, with the coordinates of places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from polderkoers.policy.model.base import Catalogus, Uitgelegd
from polderkoers.policy.model.declared import Deel, Fact, Kind, Shown
from polderkoers.policy.model.fields import ANDERE_NAMEN, DATUM, NAAM, PLAATSEN, UITLEG
from polderkoers.policy.model.forms import Datum, Graden, Regel, Slug, Tekst, choice
from polderkoers.policy.model.references import Refers


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
