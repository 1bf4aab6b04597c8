"""The opening of every form of output: how many changes there are, of what kind, and what they come down to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from polderkoers.changes.change import Change, Subject
from polderkoers.changes.labels import list_name, noun
from polderkoers.changes.meaning_words import MEANINGS
from polderkoers.changes.phrases import file_name, listing, some
from polderkoers.policy.vocabulary import AS_USUAL, Vocabulary
from polderkoers.report.changes.outline import is_policy

if TYPE_CHECKING:
    from polderkoers.report.changes.comparison import ComparisonReport

NOTHING = "Er verandert niets in het beleid."
NOTHING_COMPARED = "In de bestanden die te vergelijken zijn, verandert niets."
_MANY = 12
_GOALS = frozenset({"doel", "deelopgave"})


def count(number: int, one: str, more: str) -> str:
    """Return a number with what is counted."""
    return f"{number} {one if number == 1 else more}"


def totals(report: ComparisonReport) -> str:
    """Return how many changes are shown and how they are divided, or that there are none and why."""
    if not report.changes:
        return _none(report)
    number = count(len(report.changes), "wijziging", "wijzigingen")
    substantive, editorial = len(report.substantive), len(report.editorial)
    if not editorial:
        divided = "allemaal inhoudelijk" if substantive > 1 else "inhoudelijk"
    elif not substantive:
        divided = "allemaal redactioneel" if editorial > 1 else "redactioneel"
    else:
        divided = f"{substantive} inhoudelijk en {editorial} redactioneel"
    return f"{number}: {divided}."


def selection(report: ComparisonReport) -> str:
    """Return by what the changes were selected and how many there are without that, or nothing when they were not."""
    if not report.filters:
        return ""
    everything = len(report.comparison.changes)
    verb = "is" if everything == 1 else "zijn"
    return f"Gekozen: {listing(list(report.filters))}. Zonder deze keuze {verb} er {count(everything, 'wijziging', 'wijzigingen')}."


def highlights(report: ComparisonReport) -> tuple[str, ...]:
    """Return what the changes come down to, a sentence each."""
    return tuple(_highlights(report.changes))


def _none(report: ComparisonReport) -> str:
    if report.comparison.changes and report.filters:
        return "Met deze keuze blijft er geen wijziging over."
    return NOTHING if not report.comparison.skipped else NOTHING_COMPARED


def _highlights(changes: tuple[Change, ...]) -> Iterator[str]:
    for kind, one, more in (("added", "Nieuw is", "Nieuw zijn"), ("removed", "Vervallen is", "Vervallen zijn")):
        files = [change.item for change in changes if change.kind == kind and change.item.parent is None]
        if files:
            names = [file_name(file, with_kind=True) for file in files]
            told = listing(names) if len(names) <= _MANY else some(names, _MANY)
            yield f"{one if len(files) == 1 else more} {told}."
    for kind, one, more in (("added", "Er komt bij:", "Er komen bij:"), ("removed", "Er vervalt:", "Er vervallen:")):
        inside = [change.item for change in changes if change.kind == kind and change.item.parent is not None]
        parts = _counted([item for item in inside if is_policy(item)]) + _counted(
            [item for item in inside if not is_policy(item)]
        )
        if parts:
            yield f"{one if len(inside) == 1 else more} {listing(parts)}."
    for meaning, said in MEANINGS.items():
        items = {_subject(change) for change in changes if meaning in change.meaning}
        if items and said.one:
            own = next(change.item.own for change in changes if meaning in change.meaning)
            yield f"{count(len(items), _in_own_words(said.one, own), _in_own_words(said.more, own))}."


def _in_own_words(words: str, own: Vocabulary) -> str:
    """Return a sentence with the organisation's own noun for what it begins with, when it has one."""
    first, _, rest = words.partition(" ")
    kind = {"doel": "doel", "doelen": "doel", "stap": "stap", "stappen": "stap"}.get(first, "")
    noun_ = own.noun(kind)
    return f"{noun_.one if first == kind else noun_.more} {rest}" if noun_ else words


def _counted(items: Iterable[Subject]) -> list[str]:
    counted: dict[tuple[str, str], int] = {}
    own = AS_USUAL
    for item in items:
        own = item.own
        counted[item.block, item.slot] = counted.get((item.block, item.slot), 0) + 1
    return [count(number, noun(*kind, own).name, list_name(kind[1], own)) for kind, number in counted.items()]


def _subject(change: Change) -> tuple[str, str | None]:
    """Return the goal that a change is in, or else the item itself: two figures of one goal are one goal."""
    above: Subject | None = change.item
    while above is not None:
        if above.block in _GOALS:
            return above.ref, None
        above = above.parent
    return change.ref, change.key
