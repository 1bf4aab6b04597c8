"""Wat op één moment is gemeld, spreekt elkaar niet tegen.

Een verslag zegt over elk onderdeel één ding. Zijn er twee verslagen van dezelfde dag, dan zeggen ze over hetzelfde onderdeel hetzelfde. Anders
weet een lezer niet wat klopt. Kijk na wat de bronnen zeggen. Zeggen ze echt iets anders? Houd dan één melding over, en zeg in
'toelichting' wat het andere verslag zegt.

Fout:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: tussenrapportage
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, stand: loopt}
      - {id: melding-bouwen-klaar, over: fijn-wonen/stap-bouwen, stand: klaar}

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
from itertools import combinations

from polderkoers.policy.numbers import in_dutch
from polderkoers.policy.progress import Reported, reported_items
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every second entry of a report about one item, and for what two reports of one day say otherwise."""
    for said in reported_items(context.policy).values():
        firsts: dict[str, Reported] = {}
        for each in said:
            first = firsts.setdefault(each.report.ref, each)
            if first is not each:
                yield _second(first, each)
        for one, other in combinations(firsts.values(), 2):
            if one.report.item.datum == other.report.item.datum:
                yield from _clash(one, other)


def _second(first: Reported, second: Reported) -> Finding:
    message = f"Over '{second.melding.over}' staat in dit verslag al een melding."
    hint = "maak er één melding van, of verbeter 'over'."
    return Finding(second.entry, f"{second.melding.pointer}/over", message, hint, first=first.entry)


def _clash(one: Reported, other: Reported) -> Iterator[Finding]:
    for field, what in _different(one, other):
        message = f"'{one.report.item.titel}' is van dezelfde dag, en zegt over '{other.melding.over}' iets anders, namelijk: {what}."
        hint = "kijk in de bronnen wat klopt. Houd één melding over, of verbeter de datum van een verslag."
        yield Finding(other.entry, f"{other.melding.pointer}/{field}", message, hint, first=one.entry)


def _different(one: Reported, other: Reported) -> Iterator[tuple[str, str]]:
    """Yield the fields in which two entries cannot both be right, each with what the first says."""
    first, second = one.melding, other.melding
    if first.stand and second.stand and first.stand != second.stand:
        yield "stand", first.stand
    spent, also = first.besteed, second.besteed
    if spent and also and spent.jaar == also.jaar and spent.bedrag != also.bedrag:
        yield "besteed/bedrag", f"€ {in_dutch(spent.bedrag)}"
    values = {(each.jaar, each.groep, each.meting): each.waarde for each in first.metingen}
    for place, each in enumerate(second.metingen):
        value = values.get((each.jaar, each.groep, each.meting))
        if value is not None and each.waarde is not None and value != each.waarde:
            yield f"metingen/{place}/waarde", in_dutch(value)
