"""The amounts that another version has otherwise: each as it was and as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.changes.money.amount import AMOUNT, amounts_in
from polderkoers.changes.sameness import same

if TYPE_CHECKING:
    from polderkoers.changes.change import Change, Subject
    from polderkoers.changes.items import Item
    from polderkoers.changes.money.plans import Plans
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


def changed_amounts(changes: Iterable[Change], names: Names, plans: Plans) -> Iterator[AmountPair]:
    """Yield the amounts that changes are about, those in what is new or gone as a whole too, each once."""
    found = tuple(changes)
    both = dict.fromkeys(_both(found))
    for was, now in both:
        yield _pair(names.old.item(was), names.new.item(now), plans)
    gone = {was for was, _ in both}
    come = {now for _, now in both}
    for change in found:
        if change.kind == "removed":
            for item in _inside(names.old, change.was, gone):
                yield _pair(item, None, plans)
        elif change.kind == "added":
            for item in _inside(names.new, change.now, come):
                yield _pair(None, item, plans)


def kept_amounts(changes: Iterable[Change], names: Names, plans: Plans) -> Iterator[AmountPair]:
    """Yield the amounts that stay as they are in what a plan holds of which the status changes: that decides whether they are spent."""
    held: dict[str, None] = {}
    for change in changes:
        if change.field == "status" and change.now is not None:
            held |= dict.fromkeys((change.now.ref, *plans.parts(change.now.ref)))
    for ref in held:
        was = plans.old(ref)
        for item in amounts_in(plans.new(ref)):
            old = names.old.item(f"{was.name}/{item.ref.partition('/')[2]}") if was is not None else None
            pair = _pair(old, item, plans)
            if not pair.is_changed and item.data.get("bedrag") is not None:
                yield pair


def _both(changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """Yield the references of the amounts that are in both versions."""
    for change in changes:
        if change.block == AMOUNT and change.key is None and change.was is not None and change.now is not None:
            yield change.was.ref, change.now.ref


def _pair(old: Item | None, new: Item | None, plans: Plans) -> AmountPair:
    return AmountPair(old, new, plans.now(_plan(old)), _plan(new))


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
