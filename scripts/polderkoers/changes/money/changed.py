"""The amounts that another version has otherwise: each as it was and as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.changes.money.amount import AMOUNT, amounts_in
from polderkoers.changes.sameness import same

if TYPE_CHECKING:
    from polderkoers.changes.change import Change, Subject
    from polderkoers.changes.items import Item
    from polderkoers.changes.sides import Names, Side

# What makes an amount the money that it is; its name and its explanation do not.
_OF_MONEY = ("bedrag", "ongeveer", "hoogstens", "per_jaar", "jaar", "wanneer", "soort", "zekerheid", "schaal")


@dataclass(frozen=True, eq=False)
class AmountPair:
    """An amount in both versions; it is missing in one of them when it is new or gone.

    `old_plan` and `new_plan` are the files that it was and is in, by the id that they have now.
    """

    old: Item | None
    new: Item | None
    old_plan: str = ""
    new_plan: str = ""

    @property
    def sides(self) -> tuple[Item, ...]:
        """The amount as it was and as it is, as far as it is there."""
        return tuple(filter(None, (self.old, self.new)))

    @property
    def is_changed(self) -> bool:
        """Whether it is other money, or money of another plan."""
        if self.old is None or self.new is None or self.old_plan != self.new_plan:
            return True
        before, after = self.old.data, self.new.data
        return not all(same(name, before.get(name), after.get(name)) for name in _OF_MONEY)


def changed_amounts(changes: Iterable[Change], names: Names) -> Iterator[AmountPair]:
    """Yield the amounts that changes are about, those in what is new or gone as a whole too, each once."""
    found = tuple(changes)
    renamed = _renamed(found)
    both = dict.fromkeys(_both(found))
    for was, now in both:
        yield _pair(names.old.item(was), names.new.item(now), renamed)
    gone = {was for was, _ in both}
    come = {now for _, now in both}
    for change in found:
        if change.kind == "removed":
            for item in _inside(names.old, change.was, gone):
                yield _pair(item, None, renamed)
        elif change.kind == "added":
            for item in _inside(names.new, change.now, come):
                yield _pair(None, item, renamed)


def kept_amounts(changes: Iterable[Change], names: Names) -> Iterator[AmountPair]:
    """Yield the amounts that stay as they are in a file of which the status changes: that decides whether they are spent."""
    found = tuple(changes)
    renamed = _renamed(found)
    for change in found:
        if change.field != "status" or change.was is None or change.now is None:
            continue
        for item in amounts_in(names.new.item(change.now.ref)):
            old = names.old.item(f"{change.was.ref}/{item.ref.partition('/')[2]}")
            pair = _pair(old, item, renamed)
            if not pair.is_changed and item.data.get("bedrag") is not None:
                yield pair


def _both(changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """Yield the references of the amounts that are in both versions."""
    for change in changes:
        if change.block == AMOUNT and change.key is None and change.was is not None and change.now is not None:
            yield change.was.ref, change.now.ref


def _renamed(changes: Iterable[Change]) -> Mapping[str, str]:
    """Return the ids that files have now by those that they had."""
    found: dict[str, str] = {}
    for change in changes:
        if change.kind == "moved" and change.item.parent is None and change.was is not None and change.now is not None:
            found[change.was.ref] = change.now.ref
    return found


def _pair(old: Item | None, new: Item | None, renamed: Mapping[str, str]) -> AmountPair:
    was, now = _plan(old), _plan(new)
    return AmountPair(old, new, renamed.get(was, was), now)


def _plan(item: Item | None) -> str:
    if item is None:
        return ""
    return item.root.name


def _inside(side: Side, subject: Subject | None, told: set[str]) -> Iterator[Item]:
    """Yield the amounts in an item that is new or gone as a whole, without those that stand elsewhere in the other version."""
    if subject is None or subject.key is not None:
        return
    item = side.item(subject.ref)
    for each in amounts_in(item):
        if each.ref not in told:
            yield each
