"""Wat als gelezen is afgevinkt, bestaat.

In data/gelezen.yaml staat welke onderdelen een tweede lezer naast de bron heeft gelegd. Elke regel noemt een onderdeel van het
bestand, en een kenmerk van de tekst van toen. Is een onderdeel weg, of heet het anders? Dan zegt de regel niets meer. Is alleen de
tekst veranderd, dan is dat geen melding: de lezing telt dan niet meer, en 'polderkoers trouw' laat zien wat opnieuw gelezen kan worden.

Waarschuwing:

    # data/gelezen.yaml
    soort: gelezen
    id: gelezen
    versie: "1.0"
    status: null
    gelezen:
      - {bestand: fijn-wonen, op: 2032-05-01, door: redactie, uitkomst: klopt, kenmerken: [doel-huizen 0123456789]}

Goed:

    # data/gelezen.yaml
    soort: gelezen
    id: gelezen
    versie: "1.0"
    status: null
    gelezen:
      - {bestand: fijn-wonen, op: 2032-05-01, door: redactie, uitkomst: klopt, kenmerken: [doel-genoeg-huizen 0123456789]}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.gelezen import READINGS
from polderkoers.policy.reading_marks import Mark, marks_of
from polderkoers.policy.rules.finding import Context, Finding

_CURE = "haal de regel weg, of verander het id als het onderdeel nu anders heet."


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every mark of something that is not there, and for every second mark of one item."""
    top = context.policy.get(READINGS)
    seen: dict[str, Mark] = {}
    for mark in marks_of(context.policy):
        if top is None or mark.reading.bestand in context.unread:
            continue
        if context.policy.get(mark.ref) is None:
            message = f"'{mark.ref}' bestaat niet, en staat hier als gelezen."
            yield Finding(top, mark.pointer, message, _CURE, "waarschuwing")
        elif mark.ref in seen:
            message = f"'{mark.ref}' staat hier twee keer als gelezen."
            yield Finding(top, mark.pointer, message, "laat alleen de laatste lezing staan.", "waarschuwing")
        seen[mark.ref] = mark
