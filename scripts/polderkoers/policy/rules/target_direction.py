"""Een streefwaarde is beter dan waar het mee begon.

Zegt 'beter' dat meer beter is? Dan is een streefwaarde meestal hoger dan de nulmeting, of dan de eerste meting. Anders is er een
getal verkeerd overgenomen, of 'beter' wijst de verkeerde kant op. Soms klopt het wel: wie wil dat iets niet verder daalt dan 39
procent, kiest een lagere waarde dan die van nu. Dan mag de waarschuwing blijven staan.

Waarschuwing:

    indicatoren:
      - id: indicator-huur
        naam: Deel van de inwoners dat tevreden is
        eenheid: procent
        beter: hoger
        metingen:
          - {waarde: 70, jaar: 2020}
        streefwaarden:
          - {waarde: 57, jaar: 2028}

Goed:

    indicatoren:
      - id: indicator-huur
        naam: Deel van de inwoners dat tevreden is
        eenheid: procent
        beter: hoger
        metingen:
          - {waarde: 70, jaar: 2020}
        streefwaarden:
          - {waarde: 75, jaar: 2028}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.index import Entry
from polderkoers.policy.measured import MeasuredValue, PlacedTarget, targets_of
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.numbers import in_dutch
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every target that is worse than what it began with, where the data say what is better."""
    for entry in context.policy.of(Indicator):
        for target in targets_of(entry):
            if entry.item.beter and target.baseline is not None:
                yield from _judged(entry, target, target.baseline, entry.item.beter)


def _judged(entry: Entry, target: PlacedTarget, first: MeasuredValue, better: str) -> Iterator[Finding]:
    wanted, was = target.streefwaarde.waarde, first.waarde
    if wanted is None or was is None or wanted == was or (wanted > was) == (better == "hoger"):
        return
    began = "de nulmeting" if first.is_baseline else "de eerste meting"
    message = f"Deze streefwaarde is {in_dutch(wanted)}, en {began} is {in_dutch(was)}; volgens 'beter' is {better} hier beter."
    hint = "controleer het getal in de bron, en 'beter'. Klopt het toch? Dan mag dit zo blijven."
    yield Finding(entry, f"{target.pointer}/waarde", message, hint, "waarschuwing")
