"""What a comparison holds besides the decision: how many changes of each series, and why no council decides on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from polderkoers.changes.deciding.drafted import LISTED, NOTED, OTHERS, SPELLING, Draft
from polderkoers.policy.dutch_words import count, listing, some

OUTSIDE = "Niet in dit besluit"
"""The heading above what stands outside."""
# More stretches of numbers than this nobody reads.
_MOST = 8
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
        if places := counted.get(series, ()):
            runs = [_run(series, *run) for run in _runs(places)]
            numbers = some(runs, _MOST) if len(runs) > _MOST + 1 else listing(runs)
            yield f"{count(len(places), 'wijziging', 'wijzigingen')} {words} ({numbers})."


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of the numbers that follow on each other."""
    for _, run in groupby(enumerate(places), lambda each: each[1] - each[0]):
        found = [place for _, place in run]
        yield found[0], found[-1]


def _run(series: str, first: int, last: int) -> str:
    if first == last:
        return f"{series}.{first}"
    return f"{series}.{first} tot en met {series}.{last}"
