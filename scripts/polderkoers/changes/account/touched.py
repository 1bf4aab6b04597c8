"""Who and what the changes of policy touch, the most touched first, once for every form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from polderkoers.changes.deciding.parts import POLICY, part_of
from polderkoers.changes.phrases import list_name
from polderkoers.policy.dutch_words import capital

if TYPE_CHECKING:
    from polderkoers.changes.change import Change
    from polderkoers.changes.impact import Touched
    from polderkoers.changes.sides import Names

_OTHERS = "onderdelen"
_GROUPS = ("partijen", "organisaties", "plaatsen", "themas", _OTHERS)


class TouchedName(NamedTuple):
    """Something that is touched: its reference, its name, and the changes of policy that touch it."""

    ref: str
    label: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class TouchedGroup:
    """What of one kind is touched. `name` is the plural of the kind."""

    group: str
    name: str
    touched: tuple[TouchedName, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names, each with the number of changes that touch it."""
        return tuple(f"{one.label} ({len(one.changes)})" for one in self.touched)


def most_touched(impact: Iterable[Touched], names: Names) -> tuple[TouchedGroup, ...]:
    """Return what changes of policy touch by group: parties first, other items last, in each group the most touched first."""
    by_group: dict[str, list[TouchedName]] = {}
    for one in impact:
        changes = tuple(change for change in one.changes if part_of(change) == POLICY)
        if changes:
            by_group.setdefault(one.group, []).append(TouchedName(one.ref, label_of(one, names), changes))
    return tuple(
        TouchedGroup(group, _name(group, names), tuple(sorted(by_group[group], key=_rank)))
        for group in _GROUPS
        if group in by_group
    )


def _name(group: str, names: Names) -> str:
    if group == _OTHERS:
        return "Andere onderdelen"
    return capital(list_name(group, names.new.own))


def _rank(one: TouchedName) -> tuple[int, str]:
    return -len(one.changes), one.label.casefold()


def label_of(touched: Touched, names: Names) -> str:
    """Return the name of something, or the beginning of its text when it has no name."""
    item = names.item(touched.ref)
    if item is None:
        return touched.label
    return item.label or touched.label
