"""A change: one thing that is different between two versions of the policy, as a frozen value."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from typing import Any, Literal

from polderkoers.policy.vocabulary import AS_USUAL, Vocabulary

Kind = Literal["added", "removed", "changed", "moved"]
Significance = Literal["inhoudelijk", "redactioneel"]

TARGET = "streefwaarde"
OF_INDICATOR = frozenset({"meting", TARGET})
"""The blocks of which the indicator around them says what they are of, and in which unit."""
LABELS = ("naam", "titel", "wat", "waarvoor")
"""The fields by which a reader may know an item: the first that it has."""

RENAMED = "hernoemd"
"""What it means that an item has another id, or a file another name: its address is another, and the policy is not."""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """The item that a change is about, as it stands in one version.

    `key` names a block without an id inside the item that `ref` points at (`met` of a link). `slot` is the list or
    field that holds the item. `parent` is the item above it, None for a file. `marks` are the fields that say something of
    its figure (`ongeveer`). It is `of_editors` when they laid it, as a link that no source has. `own` are the words to say it in.
    """

    ref: str
    block: str
    label: str
    file: str
    soort: str
    title: str
    slot: str = ""
    key: str | None = None
    number: int | str | None = None
    parent: Subject | None = None
    marks: frozenset[str] = dataclasses.field(default=frozenset(), compare=False, repr=False)
    of_editors: bool = dataclasses.field(default=False, compare=False, repr=False)
    own: Vocabulary = dataclasses.field(default=AS_USUAL, compare=False, repr=False)

    @property
    def id(self) -> str:
        """The id of the item, or of the item that holds a block without one."""
        return self.ref.rpartition("/")[2]


@dataclass(frozen=True, kw_only=True)
class Position:
    """Where an item stands: its file, the item above it, the list there, and the item before it in that list.

    For a whole file `parent` and `list` are None. `after` is None for the first of a list. `many` is False when the
    item is no part of a list but the one value of its field.
    """

    file: str
    parent: str | None = None
    list: str | None = None
    after: str | None = None
    many: bool = True


@dataclass(frozen=True, kw_only=True)
class MovedFigure:
    """A figure that moved. `percentage` is None when there is nothing to take a percentage of.

    By how much it moved `is_sure` only of two figures that are exact, and of as long a time.
    """

    old: float | int | None
    new: float | int | None
    unit: str | None = None
    is_sure: bool = True

    @property
    def difference(self) -> float | int | None:
        """How much was added, negative when something was taken off; None when that is not sure."""
        if self.old is None or self.new is None or not self.is_sure:
            return None
        found = round(self.new - self.old, 6)
        if not math.isfinite(found):
            return None
        return int(found) if found == int(found) else found

    @property
    def percentage(self) -> float | None:
        """The difference as a percentage of the old figure, with one decimal."""
        if not self.old or self.difference is None:
            return None
        return round(100 * self.difference / abs(self.old), 1)


@dataclass(frozen=True, kw_only=True)
class MoneyTold:
    """What a change of an amount is in words, before and after its name.

    `was` and `now` are the amount on both sides, where the value of the field alone says too little (`ja`). `brief` is by how much
    it is more or less.
    """

    words: tuple[str, str]
    was: str = ""
    now: str = ""
    brief: str = ""

    def sentence(self, name: str) -> str:
        """Return the words with the name of the amount in them."""
        before, after = self.words
        return f"{before}{name}{after}"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change. `was` and `now` are the item in the old and the new version; one of them may be missing.

    `field` is None for a whole item, otherwise a field of it, with a dot for a part of a field (`wanneer.tot`).
    `origin` and `target` say where a removed, added or moved item stood and stands. `told` says in words all that differs
    between two wordings of a text, and `money` what an amount does. What `goes_along` is said by another change of the same item.
    """

    kind: Kind
    was: Subject | None = None
    now: Subject | None = None
    field: str | None = None
    old: Any = None
    new: Any = None
    origin: Position | None = None
    target: Position | None = None
    significance: Significance = "inhoudelijk"
    meaning: tuple[str, ...] = ()
    amount: MovedFigure | None = None
    told: tuple[str, ...] = dataclasses.field(default=(), compare=False, repr=False)
    money: MoneyTold | None = dataclasses.field(default=None, compare=False, repr=False)
    goes_along: bool = dataclasses.field(default=False, compare=False, repr=False)

    @property
    def is_told(self) -> bool:
        """Whether a reader is told of it: not of the list of versions, which is no policy, nor twice of the same."""
        return not self.goes_along and self.item.soort != "versies"

    @property
    def item(self) -> Subject:
        """The item as it is now, or as it was when it is gone."""
        found = self.now or self.was
        assert found is not None  # noqa: S101  # `find` makes no change about nothing
        return found

    @property
    def ref(self) -> str:
        """The reference of the item, or of the item that holds a block without an id."""
        return self.item.ref

    @property
    def block(self) -> str:
        """What kind of block the item is: doel, rol, stap, samenhang, kernopgave."""
        return self.item.block

    @property
    def key(self) -> str | None:
        """What tells a block without an id from the others of its item."""
        return self.item.key

    @property
    def file(self) -> str:
        """The file of the item, relative to the root."""
        return self.item.file

    @property
    def anchor(self) -> str:
        """A name for this change that is unique in a comparison and the same every time, fit for a link."""
        parts = (self.ref.replace("/", "."), (self.key or "").replace("/", "."), self.field or self.kind)
        return "--".join(filter(None, parts)).replace(" ", "_")
