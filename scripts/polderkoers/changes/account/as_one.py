"""Numbers that move up or down together, and ids of one file that are all others: told in one line, with each to unfold."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.changes.change import RENAMED
from polderkoers.changes.phrases import file_name, list_name, short_name
from polderkoers.changes.words import Run

if TYPE_CHECKING:
    from polderkoers.changes.account.told import Told
    from polderkoers.changes.change import Subject

NUMBER = "nummer"
"""The field that moves when something is inserted or goes."""


def together(told: Iterable[Told]) -> list[list[Told]]:
    """Return changes in their order, with those in one that have one number and are one for a reader."""
    found: dict[Hashable, list[Told]] = {}
    for each in told:
        found.setdefault(_run_of(each) or each.change.anchor, []).append(each)
    return list(chain.from_iterable(_without_gaps(run) for run in found.values()))


def _run_of(told: Told) -> Hashable:
    """Return what changes share that give items of one list another number by as much, or those of one file another id."""
    change = told.change
    item, was, now = change.item, change.old, change.new
    if told.number and RENAMED in change.meaning:
        return told.number
    if change.field != NUMBER or not told.number or not (isinstance(was, int) and isinstance(now, int)):
        return None
    return told.number, item.parent, item.slot, now - was


def _without_gaps(run: list[Told]) -> list[list[Told]]:
    """Return a run as one, or each change alone when a number between the first and the last stays as it is."""
    if len(run) == 1 or run[0].change.field != NUMBER:
        return [run]
    numbers = [each.change.old for each in run]
    if max(numbers) - min(numbers) + 1 == len(run):
        return [run]
    return [[each] for each in run]


def as_one(told: list[Told]) -> Told:
    """Return changes that are told together as one about what they stand in, with the first for its address."""
    first = told[0]
    if len(told) == 1:
        return first
    if first.change.field == NUMBER:
        return _renumbered(first, told)
    return _renamed(first, told)


def _renumbered(first: Told, told: list[Told]) -> Told:
    was = _span(each.change.old for each in told)
    now = _span(each.change.new for each in told)
    said = f"De {_list(first.change.item)} zijn doorgenummerd: nummer {was} is nu nummer {now}."
    return _one(first, said, (was, now), told, first.change.item.parent)


def _renamed(first: Told, told: list[Told]) -> Told:
    inside = [each for each in told if each.change.item.parent is not None]
    example = inside[0].change
    ids = [subject.id for subject in (example.was, example.now) if subject]
    more = f"{len(inside)} onderdelen een ander id, zoals {', dat nu '.join(ids)} is."
    root = _root(first.change.item)
    said = f"In {file_name(root, with_kind=True)} hebben {more}"
    for whole in told:
        if whole.change.item.parent is None:
            said = f"{whole.sentence} Daarin hebben {more}"
    sides = (first.change.was or root, first.change.now or root)
    was, now = (f"{subject.id} en {len(told) - 1} andere" for subject in sides)
    return _one(first, said, (was, now), told, root)


def _one(first: Told, said: str, sides: tuple[str, str], told: list[Told], about: Subject | None) -> Told:
    was, now = sides
    pair = first.pair._replace(was=(Run("removed", was),), now=(Run("added", now),), both=())
    return replace(first, sentence=said, pair=pair, along=tuple(told), about=about)


def _root(item: Subject) -> Subject:
    while item.parent is not None:
        item = item.parent
    return item


def _span(numbers: Iterable[int]) -> str:
    found = sorted(numbers)
    return f"{found[0]} tot en met {found[-1]}"


def _list(item: Subject) -> str:
    """Return the list that items stand in: `doelen bij hoofdstuk 'Wonen' van Plan 2020`."""
    name, above = list_name(item.slot, item.own), item.parent
    where = f"van {file_name(item, with_kind=False)}"
    if above is None or above.parent is None:
        return f"{name} {where}"
    return f"{name} bij {short_name(above)} {where}"
