"""Van een contactpunt is bekend wanneer het is nagekeken.

Een oud nummer stuurt een inwoner naar niemand. Schrijf daarom bij een nummer, adres of website op welke dag iemand heeft gekeken of het
nog klopt. Is er geen nummer of adres bekend, dan valt er niets na te kijken.

Waarschuwing:

    # data/contact.yaml
    soort: contact
    id: contact
    versie: "1.0"
    status: null
    contactpunten:
      - {id: gemeente, naam: De gemeente, waarvoor: Voor alle vragen., website: "https://www.polderdam.example"}

Goed:

    # data/contact.yaml
    soort: contact
    id: contact
    versie: "1.0"
    status: null
    contactpunten:
      - {id: gemeente, naam: De gemeente, waarvoor: Voor alle vragen., website: "https://www.polderdam.example", gecontroleerd_op: 2032-05-01}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.contact import Contactpunt
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every contact with a number or address of which nobody knows when it was looked at."""
    for entry in context.policy.of(Contactpunt):
        if entry.item.is_reachable and not entry.item.gecontroleerd_op:
            message = f"Van '{entry.item.naam}' staat er niet bij wanneer dit is nagekeken."
            hint = "kijk na of het klopt, en schrijf: gecontroleerd_op: met de dag erachter."
            yield Finding(entry, entry.item.pointer, message, hint, "waarschuwing")
