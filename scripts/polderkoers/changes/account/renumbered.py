"""Numbers that move up or down together, told in one line where a reader begins."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.changes.phrases import file_name, list_name, short_name

if TYPE_CHECKING:
    from polderkoers.changes.account.told import Told
    from polderkoers.changes.change import Subject

NUMBER = "nummer"
"""The field that moves when something is inserted or goes."""


def together(told: Iterable[Told]) -> list[list[Told]]:
    """Return changes in their order, with those in one that the same point of the decision renumbers."""
    found: dict[Hashable, list[Told]] = {}
    for each in told:
        found.setdefault(_run_of(each) or each.change.anchor, []).append(each)
    return list(chain.from_iterable(_without_gaps(run) for run in found.values()))


def _run_of(told: Told) -> Hashable:
    """Return what changes share that give items of one list another number by as much; nothing for another change."""
    change = told.change
    item, was, now = change.item, change.old, change.new
    if change.field != NUMBER or not told.number or not (isinstance(was, int) and isinstance(now, int)):
        return None
    return told.number, item.parent, item.slot, now - was


def _without_gaps(run: list[Told]) -> list[list[Told]]:
    """Return a run as one, or each change alone when a number between the first and the last stays as it is."""
    if len(run) == 1:
        return [run]
    numbers = [each.change.old for each in run]
    if max(numbers) - min(numbers) + 1 == len(run):
        return [run]
    return [[each] for each in run]


def as_one(told: list[Told]) -> Told:
    """Return changes that are told together as one, with the first for its address."""
    first = told[0]
    if len(told) == 1:
        return first
    was = _span(each.change.old for each in told)
    now = _span(each.change.new for each in told)
    said = f"De {_list(first.change.item)} zijn doorgenummerd: nummer {was} is nu nummer {now}."
    return replace(first, sentence=said)


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
