"""The files that hold money as both versions have them, and what status each has there: its own, or that of its plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from polderkoers.changes.change import Change
    from polderkoers.changes.items import Item
    from polderkoers.changes.sides import Names, Side

_PARTS = "onderdelen"


class Plans:
    """Files by the id that they have now, also where that is another than before."""

    def __init__(self, changes: Iterable[Change], names: Names) -> None:
        """Take all changes of a comparison, by which files are known that have another id now."""
        self._names = names
        self._now = dict(_renamed(changes))
        self._before = {now: was for was, now in self._now.items()}

    def now(self, ref: str) -> str:
        """Return the id that a file has now, given that of before."""
        return self._now.get(ref, ref)

    def old(self, ref: str) -> Item | None:
        """Return a file as it was, None when it was not there."""
        if ref in self._now and ref not in self._before:
            return None
        return self._names.old.file(self._before.get(ref, ref))

    def new(self, ref: str) -> Item | None:
        """Return a file as it is, None when it is gone."""
        return self._names.new.file(ref)

    def statuses(self, ref: str) -> set[str | None]:
        """Return the status that a file has in each version that has it."""
        sides = ((self._names.old, self.old(ref)), (self._names.new, self.new(ref)))
        return {_status(side, root) for side, root in sides if root is not None}

    def parts(self, ref: str) -> Iterator[str]:
        """Yield the files that a plan names as its parts now, by their ids."""
        root = self.new(ref)
        if root is not None:
            yield from parts_of(root.data)


def parts_of(data: Any) -> list[str]:
    """Return the ids of the files that are a part of a plan, given its data."""
    held = data.get(_PARTS)
    if isinstance(held, list):
        return [part for part in held if isinstance(part, str)]
    return []


def _status(side: Side, root: Item) -> str | None:
    """Return the status of a file; one without is what all plans are that name it as a part."""
    if own := root.data.get("status"):
        return str(own)
    plans = {plan.get("status") for plan in side.mentioning(root.name) if root.name in parts_of(plan)}
    return str(plans.pop()) if len(plans) == 1 and any(plans) else None


def _renamed(changes: Iterable[Change]) -> Iterator[tuple[str, str]]:
    """Yield the ids that files had and have."""
    for change in changes:
        if change.kind == "moved" and change.item.parent is None and change.was is not None and change.now is not None:
            yield change.was.ref, change.now.ref
