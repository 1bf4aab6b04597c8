"""De oudste versie staat bovenaan.

De site vergelijkt elke versie met de volgende. Staan ze in een andere volgorde, dan lijkt wat nieuw is te vervallen. De datum
van de versies zegt welke de oudste is. Zegt die het niet, dan telt welke commit er het eerst was.

Fout: de versie van 2032 staat boven die van 2030.

Goed: de versie van 2030 staat boven die van 2032.
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.rules.noted import noted

RULE = "versievolgorde"


def check(context: Context) -> Iterator[Finding]:
    """Yield what the history says about this."""
    yield from noted(context, RULE)
