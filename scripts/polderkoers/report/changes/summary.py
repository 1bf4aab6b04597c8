"""The opening of every form of output: how many changes there are, of what kind, and what they come down to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import filterfalse
from typing import TYPE_CHECKING

from polderkoers.changes.change import Change, Subject
from polderkoers.changes.meaning_words import MEANINGS, Said, said_of
from polderkoers.changes.nature import is_policy
from polderkoers.changes.phrases import file_name, list_name, noun
from polderkoers.policy.dutch_words import capital, count, listing, some
from polderkoers.policy.vocabulary import AS_USUAL, Vocabulary

if TYPE_CHECKING:
    from polderkoers.report.changes.comparison import ComparisonReport

NOTHING = "Er verandert niets in het beleid."
NOTHING_COMPARED = "In de bestanden die te vergelijken zijn, verandert niets."
COMPARED_ONLY = "In wat te vergelijken is"
_MANY = 12
# What is said of one, and of more, by kind of change: of whole files, and of what stands in them.
_FILES = {"added": ("Nieuw is", "Nieuw zijn"), "removed": ("Vervallen is", "Vervallen zijn")}
_ITEMS = {"added": ("Er komt bij:", "Er komen bij:"), "removed": ("Er vervalt:", "Er vervallen:")}
_GOALS = frozenset({"doel", "deelopgave"})


def totals(report: ComparisonReport) -> str:
    """Return how many changes are shown and how they are divided, or that there are none and why.

    Where a file could not be compared, it says that this is only about the rest.
    """
    if not report.changes:
        return _none(report)
    told = _divided(report)
    return f"{COMPARED_ONLY}: {told}" if report.comparison.skipped else told


def _divided(report: ComparisonReport) -> str:
    number = count(len(report.changes), "wijziging", "wijzigingen")
    substantive, editorial = len(report.substantive), len(report.editorial)
    if editorial and substantive:
        return f"{number}: {substantive} inhoudelijk en {editorial} redactioneel."
    divided = "redactioneel" if editorial else "inhoudelijk"
    return f"{number}: allemaal {divided}." if len(report.changes) > 1 else f"{number}: {divided}."


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
        nothing = "met deze keuze blijft er geen wijziging over."
        return f"{COMPARED_ONLY}: {nothing}" if report.comparison.skipped else capital(nothing)
    return NOTHING_COMPARED if report.comparison.skipped else NOTHING


def _highlights(changes: tuple[Change, ...]) -> Iterator[str]:
    for kind, words in _FILES.items():
        files = [change.item for change in changes if change.kind == kind and change.item.parent is None]
        if files:
            yield f"{words[len(files) > 1]} {_names(files)}."
    for kind, words in _ITEMS.items():
        inside = [change.item for change in changes if change.kind == kind and change.item.parent is not None]
        if inside:
            yield f"{words[len(inside) > 1]} {listing(_parts(inside))}."
    for said, meant in _by_meaning(changes):
        if said.one:
            own = meant[0].item.own
            number = len(set(map(_subject, meant)))
            yield f"{count(number, _in_own_words(said.one, own), _in_own_words(said.more, own))}."


def _by_meaning(changes: tuple[Change, ...]) -> Iterator[tuple[Said, list[Change]]]:
    """Yield what is said of changes, in the order of the meanings, each with those of which it is said."""
    for meaning in MEANINGS:
        found: dict[Said, list[Change]] = {}
        for change in changes:
            said = said_of(change, meaning) if meaning in change.meaning else None
            if said is not None:
                found.setdefault(said, []).append(change)
        yield from found.items()


def _names(files: list[Subject]) -> str:
    names = [file_name(file, with_kind=True) for file in files]
    return listing(names) if len(names) <= _MANY else some(names, _MANY)


def _parts(items: list[Subject]) -> list[str]:
    """Return how many there are of each kind, those of the policy first."""
    return _counted(filter(is_policy, items)) + _counted(filterfalse(is_policy, items))


def _in_own_words(words: str, own: Vocabulary) -> str:
    """Return a sentence with the organisation's own noun for what it begins with, when it has one."""
    first, _, rest = words.partition(" ")
    for kind, more in (("doel", "doelen"), ("stap", "stappen")):
        said = own.noun(kind)
        if said and first in (kind, more):
            return f"{said.one} {rest}" if first == kind else f"{said.more} {rest}"
    return words


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
