"""Three entries of files into one: a field, and a list of plain values or of rows without an id."""

from __future__ import annotations

import json
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from polderkoers.changes.merging.clash import SIDES, Choices, ClashKind, Values
from polderkoers.changes.merging.comments import Three, collected, keep_inside, new_comments, put_around
from polderkoers.changes.merging.order import common_order, kept, with_additions
from polderkoers.changes.merging.rows import Token, by_token, is_row, row_name
from polderkoers.changes.sameness import same as says_the_same
from polderkoers.policy.canonical.nodes import YamlEntry, data_of, fields_of_entry
from polderkoers.policy.model.kinds import STANDING, order_says_nothing
from polderkoers.policy.values import same

if TYPE_CHECKING:
    from polderkoers.changes.merging.things import Thing

Rank = tuple[float, str]

# The fields that say one thing together: two sides that change one each would make a figure, or a status, that nobody wrote.
_TOGETHER = (
    ("bedrag", "per_jaar", "hoogstens", "ongeveer", "schaal", "jaar"),
    ("waarde", "weergave", "eenheid", "ongeveer", "jaar"),
    STANDING,
)
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,2}")
_WANTING = object()


class Merger:
    """Merges entries, and says which sides clash where."""

    def __init__(self, choices: Choices) -> None:
        """Take what was decided."""
        self._choices = choices
        # Comments that one side put at what the other took away; whoever lays out the item they belong to keeps them.
        self.loose: list[str] = []

    def fields(self, thing: Thing, three: Three, skip: Sequence[str] = (), row: str = "") -> list[YamlEntry]:
        """Return the fields of a group in the outcome, without those to skip. `row` tells a row of a thing apart."""
        sides = [*map(fields_of_entry, three)]
        found: dict[str, YamlEntry | None] = dict.fromkeys(skip)
        names = _names_in(sides)
        for together in _TOGETHER:
            if together[0] in names:
                found |= self._together(thing, kept(together, names), sides, row)
        for name in names:
            if name not in found:
                found[name] = self.field(thing, name, _picked(sides, name), row)
        return [*filter(None, found.values())]

    def _together(
        self, thing: Thing, names: Sequence[str], sides: Sequence[Mapping[str, YamlEntry]], row: str
    ) -> dict[str, YamlEntry | None]:
        """Return the fields that say one thing together, when both sides changed them and do not agree; else nothing."""
        here, there, apart = set(), set(), set()
        values: list[dict[str, Any]] = [{}, {}, {}]
        for name in names:
            was, one, other = map(_plain, map(_data, _picked(sides, name)))
            here |= _if_differs(name, was, one)
            there |= _if_differs(name, was, other)
            apart |= _if_differs(name, one, other)
            if {name} & (here | there):
                for value, side in zip((was, one, other), values, strict=True):
                    side[name] = value
        if len(here | there) == 1 or not here or not there or not apart:
            return {}
        number = self._decided(thing, "veld", (values[0], values[1], values[2]), "+".join(values[0]), row)
        found: dict[str, YamlEntry | None] = {}
        for name in names:
            found[name] = self._taken(_picked(sides, name), number)
        return found

    def field(self, thing: Thing, name: str, three: Three, row: str = "") -> YamlEntry | None:
        """Return a field in the outcome, None when it is not there."""
        was, one, other = values = tuple(map(_data, three))
        number = choice_of(name.rpartition(".")[2], was, one, other)
        if number is None and name == "versie":
            number = _highest(values)
        if number is not None:
            return self._taken(three, number)
        if all(map(_is_list, values)):
            return self._list(thing, name, three, row)
        if _is_group_of_groups(one) and _is_group_of_groups(other):
            return self._group(thing, name, three, row)
        return self._clashing(thing, name, three, row)

    def _clashing(self, thing: Thing, name: str, three: Three, row: str, kind: ClashKind = "veld") -> YamlEntry | None:
        was, one, other = map(_plain, map(_data, three))
        return self._taken(three, self._decided(thing, kind, (was, one, other), name, row))

    def _decided(self, thing: Thing, kind: ClashKind, values: Values, name: str, row: str = "") -> int:
        """Return which state stands in the outcome where the sides clash."""
        return SIDES.index(self._choices.of(thing.clash(kind, values, name, row)))

    def _group(self, thing: Thing, name: str, three: Three, row: str) -> YamlEntry:
        """Return a group of groups, of which each part is a thing by itself."""
        sides = [*map(fields_of_entry, three)]
        parts = [self.field(thing, f"{name}.{part}", _picked(sides, part), row) for part in _names_in(sides)]
        return collected(three, filter(None, parts), mapping=True)

    def _list(self, thing: Thing, name: str, three: Three, row: str) -> YamlEntry | None:
        """Return a list of plain values, or of rows without an id."""
        was, one, other = sides = [by_token(name, entry) for entry in three]
        if _is_replaced_twice(*sides):
            return self._clashing(thing, name, three, row)
        alive: dict[Token, YamlEntry] = {}
        ranks: dict[Token, Rank] = {}
        for token in _names_in((one, other, was)):
            found = self._member(thing, name, token, _picked(sides, token))
            if found is not None:
                alive[token] = found
                ranks[token] = (float("inf"), str(token))
        if not alive and None in three[1:]:
            return None
        of_blocks = any(map(is_row, alive.values()))
        order = self.ordered(thing, name, [kept(side, alive) for side in sides], ranks, of_blocks=of_blocks)
        return collected(three, map(alive.__getitem__, order), mapping=False)

    def _member(self, thing: Thing, name: str, token: Token, three: Three) -> YamlEntry | None:
        """Return a member of a list in the outcome, None when it is not there."""
        was, one, other = three
        number = choice_of(name, *map(_data, three))
        if not is_row(one or other or was):
            number = _where_it_stays(three)
        if number is not None:
            return self._taken(three, number)
        if was and one and other:
            return collected(three, self.fields(thing, three, row=row_name(name, token)), mapping=True)
        return self._clashing(thing, name, three, row_name(name, token), "weg" if was else "toegevoegd")

    def ordered(
        self,
        thing: Thing,
        name: str,
        sides: Sequence[Sequence[Hashable]],
        ranks: Mapping[Any, Rank],
        *,
        of_blocks: bool = True,
    ) -> list[Any]:
        """Return the members of a list, which the sides have each in an order of its own, in that of the outcome."""
        was, one, other = sides
        common = common_order(was, one, other)
        if common is None and name in order_says_nothing(of_blocks=of_blocks):
            common = _any_order(sides, ranks)
        elif common is None:
            common = self._decided_order(thing, name, sides, ranks)
        return with_additions(common, one, other, ranks.__getitem__)

    def _decided_order(
        self, thing: Thing, name: str, sides: Sequence[Sequence[Hashable]], ranks: Mapping[Any, Rank]
    ) -> list[Any]:
        shared = {*sides[1]} & {*sides[2]}
        orders = [kept(side, shared) for side in sides]
        told = [_names_of(order, ranks) for order in orders]
        order = orders[self._decided(thing, "volgorde", (told[0], told[1], told[2]), name)]
        # Of what both sides brought nobody knows where it was.
        return [*dict.fromkeys((*order, *orders[1]))]

    def emptied(self, three: Three) -> YamlEntry | None:
        """Return a list of which nothing is left, as a side has it that left it empty; None when neither did, or one left no list."""
        left = [entry for entry in three[1:] if entry is None or not data_of(entry)]
        if left and None not in left:
            return left[0]
        self.loose += new_comments(three)
        return None

    def _taken(self, three: Three, number: int) -> YamlEntry | None:
        """Return an entry as one state has it, with the comments of all."""
        chosen = three[number]
        if chosen is None:
            self.loose += new_comments(three)
            return None
        found = YamlEntry(0, None, chosen.key)
        found.node = chosen.node
        put_around(found, three)
        keep_inside(found, chosen, three)
        return found


def choice_of(name: str, was: Any, one: Any, other: Any) -> int | None:
    """Return which of three values stands in the outcome, by its place; None when both sides say something else than it was."""
    if same(one, other) or same(one, was):
        return 2
    if same(other, was):
        return 1
    before, here, there = map(_plain, (was, one, other))
    if says_the_same(name, here, there):
        # What says the same may be written in two ways: one of the two, whichever side is named first.
        return 1 + (_written(one) < _written(other))
    if says_the_same(name, before, here):
        return 2
    if says_the_same(name, before, there):
        return 1
    return None


def _any_order(sides: Sequence[Sequence[Hashable]], ranks: Mapping[Any, Rank]) -> list[Any]:
    """Return what both sides have in the order of one of them, whichever is named first."""
    _, one, other = sides
    orders = [kept(one, {*other}), kept(other, {*one})]
    return min(orders, key=lambda order: [*map(ranks.__getitem__, order)])


def _if_differs(name: str, one: Any, other: Any) -> set[str]:
    return set() if says_the_same(name, one, other) else {name}


def _is_replaced_twice(
    was: Mapping[Token, YamlEntry], one: Mapping[Token, YamlEntry], other: Mapping[Token, YamlEntry]
) -> bool:
    """Return whether both sides put something else in the place of the same plain value, and not the same."""
    gone = was.keys() - one.keys() - other.keys()
    here, there = one.keys() - was.keys(), other.keys() - was.keys()
    if not gone or not here or not there or here == there:
        return False
    return not any(map(is_row, was.values()))


def _where_it_stays(three: Three) -> int:
    """Return which of three states says whether a plain value stands in a list."""
    was, one, _ = three
    return 2 if (one is None) == (was is None) else 1


def _highest(values: Sequence[Any]) -> int | None:
    """Return which side raised the number of a file the most; None when one of them did not raise it."""
    if not all(isinstance(value, str) and _VERSION.fullmatch(value) for value in values):
        return None
    was, one, other = map(_as_numbers, values)
    if min(one, other) <= was:
        return None
    return 1 if one > other else 2


def _as_numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _names_of(order: Iterable[Any], ranks: Mapping[Any, Rank]) -> list[str]:
    return [ranks[token][1] for token in order]


def _names_in(sides: Iterable[Mapping[Any, YamlEntry]]) -> dict[Any, None]:
    """Return what any of some groups or lists has, each once."""
    return dict.fromkeys(chain.from_iterable(sides))


def _data(entry: YamlEntry | None) -> Any:
    return _WANTING if entry is None else data_of(entry)


def _plain(value: Any) -> Any:
    return None if value is _WANTING else value


def _written(value: Any) -> tuple[bool, str]:
    if value is _WANTING:
        return False, ""
    return True, json.dumps(value, sort_keys=True, ensure_ascii=False)


def _is_list(value: Any) -> bool:
    return isinstance(value, list) or value in (None, _WANTING)


def _is_group_of_groups(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(isinstance(part, dict) for part in value.values())


def _picked(sides: Sequence[Mapping[Any, YamlEntry]], name: Hashable) -> Three:
    was, one, other = sides
    return was.get(name), one.get(name), other.get(name)
