"""The parts of a file that have a place in the canonical form: scalars, collections, and their entries with comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Scalar:
    """A text, number, boolean or null: its value, and the offsets at which it starts and ends in the file."""

    value: Any
    start: int
    end: int


@dataclass(eq=False)
class Collection:
    """A mapping or a list, in flow or in block style.

    `column` is where its entries stand. `after` are the comments below its last entry; an empty text is a blank line.
    """

    mapping: bool
    flow: bool
    start: int
    column: int
    holder: YamlEntry
    end: int = 0
    entries: list[YamlEntry] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


@dataclass(eq=False)
class YamlEntry:
    """A field of a mapping, an item of a list (without `key`), or the whole file (without `parent`).

    `before` are the comments and blank lines above it, `trailing` the comments behind it on the same line.
    """

    start: int
    parent: Collection | None = None
    key: str | None = None
    key_end: int = 0
    before: list[str] = field(default_factory=list)
    trailing: list[str] = field(default_factory=list)
    node: Scalar | Collection | None = None

    @property
    def value(self) -> Scalar | Collection:
        """The value, which every entry has once the file has been read."""
        if self.node is None:
            raise ValueError("an entry without a value")
        return self.node

    def block(self) -> Collection | None:
        """Return the value if it was written as a collection in block style."""
        return self.node if isinstance(self.node, Collection) and not self.node.flow else None

    def around(self) -> Iterator[Collection]:
        """Yield the collections that this entry stands in, the innermost first."""
        parent = self.parent
        while parent is not None:
            yield parent
            parent = parent.holder.parent


def comments_in(node: Scalar | Collection) -> Iterator[str]:
    """Yield the comments inside a value."""
    if isinstance(node, Scalar):
        return
    for entry in node.entries:
        yield from filter(None, (*entry.before, *entry.trailing))
        yield from comments_in(entry.value)
    yield from filter(None, node.after)
