"""Een indicator heeft voor elk jaar en elke groep één streefwaarde.

Staan er twee streefwaarden voor hetzelfde jaar, dan weet niemand welke geldt. Vaak is er een regel gekopieerd en is het jaar niet
aangepast. Gaan ze over verschillende groepen? Vul dan bij allebei 'groep' in. Is er op meer manieren gemeten? Vul dan 'meting' in.

Fout:

    indicatoren:
      - id: indicator-huizen
        naam: Nieuwe huizen
        eenheid: huizen
        noot: De bron geeft geen nulmeting.
        streefwaarden:
          - {waarde: 400, jaar: 2028}
          - {waarde: 450, jaar: 2028}

Goed:

    indicatoren:
      - id: indicator-huizen
        naam: Nieuwe huizen
        eenheid: huizen
        noot: De bron geeft geen nulmeting.
        streefwaarden:
          - {waarde: 400, jaar: 2028}
          - {waarde: 450, jaar: 2030}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.measured import targets_of
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every target of a year, group and way of measuring that has one already."""
    for entry in context.policy.of(Indicator):
        seen: dict[tuple[int, str, str], int] = {}
        for number, target in enumerate(targets_of(entry), 1):
            if target.about is None:
                continue
            first = seen.setdefault(target.about, number)
            if first != number:
                message = f"Dit is de tweede streefwaarde voor {target.about[0]}; de eerste is streefwaarde {first} van deze lijst."
                hint = "houd er één over, verbeter het jaar, of vul bij allebei 'groep' in."
                yield Finding(entry, target.pointer, message, hint)
