"""Meer uitgegeven dan besloten heeft een noot.

Is er meer geld uitgegeven dan was besloten, dan wil een lezer weten hoe dat komt. Schrijf de reden uit het verslag bij het bedrag, in 'noot'.
Geeft het verslag geen reden? Schrijf dat dan. Vergeleken wordt alleen geld van dezelfde tijd: een bedrag per jaar met wat in dat jaar is
uitgegeven, een bedrag voor alles samen met alles samen, en met alle jaren bij elkaar.

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

from collections.abc import Iterable, Iterator
from operator import attrgetter

from polderkoers.policy.model.blocks import Bedrag
from polderkoers.policy.numbers import in_dutch
from polderkoers.policy.progress import decided_before, reported_of
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.policy.spent import Spending, Spent, newest_spending, spent_in_years, spent_of


def check(context: Context) -> Iterator[Finding]:
    """Yield a warning for every amount of which more was spent than was decided, and no note says why."""
    for amount in context.policy.of(Bedrag):
        spendings = decided_before(amount, newest_spending(reported_of(context.policy, amount.ref)))
        for spent in spent_of(amount.item, spendings):
            said = spent.reported.melding.besteed
            is_about = amount.item.ongeveer or (said is not None and said.ongeveer)
            if spent.over > 0 and said is not None and not said.noot and not is_about:
                yield _finding(spent)
        yield from _of_all_years(amount.item, spendings)


def _of_all_years(amount: Bedrag, spendings: Iterable[Spending]) -> Iterator[Finding]:
    """Yield a warning when what was spent in several years is together more than an amount that is decided once."""
    newest, decided = spent_in_years(amount, spendings), amount.bedrag
    if not newest or decided is None:
        return
    told = [spent for _, spent in newest.values()]
    sums = list(map(attrgetter("bedrag"), told))
    total, is_seen = sum(sums), max(sums) > decided
    if total > decided and not is_seen and not any(map(attrgetter("noot"), told)):
        last, _ = newest[max(newest)]
        years = " en ".join(map(str, sorted(newest)))
        message = f"In {years} samen is € {in_dutch(total)} uitgegeven; besloten was één keer € {in_dutch(decided)}."
        hint = "schrijf in 'noot' bij dit bedrag waarom, of dat het verslag geen reden geeft. Geldt het bedrag elk jaar? Zet daar dan: per_jaar: true"
        yield Finding(last.entry, f"{last.melding.pointer}/besteed/bedrag", message, hint, "waarschuwing")


def _finding(spent: Spent) -> Finding:
    melding = spent.reported.melding
    message = f"Er is € {in_dutch(spent.spent)} uitgegeven; besloten was € {in_dutch(spent.decided)}."
    hint = "schrijf in 'noot' bij dit bedrag waarom, of dat het verslag geen reden geeft. Hoort het bij één jaar? Vul dan 'jaar' in."
    return Finding(spent.reported.entry, f"{melding.pointer}/besteed/bedrag", message, hint, "waarschuwing")
