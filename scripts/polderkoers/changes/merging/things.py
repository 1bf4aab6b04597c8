"""What is the same item in three states, what it is called in the outcome, and where it stands there."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse
from operator import attrgetter

from polderkoers.changes.items import Item
from polderkoers.changes.match import Matches, match
from polderkoers.changes.merging.clash import SIDES, Choices, ClashKind, MergeClash, MergeSide, Values
from polderkoers.changes.merging.state import MergeState, slots_of, standing_in
from polderkoers.changes.recognise import recognise
from polderkoers.changes.renamed import said_renamed
from polderkoers.policy.canonical.nodes import YamlEntry

Spot = tuple["Thing | None", str]
"""Where an item stands: in which other one, and in which field."""


@dataclass(eq=False)
class Thing:
    """One item in three states, None where it is not there. `id` and `file` are those of the outcome.

    `called` are the ids that it has in the states. `parent` and `slot` say where it stands in the outcome. It is `gone` when the outcome has it no more.
    """

    sides: list[Item | None]
    id: str = ""
    file: str = ""
    parent: Thing | None = None
    slot: str = ""
    gone: bool = False
    clashes: list[MergeClash] = field(default_factory=list)
    called: tuple[str, ...] = ()

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

    @property
    def is_one_of_many(self) -> bool:
        """Whether the thing stands in a list; else it is the one value of its field."""
        return any(item.many for item in self.sides if item is not None)

    def let_go(self) -> None:
        """Take the thing out of the outcome when no side has it, or when a side took away what was there."""
        was, one, other = self.sides
        missing = [one, other].count(None)
        self.gone = missing > 1 or (was is not None and missing > 0)

    def as_in(self, number: int, away: int) -> None:
        """Let a thing that a side took away be as it is in one of the three states."""
        was = self.sides[0]
        if number == away:
            self.gone = True
            return
        # The side that took it away counts as one that left it as it was; the other too when it must be as it was.
        self.sides[away] = was
        if number == 0:
            self.sides[3 - away] = was
        self.let_go()

    def only_in(self, number: int) -> None:
        """Let a thing that both sides added be as in one of the three states: it may be that of no side."""
        self.gone = self.sides[number] is None
        if not self.gone:
            self.sides[3 - number] = None

    def clash(self, kind: ClashKind, values: Values, name: str = "", row: str = "") -> MergeClash:
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
            thing.called = tuple(map(_id_of, thing.sides))
            thing.id = self._chosen(thing, "id", thing.called)
            thing.file = self._file(thing)
        self.settle_places()
        self._rename()

    def of(self, item: Item) -> Thing:
        """Return the thing that an item is."""
        return self._of[item]

    def of_all(self, items: Iterable[Item]) -> list[Thing]:
        """Return the things that items are."""
        return [*map(self._of.__getitem__, items)]

    def entry(self, item: Item) -> YamlEntry:
        """Return the entry of an item of any state."""
        found: YamlEntry = ChainMap(*map(attrgetter("held"), self.states))[id(item.data)]
        return found

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
        found: dict[Thing, None] = {}
        for item in filter(None, thing.sides):
            for slot in slots_of(item):
                found |= dict.fromkeys(self.of_all(standing_in(item, slot)))
        yield from found

    def _matched(self) -> list[Thing]:
        was, one, other = self.states
        mine, theirs = _matches(was, one), _matches(was, other)
        found = [Thing([item, mine.new_of.get(item), theirs.new_of.get(item)]) for item in was.items()]
        self._note(found)
        new = [Thing([None, item, None]) for item in self._unknown(one)]
        self._note(new)
        self._join(new, other)
        late = [Thing([None, None, item]) for item in self._unknown(other)]
        self._note(late)
        return [*found, *new, *late]

    def _unknown(self, state: MergeState) -> Iterator[Item]:
        return filterfalse(self._of.__contains__, state.items())

    def _note(self, things: Iterable[Thing]) -> None:
        for thing in things:
            self._of.update(dict.fromkeys(filter(None, thing.sides), thing))

    def _join(self, new: Iterable[Thing], other: MergeState) -> None:
        """Let an item that both sides added under one id, in one file, be one thing."""
        by_name = {self._known_as(thing.item): thing for thing in new}
        for item in self._unknown(other):
            thing = by_name.get(self._known_as(item))
            if thing is not None and thing.sides[2] is None:
                thing.sides[2] = item
                self._of[item] = thing

    def _known_as(self, item: Item) -> tuple[Thing | None, str, str]:
        file = None if item.parent is None else self._of.get(item.root)
        return file, item.block, item.name

    def _file(self, thing: Thing) -> str:
        if thing.item.parent is not None:
            return ""
        return self._chosen(thing, "plek", [*map(_file_of, thing.sides)])

    def _chosen(self, thing: Thing, kind: ClashKind, values: Sequence[str]) -> str:
        """Return the value of three that the outcome has; where a state has none, it is as it was, or as the other side has it."""
        known = next(filter(None, values))
        was, one, other = (value or values[0] or known for value in values)
        if one in (was, other):
            return other
        if other == was:
            return one
        thing.id = thing.id or thing.item.name
        number = SIDES.index(self._choices.of(thing.clash(kind, (was, one, other))))
        return (was, one, other)[number]

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
                spots = [*filter(_is_there, self._wanted(thing))]
                thing.gone = not spots
                thing.parent, thing.slot = next(iter(spots), (thing.parent, thing.slot))
        return before < sum(thing.gone for thing in self.all)

    def _wanted(self, thing: Thing) -> list[Spot]:
        """Return where a thing may stand, the best first."""
        spots = [*map(self.spot, thing.sides)]
        order = [1, 2, 0]
        if spots[1] in (spots[0], None):
            order = [2, 1, 0]
        elif spots[2] not in (*spots[:2], None):
            order.insert(0, SIDES.index(self._carried(thing, spots)))
        return [*filter(None, map(spots.__getitem__, order))]

    def _carried(self, thing: Thing, spots: Sequence[Spot | None]) -> MergeSide:
        """Return which side says where a thing stands that both put elsewhere."""
        if thing not in self._carried_by:
            was, one, other = map(_spot_told, spots)
            self._carried_by[thing] = self._choices.of(thing.clash("plek", (was, one, other)))
        return self._carried_by[thing]

    def _out_of_circle(self, thing: Thing) -> None:
        """Put a thing where it was that would stand in itself, since the sides put two things in each other."""
        spots = [*map(self.spot, thing.sides)]
        was = spots[0]
        self._carried(thing, spots)
        if was is not None:
            thing.parent, thing.slot = was

    def _rename(self) -> None:
        """Let each state write its references as the outcome does, and call its items so; they are read anew."""
        for number, state in enumerate(self.states):
            by_entry: dict[int, Thing] = {}
            called: dict[str, str] = {}
            ids: dict[Item, str] = {}
            for item in state.items():
                thing = self._of[item]
                by_entry[id(state.entry(item))] = thing
                called[item.ref] = thing.ref
                if item.data.get("id") != thing.id:
                    ids[item] = thing.id
            state.follow(called, ids)
            for item in state.items():
                by_entry[id(state.entry(item))].sides[number] = item
        self._of.clear()
        self._note(self.all)


def _matches(was: MergeState, now: MergeState) -> Matches:
    return match(was.roots, now.roots, said_renamed(was.data.values(), now.data.values()), recognise)


def _id_of(item: Item | None) -> str:
    return str(item.data.get("id")) if item else ""


def _file_of(item: Item | None) -> str:
    return item.file if item else ""


def _is_there(spot: Spot) -> bool:
    return spot[0] is not None and not spot[0].gone


def _spot_told(spot: Spot | None) -> tuple[str, str] | None:
    """Return where an item stands, in names: the reference of what it stands in, and the field."""
    if spot is None or spot[0] is None:
        return None
    return spot[0].ref, spot[1]
