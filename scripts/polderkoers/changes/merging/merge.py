"""Merges three states of the data: what is still there, what it says, and in what order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from polderkoers.changes.items import Item
from polderkoers.changes.merging.clash import SIDES, Choices, MergeClash, MergeSide
from polderkoers.changes.merging.state import MergeState
from polderkoers.changes.merging.things import Thing, Things
from polderkoers.changes.merging.values import Merger, Three, collected
from polderkoers.policy.canonical.nodes import YamlEntry, comments_of_entry, data_of, fields_of_entry
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.policy.values import same


@dataclass(frozen=True)
class MergedFiles:
    """The files of the outcome as entries, by path, and where each clash stands in them, as far as anything is left there."""

    tops: Mapping[str, YamlEntry]
    places: tuple[tuple[MergeClash, YamlEntry], ...] = ()


def merge_files(states: Sequence[Mapping[str, YamlEntry]], choices: Choices) -> MergedFiles:
    """Return three states of the same files as one; each file must have an id (`is_file`).

    Only the files that differ need to be given, but then in each state that has them.
    """
    things = Things([*map(MergeState, states)], choices)
    _Existing(things, choices).settle()
    things.settle_places()
    layout = _Layout(things, choices)
    return MergedFiles(dict(layout.files()), tuple(layout.places()))


class _Existing:
    """Finds which things are there in the outcome."""

    def __init__(self, things: Things, choices: Choices) -> None:
        self._things, self._choices = things, choices
        self._done: set[Thing] = set()

    def settle(self) -> None:
        """Decide of each thing that a side took away, or that both added, whether it is there and as which side has it."""
        for thing in self._things.all:
            if thing in self._done:
                continue
            was, one, other = thing.sides
            if was is not None and (one is None) != (other is None):
                self._taken_away(thing)
            elif was is not None and one is None:
                self._let_go(thing)
            elif was is None and one is not None and other is not None:
                self._added_twice(thing)

    def _taken_away(self, thing: Thing) -> None:
        """Settle a thing that one side took away: with all in it that went along, as one."""
        away = 1 if thing.sides[1] is None else 2
        along = [thing, *self._along(thing, away)]
        self._done.update(along)
        side: MergeSide = SIDES[away]
        if self._is_changed(thing, 3 - away, {*along}):
            values = tuple(item and item.data for item in thing.sides)
            side = self._choices.of(thing.clash("weg", values))  # type: ignore[arg-type]
        if side == SIDES[away]:
            for each in along:
                each.gone = True
            return
        for each in along:
            # The side that took it away counts as one that left it as it was; the other too when it must be as it was.
            each.sides[away] = each.sides[0]
            if side == "basis":
                each.sides[3 - away] = each.sides[0]
            self._let_go(each)

    def _let_go(self, thing: Thing) -> None:
        _, one, other = thing.sides
        thing.gone = one is None or other is None if thing.sides[0] is not None else one is None and other is None

    def _along(self, thing: Thing, away: int) -> Iterator[Thing]:
        """Yield what stood in a thing or stands in it now, that a side does not have, and that the other did not take out of it."""
        for each in self._things.inside(thing):
            now = self._things.spot(each.sides[3 - away])
            if each.sides[away] is None and (now is None or now[0] is thing):
                yield each
                yield from self._along(each, away)

    def _is_changed(self, thing: Thing, there: int, along: set[Thing]) -> bool:
        """Return whether a side changed a thing, its place or anything in it."""
        was, now = thing.sides[0], thing.sides[there]
        if was is None or now is None:
            return now is not None
        if self._things.spot(was) != self._things.spot(now) or not same(self._alone(was), self._alone(now)):
            return True
        if any(self._is_reordered(was, now, slot) for slot in now.children):
            return True
        return any(self._is_changed_inside(each, there, along) for each in self._standing_in(now))

    def _is_changed_inside(self, thing: Thing, there: int, along: set[Thing]) -> bool:
        if thing in along:
            return self._is_changed(thing, there, along)
        # What the other side has as well is no part of what went, unless it came here from elsewhere.
        return self._things.spot(thing.sides[0]) != self._things.spot(thing.sides[there])

    def _standing_in(self, item: Item) -> Iterator[Thing]:
        for children in item.children.values():
            yield from (self._things.of(child) for child in children if child.key is None)

    def _is_reordered(self, was: Item, now: Item, slot: str) -> bool:
        orders = []
        for item in (was, now):
            children = [child for child in item.children.get(slot, ()) if child.key is None]
            orders.append([self._things.of(child) for child in children])
        shared = {*orders[0]} & {*orders[1]}
        first, second = ([thing for thing in order if thing in shared] for order in orders)
        return first != second

    def _alone(self, item: Item) -> Any:
        """Return what an item says by itself, with the comments at it."""
        slots = {slot for slot, children in item.children.items() if children[0].key is None}
        around = self._things.entry(item)
        fields = {name: entry for name, entry in fields_of_entry(around).items() if name not in slots}
        comments = [comments_of_entry(entry) for entry in fields.values()]
        said = {name: data_of(entry) for name, entry in fields.items()}
        return [said, sorted(chain.from_iterable(comments)), list(filter(None, (*around.before, *around.trailing)))]

    def _added_twice(self, thing: Thing) -> None:
        """Settle a thing that both sides added under one id: a list of names is filled by both, anything else is one thing."""
        one, other = thing.sides[1:]
        assert one is not None and other is not None  # noqa: S101, PT018 - asked only of what both have
        if one.parent is None and one.block not in POLICY_KINDS:
            return
        along = [thing, *self._all_inside(thing)]
        self._done.update(along)
        if same(one.data, other.data):
            return
        side = self._choices.of(thing.clash("toegevoegd", (None, one.data, other.data)))
        for each in along:
            for number in (1, 2):
                if SIDES[number] != side:
                    each.sides[number] = None
            self._let_go(each)

    def _all_inside(self, thing: Thing) -> Iterator[Thing]:
        for each in self._things.inside(thing):
            if each.sides[0] is None:
                yield each
                yield from self._all_inside(each)


class _Layout:
    """Lays the outcome out as entries."""

    def __init__(self, things: Things, choices: Choices) -> None:
        self._things, self._choices = things, choices
        self._merger = Merger(choices)
        self._laid: dict[Thing, YamlEntry] = {}
        self._in: dict[Thing, dict[str, list[Thing]]] = {}
        for thing in things.all:
            if thing.parent is not None and not thing.gone:
                self._in.setdefault(thing.parent, {}).setdefault(thing.slot, []).append(thing)

    def files(self) -> Iterator[tuple[str, YamlEntry]]:
        """Yield the files of the outcome, by path."""
        taken: dict[str, Thing] = {}
        for thing in self._things.all:
            if thing.item.parent is not None or thing.gone:
                continue
            path = thing.file
            if path in taken:
                self._choices.of(thing.clash("dubbel", (None, thing.ref, taken[path].ref), "bestand"))
                path = f"{path.removesuffix('.yaml')}-{len(taken)}.yaml"
            taken[path] = thing
            yield path, self._entry(thing)
        self._doubled()

    def places(self) -> Iterator[tuple[MergeClash, YamlEntry]]:
        """Yield each clash with the entry of what it is about, or of the nearest thing that this stood in."""
        for thing in self._things.all:
            place: Thing | None = thing
            while place is not None and place not in self._laid:
                place = self._things.above(place)
            if place is not None:
                yield from ((clash, self._laid[place]) for clash in thing.clashes)

    def _doubled(self) -> None:
        """Keep a clash for each id that two different things of a file have in the outcome."""
        known: dict[str, Thing] = {}
        for thing in self._things.all:
            if thing.gone:
                continue
            first = known.setdefault(thing.ref, thing)
            if first is not thing and not _was_double(first, thing):
                self._choices.of(thing.clash("dubbel", (None, first.item.data, thing.item.data), "id"))

    def _entry(self, thing: Thing) -> YamlEntry:
        three = self._three(thing)
        slots = self._slots(thing)
        entries = self._merger.fields(thing, three, skip=slots)
        loose, self._merger.loose = self._merger.loose, []
        for slot in slots:
            entries += filter(None, [self._slot(thing, slot, three)])
        found = collected(three, entries, mapping=True)
        found.key = None
        found.before = [*found.before, *loose]
        self._laid[thing] = found
        return found

    def _three(self, thing: Thing) -> Three:
        was, one, other = (None if item is None else self._things.entry(item) for item in thing.sides)
        return was, one, other

    def _slots(self, thing: Thing) -> list[str]:
        """Return the fields in which things stand, in the outcome or in any state."""
        found = [*self._in.get(thing, ())]
        for item in filter(None, thing.sides):
            found += [slot for slot, children in item.children.items() if children[0].key is None]
        return [*dict.fromkeys(found)]

    def _slot(self, thing: Thing, slot: str, three: Three) -> YamlEntry | None:
        """Return a field with the things that stand in it, in their order; None when there are none."""
        members = self._in.get(thing, {}).get(slot, [])
        holders: Any = tuple(fields_of_entry(entry).get(slot) for entry in three)
        if not members:
            return self._merger.emptied(holders)
        if len(members) == 1 and not any(item.many for item in members[0].sides if item is not None):
            found = self._entry(members[0])
            found.key = slot
            return found
        sides = [self._standing(item, slot, {*members}) for item in thing.sides]
        known = {*sides[1], *sides[2]}
        sides[1] += [each for each in members if each not in known]
        order = self._merger.ordered(thing, slot, sides, {each: each.rank for each in members})
        found = collected(holders, [self._entry(each) for each in order], mapping=False)
        found.key = slot
        return found

    def _standing(self, item: Item | None, slot: str, members: set[Thing]) -> list[Thing]:
        """Return the things of the outcome that stand in a list in one state, in the order of that state."""
        if item is None:
            return []
        found = (self._things.of(child) for child in item.children.get(slot, ()) if child.key is None)
        return [thing for thing in dict.fromkeys(found) if thing in members]


def _was_double(one: Thing, other: Thing) -> bool:
    """Return whether two things had one id in a state already, which is a fault of that state."""
    sides: Sequence[Any] = [*zip(one.sides, other.sides, strict=True)]
    return any(
        first is not None and second is not None and first.data.get("id") == second.data.get("id")
        for first, second in sides
    )
