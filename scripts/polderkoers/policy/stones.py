"""What became of things that had an address: the stones of data/adressen.yaml, followed to where they lead today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.model.adressen import RENAMED, Adres, Adressen

if TYPE_CHECKING:
    from polderkoers.policy.index import Entry, Policy


@dataclass(frozen=True)
class Stone:
    """What the data say of a former address, with the list that says it and the place there (a JSON Pointer)."""

    adres: Adres
    entry: Entry
    pointer: str

    @property
    def file(self) -> str:
        """The id of the file that it stood in, or was."""
        return self.adres.was.partition("/")[0]

    @property
    def id(self) -> str:
        """The id that it had."""
        return self.adres.was.rpartition("/")[2]


class Stones:
    """The stones of a policy, by what each was called."""

    def __init__(self, policy: Policy) -> None:
        """Take a policy; nothing is followed yet."""
        self._policy = policy
        self.all = tuple(_stones(policy))

    @cached_property
    def by_was(self) -> dict[str, Stone]:
        """The stones by the reference of then; of two with one reference the first."""
        return {stone.adres.was: stone for stone in reversed(self.all)}

    def leads_to(self, stone: Stone) -> tuple[Entry, ...]:
        """Return what a former address leads to today, each once; a circle leads nowhere."""
        found = chain.from_iterable(self._followed(wanted, (stone.adres.was,)) for wanted in stone.adres.nu)
        return tuple(self._policy.entries[ref] for ref in dict.fromkeys(found))

    def renamed(self, stone: Stone) -> Entry | None:
        """Return what something is today that was only called otherwise, None when more than that happened."""
        ends = self.leads_to(stone)
        if stone.adres.gebeurd == RENAMED and len(ends) == 1:
            return ends[0]
        return None

    def ends_of(self, ref: str) -> tuple[Entry, ...]:
        """Return what a reference of earlier leads to today, each once."""
        return tuple(self._policy.entries[found] for found in dict.fromkeys(self._followed(ref, ())))

    def is_known(self, ref: str) -> bool:
        """Return whether the address of something that is gone is accounted for: by its own stone, or by that of its file."""
        file, slash, id_ = ref.partition("/")
        if ref in self.by_was:
            return True
        above = self.by_was.get(file) if slash else None
        if above is None:
            return False
        # What stood in a file that is called otherwise now has kept its place there, or has a stone of its own.
        renamed = above.adres.gebeurd == RENAMED
        return not renamed or any(self._is_there(f"{entry.ref}/{id_}") for entry in self.leads_to(above))

    def _is_there(self, ref: str) -> bool:
        return self._policy.get(ref) is not None or ref in self.by_was

    def _followed(self, ref: str, on_the_way: tuple[str, ...]) -> Iterator[str]:
        """Yield the references of today that a reference leads to."""
        if ref in on_the_way:
            return
        if self._policy.get(ref) is not None:
            yield ref
            return
        stone = self.by_was.get(ref)
        for wanted in stone.adres.nu if stone else self._with_its_file(ref):
            yield from self._followed(wanted, (*on_the_way, ref))

    def _with_its_file(self, ref: str) -> Iterator[str]:
        """Yield how something is called that has no stone but stood in a file that is called otherwise now."""
        file, slash, id_ = ref.partition("/")
        above = self.by_was.get(file)
        if slash and above is not None and above.adres.gebeurd == RENAMED:
            yield from (f"{wanted}/{id_}" for wanted in above.adres.nu)

    def is_circle(self, stone: Stone) -> bool:
        """Return whether following a stone comes back at it."""
        return any(self._comes_back(wanted, stone.adres.was, ()) for wanted in stone.adres.nu)

    def _comes_back(self, ref: str, start: str, on_the_way: tuple[str, ...]) -> bool:
        if ref == start:
            return True
        stone = self.by_was.get(ref)
        if stone is None or ref in on_the_way:
            return False
        return any(self._comes_back(wanted, start, (*on_the_way, ref)) for wanted in stone.adres.nu)


def _stones(policy: Policy) -> Iterator[Stone]:
    for entry in policy.of(Adressen):
        for place, adres in enumerate(entry.item.adressen):
            yield Stone(adres, entry, f"/adressen/{place}")
