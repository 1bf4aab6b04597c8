"""Merges three states of the data: what is still there, what it says, and in what order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import filterfalse

from polderkoers.changes.items import Item
from polderkoers.changes.merging.clash import Choices, MergeClash
from polderkoers.changes.merging.comments import Three, collected
from polderkoers.changes.merging.existing import settle_existing
from polderkoers.changes.merging.order import kept
from polderkoers.changes.merging.state import MergeState, slots_of, standing_in
from polderkoers.changes.merging.things import Thing, Things
from polderkoers.changes.merging.values import Merger
from polderkoers.policy.canonical.nodes import YamlEntry, fields_of_entry


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
    settle_existing(things, choices)
    things.settle_places()
    layout = _Layout(things, choices)
    return MergedFiles(dict(layout.files()), tuple(layout.places()))


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
        was, one, other = map(self._entry_of, thing.sides)
        return was, one, other

    def _entry_of(self, item: Item | None) -> YamlEntry | None:
        return None if item is None else self._things.entry(item)

    def _slots(self, thing: Thing) -> list[str]:
        """Return the fields in which things stand, in the outcome or in any state."""
        found = [*self._in.get(thing, ())]
        for item in filter(None, thing.sides):
            found += slots_of(item)
        return [*dict.fromkeys(found)]

    def _slot(self, thing: Thing, slot: str, three: Three) -> YamlEntry | None:
        """Return a field with the things that stand in it, in their order; None when there are none."""
        members = self._in.get(thing, {}).get(slot, [])
        was, one, other = (fields_of_entry(entry).get(slot) for entry in three)
        if not members:
            return self._merger.emptied((was, one, other))
        if len(members) == 1 and not members[0].is_one_of_many:
            found = self._entry(members[0])
        else:
            order = self._order(thing, slot, members)
            found = collected((was, one, other), map(self._entry, order), mapping=False)
        found.key = slot
        return found

    def _order(self, thing: Thing, slot: str, members: Sequence[Thing]) -> list[Thing]:
        sides = []
        for item in thing.sides:
            there = dict.fromkeys(self._things.of_all(standing_in(item, slot)))
            sides.append(kept(there, {*members}))
        # What was put back in a list that no side has it in stands at the end.
        sides[1] += filterfalse({*sides[1], *sides[2]}.__contains__, members)
        ranks = {each: each.rank for each in members}
        return self._merger.ordered(thing, slot, sides, ranks)


def _was_double(one: Thing, other: Thing) -> bool:
    """Return whether two things had one id in a state already, which is a fault of that state."""
    return any(first == second != "" for first, second in zip(one.called, other.called, strict=True))
