"""The steps from the text in force to the text that comes: what is replaced, put in, taken out, moved and numbered anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from polderkoers.changes.deciding.facets import STATUS, facets, is_ordered, name_field
from polderkoers.changes.deciding.quoting import can_quote
from polderkoers.changes.order import kept_in_order
from polderkoers.changes.sameness import canonical

if TYPE_CHECKING:
    from polderkoers.changes.deciding.trees import Trees
    from polderkoers.changes.items import Item

Kind = Literal["field", "added", "removed", "moved", "renumbered"]


@dataclass(frozen=True, eq=False)
class DecisionStep:
    """One step. `old` is the item in force and `new` the same item as it comes; a new one has no `old`, one that goes no `new`.

    `facet` is what changes of it. `items` are those that get other numbers together, and `by` how much is added.
    """

    kind: Kind
    old: Item | None = None
    new: Item | None = None
    facet: str = ""
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    items: tuple[Item, ...] = ()
    by: int = 0

    @property
    def item(self) -> Item:
        """The item as it comes, or as it was when it goes."""
        found = self.new or self.old
        assert found is not None  # noqa: S101  # every step is about an item
        return found

    @property
    def file(self) -> str:
        """The reference of the file that the step stands under."""
        return self.item.root.name

    @property
    def covers(self) -> Iterator[tuple[str, str | None, str]]:
        """Yield what the step is about: item, key, and the field that changes or what happens to the whole."""
        if self.kind == "renumbered":
            for item in self.items:
                yield item.ref, None, "nummer"
        elif self.facet:
            # What happens to more fields of its standing is one change of its status.
            also = (STATUS,) if self.facet == STATUS else ()
            for name in dict.fromkeys((*(self.before or ()), *(self.after or ()), *also)):
                yield self.item.ref, self.item.key, name
        else:
            yield self.item.ref, self.item.key, self.kind


def steps(trees: Trees) -> Iterator[DecisionStep]:
    """Yield the steps by file and item in the order of the new text; what is in force stands before what comes."""
    gone = [root for root in trees.old.values() if root not in trees.pairs.new_of]
    for root in sorted((*gone, *trees.new.values()), key=lambda root: root.file):
        if root in gone:
            yield DecisionStep("removed", old=root)
        else:
            yield from _numbered(list(_of(trees, root)))


def _of(trees: Trees, new: Item, *, told: bool = False) -> Iterator[DecisionStep]:
    """Yield what happens to an item and to all inside it; `told` says that it is written out with what it stands in."""
    old = trees.pairs.old_of.get(new)
    if old is None:
        if not told:
            yield DecisionStep("added", new=new)
        for child in chain.from_iterable(new.children.values()):
            yield from _of(trees, child, told=True)
        return
    if _stands_elsewhere(trees, old, new):
        yield DecisionStep("moved", old=old, new=new)
    yield from _fields(old, new)
    for slot in dict.fromkeys((*new.children, *old.children)):
        for child in old.children.get(slot, ()):
            if child not in trees.pairs.new_of:
                yield DecisionStep("removed", old=child)
        for child in new.children.get(slot, ()):
            yield from _of(trees, child)


def _fields(old: Item, new: Item) -> Iterator[DecisionStep]:
    was, now = facets(old), facets(new)
    for facet in dict.fromkeys((*now, *was)):
        before, after = was.get(facet, {}), now.get(facet, {})
        if _said(before) != _said(after) and facet != "id":
            yield DecisionStep("field", old, new, facet, before, after)


def _said(values: Mapping[str, Any]) -> Any:
    return {name: form for name, value in values.items() if (form := canonical(value, name)) is not None}


def _stands_elsewhere(trees: Trees, old: Item, new: Item) -> bool:
    if old.parent is None or new.parent is None:
        return False
    if trees.pairs.old_of.get(new.parent) is not old.parent or (old.slot, old.many) != (new.slot, new.many):
        return True
    return is_ordered(new.parent.block, new.slot) and old not in stayed(trees, old.parent, new.parent, new.slot)


def stayed(trees: Trees, old: Item, new: Item, slot: str) -> frozenset[Item]:
    """Return the items in force of a list that stay where they are, in the order in which they are."""
    both = []
    for child in new.children.get(slot, ()):
        was = trees.pairs.old_of.get(child)
        if was is not None and was.parent is old and was.slot == slot:
            both.append(was)
    names = {_place_name(item): item for item in both}
    before = [_place_name(item) for item in old.children.get(slot, ()) if item in both]
    after = list(map(_place_name, both))
    return frozenset(names[name] for name in kept_in_order(before, after))


def _place_name(item: Item) -> str:
    return f"{item.name}#{item.key}"


def _numbered(found: list[DecisionStep]) -> Iterator[DecisionStep]:
    """Yield steps with one step for the items of a list that all move up or down by as much."""
    runs = list(_runs(found))
    numbered = set(chain.from_iterable(runs))
    joined: dict[DecisionStep, list[DecisionStep]] = {}
    for run in runs:
        joined |= dict.fromkeys(run, run)
    for step in _with_their_numbers(found, numbered):
        together = joined.get(step)
        if together is None:
            yield step
        elif step is together[-1]:
            yield _renumbering(together)


def _with_their_numbers(found: list[DecisionStep], numbered: Collection[DecisionStep]) -> Iterator[DecisionStep]:
    """Yield steps with one for an item that gets another name and another number: each alone takes away what the other calls it by."""
    numbers = {step.new: step for step in found if step not in numbered and _is_replaced(step, "nummer", "letter")}
    renamed = {step.new: step for step in found if _gets_another_name(step)}
    both = numbers.keys() & renamed.keys()
    for step in found:
        if step.new not in both or step not in (numbers[step.new], renamed[step.new]):
            yield step
        elif step is renamed[step.new]:
            number = numbers[step.new]
            before, after = (
                {**(number.before or {}), **(step.before or {})},
                {**(number.after or {}), **(step.after or {})},
            )
            yield replace(step, before=before, after=after)


def _gets_another_name(step: DecisionStep) -> bool:
    names = {name_field(item) for item in (step.old, step.new) if item is not None}
    return names == {step.facet} and _is_replaced(step, step.facet)


def _is_replaced(step: DecisionStep, *names: str) -> bool:
    """Return whether a step replaces one of some fields, which is there before and after and can be quoted."""
    sides = [(side or {}).get(step.facet) for side in (step.before, step.after)]
    return (
        step.kind == "field"
        and step.facet in names
        and all(side is not None and can_quote(str(side)) for side in sides)
    )


def _runs(found: list[DecisionStep]) -> Iterator[list[DecisionStep]]:
    """Yield steps that give items of one list, numbered one after another, another number by as much."""
    by_list: dict[tuple[Item | None, str, int], list[DecisionStep]] = {}
    for step in found:
        shift = _shift(step)
        if shift and step.old is not None:
            by_list.setdefault((step.old.parent, step.old.slot, shift), []).append(step)
    for together in by_list.values():
        for run in _without_gaps(together):
            if len(run) > 1 and _is_all(run):
                yield run


def _shift(step: DecisionStep) -> int:
    """Return how much is added to the whole number of an item, 0 when something else happens."""
    if step.kind != "field" or step.facet != "nummer" or step.item.parent is None:
        return 0
    old, new = (step.before or {}).get("nummer"), (step.after or {}).get("nummer")
    return new - old if isinstance(old, int) and isinstance(new, int) else 0


def _number(step: DecisionStep) -> int:
    return int((step.before or {})["nummer"])


def _without_gaps(together: list[DecisionStep]) -> Iterator[list[DecisionStep]]:
    run: list[DecisionStep] = []
    for step in sorted(together, key=_number):
        if run and _number(step) != _number(run[-1]) + 1:
            yield run
            run = []
        run.append(step)
    yield run


def _is_all(run: list[DecisionStep]) -> bool:
    """Return whether no other item of the list has a number between the first and the last of a run."""
    first = run[0].old
    if first is None or first.parent is None:
        return False
    numbers = [item.data.get("nummer") for item in first.parent.children[first.slot]]
    between = [
        number for number in numbers if isinstance(number, int) and _number(run[0]) <= number <= _number(run[-1])
    ]
    return len(between) == len(run)


def _renumbering(run: list[DecisionStep]) -> DecisionStep:
    items = tuple(map(attrgetter("item"), run))
    return DecisionStep("renumbered", old=run[-1].old, new=run[-1].new, facet="nummer", items=items, by=_shift(run[-1]))
