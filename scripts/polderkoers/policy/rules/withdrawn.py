"""Een deel van een ingetrokken plan geldt niet meer als vastgesteld.

Trekt een organisatie een plan in, dan is het de vraag of de kernopgaven en programmalijnen erin nog gelden. Zolang daar 'vastgesteld'
bij staat, leest een inwoner ze als beleid van nu. Geeft de bron aan dat een deel blijft gelden? Haal het dan weg bij 'onderdelen'
van het ingetrokken plan.

Waarschuwing:

    # data/plannen/mooi-plan.yaml
    soort: plan
    id: mooi-plan
    titel: Mooi plan
    versie: "1.0"
    status: ingetrokken
    vastgesteld_op: null
    vastgesteld_door: null
    bron: {document: visie-2020}
    samenvatting: Het plan voor wonen.
    themas: [wonen]
    onderdelen: [fijn-wonen]
    hoofdstukken:
      - {id: hoofdstuk-een, rubriek: aanleiding, naam: Waarom dit plan er is}

Goed:

    # data/plannen/mooi-plan.yaml
    soort: plan
    id: mooi-plan
    titel: Mooi plan
    versie: "1.0"
    status: vastgesteld
    vastgesteld_op: null
    vastgesteld_door: null
    bron: {document: visie-2020}
    samenvatting: Het plan voor wonen.
    themas: [wonen]
    onderdelen: [fijn-wonen]
    hoofdstukken:
      - {id: hoofdstuk-een, rubriek: aanleiding, naam: Waarom dit plan er is}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.in_force import plans_of
from polderkoers.policy.index import Entry
from polderkoers.policy.model.having import WithVersie
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every part of withdrawn plans that is still adopted, unless a plan in force names it too."""
    for entry in context.policy.of_kind("kernopgave", "programmalijn"):
        plans = plans_of(context.policy, entry.file)
        if plans and _status(entry) == "vastgesteld" and all(_status(plan) == "ingetrokken" for plan in plans):
            yield Finding(
                entry,
                "/status",
                f"Het plan '{plans[0].item.label}' is ingetrokken, maar dit deel ervan staat nog op vastgesteld.",
                f"schrijf: status: ingetrokken. Geldt dit deel nog? Haal het dan weg bij 'onderdelen' in {plans[0].file.file}.",
                "waarschuwing",
            )


def _status(entry: Entry) -> str | None:
    return entry.item.status if isinstance(entry.item, WithVersie) else None
