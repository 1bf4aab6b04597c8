"""Puts steps in an order in which each calls things by a name that they still have when the steps before it are done."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from polderkoers.changes.deciding.facets import name_field, successor
from polderkoers.changes.renamed import references_in

if TYPE_CHECKING:
    from polderkoers.changes.deciding.steps import DecisionStep
    from polderkoers.changes.deciding.trees import Trees
    from polderkoers.changes.items import Item


def in_order(trees: Trees, steps: list[DecisionStep]) -> list[DecisionStep]:
    """Return the steps in their own order, as far as it holds: what takes a name away waits for all that call it so.

    What is put behind something new or moved waits until that is there.
    """
    calling: dict[Item, set[DecisionStep]] = {}
    placing = {step.item: step for step in steps if step.kind in ("added", "moved")}
    for step in steps:
        for item in _calls(trees, step):
            calling.setdefault(item, set()).add(step)
    waits: dict[DecisionStep, set[DecisionStep]] = {}
    places: dict[DecisionStep, set[DecisionStep]] = {}
    for step in steps:
        leans = filter(placing.__contains__, _leans(trees, step))
        places[step] = set(map(placing.__getitem__, leans)) - {step}
        waits[step] = _callers(trees, [step], calling) | places[step]
    return _sorted(steps, waits, places)


def files_in_order(trees: Trees, steps: Mapping[str, list[DecisionStep]], files: list[str]) -> list[str]:
    """Return files in their own order, as far as it holds: one that takes a name away waits for others that call it so.

    Where two wait for each other, names are those in force, as everywhere in a decision.
    """
    calling: dict[Item, set[str]] = {}
    for file in files:
        for item in chain.from_iterable(_calls(trees, step) for step in steps[file]):
            calling.setdefault(item, set()).add(file)
    return _sorted(files, {file: _callers(trees, steps[file], calling) for file in files}, {})


_One = TypeVar("_One", bound=Hashable)


def _callers(trees: Trees, steps: Iterable[DecisionStep], calling: Mapping[Item, set[_One]]) -> set[_One]:
    """Return what calls something by a name that some steps take away."""
    taken = chain.from_iterable(_takes(trees, step) for step in steps)
    return set(chain.from_iterable(calling.get(item, ()) for item in taken))


def _sorted(ones: list[_One], waits: Mapping[_One, set[_One]], places: Mapping[_One, set[_One]]) -> list[_One]:
    """Return what waits for others behind these. Of those that wait for each other, what needs no place that is not there comes first."""
    found: list[_One] = []
    left = dict.fromkeys(ones)
    while left:
        free = (one for one in left if not (waits[one] - {one}) & left.keys())
        found.append(next(free, None) or _of_circle(left, waits, places))
        del left[found[-1]]
    return found


def _of_circle(left: Iterable[_One], waits: Mapping[_One, set[_One]], places: Mapping[_One, set[_One]]) -> _One:
    """Return one of those that wait for each other, and for nothing else that is left."""
    there = dict.fromkeys(left)
    behind = {one: _behind(one, there, waits) for one in there}
    circles = [one for one in there if _is_in_circle(one, behind)]
    return next((one for one in circles if not places.get(one, set()) & there.keys()), circles[0])


def _is_in_circle(one: _One, behind: Mapping[_One, set[_One]]) -> bool:
    return all(one in behind[other] for other in behind[one])


def _behind(one: _One, left: Mapping[_One, None], waits: Mapping[_One, set[_One]]) -> set[_One]:
    """Return all that something that is left waits for, at any distance."""
    found: set[_One] = set()
    coming = [one]
    while coming:
        more = (waits[coming.pop()] & left.keys()) - found
        found |= more
        coming += more
    return found


def _calls(trees: Trees, step: DecisionStep) -> Iterator[Item]:
    """Yield the items in force that a step calls by name: its own, what that stands in, what it is put behind, and what it refers to."""
    for item in (*_referred(trees, step), *_named(trees, step)):
        if item is not None:
            yield from _with_holders(trees, item)


def _named(trees: Trees, step: DecisionStep) -> Iterator[Item | None]:
    """Yield what a step itself calls by name, as far as it is there."""
    if step.kind == "renumbered" and step.old is not None:
        # Items that are numbered together are told by the numbers that they had before the decision.
        yield step.old.parent
    else:
        yield step.old
    if step.kind in ("added", "moved"):
        for item in (step.item.parent, trees.anchor(step.item)):
            if item is not None:
                yield trees.was(item)


def _referred(trees: Trees, step: DecisionStep) -> Iterator[Item]:
    """Yield the items in force that the words of a step name because something refers to them."""
    file = trees.was(step.item.root).name
    told: list[Any] = [step.before, step.after]
    if step.kind == "added":
        told.append(step.item.data)
    if step.old is not None and step.old.key is not None:
        # A link is called by what it leads to.
        told.append({"met": step.old.data.get("met")})
    for ref in references_in({"": told}, file):
        target = trees.target(ref)
        if target is not None and not trees.is_new(target):
            yield target


def _with_holders(trees: Trees, item: Item) -> Iterator[Item]:
    yield item
    if item.parent is not None:
        yield from _with_holders(trees, trees.was(item.parent))


def _takes(trees: Trees, step: DecisionStep) -> Iterator[Item]:
    """Yield the items in force that a step takes the name from by which they, or what is in them, are called."""
    if step.old is None:
        return
    if step.kind == "renumbered":
        yield from map(trees.was, step.items)
    elif step.kind in ("removed", "moved") or step.facet in ("nummer", "letter") or _renames(step):
        own = step.kind == "moved" and _stays_with(trees, step)
        # Others of its name are told from it by where they stand, also when it comes beside them or gets their name.
        beside = map(trees.was, _equals(step.item))
        found = dict.fromkeys((*_equals(step.old), *beside))
        if own:
            del found[step.old]
        yield from found


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
    if before := trees.anchor(step.item):
        yield before
    item = step.item
    while trees.comes_in(item) and (behind := successor(item)):
        yield behind
        item = behind
