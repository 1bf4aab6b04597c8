"""The items of three versions side by side: which is which, and in what order a reader wants them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from polderkoers.changes.items import Item, is_file, read_files
from polderkoers.changes.match import Matches, match
from polderkoers.changes.recognise import recognise
from polderkoers.changes.renamed import Renames
from polderkoers.policy.model.files import KINDS
from polderkoers.policy.model.kinds import NOT_COMPARED
from polderkoers.policy.vocabulary import Vocabulary

# What stands in a file, or in what only groups, is a row of its own: a whole plan in one row could not be read.
_GROUPS = frozenset({"doelengroep", "hoofdstuk"})
_RANKS = {kind: place for place, kind in enumerate(KINDS)}


class Trio(NamedTuple):
    """An item in the text in force, in the proposal and in the amendment; None where it is not there."""

    geldend: Item | None
    voorstel: Item | None
    amendement: Item | None

    @property
    def item(self) -> Item:
        """The item as the proposal has it; else as the amendment or the text in force has it."""
        found = self.voorstel or self.amendement or self.geldend
        assert found is not None  # noqa: S101 - `Trios` makes none of nothing
        return found

    @property
    def pattern(self) -> tuple[bool, bool, bool]:
        """Where the item is."""
        return self.geldend is not None, self.voorstel is not None, self.amendement is not None

    @property
    def is_everywhere(self) -> bool:
        """Whether all three versions have the item."""
        return all(self.pattern)


class Trios:
    """All items of three versions, given as data by file."""

    def __init__(
        self,
        geldend: Mapping[str, Any],
        voorstel: Mapping[str, Any],
        amendement: Mapping[str, Any],
        own: Vocabulary,
        renames: tuple[Renames, Renames],
    ) -> None:
        """Find which items are the same. `own` are the words to tell them in, `renames` what is called otherwise in the next version."""
        sides = [read_files(_compared(data), own) for data in (geldend, voorstel, amendement)]
        known = (each.called for each in renames)
        first, second = (match(*pair, told, recognise) for pair, told in zip(pairwise(sides), known, strict=True))
        self._renames = renames[0]
        self._of: dict[Item, Trio] = {}
        for item in _all(sides[1]):
            self._keep(Trio(first.old_of.get(item), item, second.new_of.get(item)))
        self._without_middle(sides[0], sides[2], first, second)
        self._roots = [*sides[1].values(), *sides[2].values(), *sides[0].values()]

    def _without_middle(self, old: dict[str, Item], new: dict[str, Item], first: Matches, second: Matches) -> None:
        """Find what the proposal does not have; what it takes away an amendment may bring back."""
        gone = {self._called(item): item for item in _all(old) if item not in first.new_of}
        for item in _all(new):
            if item not in second.old_of:
                self._keep(Trio(gone.pop(_name(item), None), None, item))
        for item in gone.values():
            self._keep(Trio(item, None, None))

    def _called(self, item: Item) -> tuple[str, str, str | None]:
        """Return what an item that is in force is found by, as the proposal would call it."""
        ref, block, key = _name(item)
        if key is not None:
            key = self._renames.key(key)
        return self._renames.key(ref), block, key

    def _keep(self, trio: Trio) -> None:
        for item in trio:
            if item is not None:
                self._of[item] = trio

    def of(self, item: Item) -> Trio:
        """Return the trio of an item of any of the versions."""
        return self._of[item]

    def roots(self) -> list[Trio]:
        """Return the files, policy first and lists of names after it."""
        trios = dict.fromkeys(map(self.of, self._roots))
        return sorted(trios, key=lambda trio: (_RANKS.get(trio.item.block, len(_RANKS)), trio.item.file))

    def inside(self, trio: Trio) -> Iterator[Trio]:
        """Yield an item and all that stands in it, in the order of the proposal; what it does not have behind its neighbour."""
        yield trio
        there = [item for item in (trio.voorstel, trio.amendement, trio.geldend) if item is not None]
        slots = chain.from_iterable(map(attrgetter("children"), there))
        for slot in dict.fromkeys(slots):
            for child in self._merged(there, slot):
                yield from self.inside(child)

    def _merged(self, there: list[Item], slot: str) -> list[Trio]:
        found: list[Trio] = []
        for holder in there:
            before: Trio | None = None
            for child in holder.children.get(slot, ()):
                trio = self.of(child)
                # What went elsewhere is told where the proposal has it.
                if trio not in found and trio.item is child:
                    found.insert(_behind(before, found), trio)
                before = trio
        return found

    def is_within(self, trio: Trio) -> bool:
        """Return whether an item is told with what it stands in: it is where that is, and nowhere else."""
        holder = trio.item.parent
        if holder is None or holder.parent is None or holder.block in _GROUPS:
            return False
        above = self.of(holder)
        return trio.pattern == above.pattern and all(
            item is None or item.parent is holder for item, holder in zip(trio, above, strict=True)
        )


def _compared(data: Mapping[str, Any]) -> dict[str, Any]:
    return {file: held for file, held in data.items() if is_file(held) and held.get("soort") not in NOT_COMPARED}


def _all(side: Mapping[str, Item]) -> Iterator[Item]:
    for root in side.values():
        yield root
        yield from root.inside()


def _behind(before: Trio | None, found: list[Trio]) -> int:
    if before in found:
        return found.index(before) + 1
    return 0


def _name(item: Item) -> tuple[str, str, str | None]:
    return item.ref, item.block, item.key
