"""Wat een verslag zegt, past in de tijd.

Iets kan niet klaar zijn voordat het begon. Een verslag weet ook niet wat er na zijn eigen datum gebeurde. Vaak is er een jaar verkeerd
overgenomen. Was iets echt eerder klaar dan was afgesproken? Schrijf dat dan in 'toelichting'. Wat in een later jaar moet zijn bereikt, is
geen meting: dat is een streefwaarde van de indicator.

Fout:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: tussenrapportage
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, stand: klaar, sinds: 2022-03}

Goed:

    # data/verslagen/najaar-2021.yaml
    soort: verslag
    id: najaar-2021
    titel: Tussenstand najaar 2021
    vorm: tussenrapportage
    datum: 2021-10-05
    vastgesteld_door: null
    meldingen:
      - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, stand: klaar, sinds: 2021-09}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.model.dates import Datum, parse_datum
from polderkoers.policy.model.having import wanneer_of
from polderkoers.policy.model.verslag import DONE, NOT_BEGUN
from polderkoers.policy.progress import Reported, reported_items
from polderkoers.policy.rules.finding import Context, Finding


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every entry that knows what came after its report, or calls something done before it began."""
    for ref, said in reported_items(context.policy).items():
        target = context.policy.get(ref)
        when = wanneer_of(target.item) if target else None
        begin = parse_datum((when and when.van) or "")
        for each in said:
            yield from _measured_later(each)
            since = parse_datum(each.melding.sinds or "")
            if since is None:
                yield from _done_before_it_began(each, begin)
            else:
                yield from _after_the_report(each, since)
                yield from _before_it_began(each, since, begin)
                yield from _not_begun(each, since, said)


def _measured_later(each: Reported) -> Iterator[Finding]:
    """Yield a finding for every measurement of a year that comes after the report."""
    for place, measured in enumerate(each.melding.metingen):
        if measured.jaar is not None and measured.jaar > each.day.year > 1:
            message = f"Dit verslag is van {each.report.item.datum}, en geeft een meting van {measured.jaar}."
            hint = "kijk in het verslag welk jaar het is. Is het wat moet worden bereikt? Dan is het een streefwaarde van de indicator."
            yield Finding(each.entry, f"{each.melding.pointer}/metingen/{place}/jaar", message, hint)


def _done_before_it_began(each: Reported, begin: Datum | None) -> Iterator[Finding]:
    """Yield a finding when a report of before something began calls it done, and does not say why."""
    melding = each.melding
    if (
        melding.stand == DONE
        and begin is not None
        and each.day.year > 1
        and each.day < begin.first
        and not melding.toelichting
    ):
        message = f"Dit verslag is van {each.report.item.datum}, en noemt '{melding.over}' klaar voordat het begon ({begin.first.year})."
        hint = "verbeter 'stand'. Was het echt eerder klaar dan gepland? Schrijf dat dan in 'toelichting'."
        yield Finding(each.entry, f"{melding.pointer}/stand", message, hint)


def _after_the_report(each: Reported, since: Datum) -> Iterator[Finding]:
    if since.first > each.day:
        message = f"Dit verslag is van {each.report.item.datum}, en zegt wat er sinds {each.melding.sinds} zo is."
        yield _finding(
            each, message, "kijk in het verslag welke datum het is: 'sinds' ligt niet na de datum van het verslag."
        )


def _before_it_began(each: Reported, since: Datum, begin: Datum | None) -> Iterator[Finding]:
    melding = each.melding
    if melding.stand == DONE and begin is not None and since.last < begin.first and not melding.toelichting:
        message = f"'{melding.over}' is volgens deze melding klaar voordat het begon ({begin.first.year})."
        hint = "verbeter 'sinds'. Was het echt eerder klaar dan gepland? Schrijf dat dan in 'toelichting'."
        yield _finding(each, message, hint)


def _not_begun(each: Reported, since: Datum, said: tuple[Reported, ...]) -> Iterator[Finding]:
    """Yield a finding when something is done since a day after which another report said that nobody had begun."""
    if each.melding.stand != DONE:
        return
    for other in said:
        if other.melding.stand == NOT_BEGUN and since.last < other.day < each.day:
            message = (
                f"Dit was sinds {each.melding.sinds} klaar, maar '{other.report.item.titel}' zei daarna: niet begonnen."
            )
            yield _finding(each, message, "kijk in beide verslagen welke datum en welke stand kloppen.")


def _finding(each: Reported, message: str, hint: str) -> Finding:
    return Finding(each.entry, f"{each.melding.pointer}/sinds", message, hint)
