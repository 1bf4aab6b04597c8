"""Three columns: what is in force, what is proposed, and what the amendment makes of that, with the words marked that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from polderkoers.changes.amending.trios import Trio, Trios
from polderkoers.changes.amending.whole import whole
from polderkoers.changes.cells import Cell, Pair, pair, pair_of
from polderkoers.changes.change import Change, Subject
from polderkoers.changes.compare import Comparison
from polderkoers.changes.items import Item
from polderkoers.changes.phrases import field_name
from polderkoers.changes.words import Run, State, compare_words
from polderkoers.policy.dutch_words import capital

_Name = tuple[str, str | None, str | None]
_LIST = "versies"


@dataclass(frozen=True)
class Row:
    """One thing of which the proposal or the amendment says something else.

    `field` is None for an item as a whole, and for its place when it `is_place`. A cell is empty where nothing stands; that of the
    amendment also when it `is_amended` not at all.
    """

    subject: Subject
    field: str | None
    label: str
    geldend: Cell
    voorstel: Cell
    amendement: Cell
    is_proposed: bool
    is_amended: bool
    is_place: bool = False


def rows(trios: Trios, proposed: Comparison, amended: Comparison) -> tuple[Row, ...]:
    """Return the rows: of the files of policy first, and in each in the order of its items.

    `proposed` compares the text in force with the proposal, `amended` the proposal with what the amendment makes of it.
    """
    columns = _Columns(trios, proposed, amended)
    found = [row for root in trios.roots() for trio in trios.inside(root) for row in columns.rows(trio)]
    # The list of versions is no policy; only an amendment that changes it is told.
    return tuple(row for row in found if row.is_amended or row.subject.soort != _LIST)


class _Columns:
    def __init__(self, trios: Trios, proposed: Comparison, amended: Comparison) -> None:
        self._trios, self._proposed, self._amended = trios, proposed, amended
        self._first = _by_item((change.now, change) for change in proposed.changes)
        self._second = _by_item((change.was, change) for change in amended.changes)

    def rows(self, trio: Trio) -> Iterator[Row]:
        """Yield the rows of one item."""
        if not trio.is_everywhere:
            if not self._trios.is_within(trio):
                yield self._whole(trio)
            return
        name = _name_of(trio.item.subject, trio.item.key)
        first, second = self._first.get(name, []), self._second.get(name, [])
        moves = [_move_in(first), _move_in(second)]
        if moves[0] or moves[1]:
            yield self._moved(trio, *moves)
        for field in _fields([*first, *second]):
            yield self._field(trio, field, first, second)

    def _whole(self, trio: Trio) -> Row:
        was, now, then = (self._text(item) for item in trio)
        first, second = pair_of(compare_words(was, now)), pair_of(compare_words(now, then))
        amended = now != then or trio.pattern[1] != trio.pattern[2]
        cell = second.both if amended else ()
        return Row(
            trio.item.subject,
            None,
            "Geheel",
            first.was,
            first.now,
            cell,
            is_proposed=trio.pattern[0] != trio.pattern[1] or was != now,
            is_amended=amended,
        )

    def _text(self, item: Item | None) -> str:
        if item is None:
            return ""
        return whole(item, self._amended.names, lambda part: not self._trios.is_within(self._trios.of(part)))

    def _moved(self, trio: Trio, first: Change | None, second: Change | None) -> Row:
        before, after = self._pair(first, self._proposed), self._pair(second, self._amended)
        now = before.now if first else _plain(after.was)
        was = before.was if first else now
        cell = _in_one(after) if second else ()
        return Row(
            trio.item.subject,
            None,
            "Plaats",
            was,
            now,
            cell,
            is_proposed=first is not None,
            is_amended=second is not None,
            is_place=True,
        )

    def _field(self, trio: Trio, field: str, first: list[Change], second: list[Change]) -> Row:
        proposed = _of_field(trio.geldend, trio.voorstel, field, first)
        amended = _of_field(trio.voorstel, trio.amendement, field, second)
        before, after = self._pair(proposed, self._proposed), self._pair(amended, self._amended)
        now = before.now if proposed else _plain(after.was)
        was = before.was if proposed else now
        return Row(
            trio.item.subject,
            field,
            _label(field),
            was,
            now,
            _in_one(after),
            is_proposed=proposed is not None,
            is_amended=amended is not None,
        )

    def _pair(self, change: Change | None, comparison: Comparison) -> Pair:
        return pair(change, comparison.names) if change else Pair((), ())


def _by_item(found: Iterable[tuple[Subject | None, Change]]) -> dict[_Name, list[Change]]:
    """Return changes by the item that they are about, as the proposal calls it."""
    by_item: dict[_Name, list[Change]] = {}
    for subject, change in found:
        if subject is not None:
            by_item.setdefault(_name_of(subject, subject.key), []).append(change)
    return by_item


def _name_of(subject: Subject, key: str | None) -> _Name:
    return subject.ref, subject.block if key is not None else None, key


def _move_in(changes: list[Change]) -> Change | None:
    return next((change for change in changes if change.kind == "moved" and change.field is None), None)


def _fields(changes: list[Change]) -> list[str]:
    """Return the fields that differ; a group of which a part differs once, when elsewhere all of it does."""
    names = list(dict.fromkeys(change.field for change in changes if change.field is not None))
    return [name for name in names if not any(name.startswith(f"{other}.") for other in names)]


def _of_field(old: Item | None, new: Item | None, field: str, changes: list[Change]) -> Change | None:
    """Return the change of a field between two versions: as it was found, or made of changes in parts of it."""
    if exact := next((change for change in changes if change.field == field), None):
        return exact
    parts = [change for change in changes if (change.field or "").startswith(f"{field}.")]
    if not parts or old is None or new is None:
        return None
    held, holds = _value_of(old, field), _value_of(new, field)
    return Change(kind="changed", was=old.subject, now=new.subject, field=field, old=held, new=holds)


def _value_of(item: Item, field: str) -> Any:
    if field in item.fields:
        return item.fields[field]
    held: Any = item.fields
    for part in field.split("."):
        held = held.get(part) if isinstance(held, dict) else None
    return held


def _plain(cell: Cell) -> Cell:
    """Return a cell in which nothing is marked."""
    text = "".join(run.text for run in cell)
    return (Run("same", text),) if text else ()


def _in_one(sides: Pair) -> Cell:
    """Return both sides in one cell: what goes, and what stands there then."""
    if sides.both:
        return sides.both
    gone: list[Run] = []
    state: State = "same"
    for run in sides.was:
        if run.state == "removed":
            gone += [run, Run(state, " ")]
    return (*gone, *sides.now)


def _label(field: str) -> str:
    name = field_name(field)
    for article in ("de ", "het "):
        name = name.removeprefix(article)
    return capital(name)
