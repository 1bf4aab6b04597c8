"""Een versie noemt een vaste plek in Git.

Een versie van het beleid is voor altijd dezelfde tekst. Daarom noemt 'commit' iets dat niet verschuift: een tag, of het hele
nummer van een commit (40 tekens). Een tak, zoals main, en woorden als HEAD en nu wijzen na elke wijziging iets anders aan. Een
kort nummer kan later bij meer commits passen. De commit moet er ook zijn. Is alleen de tekst er nog, in een andere commit, dan is er
een waarschuwing met het nummer daarvan. In die commit staat ook de map schema waarmee alle bestanden van toen te lezen zijn.

Fout: bij commit staat main, of een kort nummer zoals 4152e24.

Goed: bij commit staat het hele nummer, bijvoorbeeld 6866141769a54b32dc29eeacbadec32bcbd61ca8.
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.rules.noted import noted

RULE = "versie-commit"


def check(context: Context) -> Iterator[Finding]:
    """Yield what the history says about this."""
    yield from noted(context, RULE)
