"""Where two sides clash: what it was, what each made of it, and which of the three stands in the outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from polderkoers.changes.change import Subject

MergeSide = Literal["basis", "een", "ander"]
SIDES: tuple[MergeSide, MergeSide, MergeSide] = ("basis", "een", "ander")
"""The states of a merge, in the order in which they are given everywhere."""

ClashKind = Literal["veld", "weg", "toegevoegd", "plek", "volgorde", "id", "dubbel", "bestand"]
Values = tuple[Any, Any, Any]


@dataclass(frozen=True, kw_only=True)
class MergeClash:
    """One thing that both sides changed, each in another way.

    `kind` says what: a field, an item that one side took away and the other changed, one that both added, its place, the order of a
    list, an id, two items with one id, or a file that cannot be read. `ref` is the reference in the outcome, `field` the field or the list,
    `row` what tells a row without an id apart. `values` are what it was and what each side made of it, None for nothing;
    of a file that cannot be read how many bytes it has.
    """

    kind: ClashKind
    file: str
    ref: str = ""
    field: str = ""
    row: str = ""
    values: Values = (None, None, None)
    subject: Subject | None = None

    @property
    def key(self) -> str:
        """What the clash is decided by: the same in every merge of the same three states."""
        return f"{self.kind}:{self.file}:{self.ref}:{self.field}:{self.row}".rstrip(":")


@dataclass
class Choices:
    """What was decided of clashes, by key, and what stands in the outcome where nothing was; gathers the clashes."""

    decided: Mapping[str, MergeSide] = field(default_factory=lambda: MappingProxyType({}))
    otherwise: MergeSide = "een"
    clashes: list[MergeClash] = field(default_factory=list)

    def of(self, clash: MergeClash) -> MergeSide:
        """Return which state stands in the outcome, and keep the clash when nobody decided it."""
        if clash.key in self.decided:
            return self.decided[clash.key]
        self.clashes.append(clash)
        return self.otherwise
