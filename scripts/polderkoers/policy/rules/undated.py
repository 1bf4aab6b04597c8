"""Een meting heeft een jaar.

Zonder jaar weet een lezer niet wanneer het zo was, en kan de site niet laten zien of het beter of slechter gaat. Zet het jaar
erbij. Noemt de bron geen jaar? Zeg dat dan in 'noot'.

Waarschuwing:

    indicatoren:
      - id: indicator-huizen
        naam: Nieuwe huizen
        metingen:
          - {waarde: 120}

Goed:

    indicatoren:
      - id: indicator-huizen
        naam: Nieuwe huizen
        metingen:
          - {waarde: 120, jaar: 2020}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.base import Meting
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.rules.finding import Context, Finding

_HINT = "zet het jaar erbij: jaar: … Noemt de bron geen jaar? Zeg dat dan: noot: De bron noemt geen jaar."


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every measurement with a value, no year, and no word of why."""
    for entry in context.policy.of(Indicator):
        for number, measured in enumerate(entry.item.metingen):
            if _is_undated(measured):
                pointer = f"{entry.item.pointer}/metingen/{number}"
                yield Finding(entry, pointer, "Bij deze meting staat geen jaar.", _HINT, "waarschuwing")


def _is_undated(measured: Meting) -> bool:
    return measured.jaar is None and measured.waarde is not None and not measured.noot
