"""Een melding zegt iets, en wat zij zegt past bij waar zij over gaat.

Van een doel, stap of activiteit meld je hoe het ervoor staat; van een indicator een meting, en van een bedrag wat er is besteed. Geld bij een
activiteit, of een stand bij een bedrag, ziet niemand op de site. Zegt een verslag niets over een onderdeel? Laat de melding dan weg: anders lijkt
het of er iets over is gemeld.

Fout:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: tussenrapportage
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, besteed: {bedrag: 500, jaar: 2021}}

Goed:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: tussenrapportage
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, stand: loopt}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.index import Entry
from polderkoers.policy.model.verslag import REPORTED, WITH_STATE, Melding
from polderkoers.policy.rules.finding import Context, Finding

_SAYING = ("stand", "toelichting", "metingen", "besteed", "nieuwe_datum", "bewijs")


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every entry that says nothing, and for money or a state of what has none."""
    for entry in context.policy.of(Melding):
        if not any(getattr(entry.item, field) for field in _SAYING):
            message = f"Deze melding zegt niets over '{entry.item.over}'."
            hint = "vul in wat het verslag zegt, bijvoorbeeld bij 'stand' of 'toelichting'. Zegt het niets? Haal deze melding weg."
            yield Finding(entry, entry.item.pointer, message, hint)
        target = context.policy.get(entry.item.over)
        if target is not None and target.item.soortnaam in REPORTED:
            yield from _past_its_kind(entry, target)


def _past_its_kind(entry: Entry[Melding], target: Entry) -> Iterator[Finding]:
    item, kind = entry.item, target.item.soortnaam
    if item.besteed is not None and kind != "bedrag":
        message = f"'{item.over}' is geen bedrag, en hier staat wat eraan is besteed."
        hint = "meld het bij het bedrag: noem dat bij 'over'. Is er geen bedrag besloten? Zeg het dan in 'toelichting'."
        yield Finding(entry, f"{item.pointer}/besteed", message, hint)
    for field in ("stand", "sinds"):
        if getattr(item, field) is not None and kind not in WITH_STATE:
            message = f"Een {kind} heeft geen {field}: '{item.over}'."
            hint = f"meld dit bij het doel, de stap of de activiteit waar het bij hoort, of haal '{field}' weg."
            yield Finding(entry, f"{item.pointer}/{field}", message, hint)
