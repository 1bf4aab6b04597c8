"""Three columns: what is in force, what is proposed, and what the amendment makes of that, with the words marked that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from polderkoers.changes.amending.told import ItemName, name_of_item, path_of, value_at
from polderkoers.changes.amending.trios import Trio, Trios
from polderkoers.changes.amending.whole import whole
from polderkoers.changes.cells import Cell, Pair, pair, pair_of
from polderkoers.changes.change import RENAMED, Change, Subject
from polderkoers.changes.compare import Comparison
from polderkoers.changes.items import Item
from polderkoers.changes.phrases import field_heading
from polderkoers.changes.sides import Names
from polderkoers.changes.words import Run, compare_words

_LIST = "versies"


@dataclass(frozen=True)
class ColumnRow:
    """One thing of which the proposal or the amendment says something else.

    `field` is None for an item as a whole, and for its place when it `is_place`. A cell is empty where nothing stands; that of the
    amendment also when it `is_amended` not at all. `names` are the words for what the item refers to, where it stands.
    """

    subject: Subject
    field: str | None
    label: str
    geldend: Cell
    voorstel: Cell
    amendement: Cell
    is_proposed: bool
    is_amended: bool
    names: Names
    is_place: bool = False


def rows(trios: Trios, proposed: Comparison, amended: Comparison) -> tuple[ColumnRow, ...]:
    """Return the rows: of the files of policy first, and in each in the order of its items.

    `proposed` compares the text in force with the proposal, `amended` the proposal with what the amendment makes of it.
    """
    columns = _Columns(trios, proposed, amended)
    trios_in_order = chain.from_iterable(map(trios.inside, trios.roots()))
    found = chain.from_iterable(map(columns.rows, trios_in_order))
    # The list of versions is no policy; only an amendment that changes it is told.
    return tuple(row for row in found if row.is_amended or row.subject.soort != _LIST)


class _Columns:
    def __init__(self, trios: Trios, proposed: Comparison, amended: Comparison) -> None:
        self._trios, self._proposed, self._amended = trios, proposed, amended
        # An id may be that of something else in another column.
        self._in_columns = (proposed.names.before, amended.names.before, amended.names)
        self._first = _by_item((change.now, change) for change in proposed.changes)
        self._second = _by_item((change.was, change) for change in amended.changes)

    def rows(self, trio: Trio) -> Iterator[ColumnRow]:
        """Yield the rows of one item."""
        name = name_of_item(trio.item.subject)
        first, second = self._first.get(name, []), self._second.get(name, [])
        if not trio.is_everywhere and self._trios.is_within(trio):
            return
        if not trio.is_everywhere:
            yield self._whole(trio)
        moves = [_move_in(first), _move_in(second)]
        if moves[0] or moves[1]:
            yield self._moved(trio, *moves)
        if not trio.is_everywhere:
            return
        for field in _fields([*first, *second]):
            yield self._field(trio, field, first, second)

    def _whole(self, trio: Trio) -> ColumnRow:
        was, now, then = map(self._text, trio, self._in_columns)
        first, second = pair_of(_compared(was, now)), pair_of(_compared(now, then))
        amended = now != then or trio.pattern[1] != trio.pattern[2]
        return ColumnRow(
            trio.item.subject,
            None,
            "Geheel",
            first.was,
            first.now,
            _if(amended, second.both),
            is_proposed=trio.pattern[0] != trio.pattern[1] or was != now,
            is_amended=amended,
            names=self._names(trio),
        )

    def _names(self, trio: Trio) -> Names:
        """Return the words for what an item refers to, in the version that tells of it."""
        return self._in_columns[trio.index(trio.item)]

    def _text(self, item: Item | None, names: Names) -> str:
        if item is None:
            return ""
        return whole(item, names, lambda part: not self._trios.is_within(self._trios.of(part)))

    def _moved(self, trio: Trio, first: Change | None, second: Change | None) -> ColumnRow:
        before, after = self._pair(first, self._proposed), self._pair(second, self._amended)
        was, now = _first_two(first, before, after)
        return ColumnRow(
            trio.item.subject,
            None,
            _label(first, second),
            was,
            now,
            _in_one(after),
            is_proposed=first is not None,
            is_amended=second is not None,
            names=self._names(trio),
            is_place=True,
        )

    def _field(self, trio: Trio, field: str, first: list[Change], second: list[Change]) -> ColumnRow:
        proposed = _of_field(trio.geldend, trio.voorstel, field, first)
        amended = _of_field(trio.voorstel, trio.amendement, field, second)
        before, after = self._pair(proposed, self._proposed), self._pair(amended, self._amended)
        was, now = _first_two(proposed, before, after)
        return ColumnRow(
            trio.item.subject,
            field,
            field_heading(field),
            was,
            now,
            _in_one(after),
            is_proposed=proposed is not None,
            is_amended=amended is not None,
            names=self._names(trio),
        )

    def _pair(self, change: Change | None, comparison: Comparison) -> Pair:
        if change is None:
            return Pair((), ())
        return pair(change, comparison.names)


def _by_item(found: Iterable[tuple[Subject | None, Change]]) -> dict[ItemName, list[Change]]:
    """Return changes by the item that they are about, as the proposal calls it."""
    by_item: dict[ItemName, list[Change]] = {}
    for subject, change in found:
        if subject is not None:
            by_item.setdefault(name_of_item(subject), []).append(change)
    return by_item


def _compared(old: str, new: str) -> Cell:
    """Return the words of two texts; of a whole file that both have, which may be long, nothing is compared."""
    if old == new:
        return _if(bool(old), (Run("same", old),))
    return compare_words(old, new)


def _if(wanted: bool, cell: Cell) -> Cell:  # noqa: FBT001 - that is what it is about
    return cell if wanted else ()


def _first_two(proposed: Change | None, before: Pair, after: Pair) -> tuple[Cell, Cell]:
    """Return what is in force and what is proposed; the same, without marks, when the proposal changes nothing."""
    if proposed is not None:
        return before.was, before.now
    return _plain(after.was), _plain(after.was)


def _label(*moves: Change | None) -> str:
    """Return what of an item is another: where it stands, or only what it is called by."""
    if all(change is None or RENAMED in change.meaning for change in moves):
        return "Id"
    return "Plaats"


def _move_in(changes: list[Change]) -> Change | None:
    return next((change for change in changes if change.kind == "moved" and change.field is None), None)


def _fields(changes: list[Change]) -> list[str]:
    """Return the fields that differ; a group of which a part differs once, when elsewhere all of it does."""
    names = list(dict.fromkeys(change.field for change in changes if change.field is not None))
    return [name for name in names if not _is_part_of(name, names)]


def _is_part_of(name: str, others: Iterable[str]) -> bool:
    return any(name.startswith(f"{other}.") for other in others)


def _of_field(old: Item | None, new: Item | None, field: str, changes: list[Change]) -> Change | None:
    """Return the change of a field between two versions: as it was found, or made of changes in parts of it."""
    if exact := next((change for change in changes if change.field == field), None):
        return exact
    parts = [change for change in changes if (change.field or "").startswith(f"{field}.")]
    if not parts or old is None or new is None:
        return None
    held = value_at(old.fields, path_of(old, field))
    holds = value_at(new.fields, path_of(new, field))
    return Change(kind="changed", was=old.subject, now=new.subject, field=field, old=held, new=holds)


def _plain(cell: Cell) -> Cell:
    """Return a cell in which nothing is marked."""
    text = "".join(map(attrgetter("text"), cell))
    return _if(bool(text), (Run("same", text),))


def _in_one(sides: Pair) -> Cell:
    """Return both sides in one cell: what goes, and what stands there then."""
    if sides.both:
        return sides.both
    gone: list[Run] = []
    for run in sides.was:
        if run.state == "removed":
            gone += [run, Run("same", " ")]
    return (*gone, *sides.now)
