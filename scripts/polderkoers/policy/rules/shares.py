"""Een deel van het geheel ligt tussen 0 en 100 procent.

Van alle inwoners kan hoogstens 100 procent iets doen, en nooit minder dan 0. Staat er 860 of -5? Dan is er bijna altijd een
komma weggevallen, of is de eenheid geen procent. Een groei, een korting of een vergelijking met een ander jaar kan wel boven
de 100 of onder de 0 liggen: daar zegt deze controle niets van. Is niet zeker of het om een deel gaat? Dan krijg je een
waarschuwing. Dat geldt ook voor een streefwaarde.

Fout:

    indicatoren:
      - id: indicator-huur
        naam: Deel van de inwoners dat huurt
        eenheid: procent
        metingen:
          - {waarde: 386, jaar: 2020}

Goed:

    indicatoren:
      - id: indicator-huur
        naam: Deel van de inwoners dat huurt
        eenheid: procent
        metingen:
          - {waarde: 38.6, jaar: 2020}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from polderkoers.policy.model.base import Cijfer, Meting, Streefwaarde
from polderkoers.policy.model.blocks import Indicator
from polderkoers.policy.numbers import in_dutch
from polderkoers.policy.rules.finding import Context, Finding
from polderkoers.problems import Level

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry

_PERCENT = frozenset({"procent", "%", "percentage", "pct"})
# What makes a percentage a share of a whole: of such a whole nobody can have more than everything.
_SHARE = re.compile(
    r"\b(aan)?deel van\b|\baandeel\b|^% |\bpercentage (van de )?(inwoners|mensen|huishoudens|jongeren|ouderen|kinderen|vrijwilligers|woningen)\b|"
    r"\b(inwoners|mensen|volwassenen|jongeren|ouderen|kinderen|senioren|huishoudens|vrijwilligers|leerlingen|mantelzorgers) (die|dat)\b|"
    r"^van de (inwoners|mensen|volwassenen|jongeren|ouderen|kinderen|senioren|huishoudens|vrijwilligers|leerlingen|mantelzorgers)\b|^vindt\b",
    re.IGNORECASE,
)
# What can well be more than everything, or less than nothing.
_CHANGE = re.compile(
    r"groei|stijg|daal|daling|toename|afname|toegenomen|afgenomen|verander|verschil|verhog|verlag|meer dan|minder dan|korting|rente|inflatie|"
    r"rendement|dekking|bezetting|norm|index|vergeleken|ten opzichte|t\.o\.v|verhouding|ontwikkeling|mutatie|saldo|resultaat|winst|verlies|"
    r"krimp|plus|min\b|trend|realisatie|gerealiseerd|gehaald|doelstelling|begroting|gemiddeld",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every percentage of a whole that is above 100 or below 0."""
    for entry in context.policy.of_kind("cijfer", "indicator"):
        match entry.item:
            case Cijfer(waarde=int() | float() as value, eenheid=str() as unit, wat=wat) if unit.lower() in _PERCENT:
                yield from _judged(entry, f"{entry.item.pointer}/waarde", value, wat)
            case Indicator():
                yield from _measured(entry, entry.item)


def _measured(entry: Entry, indicator: Indicator) -> Iterator[Finding]:
    lists: dict[str, Sequence[Meting | Streefwaarde]] = {
        "metingen": indicator.metingen,
        "streefwaarden": indicator.streefwaarden,
    }
    for name, values in lists.items():
        for number, each in enumerate(values):
            if each.waarde is not None:
                pointer = f"{indicator.pointer}/{name}/{number}/waarde"
                yield from beyond_the_whole(entry, pointer, each.waarde, indicator, each.groep)


def beyond_the_whole(
    entry: Entry, pointer: str, value: float, indicator: Indicator, group: str | None
) -> Iterator[Finding]:
    """Yield a finding for a value of an indicator, of a group or of all, that is more or less than a whole can be."""
    if (indicator.eenheid or "").lower() in _PERCENT:
        yield from _judged(entry, pointer, value, f"{group or ''}\n{indicator.naam}")


def _judged(entry: Entry, pointer: str, value: float, words: str) -> Iterator[Finding]:
    if 0 <= value <= 100 or _CHANGE.search(words):
        return
    if value > 100:
        side, why = "meer dan 100", "is er een komma weggevallen? Een komma schrijf je als punt: 38.6."
    else:
        side, why = "minder dan 0", "hoort de min erbij?"
    is_share = any(_SHARE.search(line.strip()) for line in words.split("\n"))
    level: Level = "fout" if is_share else "waarschuwing"
    message = f"Hier staat {in_dutch(value)} procent; een deel van het geheel is nooit {side} procent."
    hint = f"controleer het getal; {why} Is het geen procent? Verbeter dan 'eenheid'."
    if not is_share:
        hint += " Is het geen deel, maar een groei of een vergelijking? Zeg dat in de naam."
    yield Finding(entry, pointer, message, hint, level)
