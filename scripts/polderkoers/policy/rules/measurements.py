"""Een indicator heeft voor elk jaar, elke groep en elke manier van meten één meting.

Staan er twee waarden voor hetzelfde jaar, dan weet een lezer niet welke geldt. Vaak is er een regel gekopieerd en is het jaar
niet aangepast. Gaan de metingen over verschillende groepen, zoals jongeren en ouderen? Vul dan bij allebei 'groep' in. Is er op
twee manieren gemeten? Geef dan elk een naam bij 'meting'. Geven twee documenten elk een andere waarde? Houd dan de beste over, en noem de andere in 'noot'.

Fout:

    indicatoren:
      - id: indicator-huizen
        naam: Nieuwe huizen
        metingen:
          - {waarde: 120, jaar: 2020}
          - {waarde: 135, jaar: 2020}

Goed:

    indicatoren:
      - id: indicator-huizen
        naam: Nieuwe huizen
        metingen:
          - {waarde: 120, jaar: 2020}
          - {waarde: 135, jaar: 2021}
"""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.policy.index import Entry
from polderkoers.policy.measured import same_group
from polderkoers.policy.model.base import Meting
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.problems import Level


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every measurement of a year and group that has one already."""
    for entry in context.policy.of_kind("indicator"):
        if isinstance(entry.item, Indicator):
            yield from _doubled(entry, entry.item)


def _doubled(entry: Entry, indicator: Indicator) -> Iterator[Finding]:
    seen: dict[tuple[int, str, str], int] = {}
    for number, measured in enumerate(indicator.metingen):
        # An unknown year may be another year.
        if measured.jaar is None:
            continue
        about = (measured.jaar, same_group(measured.groep), measured.meting or "")
        if about in seen:
            first = seen[about]
            yield _finding(entry, number, measured, indicator.metingen[first], first)
        seen.setdefault(about, number)


def _finding(entry: Entry, number: int, measured: Meting, first: Meting, at: int) -> Finding:
    group = f" van '{measured.groep}'" if measured.groep else ""
    message = f"Dit is de tweede meting{group} in {measured.jaar}; de eerste is meting {at + 1} van deze lijst."
    hint = "houd er één over, verbeter het jaar, of vul bij allebei 'groep' in."
    # Two documents may well differ; which of them is right only a person can say.
    level: Level = "waarschuwing" if _document(first) != _document(measured) else "fout"
    return Finding(entry, f"{entry.item.pointer}/metingen/{number}", message, hint, level)


def _document(measured: Meting) -> str | None:
    if measured.bron is None:
        return None
    return measured.bron.document
