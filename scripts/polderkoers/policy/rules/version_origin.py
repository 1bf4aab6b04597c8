"""Een versie is een tekst die op de hoofdtak heeft gestaan.

Wie een voorstel bekijkt, ziet wat er in de map data verandert. Een commit kan ook een tekst hebben die daarna weer is
teruggedraaid: die ziet niemand. Zo'n tekst kan geen versie zijn. Een versie is een tekst die al op de hoofdtak staat, of precies
de tekst die met het voorstel in de map data komt te staan. Veranderde er daarna nog iets in het voorstel? Maak de versie dan
opnieuw. Een tekst die er niet meer staat, moet een uur op de hoofdtak hebben gestaan. Stond hij er korter, dan kan één voorstel
hem hebben gebracht en weer weggehaald. Wat binnen een uur na elkaar in de lijst verandert, telt als één voorstel: wat er daarna
staat, telt.

Fout: een voorstel verandert een titel, draait dat terug, en noemt de commit ertussen een versie.

Goed: de versie noemt een commit die al op de hoofdtak staat.
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.rules.noted import noted

RULE = "versie-herkomst"


def check(context: Context) -> Iterator[Finding]:
    """Yield what the history says about this."""
    yield from noted(context, RULE)
