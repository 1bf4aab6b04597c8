"""Een bedrag is niet minder dan nul.

De site telt bedragen op als geld dat naar iets toe gaat. Een bedrag met een min ervoor klopt daarin niet. Is het een
bezuiniging, of geld dat terugkomt? Schrijf het bedrag dan zonder min, en zeg in 'waarvoor' wat het is. Ook wat volgens een verslag is
besteed, is niet minder dan nul.

Fout:

    bedragen:
      - id: bedrag-groen
        bedrag: -50000
        waarvoor: Onderhoud van het groen

Goed:

    bedragen:
      - id: bedrag-groen
        bedrag: 50000
        waarvoor: Bezuiniging op het onderhoud van het groen
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.blocks import Bedrag
from polderkoers.policy.model.verslag import Melding
from polderkoers.policy.numbers import in_dutch, plainly
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every amount below zero, decided or spent."""
    for entry in context.policy.of_kind("bedrag"):
        match entry.item:
            case Bedrag(bedrag=int() | float() as amount) if amount < 0:
                hint = (
                    f"schrijf {plainly(-amount)}. Is het een bezuiniging, of geld dat terugkomt? Zeg dat in 'waarvoor'."
                )
                message = f"Het bedrag voor '{entry.item.label}' is minder dan nul: € {in_dutch(amount)}."
                yield Finding(entry, f"{entry.item.pointer}/bedrag", message, hint)
    for told in context.policy.of(Melding):
        spent = told.item.besteed
        if spent is not None and spent.bedrag < 0:
            message = f"Wat er is besteed, is hier minder dan nul: € {in_dutch(spent.bedrag)}."
            hint = f"schrijf {plainly(-spent.bedrag)}. Kwam er geld terug? Laat 'besteed' dan weg, en zeg het in 'toelichting'."
            yield Finding(told, f"{told.item.pointer}/besteed/bedrag", message, hint)
