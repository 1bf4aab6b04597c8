"""Een indicator of bedrag zonder waarde zegt waarom.

Een lege plek kan van alles betekenen: nul, niet bekend, of vergeten. Zeg daarom in 'noot' wat het is. Verzin nooit een
getal dat niet in de bron staat.

Fout:

    indicatoren:
      - id: indicator-huizen
        naam: Nieuwe huizen

Goed:

    indicatoren:
      - id: indicator-huizen
        naam: Nieuwe huizen
        noot: De bron geeft geen nulmeting.
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.blocks import Bedrag, Indicator
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every indicator without a measurement, and every amount without a value, that has no note."""
    for entry in context.policy.of_kind("indicator", "bedrag"):
        match entry.item:
            case Indicator(metingen=(), noot=None):
                yield Finding(
                    entry,
                    entry.item.pointer,
                    f"Indicator '{entry.item.naam}' heeft geen meting.",
                    "leg in 'noot' uit waarom: noot: De bron geeft geen nulmeting.",
                )
            case Bedrag(bedrag=None, noot=None):
                yield Finding(
                    entry,
                    entry.item.pointer,
                    f"Het bedrag voor '{entry.item.waarvoor}' is niet ingevuld.",
                    "leg in 'noot' uit waarom: noot: De bron noemt geen bedrag.",
                )
