"""Three entries of files into one: a field, a list of plain values or of rows without an id, and the comments around them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from polderkoers.changes.merging.clash import SIDES, Choices
from polderkoers.changes.merging.order import common_order, with_additions
from polderkoers.changes.sameness import canonical
from polderkoers.changes.sameness import same as says_the_same
from polderkoers.policy.canonical.nodes import (
    Collection,
    YamlEntry,
    comments_of_entry,
    data_of,
    fields_of_entry,
    members_of_entry,
)
from polderkoers.policy.model.kinds import order_says_nothing
from polderkoers.policy.values import same

if TYPE_CHECKING:
    from polderkoers.changes.merging.things import Thing

Three = tuple[YamlEntry | None, YamlEntry | None, YamlEntry | None]
Rank = tuple[float, str]

# What tells the rows of a list apart that have no id.
_ROW_KEYS = {
    "samenhang": ("met",),
    "metingen": ("jaar", "groep"),
    "adressen": ("was",),
    "gelezen": ("bestand", "op", "door"),
    "teksten": ("onderdeel", "veld"),
    "woorden": ("woord",),
    "onderwerpen": ("hier", "daar"),
}
# The fields that say together how much something is: two sides that change one each would make a figure that nobody wrote.
_TOGETHER = (
    ("bedrag", "per_jaar", "hoogstens", "ongeveer", "schaal", "jaar"),
    ("waarde", "weergave", "eenheid", "ongeveer", "jaar"),
    ("status", "vastgesteld_op", "vastgesteld_door", "treedt_in_werking", "ingetrokken_op"),
)
_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,2}")
_WANTING = object()


class Merger:
    """Merges entries, and says which sides clash where."""

    def __init__(self, choices: Choices) -> None:
        """Take what was decided."""
        self.choices = choices
        # Comments that one side put at what the other took away; whoever lays out the item they belong to keeps them.
        self.loose: list[str] = []

    def fields(self, thing: Thing, three: Three, skip: Iterable[str] = (), row: str = "") -> list[YamlEntry]:
        """Return the fields of a group in the outcome, without those to skip. `row` tells a row of a thing apart."""
        sides = [fields_of_entry(entry) for entry in three]
        left = [name for name in dict.fromkeys((*sides[1], *sides[2], *sides[0])) if name not in set(skip)]
        found: dict[str, YamlEntry | None] = {}
        for names in _TOGETHER:
            if names[0] in left:
                found |= self._together(thing, [name for name in names if name in left], sides, row)
        for name in left:
            if name not in found:
                found[name] = self.field(thing, name, _picked(sides, name), row)
        return [entry for name in left if (entry := found[name]) is not None]

    def _together(
        self, thing: Thing, names: Sequence[str], sides: Sequence[Mapping[str, YamlEntry]], row: str
    ) -> dict[str, YamlEntry | None]:
        """Return the fields that say one thing together, when both sides changed them and do not agree; else nothing."""
        was, one, other = ({name: _data(side.get(name)) for name in names} for side in sides)
        here = {name for name in names if not says_the_same(name, was[name], one[name])}
        there = {name for name in names if not says_the_same(name, was[name], other[name])}
        agree = all(says_the_same(name, one[name], other[name]) for name in here | there)
        if len(here | there) < 2 or not here or not there or agree:
            return {}
        changed = [name for name in names if name in here | there]
        values = tuple({name: _plain(side[name]) for name in changed} for side in (was, one, other))
        clash = thing.clash("veld", values, "+".join(changed), row)  # type: ignore[arg-type]
        side = self.choices.of(clash)
        return {name: self._taken(_picked(sides, name), SIDES.index(side)) for name in names}

    def field(self, thing: Thing, name: str, three: Three, row: str = "") -> YamlEntry | None:
        """Return a field in the outcome, None when it is not there."""
        was, one, other = map(_data, three)
        number = choice_of(name.rpartition(".")[2], was, one, other)
        if number is None and name == "versie":
            number = _highest(was, one, other)
        if number is not None:
            return self._taken(three, number)
        if all(isinstance(value, list) or value in (None, _WANTING) for value in (was, one, other)):
            return self._list(thing, name, three, row)
        if _is_group_of_groups(one) and _is_group_of_groups(other):
            return self._group(thing, name, three, row)
        return self._clashing(thing, name, three, row)

    def _clashing(self, thing: Thing, name: str, three: Three, row: str) -> YamlEntry | None:
        was, one, other = (_plain(_data(entry)) for entry in three)
        clash = thing.clash("veld", (was, one, other), name, row)
        return self._taken(three, SIDES.index(self.choices.of(clash)))

    def _group(self, thing: Thing, name: str, three: Three, row: str) -> YamlEntry:
        """Return a group of groups, of which each part is a thing by itself."""
        sides = [fields_of_entry(entry) for entry in three]
        parts = {}
        for part in dict.fromkeys((*sides[1], *sides[2], *sides[0])):
            parts[part] = self.field(thing, f"{name}.{part}", _picked(sides, part), row)
        return collected(three, filter(None, parts.values()), mapping=True)

    def _list(self, thing: Thing, name: str, three: Three, row: str) -> YamlEntry | None:
        """Return a list of plain values, or of rows without an id."""
        sides = [_by_token(name, entry) for entry in three]
        was, one, other = sides
        gone = (was.keys() - one.keys()) & (was.keys() - other.keys())
        new = [side.keys() - was.keys() for side in (one, other)]
        if gone and all(new) and new[0] != new[1] and not any(map(_is_row, was.values())):
            # Both put something else in the place of the same.
            return self._clashing(thing, name, three, row)
        alive = {}
        for token in dict.fromkeys((*one, *other, *was)):
            found = self._member(thing, name, token, _picked(sides, token))
            if found is not None:
                alive[token] = found
        if not alive and None in three[1:]:
            return None
        rank = {token: (float("inf"), str(token)) for token in alive}
        order = self.ordered(thing, name, [[token for token in side if token in alive] for side in sides], rank)
        return collected(three, [alive[token] for token in order], mapping=False)

    def _member(self, thing: Thing, name: str, token: Hashable, three: Three) -> YamlEntry | None:
        """Return a member of a list in the outcome, None when it is not there."""
        was, one, other = three
        if not _is_row(one or other or was):
            return self._taken(three, _where_it_stays(three))
        kind = "veld"
        if was is not None and (one is None or other is None):
            kind = "weg"
        elif was is None and one is not None and other is not None:
            kind = "toegevoegd"
        number = choice_of(name, *map(_whole, three))
        if number is not None:
            return self._taken(three, number)
        text = _row_name(token)
        if kind == "veld":
            return collected(three, self.fields(thing, three, row=f"{name}[{text}]"), mapping=True)
        values = tuple(_plain(_data(entry)) for entry in three)
        clash = thing.clash(kind, values, name, f"{name}[{text}]")
        return self._taken(three, SIDES.index(self.choices.of(clash)))

    def ordered(
        self, thing: Thing, name: str, sides: Sequence[Sequence[Hashable]], ranks: Mapping[Any, Rank]
    ) -> list[Any]:
        """Return the members of a list, which the sides have each in an order of its own, in that of the outcome."""
        was, one, other = sides
        common = common_order(was, one, other)
        if common is None:
            common = self._decided_order(thing, name, sides, ranks)
        return with_additions(common, one, other, ranks.__getitem__)

    def _decided_order(
        self, thing: Thing, name: str, sides: Sequence[Sequence[Hashable]], ranks: Mapping[Any, Rank]
    ) -> list[Any]:
        shared = {*sides[1]} & {*sides[2]}
        orders = [[token for token in side if token in shared] for side in sides]
        if name in order_says_nothing(of_blocks=False) | order_says_nothing(of_blocks=True):
            return min(orders[1:], key=lambda order: [ranks[token] for token in order])
        values = tuple([ranks[token][1] for token in order] for order in orders)
        clash = thing.clash("volgorde", values, name)  # type: ignore[arg-type]
        order = orders[SIDES.index(self.choices.of(clash))]
        return [*order, *(token for token in orders[1] if token not in set(order))]

    def emptied(self, three: Three) -> YamlEntry | None:
        """Return a list of which nothing is left, as a side has it that left it empty; None when it left no list."""
        found = next((entry for entry in three[1:] if entry is not None and not data_of(entry)), None)
        if found is None or None in three[1:]:
            return self._taken((three[0], None, None), 1)
        return found

    def _taken(self, three: Three, number: int) -> YamlEntry | None:
        """Return an entry as one state has it, with the comments of all."""
        chosen = three[number]
        if chosen is None:
            self.loose += _new_comments(three)
            return None
        found = YamlEntry(0, None, chosen.key)
        found.node = chosen.node
        around(found, three)
        _keep_inside(found, chosen, three)
        return found


def _where_it_stays(three: Three) -> int:
    """Return which of three states says whether a plain value stands in a list."""
    was, one, _ = three
    return 2 if (one is None) == (was is None) else 1


def _new_comments(three: Three) -> Iterator[str]:
    """Yield the comments that a side put at what the other took away."""
    was, *sides = three
    before = Counter([] if was is None else comments_of_entry(was))
    for side in sides:
        if side is not None:
            yield from (Counter(comments_of_entry(side)) - before).elements()


def choice_of(name: str, was: Any, one: Any, other: Any) -> int | None:
    """Return which of three values stands in the outcome, by its place; None when both sides say something else than it was."""
    if same(one, other) or same(one, was):
        return 2
    if same(other, was):
        return 1
    if says_the_same(name, _plain(one), _plain(other)):
        # What says the same may be written in two ways: one of the two, whichever side is named first.
        return 1 + (_written(one) < _written(other))
    if says_the_same(name, _plain(was), _plain(one)):
        return 2
    if says_the_same(name, _plain(was), _plain(other)):
        return 1
    return None


def _highest(was: Any, one: Any, other: Any) -> int | None:
    """Return which side raised the number of a file the most; None when one of them did not raise it."""
    numbers = [tuple(map(int, each.split("."))) for each in (was, one, other) if _is_version(each)]
    if len(numbers) < len(SIDES) or min(numbers[1:]) <= numbers[0]:
        return None
    return numbers.index(max(numbers[1:]))


def _is_version(value: Any) -> bool:
    return isinstance(value, str) and bool(_VERSION.fullmatch(value))


def around(found: YamlEntry, three: Three) -> None:
    """Give an entry the comments that stand around three."""
    found.before = merged_lines(*([] if entry is None else entry.before for entry in three))
    found.trailing = merged_lines(*([] if entry is None else entry.trailing for entry in three))


def merged_lines(was: Sequence[str], one: Sequence[str], other: Sequence[str]) -> list[str]:
    """Return the comments of three places as those of one: all that a side added, and none that a side took away."""
    if list(one) == list(other) or list(other) == list(was):
        return [*one]
    if list(one) == list(was):
        return [*other]
    before, mine, theirs = (_numbered(lines) for lines in (was, one, other))
    gone = {*before} - ({*mine} & {*theirs})
    sides = [[line for line in side if line not in gone] for side in (before, mine, theirs)]
    common = common_order(*sides)
    if common is None:
        common = min([line for line in side if line in {*sides[1]} & {*sides[2]}] for side in sides[1:])
    return [line for line, _ in with_additions(common, sides[1], sides[2], lambda line: (line[1], line[0]))]


def _numbered(lines: Iterable[str]) -> list[tuple[str, int]]:
    counted: Counter[str] = Counter()
    found = []
    for line in lines:
        counted[line] += 1
        found.append((line, counted[line]))
    return found


def _keep_inside(found: YamlEntry, chosen: YamlEntry, three: Three) -> None:
    """Put above an entry the comments that another side added inside what it wrote there, and that would be lost."""
    was, *sides = three
    before = Counter([] if was is None else _inside(was))
    here = Counter(_inside(chosen))
    for side in sides:
        if side is not None and side is not chosen:
            new = Counter(_inside(side)) - before - here
            found.before += new.elements()
            here += new


def _inside(entry: YamlEntry) -> list[str]:
    """Return the comments inside the value of an entry."""
    bare = YamlEntry(0, None, entry.key)
    bare.node = entry.node
    return comments_of_entry(bare)


def collected(three: Three, entries: Iterable[YamlEntry], *, mapping: bool) -> YamlEntry:
    """Return a group or list of entries, with the comments around and at the end of three."""
    chosen = three[1] or three[2] or three[0]
    found = YamlEntry(0, None, chosen.key if chosen else None)
    node = Collection(mapping=mapping, flow=False, start=0, column=0, holder=found)
    node.entries = [*entries]
    node.after = merged_lines(*map(_after, three))
    found.node = node
    around(found, three)
    return found


def _after(entry: YamlEntry | None) -> list[str]:
    if entry is None or not isinstance(entry.value, Collection):
        return []
    return entry.value.after


def _data(entry: YamlEntry | None) -> Any:
    return _WANTING if entry is None else data_of(entry)


def _plain(value: Any) -> Any:
    return None if value is _WANTING else value


def _whole(entry: YamlEntry | None) -> Any:
    return _data(entry)


def _written(value: Any) -> tuple[bool, str]:
    if value is _WANTING:
        return False, ""
    return True, json.dumps(value, sort_keys=True, ensure_ascii=False)


def _is_group_of_groups(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(isinstance(part, dict) for part in value.values())


def _is_row(entry: YamlEntry | None) -> bool:
    return entry is not None and isinstance(entry.value, Collection) and entry.value.mapping


def _picked(sides: Sequence[Mapping[Any, YamlEntry]], name: Hashable) -> Three:
    was, one, other = (side.get(name) for side in sides)
    return was, one, other


def _by_token(name: str, entry: YamlEntry | None) -> dict[Hashable, YamlEntry]:
    """Return the members of a list by what tells them apart, each once."""
    found: dict[Hashable, YamlEntry] = {}
    counted: Counter[Hashable] = Counter()
    for member in members_of_entry(entry):
        token = _token(name.rpartition(".")[2], member)
        counted[token] += 1
        found[token, counted[token]] = member
    return found


def _token(name: str, entry: YamlEntry) -> str:
    value = data_of(entry)
    if isinstance(value, dict) and isinstance(value.get("id"), str):
        return str(value["id"])
    if isinstance(value, dict) and name in _ROW_KEYS:
        return ", ".join(str(value[key]) for key in _ROW_KEYS[name] if value.get(key) is not None)
    if isinstance(value, str):
        return str(canonical(value))
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def _row_name(token: Any) -> str:
    text, number = token
    return f"{text}#{number}" if number > 1 else str(text)
