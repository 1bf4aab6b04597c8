"""Wat op één moment is gemeld, spreekt elkaar niet tegen.

Een verslag zegt over elk onderdeel één ding. Zijn er twee verslagen van dezelfde dag, dan zeggen ze over hetzelfde onderdeel hetzelfde. Anders
weet een lezer niet wat klopt. Gaan twee verslagen over dezelfde periode, geven ze elk een andere waarde van hetzelfde jaar, of zeggen ze allebei dat iets klaar is
en elk sinds een andere dag, dan waarschuwt de controle: het laatste kan een verbetering zijn, en dan zeg je dat in 'toelichting' of in de 'noot' bij de waarde. Kijk na wat de bronnen zeggen. Zeggen ze echt iets anders? Houd dan één melding over, en zeg in
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

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations, groupby, pairwise
from typing import TYPE_CHECKING

from polderkoers.policy.measured import same_group
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.model.dates import parse_datum
from polderkoers.policy.numbers import in_dutch
from polderkoers.policy.progress import Reported, reported_items
from polderkoers.policy.rules.finding import Context, Finding

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry
    from polderkoers.policy.model.base import Meting
    from polderkoers.policy.model.verslag import GemeldeMeting


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every second entry of a report about one item, and for what two reports of one moment or year say otherwise."""
    for said in reported_items(context.policy).values():
        firsts: dict[str, Reported] = {}
        for each in said:
            first = firsts.setdefault(each.report.ref, each)
            if first is not each:
                yield _second(first, each)
        for one, other in combinations(firsts.values(), 2):
            yield from _clash(one, other)
        yield from _since_otherwise(firsts.values())
        yield from _measured_otherwise(context, firsts)


def _second(first: Reported, second: Reported) -> Finding:
    message = f"Over '{second.melding.over}' staat in dit verslag al een melding."
    hint = "maak er één melding van, of verbeter 'over'."
    return Finding(second.entry, f"{second.melding.pointer}/over", message, hint, first=first.entry)


def _clash(one: Reported, other: Reported) -> Iterator[Finding]:
    """Yield a finding for what two reports of one day say otherwise, and a warning when they are of one period."""
    if one.report.item.datum == other.report.item.datum:
        for field, what in _different(one, other):
            message = f"'{one.report.item.titel}' is van dezelfde dag, en zegt over '{other.melding.over}' iets anders, namelijk: {what}."
            hint = "kijk in de bronnen wat klopt. Houd één melding over, of verbeter de datum van een verslag."
            yield Finding(other.entry, f"{other.melding.pointer}/{field}", message, hint, first=one.entry)
    elif _period(one) and _period(one) == _period(other):
        earlier, later = sorted((one, other), key=lambda each: each.day)
        for field, what in _different(earlier, later):
            if not later.melding.toelichting and not field.startswith("metingen"):
                message = f"'{earlier.report.item.titel}' gaat over dezelfde periode, en zegt over '{later.melding.over}' iets anders, namelijk: {what}."
                hint = (
                    "kijk in de bronnen wat klopt. Kloppen ze allebei? Leg dan in 'toelichting' uit wat er anders is."
                )
                place = f"{later.melding.pointer}/{field}"
                yield Finding(later.entry, place, message, hint, "waarschuwing", first=earlier.entry)


def _period(each: Reported) -> tuple[str | None, str | None] | None:
    """Return begin and end of the period of a report, None when its data give none."""
    period = each.report.item.periode
    if period is None or not (period.van or period.tot):
        return None
    return period.van, period.tot


def _since_otherwise(said: Iterable[Reported]) -> Iterator[Finding]:
    """Yield a warning for every report that gives the same state as the one before it, since another time, and does not say why."""
    told = sorted((each for each in said if each.melding.stand), key=lambda each: each.day)
    for _, run in groupby(told, key=lambda each: each.melding.stand):
        for earlier, later in pairwise(each for each in run if each.melding.sinds):
            if not _is_of_one_moment(earlier, later) and not later.melding.toelichting and _began_apart(earlier, later):
                message = f"'{earlier.report.item.titel}' zegt dat '{later.melding.over}' '{later.melding.stand}' is sinds {earlier.melding.sinds}, en dit verslag sinds {later.melding.sinds}."
                hint = "kijk in de bronnen wat klopt. Is dit een verbetering? Zeg dat dan in 'toelichting'."
                place = f"{later.melding.pointer}/sinds"
                yield Finding(later.entry, place, message, hint, "waarschuwing", first=earlier.entry)


def _is_of_one_moment(one: Reported, other: Reported) -> bool:
    """Return whether two reports are of one day or one period, so that all that they say otherwise is told already."""
    period = _period(one)
    return one.report.item.datum == other.report.item.datum or (period is not None and period == _period(other))


def _began_apart(one: Reported, other: Reported) -> bool:
    """Return whether two entries give times that have no day in common; a year and a month of it have."""
    first, second = parse_datum(one.melding.sinds or ""), parse_datum(other.melding.sinds or "")
    return first is not None and second is not None and (first.last < second.first or second.last < first.first)


def _measured_otherwise(context: Context, firsts: Mapping[str, Reported]) -> Iterator[Finding]:
    """Yield a warning for every value of a year of which another was known, with the indicator or by an earlier report, and nothing says why."""
    said = sorted(firsts.values(), key=lambda each: each.day)
    target = context.policy.get(said[0].about)
    known: dict[object, _Known] = {}
    if target is not None and isinstance(target.item, Indicator):
        known = {_about(each): _Known(each, target, date.min) for each in target.item.metingen}
    for each in said:
        for place, measured in enumerate(each.melding.metingen):
            before = known.get(_about(measured))
            known[_about(measured)] = _Known(measured, each.entry, each.day)
            if before is None or before.day == each.day or not _is_other(before.measured, measured):
                continue
            message = f"Voor {measured.jaar} was al een andere waarde bekend: {in_dutch(before.measured.waarde or 0)}."
            hint = "kijk in de bronnen wat klopt. Is het een verbetering? Zeg dat dan bij deze waarde in 'noot'."
            pointer = f"{each.melding.pointer}/metingen/{place}/waarde"
            yield Finding(each.entry, pointer, message, hint, "waarschuwing", first=before.entry)


@dataclass(frozen=True)
class _Known:
    """A value that was known of a year, where it stands, and since when."""

    measured: Meting | GemeldeMeting
    entry: Entry
    day: date


def _about(measured: Meting | GemeldeMeting) -> object:
    """Return what only one value can be of; something of its own where the year is not known."""
    if measured.jaar is None:
        return measured
    return measured.jaar, same_group(measured.groep), measured.meting


def _is_other(before: Meting | GemeldeMeting, now: Meting | GemeldeMeting) -> bool:
    """Return whether a value takes the place of a final one and nothing says why. Values that do not say how they were measured may be of two ways."""
    both = before.waarde is not None and now.waarde is not None and before.waarde != now.waarde
    return both and bool(now.meting) and not before.voorlopig and not now.noot


def _different(one: Reported, other: Reported) -> Iterator[tuple[str, str]]:
    """Yield the fields in which two entries cannot both be right, each with what the first says."""
    first, second = one.melding, other.melding
    if first.stand and second.stand and first.stand != second.stand:
        yield "stand", first.stand
    elif first.stand and first.sinds and second.stand and _began_apart(one, other):
        yield "sinds", f"{first.stand} sinds {first.sinds}"
    spent, also = first.besteed, second.besteed
    if spent and also and spent.jaar == also.jaar and spent.bedrag != also.bedrag:
        yield "besteed/bedrag", f"€ {in_dutch(spent.bedrag)}"
    values = {_about(each): each.waarde for each in first.metingen}
    for place, each in enumerate(second.metingen):
        value = values.get(_about(each))
        if value is not None and each.waarde is not None and value != each.waarde:
            yield f"metingen/{place}/waarde", in_dutch(value)
