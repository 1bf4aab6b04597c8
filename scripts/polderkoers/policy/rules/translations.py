"""Een vertaling is gemaakt van de Nederlandse tekst die er nu staat.

Bij elke vertaalde tekst in data/vertalingen staat een kenmerk van de Nederlandse tekst van toen. Is die tekst veranderd? Dan zegt de
site dat de vertaling ouder is, en krijg je deze melding. Kijk de vertaling na, en neem het kenmerk over dat de melding noemt. Ook een
vertaling van iets dat er niet is, wordt gemeld.

Waarschuwing:

    # data/vertalingen/en.yaml
    soort: vertaling
    id: en
    eigen_naam: English
    gemaakt_door: the editors
    nagekeken_door: null
    teksten:
      - {onderdeel: fijn-wonen, veld: titel, tekst: Good homes, kenmerk: nl-0123456789}

Goed:

    # data/vertalingen/en.yaml
    soort: vertaling
    id: en
    eigen_naam: English
    gemaakt_door: the editors
    nagekeken_door: null
    teksten:
      - {onderdeel: fijn-wonen, veld: titel, tekst: Good homes, kenmerk: nl-a8731d90fe}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.vertaling import Vertaling
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.translations import mark_of_text, places_of


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every translation of a text that changed or is not there, and for every second one of the same text."""
    for entry in context.policy.of(Vertaling):
        seen: set[tuple[str, str]] = set()
        for told, pointer, dutch in places_of(context.policy, entry):
            what = f"'{told.veld}' van '{told.onderdeel}'"
            if told.onderdeel.partition("/")[0] in context.unread:
                continue
            if dutch is None:
                message, cure = (
                    f"{what} bestaat niet, en is hier vertaald.",
                    "haal deze vertaling weg, of verbeter 'onderdeel' of 'veld'.",
                )
                yield Finding(entry, f"{pointer}/onderdeel", message, cure, "waarschuwing")
            elif (told.onderdeel, told.veld) in seen:
                yield Finding(
                    entry, pointer, f"{what} is hier twee keer vertaald.", "laat er één staan.", "waarschuwing"
                )
            elif told.kenmerk != (now := mark_of_text(dutch)):
                message = f"De Nederlandse tekst is veranderd nadat {what} hier is vertaald."
                cure = f"kijk de vertaling na, en zet er dan bij: kenmerk: {now}"
                yield Finding(entry, f"{pointer}/kenmerk", message, cure, "waarschuwing")
            seen.add((told.onderdeel, told.veld))
