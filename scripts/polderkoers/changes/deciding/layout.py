"""Writes an item out whole, with everything inside it: a row for each field and for each item, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from polderkoers.changes.deciding.facets import (
    STATUS,
    facets,
    heading_of,
    inner_block,
    is_plain_text,
    name_field,
    parts_of,
)
from polderkoers.changes.deciding.naming import noun_of, number_of
from polderkoers.changes.deciding.quoting import PAIRS
from polderkoers.policy.dutch_words import capital

if TYPE_CHECKING:
    from polderkoers.changes.deciding.said import ValueWords
    from polderkoers.changes.items import Item

_NEEDS_MARKS = frozenset(chain(*PAIRS, ";"))
# What stands in the row of the item itself, and what is said of a file beside it.
_IN_ROW = frozenset({"nummer", "letter"})


class Row(NamedTuple):
    """A row of what is written out: how deep it stands, what it is called and what it says.

    `is_item` tells an item from a field. What is said can have several lines, and Markdown.
    """

    depth: int
    label: str
    text: str
    is_item: bool = False


class Layout:
    """Writes items out."""

    def __init__(self, said: ValueWords, moved: Mapping[Item, Any]) -> None:
        """Take the words for values, and the items that were elsewhere: those are moved and not written out."""
        self._said = said
        self._moved = moved

    def rows(self, item: Item) -> tuple[Row, ...]:
        """Return an item with everything in it, a file without its title and status."""
        if item.parent is None:
            return tuple(self._inside(item, 0))
        return tuple(self._item(item, 0))

    def _item(self, item: Item, depth: int) -> Iterator[Row]:
        text = str(item.data.get(name_field(item), ""))
        yield Row(depth, f"{capital(noun_of(item).name)}{number_of(item)}", text, is_item=True)
        yield from self._inside(item, depth + 1)

    def _inside(self, item: Item, depth: int) -> Iterator[Row]:
        skipped = _unsaid(item)
        for facet, values in facets(item).items():
            if facet not in skipped:
                yield from self._facet(item, facet, values, depth)
        for children in item.children.values():
            for child in children:
                if child not in self._moved:
                    yield from self._item(child, depth)

    def _facet(self, item: Item, facet: str, values: Mapping[str, Any], depth: int) -> Iterator[Row]:
        value = values.get(facet)
        label = heading_of(item.block, facet)
        if isinstance(value, Mapping) and inner_block(item.block, facet):
            yield from self._group(item.block, facet, value, Row(depth, label, ""))
        else:
            yield Row(depth, label, self._text(item, facet, values))

    def _group(self, block: str, name: str, value: Mapping[str, Any], row: Row) -> Iterator[Row]:
        inner = inner_block(block, name)
        main, rest = parts_of(block, name, value)
        told = {part: bare(self._said.value(inner, part, value[part])) for part in (main, *rest) if part}
        yield row._replace(text=told.get(main, ""))
        for part in rest:
            yield Row(row.depth + 1, heading_of(inner, part), told[part])

    def _text(self, item: Item, facet: str, values: Mapping[str, Any]) -> str:
        value = values.get(facet)
        if isinstance(value, str) and is_plain_text(item.block, facet):
            return value
        if isinstance(value, list):
            return "; ".join(map(bare, self._said.members(item.block, facet, value)))
        return bare(self._said.of_facet(item, facet, values))


def bare(quoted: str) -> str:
    """Return a value without the marks around it, when it needs none to be told from others in a row."""
    inner = quoted[1:-1]
    is_one_quote = (quoted[:1], quoted[-1:]) in PAIRS
    if is_one_quote and not _NEEDS_MARKS.intersection(inner):
        return inner
    return quoted


def _unsaid(item: Item) -> frozenset[str]:
    """Return the facets that the row of an item says already, or the sentence above a file."""
    name = frozenset({name_field(item)})
    if item.parent is None:
        return name | _IN_ROW | {STATUS, "soort"}
    return name | _IN_ROW
