"""Een streefwaarde is voor een jaar na de nulmeting.

Een streefwaarde zegt wat er bereikt moet worden. Staat er een jaar van voor de nulmeting bij? Dan is een van die twee jaren
verkeerd overgenomen. Deze controle kijkt alleen naar een meting waar nulmeting: true bij staat.

Fout:

    indicatoren:
      - id: indicator-huur
        naam: Deel van de inwoners dat huurt
        eenheid: procent
        metingen:
          - {waarde: 38, jaar: 2020, nulmeting: true}
        streefwaarden:
          - {waarde: 35, jaar: 2018}

Goed:

    indicatoren:
      - id: indicator-huur
        naam: Deel van de inwoners dat huurt
        eenheid: procent
        metingen:
          - {waarde: 38, jaar: 2020, nulmeting: true}
        streefwaarden:
          - {waarde: 35, jaar: 2028}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.measured import targets_of
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every target of a year before the baseline that it belongs to."""
    for entry in context.policy.of(Indicator):
        for target in targets_of(entry):
            first, year = target.baseline, target.streefwaarde.jaar
            if first is not None and first.is_baseline and first.jaar and year and year < first.jaar:
                message = f"Deze streefwaarde is voor {year}; de nulmeting is van {first.jaar}."
                hint = "controleer beide jaren in de bron."
                yield Finding(entry, target.pointer, message, hint)
