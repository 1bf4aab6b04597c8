"""What a comparison holds besides the decision: how many changes of each series, and why no council decides on them."""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.changes.deciding.drafted import LISTED, NOTED, OTHERS, SPELLING, Draft
from polderkoers.policy.dutch_words import count

OUTSIDE = "Niet in dit besluit"
"""The heading above what stands outside."""
_TOLD = {
    OTHERS: "in beleid van een ander; daarover is hier niets te besluiten",
    SPELLING: "waarin iets alleen anders geschreven is",
    NOTED: "van de redactie: opmerkingen, noten, plekken in een bron, verbanden die de redactie legde en versienummers",
    LISTED: "in lijsten met namen en begrippen waar het beleid naar verwijst",
}


def outside(draft: Draft) -> Iterator[str]:
    """Yield for each series outside a decision how many changes it has, with their numbers."""
    counted = draft.outside()
    for series, words in _TOLD.items():
        if number := counted.get(series, 0):
            yield f"{count(number, 'wijziging', 'wijzigingen')} {words} ({_numbers(series, number)})."


def _numbers(series: str, number: int) -> str:
    if number == 1:
        return f"{series}.1"
    return f"{series}.1 tot en met {series}.{number}"
