"""One change in words, once for every form: its number, what it says, what was and will be, what it means and is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.changes.deciding.drafted import OTHERS
from polderkoers.policy.dutch_words import count, listing

if TYPE_CHECKING:
    from polderkoers.changes.account.matters import Matter
    from polderkoers.changes.cells import Pair
    from polderkoers.changes.change import Change, Subject
    from polderkoers.changes.contents import Contents
    from polderkoers.changes.deciding.parts import Part

OF_OTHERS = "Dit is beleid van een ander."
"""What must be said wherever policy of another is told."""
# What a reader of a new document first wants to know the number of, besides its goals.
_WEIGHTY = frozenset({"stap", "activiteit", "bedrag"})
# A longer sentence is cut where there is little room.
_LONGEST = 300


@dataclass(frozen=True)
class Told:
    """A change in words.

    `sentence` says it all. `pair` is what was and will be,
    `whole` what is in an item that is new or gone. `meanings` are a few words each, `difference` says by how much a figure moved.
    `along` are changes that are told in one line, the first of them this one, `about` what they stand in.
    `matters` are what a change of policy is about. It `is_entry` when it is a whole entry of a list of names that is new or gone.
    """

    change: Change
    number: str
    part: Part
    sentence: str
    pair: Pair
    whole: Contents | None
    meanings: tuple[str, ...]
    difference: str
    matters: tuple[Matter, ...]
    is_entry: bool = False
    along: tuple[Told, ...] = ()
    about: Subject | None = None

    @property
    def subject(self) -> Subject:
        """The item that it is about."""
        return self.about or self.change.item

    @property
    def each(self) -> tuple[Told, ...]:
        """Every change that is told in this line, apart."""
        return self.along or (self,)

    @property
    def is_of_others(self) -> bool:
        """Whether it is policy of another, on which nobody decides here."""
        return self.number.startswith(OTHERS)

    @property
    def short(self) -> str:
        """The sentence without the end of a very long one, with what is in a whole file, and that it is policy of another."""
        said = self.sentence
        if len(said) > _LONGEST:
            said = f"{said[:_LONGEST].rpartition(' ')[0]} …"
        about = OF_OTHERS if self.is_of_others else ""
        return " ".join(filter(None, (said, self._inside, about)))

    @property
    def _inside(self) -> str:
        if self.whole is None or not self.whole.is_file or self.change.kind != "added":
            return ""
        goals = [count(len(self.whole.goals), "doel", "doelen")] if self.whole.goals else []
        parts = [part.count for part in self.whole.parts if part.block in _WEIGHTY]
        if goals or parts:
            return f"Daarin: {listing([*goals, *parts])}."
        return ""
