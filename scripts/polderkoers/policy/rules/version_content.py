"""Een versie zegt welke tekst erbij hoort.

De 'inhoud' van een versie is een vingerafdruk van de map data, zonder de lijst met versies. Verandert er één letter, dan is de
vingerafdruk anders. Zo is te zien dat een versie nog dezelfde tekst heeft, ook als het nummer van de commit anders wordt doordat
een voorstel wordt samengevoegd. Je hoeft hem niet zelf uit te rekenen: de melding noemt hem. Een versie met precies dezelfde tekst
als die ervoor is geen nieuwe versie.

Fout: bij de versie staat wel een commit, maar geen inhoud.

Goed: bij de versie staat ook de inhoud die de melding noemt.
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.rules.noted import noted

RULE = "versie-inhoud"


def check(context: Context) -> Iterator[Finding]:
    """Yield what the history says about this."""
    yield from noted(context, RULE)
