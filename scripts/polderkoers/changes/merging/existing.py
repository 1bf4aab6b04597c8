"""What is still there in the outcome of a merge, of all that a side took away or that both sides added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from polderkoers.changes.items import Item
from polderkoers.changes.merging.clash import SIDES, Choices
from polderkoers.changes.merging.order import kept
from polderkoers.changes.merging.state import slots_of, standing_in
from polderkoers.policy.canonical.nodes import Collection, YamlEntry, comments_of_entry, data_of, fields_of_entry
from polderkoers.policy.model.kinds import POLICY_KINDS
from polderkoers.policy.values import same

if TYPE_CHECKING:
    from polderkoers.changes.merging.things import Thing, Things


def settle_existing(things: Things, choices: Choices) -> None:
    """Decide of each thing that a side took away, or that both added, whether it is there and as which side has it."""
    _Existing(things, choices).settle()


class _Existing:
    def __init__(self, things: Things, choices: Choices) -> None:
        self._things, self._choices = things, choices
        self._done: set[Thing] = set()

    def settle(self) -> None:
        for thing in self._things.all:
            was, one, other = thing.sides
            if thing in self._done:
                continue
            if was is None and one is not None and other is not None:
                self._added_twice(thing, one, other)
            elif was is not None and (one is None) != (other is None):
                self._taken_away(thing)
            else:
                thing.let_go()

    def _taken_away(self, thing: Thing) -> None:
        """Settle a thing that one side took away: with all in it that went along, as one."""
        away = 1 if thing.sides[1] is None else 2
        along = {thing: None, **dict.fromkeys(self._along(thing, away))}
        self._done |= along.keys()
        number = away
        if self._is_changed(thing, 3 - away, along.keys()):
            was, one, other = map(_data_of_item, thing.sides)
            number = SIDES.index(self._choices.of(thing.clash("weg", (was, one, other))))
        for each in along:
            each.as_in(number, away)

    def _along(self, thing: Thing, away: int) -> Iterator[Thing]:
        """Yield what stood in a thing or stands in it now, that a side does not have, and that the other did not take out of it."""
        for each in self._things.inside(thing):
            now = self._things.spot(each.sides[3 - away])
            if each.sides[away] is None and (now is None or now[0] is thing):
                yield each
                yield from self._along(each, away)

    def _is_changed(self, thing: Thing, there: int, along: Iterable[Thing]) -> bool:
        """Return whether a side changed a thing, its place or anything in it."""
        was, now = thing.sides[0], thing.sides[there]
        if was is None or now is None:
            return now is not None
        if self._things.spot(was) != self._things.spot(now) or not same(self._alone(was), self._alone(now)):
            return True
        for slot in slots_of(now):
            before, after = (self._things.of_all(standing_in(item, slot)) for item in (was, now))
            if kept(before, {*after}) != kept(after, {*before}):
                return True
            if any(self._is_changed_inside(each, there, along) for each in after):
                return True
        return False

    def _is_changed_inside(self, thing: Thing, there: int, along: Iterable[Thing]) -> bool:
        if thing in set(along):
            return self._is_changed(thing, there, along)
        # What the other side has as well is no part of what went, unless it came here from elsewhere.
        return self._things.spot(thing.sides[0]) != self._things.spot(thing.sides[there])

    def _alone(self, item: Item) -> Any:
        """Return what an item says by itself, with the comments at it."""
        entry, slots = self._things.entry(item), slots_of(item)
        said: dict[str, Any] = {}
        comments = [*_around(entry)]
        for name, field in fields_of_entry(entry).items():
            if name in slots:
                comments += _around(field)
            else:
                said[name] = data_of(field)
                comments += comments_of_entry(field)
        return [said, dict(Counter(comments))]

    def _added_twice(self, thing: Thing, one: Item, other: Item) -> None:
        """Settle a thing that both sides added under one id: a list of names is filled by both, anything else is one thing."""
        if one.parent is None and one.block not in POLICY_KINDS:
            return
        along = [thing, *self._new_inside(thing)]
        self._done |= {*along}
        if same(one.data, other.data):
            return
        number = SIDES.index(self._choices.of(thing.clash("toegevoegd", (None, one.data, other.data))))
        for each in along:
            each.only_in(number)

    def _new_inside(self, thing: Thing) -> Iterator[Thing]:
        for each in self._things.inside(thing):
            if each.sides[0] is None:
                yield each
                yield from self._new_inside(each)


def _data_of_item(item: Item | None) -> Any:
    return item.data if item else None


def _around(entry: YamlEntry) -> Iterator[str]:
    """Yield the comments around an entry and at its end."""
    after = entry.value.after if isinstance(entry.value, Collection) else []
    yield from filter(None, chain(entry.before, entry.trailing, after))
