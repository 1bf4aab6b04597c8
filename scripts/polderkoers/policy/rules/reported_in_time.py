"""Wat een verslag zegt, past in de tijd.

Een verslag is van een dag die er al was, en iets kan niet klaar zijn voordat het begon. Een verslag weet ook niet wat er na zijn eigen datum gebeurde, is gemeten of is uitgegeven. En een
nieuwe datum is geen dag die al voorbij was, en bij 'vertraagd' geen eerdere dag dan was afgesproken. Vaak is er een jaar verkeerd
overgenomen. Was iets echt eerder klaar dan was afgesproken? Schrijf dat dan in 'toelichting'.

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
from typing import TYPE_CHECKING

from polderkoers.policy.model.dates import Datum, parse_datum
from polderkoers.policy.model.having import wanneer_of
from polderkoers.policy.model.verslag import DELAYED, DONE, NOT_BEGUN, Verslag
from polderkoers.policy.periods import end_of
from polderkoers.policy.progress import Reported, decided_end, reported_items, was_decided_since
from polderkoers.policy.rules.dates import still_to_come
from polderkoers.policy.rules.finding import Context, Finding

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every entry that knows what came after its report, calls something done before it began, or gives a new date that has passed."""
    for report in context.policy.of(Verslag):
        yield from still_to_come(report, "/datum", report.item.datum, "fout")
    for ref, said in reported_items(context.policy).items():
        target = context.policy.get(ref)
        for each in said:
            begin, decided = _planned(target, each)
            since = parse_datum(each.melding.sinds or "")
            if since is not None:
                yield from _after_the_report(each, since)
                yield from _not_begun(each, since, said)
            is_dated = parse_datum(each.report.item.datum) is not None
            if since is not None or is_dated:
                yield from _before_it_began(each, since, begin)
            if is_dated:
                yield from _years_after_the_report(each)
                yield from _new_date(each, decided)


def _planned(target: Entry | None, reported: Reported) -> tuple[Datum | None, Datum | None]:
    """Return when an item begins and ends by what was decided when a report was made, None for what is not known."""
    if target is None or was_decided_since(target, reported):
        return None, None
    when = wanneer_of(target.item)
    return parse_datum((when and when.van) or ""), decided_end(target)


def _after_the_report(each: Reported, since: Datum) -> Iterator[Finding]:
    if since.first > each.day:
        message = f"Dit verslag is van {each.report.item.datum}, en zegt wat er sinds {each.melding.sinds} zo is."
        yield _finding(
            each, message, "kijk in het verslag welke datum het is: 'sinds' ligt niet na de datum van het verslag."
        )


def _years_after_the_report(each: Reported) -> Iterator[Finding]:
    """Yield a finding for everything that was measured or spent in a year that had not begun when the report was made."""
    melding = each.melding
    years = [(f"metingen/{place}/jaar", measured.jaar) for place, measured in enumerate(melding.metingen)]
    if melding.besteed is not None:
        years.append(("besteed/jaar", melding.besteed.jaar))
    for place, year in years:
        if year is not None and year > each.day.year:
            message = f"Dit verslag is van {each.report.item.datum}, en zegt hier al iets over {year}."
            hint = "kijk in het verslag welk jaar het is. Is het een verwachting? Laat het hier weg, en zeg het in 'toelichting'."
            yield _finding(each, message, hint, place)


def _before_it_began(each: Reported, since: Datum | None, begin: Datum | None) -> Iterator[Finding]:
    melding = each.melding
    done, field = each.day, "stand"
    if since is not None:
        done, field = since.last, "sinds"
    if melding.stand == DONE and begin is not None and done < begin.first and not melding.toelichting:
        message = f"'{melding.over}' is volgens deze melding klaar voordat het begon ({begin.first.year})."
        hint = f"verbeter '{field}'. Was het echt eerder klaar dan gepland? Schrijf dat dan in 'toelichting'."
        yield _finding(each, message, hint, field)


def _new_date(each: Reported, decided: Datum | None) -> Iterator[Finding]:
    """Yield a finding for a new date that had passed when the report was made, or that is earlier than decided while something is called late."""
    new, covered = each.melding.nieuwe_datum, parse_datum(each.report.item.datum)
    if new is None or covered is None or (end := end_of(new)) is None:
        return
    place = f"nieuwe_datum/{(new.tot and 'tot') or 'van'}"
    if end.last < covered.first and each.melding.stand != DONE:
        message = f"De nieuwe datum '{new.tekst}' was al voorbij op de dag van dit verslag ({each.report.item.datum})."
        yield _finding(each, message, "kijk in het verslag welke datum het noemt.", place)
    elif each.melding.stand == DELAYED and decided is not None and end.last < decided.first:
        message = f"De stand is '{DELAYED}', maar de nieuwe datum '{new.tekst}' is eerder dan was afgesproken."
        yield _finding(each, message, "kijk in het verslag wat klopt: de stand of de nieuwe datum.", place)


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


def _finding(each: Reported, message: str, hint: str, place: str = "sinds") -> Finding:
    return Finding(each.entry, f"{each.melding.pointer}/{place}", message, hint)
