"""Een concept is nog niet vastgesteld.

Een lezer moet kunnen zien of iets besloten is. Staat er bij de status 'concept' en ook een datum van vaststellen, dan weet
niemand dat. Is de status leeg en de datum niet, dan evenmin. Is er een besluit? Maak de status dan 'vastgesteld'. Is het een nieuw voorstel? Laat de datum en de naam van wie
het vaststelde dan leeg: null.

Fout:

    status: concept
    vastgesteld_op: "2030-09-27"

Goed:

    status: concept
    vastgesteld_op: null
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.files import Beleid
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.problems import Level

# What the status of a file says while nothing is decided.
_STANDS = {"concept": "Dit is een concept", None: "De status is leeg"}


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every draft, and all without a status, that says when or by whom it was adopted."""
    for entry in context.policy.entries.values():
        item = entry.item
        if not isinstance(item, Beleid) or item.status not in _STANDS:
            continue
        for field, value in (("vastgesteld_op", item.vastgesteld_op), ("vastgesteld_door", item.vastgesteld_door)):
            if value is not None:
                message = f"{_STANDS[item.status]}, maar bij '{field}' staat '{value}'."
                hint = f"is het besloten? Schrijf status: vastgesteld. Is het dat niet? Schrijf {field}: null."
                # Who is going to decide may be known before anything is decided.
                level: Level = "fout" if field == "vastgesteld_op" and item.status else "waarschuwing"
                yield Finding(entry, f"/{field}", message, hint, level)
