"""De datum van een versie past bij wat erin staat.

Een versie is van de dag waarop het besluit is genomen. Die dag kan niet in de toekomst liggen. Er kan ook niets in staan dat pas
later is vastgesteld of ingetrokken.

Fout: de versie is van 2032, en er staat een plan in met vastgesteld_op: "2034-03-12".

Goed: de versie is van 2034-03-12.
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.rules.noted import noted

RULE = "versiedatum"


def check(context: Context) -> Iterator[Finding]:
    """Yield what the history says about this."""
    yield from noted(context, RULE)
