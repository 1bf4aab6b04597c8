"""Een versie noemt het besluit waar zij uit kwam.

In data/versies.yaml zegt 'raadsbesluit' met welk besluit uit data/besluiten de raad een versie vaststelde. Bij dat besluit zegt 'leidde_tot' welke
versie eruit kwam. Noemt een versie iets anders dan een besluit, of een besluit dat tot een andere versie leidde? Dan klopt een van de twee niet.

Fout:

    # data/versies.yaml
    soort: versies
    id: versies
    versie: "1.0"
    status: null
    versies:
      - id: "2020"
        naam: Visie 2020
        uitleg: De visie van 2020.
        datum: 2020
        vastgesteld_door: gemeenteraad
        besluit: Raadsbesluit 12
        raadsbesluit: fijn-wonen
        documenten: [visie-2020]
        commit: null

Goed:

    # data/versies.yaml
    soort: versies
    id: versies
    versie: "1.0"
    status: null
    versies:
      - id: "2020"
        naam: Visie 2020
        uitleg: De visie van 2020.
        datum: 2020
        vastgesteld_door: gemeenteraad
        besluit: Raadsbesluit 12
        documenten: [visie-2020]
        commit: null
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.besluiten import Besluit
from polderkoers.policy.model.versies import Versie
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every version that names something else than a decision, or one that led to another version."""
    for entry in context.policy.of(Versie):
        named = entry.item.raadsbesluit
        decision = context.policy.get(named) if named else None
        if decision is None:
            continue
        pointer = f"{entry.item.pointer}/raadsbesluit"
        if not isinstance(decision.item, Besluit):
            message = f"'{named}' is geen besluit: het is een {decision.item.soortnaam}."
            yield Finding(
                entry, pointer, message, "noem een besluit uit data/besluiten: bestand/id. Of haal de regel weg."
            )
        elif decision.item.leidde_tot not in (None, entry.item.id):
            message = f"Het besluit '{named}' leidde tot een andere versie: {decision.item.leidde_tot}."
            hint = f'noem hier een ander besluit, of verbeter bij het besluit: leidde_tot: "{entry.item.id}"'
            yield Finding(entry, pointer, message, hint)
