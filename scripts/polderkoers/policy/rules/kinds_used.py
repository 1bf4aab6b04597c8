"""Er zijn alleen bestanden van een soort die de organisatie gebruikt.

In data/instelling.yaml kan bij soorten staan welke soorten bestanden een organisatie gebruikt. Staat een soort daar niet bij, dan
hoort er ook geen bestand van die soort te zijn. Staat er niets bij soorten, dan mogen alle soorten.

Fout:

    # data/instelling.yaml
    soorten: [plan]

Goed:

    # data/instelling.yaml
    soorten: [kernopgave, plan]
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.files import Beleid
from polderkoers.policy.model.instelling import Instelling
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every file of a kind that the organisation says it does not use."""
    used = next((each.soorten for each in context.policy.files if isinstance(each, Instelling)), ())
    for entry in context.policy.entries.values():
        kind = entry.item.soortnaam
        if used and entry.is_file and isinstance(entry.item, Beleid) and kind not in used:
            yield Finding(
                entry,
                "/soort",
                f"Volgens data/instelling.yaml gebruikt deze organisatie geen {kind}: bij soorten staat {', '.join(used)}.",
                f"gebruikt zij die wel? Schrijf in data/instelling.yaml soorten: [{', '.join((*used, kind))}]. "
                "Hoort dit bestand hier niet? Haal het dan weg.",
            )
