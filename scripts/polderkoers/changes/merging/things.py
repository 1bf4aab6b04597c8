"""What is the same item in three states, what it is called in the outcome, and where it stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from polderkoers.changes.items import Item
from polderkoers.changes.match import match
from polderkoers.changes.merging.clash import SIDES, Choices, MergeClash, MergeSide, Values
from polderkoers.changes.merging.state import MergeState
from polderkoers.changes.recognise import recognise
from polderkoers.changes.renamed import said_renamed
from polderkoers.policy.canonical.nodes import YamlEntry

Spot = tuple["Thing | None", str]
"""Where an item stands: in which other one, and in which field."""


@dataclass(eq=False)
class Thing:
    """One item in three states, None where it is not there. `id` and `file` are those of the outcome.

    `parent` and `slot` say where it stands in the outcome. It is `gone` when the outcome has it no more.
    """

    sides: list[Item | None]
    id: str = ""
    file: str = ""
    parent: Thing | None = None
    slot: str = ""
    gone: bool = False
    clashes: list[MergeClash] = field(default_factory=list)

    @property
    def item(self) -> Item:
        """The item as a reader knows it: as the first side has it, or else the other, or else as it was."""
        was, one, other = self.sides
        found = one or other or was
        assert found is not None  # noqa: S101 - a thing is of at least one state
        return found

    @property
    def root(self) -> Thing:
        """The file that the thing stands in; of things that stand in each other, one of them."""
        thing, seen = self, {self}
        while thing.parent is not None and thing.parent not in seen:
            thing = thing.parent
            seen.add(thing)
        return thing

    @property
    def ref(self) -> str:
        """The reference in the outcome."""
        if self.parent is None:
            return self.id
        return f"{self.root.id}/{self.id}"

    @property
    def rank(self) -> tuple[float, str]:
        """What tells which of two new items comes first: the number that it has, and its id."""
        number = self.item.data.get("nummer")
        if isinstance(number, int | float) and not isinstance(number, bool):
            return float(number), self.id
        return float("inf"), self.id

    def clash(self, kind: Any, values: Values, name: str = "", row: str = "") -> MergeClash:
        """Return a clash about the thing, or about a field of it, and keep it."""
        found = MergeClash(
            kind=kind,
            file=self.root.file or self.item.file,
            ref=self.ref,
            field=name,
            row=row,
            values=values,
            subject=(self.sides[0] or self.item).subject,
        )
        self.clashes.append(found)
        return found


class Things:
    """The items of three states, each with what it is in the others."""

    def __init__(self, states: Sequence[MergeState], choices: Choices) -> None:
        """Match the items, and let all states call things by the names that they have in the outcome."""
        self.states = states
        self._choices = choices
        self._of: dict[Item, Thing] = {}
        self._carried_by: dict[Thing, MergeSide] = {}
        self.all = self._matched()
        for thing in self.all:
            thing.id = self._name(thing)
            thing.file = self._file(thing)
        self.settle_places()
        self._rename()

    def of(self, item: Item) -> Thing:
        """Return the thing that an item is."""
        return self._of[item]

    def entry(self, item: Item) -> YamlEntry:
        """Return the entry of an item of any state."""
        return next(state.held[id(item.data)] for state in self.states if id(item.data) in state.held)

    def spot(self, item: Item | None) -> Spot | None:
        """Return where an item stands, None when it is not there."""
        if item is None:
            return None
        return (self._of[item.parent] if item.parent else None), item.slot

    def above(self, thing: Thing) -> Thing | None:
        """Return what a thing stands in, where a side has it; None for a file."""
        return self._of[thing.item.parent] if thing.item.parent else None

    def inside(self, thing: Thing) -> Iterator[Thing]:
        """Yield the things that stand directly in another one in any state, each once."""
        yield from dict.fromkeys(self._inside(thing.sides))

    def _inside(self, items: Iterable[Item | None]) -> Iterator[Thing]:
        for item in filter(None, items):
            for children in item.children.values():
                yield from (self._of[child] for child in children if child.key is None)

    def _matched(self) -> list[Thing]:
        was, one, other = self.states
        renamed = [said_renamed(was.data.values(), side.data.values()) for side in (one, other)]
        mine, theirs = (
            match(was.roots, side.roots, told, recognise) for side, told in zip((one, other), renamed, strict=True)
        )
        found = [Thing([item, mine.new_of.get(item), theirs.new_of.get(item)]) for item in was.items()]
        self._note(found)
        new = [Thing([None, item, None]) for item in one.items() if item not in self._of]
        self._note(new)
        self._join(new, other)
        found += new
        late = [Thing([None, None, item]) for item in other.items() if item not in self._of]
        self._note(late)
        return [*found, *late]

    def _note(self, things: Iterable[Thing]) -> None:
        for thing in things:
            self._of.update((item, thing) for item in thing.sides if item is not None)

    def _join(self, new: Iterable[Thing], other: MergeState) -> None:
        """Let an item that both sides added under one id, in one file, be one thing."""
        by_name = {self._known_as(thing.item): thing for thing in new}
        for item in other.items():
            thing = by_name.get(self._known_as(item)) if item not in self._of else None
            if thing is not None:
                thing.sides[2] = item
                self._of[item] = thing

    def _known_as(self, item: Item) -> tuple[Thing | None, str, str]:
        file = None if item.parent is None else self._of.get(item.root)
        return file, item.block, item.name

    def _name(self, thing: Thing) -> str:
        names = [item and str(item.data.get("id")) for item in thing.sides]
        return str(self._chosen(thing, "id", names))

    def _file(self, thing: Thing) -> str:
        files = [item and item.file for item in thing.sides]
        if thing.item.parent is not None:
            return ""
        return str(self._chosen(thing, "plek", files))

    def _chosen(self, thing: Thing, kind: Any, values: Sequence[Any]) -> Any:
        """Return the value of three that the outcome has; where a side has none, it is as it was."""
        was, one, other = values
        one, other = (was if value is None else value for value in (one, other))
        if was is None:
            was = other if one is None else one
            one, other = (was if value is None else value for value in (one, other))
        if one in (was, other):
            return other
        if other == was:
            return one
        thing.id = thing.id or thing.item.name
        side = self._choices.of(thing.clash(kind, (was, one, other)))
        return (was, one, other)[SIDES.index(side)]

    def settle_places(self) -> None:
        """Find where each thing stands in the outcome; what stands in something that is gone stays where a side has it."""
        while self._place_all():
            pass
        for thing in self.all:
            if thing.root.parent is not None:
                self._out_of_circle(thing)

    def _place_all(self) -> bool:
        """Place the things that are there, and return whether one of them has no place left."""
        before = sum(thing.gone for thing in self.all)
        for thing in self.all:
            if thing.item.parent is not None and not thing.gone:
                spots = [spot for spot in self._wanted(thing) if spot[0] is not None and not spot[0].gone]
                thing.gone = not spots
                thing.parent, thing.slot = next(iter(spots), (thing.parent, thing.slot))
        return before < sum(thing.gone for thing in self.all)

    def _wanted(self, thing: Thing) -> list[Spot]:
        """Return where a thing may stand, the best first."""
        spots = [self.spot(item) for item in thing.sides]
        order = [1, 2, 0]
        if spots[1] in (spots[0], None):
            order = [2, 1, 0]
        elif spots[2] not in (*spots[:2], None):
            order.insert(0, SIDES.index(self._carried(thing, spots)))
        return [spot for spot in (spots[number] for number in order) if spot is not None]

    def _carried(self, thing: Thing, spots: Sequence[Spot | None]) -> MergeSide:
        """Return which side says where a thing stands that both put elsewhere."""
        if thing not in self._carried_by:
            was, one, other = ((spot[0].ref, spot[1]) if spot and spot[0] else None for spot in spots)
            self._carried_by[thing] = self._choices.of(thing.clash("plek", (was, one, other)))
        return self._carried_by[thing]

    def _out_of_circle(self, thing: Thing) -> None:
        """Put a thing where it was that would stand in itself, since the sides put two things in each other."""
        spots = [self.spot(item) for item in thing.sides]
        was = spots[0]
        self._carried(thing, spots)
        if was is not None:
            thing.parent, thing.slot = was

    def _rename(self) -> None:
        """Let each state write its references as the outcome does, and call its items so; they are read anew."""
        by_entry: dict[int, Thing] = {}
        for number, state in enumerate(self.states):
            items = [(item, self._of[item]) for item in state.items()]
            by_entry.update((id(state.entry(item)), thing) for item, thing in items)
            ids = {item: thing.id for item, thing in items if item.data.get("id") != thing.id}
            state.follow({item.ref: thing.ref for item, thing in items}, ids)
            for item in state.items():
                thing = by_entry[id(state.entry(item))]
                thing.sides[number] = item
        self._of.clear()
        self._note(self.all)
