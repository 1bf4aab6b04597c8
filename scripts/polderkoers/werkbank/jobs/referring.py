"""Every reference in the data of a desk, where it can be changed: what a job that renames, moves or removes carries through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from polderkoers.policy.general import general_policy
from polderkoers.policy.model.adressen import ADDRESSES, GONE, MERGED, SPLIT
from polderkoers.policy.model.base import Samenhang
from polderkoers.policy.model.declared import Deel
from polderkoers.policy.model.facts import FieldOf, fields_of
from polderkoers.policy.model.kinds import references_meant
from polderkoers.policy.model.references import Doelsoort
from polderkoers.werkbank.forms.desk import Desk, Placed, holds_items
from polderkoers.werkbank.jobs.beside import touched_beside
from polderkoers.werkbank.jobs.changing import Changing, Touch


class Referring(NamedTuple):
    """A reference as it stands in the data: in which item, by which field, and the steps that lead to it from the item."""

    placed: Placed
    each: FieldOf
    cls: type[Deel]
    steps: tuple[Any, ...]
    wanted: str

    @property
    def kind(self) -> Doelsoort:
        """What it refers to."""
        found: Any = self.each.target
        kind: Doelsoort = found
        return kind

    @property
    def touch(self) -> Touch:
        """The item that holds it, as it is told."""
        return Touch(self.placed.ref, self.placed.label, self.each.fact.words or self.each.name)

    @property
    def must(self) -> bool:
        """Whether something must be referred to here, so that another has to come in its place."""
        return self.each.required and self.cls is not Samenhang

    def means(self, desk: Desk) -> str:
        """Return the reference of what it leads to; of more that it may mean the first that is there, empty when none is."""
        file = self.placed.ref.partition("/")[0]
        names = references_meant(self.wanted, self.kind, file)
        return next((name for name in names if name in desk.items or name in general_policy().entries), "")


def referring(desk: Desk) -> tuple[Referring, ...]:
    """Return every reference in the data of a desk; they are found once."""
    held = vars(desk)
    if "_referring" not in held:
        found: list[Referring] = []
        for placed in desk.items.values():
            found += _in(placed, placed.cls, placed.data, ())
        held["_referring"] = tuple(found)
    every: tuple[Referring, ...] = held["_referring"]
    return every


def touches(desk: Desk, ref: str) -> tuple[Touch, ...]:
    """Return what refers to an item, or to something inside it, from outside of it, each item and field once."""
    own = (ref, *(each.ref for each in desk.below(desk.item(ref))))
    return tuple(dict.fromkeys((*(each.touch for each in outside(desk, ref)), *touched_beside(desk, own))))


def outside(desk: Desk, ref: str) -> tuple[Referring, ...]:
    """Return the references to an item and to what stands inside it, as far as they stand outside of it."""
    placed = desk.item(ref)
    own = {ref, *(each.ref for each in desk.below(placed))}
    return tuple(each for each in referring(desk) if each.placed.ref not in own and each.means(desk) in own)


def inside(desk: Desk, ref: str) -> tuple[Referring, ...]:
    """Return the references that an item and what stands inside it hold."""
    own = {ref, *(each.ref for each in desk.below(desk.item(ref)))}
    return tuple(each for each in referring(desk) if each.placed.ref in own)


def carry(changing: Changing, those: tuple[Referring, ...], now: Callable[[Referring], str | None]) -> None:
    """Give references another wording, or with None take them away; a link that leads nowhere goes as a whole.

    Each item must still stand under the reference that it had.
    """
    # From the last to the first, so that the place of each still is what it was.
    for each in reversed(those):
        _carry(changing.spot(each.placed.ref).data, each, now(each))


class Gone(NamedTuple):
    """What is no more: how a reader knew it, and why."""

    label: str
    why: str = ""


def lead_on(changing: Changing, was: str, now: str | None, gone: Gone | None = None) -> None:
    """Let former addresses that led to a reference lead to another, or without one no longer to it; `gone` says what it was."""
    for path, document in changing.desk.documents.items():
        if not isinstance(document.data, dict) or document.data.get("soort") != ADDRESSES:
            continue
        for stone in changing.file(path).get(ADDRESSES) or ():
            if was in (stone.get("nu") or ()):
                _lead(stone, was, now, gone)


def _lead(stone: dict[str, Any], was: str, now: str | None, gone: Gone | None) -> None:
    led = dict.fromkeys({was: now}.get(ref, ref) for ref in stone["nu"])
    stone["nu"] = list(filter(None, led))
    if len(stone["nu"]) == 1 and stone["gebeurd"] == SPLIT:
        stone["gebeurd"] = MERGED  # of the parts one is left
    if stone["nu"] or gone is None:
        return
    del stone["nu"]
    stone["gebeurd"] = GONE
    stone.setdefault("naam", gone.label)
    if gone.why:
        stone["uitleg"] = gone.why


def _carry(data: Any, each: Referring, now: str | None) -> None:
    if now == each.wanted:
        return
    holder = data
    steps = list(each.steps)
    if now is None and each.cls is Samenhang:
        steps = steps[:-1]  # the whole link, which is one of a list
    for step in steps[:-1]:
        holder = holder[step]
    last = steps[-1]
    if now is not None and (not isinstance(holder, list) or now not in holder):
        holder[last] = now
        return
    holder.pop(last)
    if isinstance(holder, list) and not holder:
        _drop_empty(data, steps[:-1])


def _drop_empty(data: Any, steps: list[Any]) -> None:
    """Take an empty list away from where it stands: what is not known is not there."""
    for step in steps[:-1]:
        data = data[step]
    del data[steps[-1]]


def _in(placed: Placed, cls: type[Deel], data: Any, steps: tuple[Any, ...]) -> Iterator[Referring]:
    if not isinstance(data, dict):
        return
    for each in fields_of(cls):
        value = data.get(each.name)
        if value is None or holds_items(each):
            continue
        for where, part in _parts(value, (*steps, each.name)):
            if each.target is not None and isinstance(part, str):
                yield Referring(placed, each, cls, where, part)
            elif each.held is not None:
                yield from _in(placed, each.held, part, where)


def _parts(value: Any, steps: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if not isinstance(value, list):
        yield steps, value
        return
    for place, part in enumerate(value):
        yield (*steps, place), part
