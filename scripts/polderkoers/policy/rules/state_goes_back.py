"""Een stand die teruggaat, heeft uitleg.

Eerst klaar en daarna weer bezig: dat kan, maar een lezer wil weten waarom. Zegt een verslag dat iets verder terug is dan een eerder verslag
zei, of weet het niet meer of iets klaar is, schrijf dan in 'toelichting' wat er is gebeurd. Geeft het verslag geen reden? Schrijf dan dat het geen reden geeft.

Waarschuwing:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: tussenrapportage
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, stand: klaar}
    # data/verslagen/voorjaar-2022.yaml
    soort: verslag
    id: voorjaar-2022
    titel: Tussenstand voorjaar 2022
    vorm: tussenrapportage
    datum: 2022-04-12
    vastgesteld_door: null
    meldingen:
      - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, stand: loopt}

Goed:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: tussenrapportage
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, stand: klaar}
    # data/verslagen/voorjaar-2022.yaml
    soort: verslag
    id: voorjaar-2022
    titel: Tussenstand voorjaar 2022
    vorm: tussenrapportage
    datum: 2022-04-12
    vastgesteld_door: null
    meldingen:
      - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, stand: loopt, toelichting: De aannemer moest een deel opnieuw doen.}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from polderkoers.policy.model.verslag import DELAYED, DONE, NOT_BEGUN, NOT_KNOWN, RUNNING, STOPPED
from polderkoers.policy.progress import Reported, reported_items
from polderkoers.policy.rules.finding import Context, Finding

# How far something is; what is not known takes back only that something had ended.
_FAR = {NOT_BEGUN: 0, RUNNING: 1, DELAYED: 1, STOPPED: 2, DONE: 3}
_ENDED = (STOPPED, DONE)


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every entry without an explanation that says that something is less far than an earlier report said."""
    for said in reported_items(context.policy).values():
        told = [each for each in said if each.melding.stand]
        sure = [each for each in told if each.melding.stand != NOT_KNOWN]
        unsure = [pair for pair in pairwise(told) if pair[0].melding.stand == NOT_KNOWN]
        for later, earlier in (*pairwise(sure), *unsure):
            if later.day > earlier.day and _goes_back(earlier, later) and not later.melding.toelichting:
                yield _finding(earlier, later)


def _goes_back(earlier: Reported, later: Reported) -> bool:
    before, now = str(earlier.melding.stand), str(later.melding.stand)
    if now == NOT_KNOWN:
        return before in _ENDED
    return _FAR[now] < _FAR[before]


def _finding(earlier: Reported, later: Reported) -> Finding:
    message = f"'{later.melding.over}' is hier '{later.melding.stand}', maar '{earlier.report.item.titel}' zei al: {earlier.melding.stand}."
    hint = "leg in 'toelichting' uit waarom. Geeft het verslag geen reden? Schrijf dan dat het geen reden geeft."
    return Finding(later.entry, f"{later.melding.pointer}/stand", message, hint, "waarschuwing")
