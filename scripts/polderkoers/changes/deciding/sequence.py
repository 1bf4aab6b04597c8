"""Puts steps in an order in which each calls things by a name that they still have when the steps before it are done."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.changes.deciding.facets import name_field, predecessor

if TYPE_CHECKING:
    from polderkoers.changes.deciding.steps import DecisionStep
    from polderkoers.changes.deciding.trees import Trees
    from polderkoers.changes.items import Item


def in_order(trees: Trees, steps: list[DecisionStep]) -> list[DecisionStep]:
    """Return the steps in their own order, as far as it holds: what takes a name away waits for all that call it so.

    What is put behind something new or moved waits until that is there.
    """
    waits = _waits(trees, steps)
    found: list[DecisionStep] = []
    left = list(steps)
    while left:
        step = next((step for step in left if not waits[step].intersection(left)), left[0])
        left.remove(step)
        found.append(step)
    return found


def _waits(trees: Trees, steps: list[DecisionStep]) -> dict[DecisionStep, set[DecisionStep]]:
    """Return for each step which others must be done before it."""
    calling: dict[Item, list[DecisionStep]] = {}
    placing: dict[Item, DecisionStep] = {}
    for step in steps:
        for item in _calls(trees, step):
            calling.setdefault(item, []).append(step)
        if step.kind in ("added", "moved"):
            placing[step.item] = step
    waits: dict[DecisionStep, set[DecisionStep]] = {}
    for step in steps:
        others = set(chain.from_iterable(calling.get(item, ()) for item in _takes(trees, step)))
        anchors = {placing[item] for item in _leans(trees, step) if item in placing}
        waits[step] = (others | anchors) - {step}
    return waits


def _calls(trees: Trees, step: DecisionStep) -> Iterator[Item]:
    """Yield the items in force that a step calls by name: its own, what that stands in, and what it is put behind."""
    named = [step.old, *(trees.was(item) for item in step.items)]
    if step.kind in ("added", "moved"):
        before = predecessor(step.item)
        named += [trees.was(item) for item in (step.item.parent, before) if item is not None]
    for item in named:
        if item is not None:
            yield from _with_holders(trees, item)


def _with_holders(trees: Trees, item: Item) -> Iterator[Item]:
    yield item
    if item.parent is not None:
        yield from _with_holders(trees, trees.was(item.parent))


def _takes(trees: Trees, step: DecisionStep) -> Iterator[Item]:
    """Yield the items in force that a step takes the name from by which they, or what is in them, are called."""
    if step.old is None:
        return
    if step.kind == "renumbered":
        yield from (trees.was(item) for item in step.items)
    elif step.kind in ("removed", "moved") or step.facet in ("nummer", "letter") or _renames(step):
        own = step.kind == "moved" and _stays_with(trees, step)
        # Others of its name are told from it by where they stand, also when it comes beside them or gets their name.
        beside = (trees.was(item) for item in _equals(step.item))
        found = dict.fromkeys((*_equals(step.old), *beside))
        yield from (item for item in found if not (own and item is step.old))


def _stays_with(trees: Trees, step: DecisionStep) -> bool:
    """Return whether what moves stays in what it stands in, so that it is called as before."""
    old, new = step.old, step.item
    if old is None or old.parent is None or new.parent is None:
        return False
    return trees.was(new.parent) is old.parent and len(list(_equals(old))) == 1


def _equals(item: Item) -> Iterator[Item]:
    """Yield an item and what stands beside it with the same name: which of them is meant is told by its number."""
    if item.parent is None:
        yield item
        return
    for other in chain.from_iterable(item.parent.children.values()):
        if (other.block, other.label, other.key) == (item.block, item.label, item.key):
            yield other


def _renames(step: DecisionStep) -> bool:
    return bool(step.facet) and step.old is not None and step.facet == (name_field(step.old) or "tekst")


def _leans(trees: Trees, step: DecisionStep) -> Iterator[Item]:
    """Yield the items as they come that must be at their place before a step can be done."""
    if step.kind not in ("added", "moved"):
        return
    above = step.item.parent
    while above is not None:
        if above not in trees.pairs.old_of:
            yield above
        above = above.parent
    if before := predecessor(step.item):
        yield before
