"""Meer uitgegeven dan besloten heeft een noot.

Is er meer geld uitgegeven dan was besloten, dan wil een lezer weten hoe dat komt. Schrijf de reden uit het verslag bij het bedrag, in 'noot'.
Geeft het verslag geen reden? Schrijf dat dan. Vergeleken wordt alleen geld van dezelfde tijd: een bedrag per jaar met wat in dat jaar is
uitgegeven, een bedrag voor alles samen met alles samen.

Waarschuwing:

    # data/verslagen/jaarverslag-2021.yaml
    soort: verslag
    id: jaarverslag-2021
    titel: Jaarverslag 2021
    vorm: jaarverslag
    datum: 2022-05-10
    vastgesteld_door: null
    meldingen:
      - {id: melding-geld, over: fijn-wonen/bedrag-bouwen, besteed: {bedrag: 120000}}
    # data/kernopgaven/fijn-wonen.yaml
    bedragen:
      - {id: bedrag-bouwen, bedrag: 100000, waarvoor: Bouwen}

Goed:

    # data/verslagen/jaarverslag-2021.yaml
    soort: verslag
    id: jaarverslag-2021
    titel: Jaarverslag 2021
    vorm: jaarverslag
    datum: 2022-05-10
    vastgesteld_door: null
    meldingen:
      - {id: melding-geld, over: fijn-wonen/bedrag-bouwen, besteed: {bedrag: 120000, noot: Bouwen werd duurder.}}
    # data/kernopgaven/fijn-wonen.yaml
    bedragen:
      - {id: bedrag-bouwen, bedrag: 100000, waarvoor: Bouwen}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.blocks import Bedrag
from polderkoers.policy.numbers import in_dutch
from polderkoers.policy.progress import Spent, spent_of
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every amount of which more was spent than was decided, and no note says why."""
    for amount in context.policy.of(Bedrag):
        for spent in spent_of(context.policy, amount):
            said = spent.reported.melding.besteed
            if spent.over > 0 and said is not None and not said.noot:
                yield _finding(spent)


def _finding(spent: Spent) -> Finding:
    melding = spent.reported.melding
    message = f"Er is € {in_dutch(spent.spent)} uitgegeven; besloten was € {in_dutch(spent.decided)}."
    hint = "schrijf in 'noot' bij dit bedrag waarom, of dat het verslag geen reden geeft. Hoort het bij één jaar? Vul dan 'jaar' in."
    return Finding(spent.reported.entry, f"{melding.pointer}/besteed/bedrag", message, hint, "waarschuwing")
