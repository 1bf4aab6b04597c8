"""Een gemelde meting past bij haar indicator.

Een indicator heeft één eenheid. Een waarde in een andere eenheid kan niet naast de nulmeting staan: reken haar om zoals het verslag dat doet,
of laat haar weg. Alleen over een indicator kan een meting worden gemeld.

Fout:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: monitor
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - id: melding-huizen
        over: fijn-wonen/indicator-huizen
        metingen: [{waarde: 40, eenheid: procent, jaar: 2021}]
    # data/kernopgaven/fijn-wonen.yaml
    indicatoren:
      - {id: indicator-huizen, naam: Nieuwe huizen, eenheid: huizen, metingen: [{waarde: 120, jaar: 2020}]}

Goed:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: monitor
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - id: melding-huizen
        over: fijn-wonen/indicator-huizen
        metingen: [{waarde: 135, eenheid: huizen, jaar: 2021}]
    # data/kernopgaven/fijn-wonen.yaml
    indicatoren:
      - {id: indicator-huizen, naam: Nieuwe huizen, eenheid: huizen, metingen: [{waarde: 120, jaar: 2020}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.index import Entry
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.model.verslag import GemeldeMeting, Melding
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.rules.shares import beyond_the_whole


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every reported value that is of no indicator, is in another unit, or is more than a whole can be."""
    for entry in context.policy.of(Melding):
        target = context.policy.get(entry.item.over)
        if not entry.item.metingen or target is None:
            continue
        if not isinstance(target.item, Indicator):
            message = f"'{entry.item.over}' is geen indicator, en hier staat een meting van."
            hint = "noem bij 'over' de indicator die is gemeten, of haal 'metingen' weg."
            yield Finding(entry, f"{entry.item.pointer}/metingen", message, hint)
            continue
        for place, measured in enumerate(entry.item.metingen):
            yield from _judged(entry, f"{entry.item.pointer}/metingen/{place}", measured, target.item)


def _judged(entry: Entry, pointer: str, measured: GemeldeMeting, indicator: Indicator) -> Iterator[Finding]:
    if measured.eenheid and _plain(measured.eenheid) != _plain(indicator.eenheid or ""):
        own = (
            f"de indicator '{indicator.naam}' telt in {indicator.eenheid}"
            if indicator.eenheid
            else "die indicator heeft geen eenheid"
        )
        message = f"Deze waarde is in {measured.eenheid}, maar {own}."
        hint = "neem een waarde in dezelfde eenheid over, of haal deze meting weg en zeg het in 'toelichting'."
        yield Finding(entry, f"{pointer}/eenheid", message, hint)
    elif measured.waarde is not None:
        yield from beyond_the_whole(entry, f"{pointer}/waarde", measured.waarde, indicator, measured.groep)


def _plain(unit: str) -> str:
    return " ".join(unit.casefold().split())
