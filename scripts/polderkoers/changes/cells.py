"""What stood there and what will stand there, of one change, as pieces of text that stayed, went or came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from polderkoers.changes.change import RENAMED, Change, Position, Subject
from polderkoers.changes.nature import is_text
from polderkoers.changes.phrases import counted, list_name, short_name
from polderkoers.changes.words import Run, State, compare_words
from polderkoers.policy.dutch_words import TERMS

if TYPE_CHECKING:
    from polderkoers.changes.sides import Names


Cell = tuple[Run, ...]
# Of a long text only the words around what differs are shown, where there is no room for all of it.
_WORDS = 12
_LONG = 300
_GAP = " … "
# More members of a list than these stay without being named.
_STAYED = 12
_WORD = re.compile(r"\S+")


class Pair(NamedTuple):
    """Both sides of a change; a side is empty when there was or will be nothing. Of a text, `both` are all its runs."""

    was: Cell
    now: Cell
    both: Cell = ()


def pair(change: Change, names: Names) -> Pair:
    """Return both sides of a changed field or of a move; both are empty for an item that is new or gone."""
    if change.kind in ("added", "removed"):
        return Pair((), ())
    if change.kind == "moved" and change.field is None:
        return _different(*_places(change, names))
    if is_text(change):
        return pair_of(compare_words(change.old, change.new))
    if isinstance(change.old, list) and isinstance(change.new, list):
        return _lists(change, names)
    if change.money is not None and (change.money.was or change.money.now):
        return _different(change.money.was, change.money.now)
    was, now = _value(change, change.old, change.was, names.before), _value(change, change.new, change.now, names)
    return _different(was, now)


def pair_of(runs: Cell) -> Pair:
    """Return the two sides of a compared text."""
    return Pair(_side(runs, "removed"), _side(runs, "added"), runs)


def _side(runs: Cell, state: str) -> Cell:
    found: list[Run] = []
    for run in runs:
        if run.state in ("same", state):
            found += _tight(run)
    return tuple(found)


def _tight(run: Run) -> Iterator[Run]:
    """Yield a piece that differs without the spaces at its ends, which nobody reads as a difference."""
    inner = run.text.strip()
    if run.state == "same" or not inner:
        yield Run("same", run.text)
        return
    start = run.text.index(inner)
    for part in (Run("same", run.text[:start]), Run(run.state, inner), Run("same", run.text[start + len(inner) :])):
        if part.text:
            yield part


def _different(old: str, new: str) -> Pair:
    return Pair(_whole("removed", old), _whole("added", new))


def _whole(state: State, text: str) -> Cell:
    return (Run(state, text),) if text else ()


def _value(change: Change, held: Any, side: Subject | None, names: Names) -> str:
    if held is None:
        return ""
    if change.field == "termijn":
        return TERMS.get(held, str(held))
    return counted(change, held, side, names)


def _lists(change: Change, names: Names) -> Pair:
    """Return two lists with only the members marked that the other does not have."""
    old = [_value(change, part, change.was, names.before) for part in change.old]
    new = [_value(change, part, change.now, names) for part in change.new]
    if set(old) == set(new):
        return _different(", ".join(old), ", ".join(new))
    return Pair(_members(old, new, "removed"), _members(new, old, "added"))


def _members(members: list[str], others: list[str], state: State) -> Cell:
    """Return the members of a list with commas between them; of many that the other list has too it is said how many there are."""
    stayed = [member for member in members if member in others]
    shown = members if len(stayed) <= _STAYED else [member for member in members if member not in others]
    found: list[Run] = []
    for member in shown:
        if found:
            found.append(Run("same", ", "))
        found.append(Run("same" if member in others else state, member))
    if len(shown) < len(members):
        found.append(Run("same", f" en {len(stayed)} die blijven" if shown else f"{len(stayed)} die blijven"))
    return tuple(found)


def _places(change: Change, names: Names) -> tuple[str, str]:
    was, now, origin, target = change.was, change.now, change.origin, change.target
    if was is None or now is None or origin is None or target is None:
        return "", ""
    if RENAMED in change.meaning:
        return was.id, now.id
    if was.parent is not None and now.parent is not None:
        return _place(was, origin, now, target, names.before), _place(now, target, was, origin, names)
    if origin.file != target.file:
        return origin.file, target.file
    return was.ref, now.ref


def _place(subject: Subject, place: Position, other: Subject, elsewhere: Position, names: Names) -> str:
    """Return where an item stands, only as exactly as it takes to tell it from where it stood."""
    parent = subject.parent
    if parent is None:
        return place.file
    if (place.file, place.parent, place.list) == (elsewhere.file, elsewhere.parent, elsewhere.list):
        return _after(subject, place, names)
    holder = subject.title if parent.parent is None else f"{short_name(parent)} van {subject.title}"
    if other.slot == subject.slot:
        return holder
    return f"{list_name(place.list or '', subject.own)} van {holder}"


def _after(subject: Subject, place: Position, names: Names) -> str:
    if place.after is None:
        return "als eerste in de lijst"
    before = names.item(f"{subject.ref.partition('/')[0]}/{place.after}")
    if before is None:
        return "op een andere plek in de lijst"
    return f"na {short_name(before.subject)}"


def shortened(pair: Pair) -> Pair:
    """Return a pair with at most a dozen words before and after each piece that differs; short texts stay whole."""
    if sum(len(run.text) for run in pair.both) <= _LONG:
        return pair
    return pair_of(tuple(_runs(pair.both)))


def _runs(cell: Cell) -> Iterator[Run]:
    for place, run in enumerate(cell):
        if run.state == "same":
            yield Run("same", _cut(run.text, first=place == 0, last=place == len(cell) - 1))
        else:
            yield run


def _cut(text: str, *, first: bool, last: bool) -> str:
    words = list(_WORD.finditer(text))
    # A gap of a few words saves nothing.
    if len(words) <= _WORDS * (2 - first - last) + _WORDS // 2:
        return text
    if first and last:
        return " …"
    start = text[: words[_WORDS - 1].end()]
    end = text[words[-_WORDS].start() :]
    if first:
        return f"… {end}"
    return f"{start} …" if last else f"{start}{_GAP}{end}"
