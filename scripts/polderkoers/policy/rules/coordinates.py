"""Een plaats in het eigen gebied ligt in Nederland.

Staan breedte en lengte omgewisseld, of is er een cijfer verschoven? Dan ligt een dorp ineens in zee of in Afrika, en klopt de
hele kaart niet meer. Breedte (lat) is in Europees Nederland ongeveer 51 tot 53,5 en lengte (lon) ongeveer 3,4 tot 7,2. Bonaire,
Sint Eustatius en Saba kunnen ook. Van een plaats die niet in het eigen gebied ligt, wordt alleen gezegd dat de twee omgewisseld
lijken: een plan mag best een plaats in een ander land noemen.

Waarschuwing:

    # data/plaatsen.yaml
    plaatsen:
      - id: polderdam
        naam: Polderdam
        soort: gemeente
        coordinaten: {lat: 5.9, lon: 52.6, dataset: Voorbeeld}

Goed:

    # data/plaatsen.yaml
    plaatsen:
      - id: polderdam
        naam: Polderdam
        soort: gemeente
        coordinaten: {lat: 52.6, lon: 5.9, dataset: Voorbeeld}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from polderkoers.policy.areas import is_in
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.model.plaatsen import Coordinaten, Plaats
from polderkoers.policy.numbers import in_dutch, plainly
from polderkoers.policy.rules.finding import Context, Finding


class _Bounds(NamedTuple):
    """The corners of a part of the country, in degrees."""

    south: float
    north: float
    west: float
    east: float

    def hold(self, lat: float, lon: float) -> bool:
        return self.south <= lat <= self.north and self.west <= lon <= self.east


# Europe with the Wadden, Bonaire, and Sint Eustatius with Saba; each a little wider than the land.
_COUNTRY = (_Bounds(50.7, 53.6, 3.3, 7.3), _Bounds(11.9, 12.4, -68.5, -68.1), _Bounds(17.4, 17.7, -63.3, -62.9))


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for coordinates that seem swapped, and for those in the own area that are in no part of the country."""
    area = next((entry.item.gebied for entry in context.policy.of(Instelling)), "")
    for entry in context.policy.of(Plaats):
        where = entry.item.coordinaten
        if where is None or _in_country(where.lat, where.lon):
            continue
        if _in_country(where.lon, where.lat):
            message = f"De coördinaten van '{entry.item.naam}' lijken omgewisseld: {_told(where)}."
            hint = f"zet bij lat {plainly(where.lon)} en bij lon {plainly(where.lat)}, als dat klopt met de dataset."
        elif not area or is_in(context.policy, entry, area):
            message = f"De coördinaten van '{entry.item.naam}' liggen niet in Nederland: {_told(where)}."
            hint = "zoek de graden op in de dataset. Lat is ongeveer 51 tot 53,5 en lon ongeveer 3,4 tot 7,2."
        else:
            continue
        yield Finding(entry, f"{entry.item.pointer}/coordinaten", message, hint, "waarschuwing")


def _in_country(lat: float, lon: float) -> bool:
    return any(part.hold(lat, lon) for part in _COUNTRY)


def _told(where: Coordinaten) -> str:
    return f"breedte {in_dutch(where.lat)}, lengte {in_dutch(where.lon)}"
