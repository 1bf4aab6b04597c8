"""Een programmalijn of kernopgave hoort bij haar plan.

Een plan noemt bij 'onderdelen' zijn kernopgaven en programmalijnen. Zo komt een lezer van het plan bij elk deel, en terug. Staat
een deel uit hetzelfde document er niet bij, dan is het alleen los te vinden.

Waarschuwing:

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

from polderkoers.policy.model.base import Onderdeel
from polderkoers.policy.model.files import Plan
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every kernopgave and programmalijn that no plan names, while a plan of its document is there."""
    if context.unread:
        return
    plans = {entry.bron.document: entry for entry in context.policy.of_kind("plan")}
    for entry in context.policy.of_kind("kernopgave", "programmalijn"):
        plan = plans.get(entry.bron.document)
        named = any(reference.field == "onderdelen" for reference in context.policy.backlinks(entry))
        if plan is not None and not named:
            yield Finding(
                entry,
                "/id",
                f"Deze {entry.item.soortnaam} staat bij geen enkel plan. Uit hetzelfde document is er het plan '{plan.item.label}'.",
                f"zet haar id bij 'onderdelen' in {plan.file.file}: onderdelen: [{_with(plan.item, entry.item.id)}]",
                "waarschuwing",
            )


def _with(plan: Onderdeel, id_: str) -> str:
    held = plan.onderdelen if isinstance(plan, Plan) else ()
    return ", ".join((*held, id_))
