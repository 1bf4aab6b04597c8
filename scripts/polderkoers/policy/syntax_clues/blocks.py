"""Texts of several lines behind a >- or |, and a line of them that does not begin far enough to the right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from polderkoers.policy.syntax_clues.clue import BLOCK, FIELD, Clue, Stop, indent_of, rows_replaced, shown, spaces

# A name of a field is written without spaces and capitals; a sentence is not.
_ENTRY = re.compile(r"\s*(- |-$|#|[a-z][a-z0-9_]*:(\s|$)|[A-Za-z][\w-]*:\s*$)")
_BROKEN = re.compile(r"\s*([a-z][a-z_]*\s*[:=;]|-\S|[•●▪·–—*|<>=\"'\[{}\]])")


@dataclass(frozen=True)
class TextBlock:
    """A text of several lines: the field that it is of, the line of that field, its column, and its lines (from 1)."""

    name: str
    head: int
    column: int
    rows: tuple[int, ...]


def text_blocks(lines: list[str]) -> list[TextBlock]:
    """Return the texts of several lines in a file."""
    found: list[TextBlock] = []
    number = 1
    while number <= len(lines):
        field = FIELD.match(lines[number - 1])
        if field and BLOCK.fullmatch(field["value"] or ""):
            column = field.start("name")
            rows = _rows(lines, number, column)
            found.append(TextBlock(field["name"], number, column, rows))
            number += len(rows)
        number += 1
    return found


def _rows(lines: list[str], head: int, column: int) -> tuple[int, ...]:
    """Return the numbers of the lines below a head that are deeper than its field, and the empty ones among them."""
    rows: list[int] = []
    for number in range(head + 1, len(lines) + 1):
        row = lines[number - 1]
        if row.strip() and indent_of(row) <= column:
            break
        rows.append(number)
    return tuple(rows)


def in_text(lines: list[str]) -> frozenset[int]:
    """Return the numbers of the lines that are part of a text of several lines."""
    return frozenset(chain.from_iterable(block.rows for block in text_blocks(lines)))


def find(stop: Stop) -> Clue | None:
    """Return that a line belongs to the text above it, but does not begin as far to the right."""
    for block in text_blocks(stop.lines):
        if found := _shallow(stop.lines, block, stop.line):
            return found
    return None


def outdented(lines: list[str], number: int) -> Clue | None:
    """Return that a line, whatever it looks like, stands directly behind a text and may be a part of it."""
    for block in text_blocks(lines):
        last = max((*block.rows, block.head))
        if last + 1 == number and lines[number - 2].strip():
            return _clue(lines, block, number, number)
    return None


def _shallow(lines: list[str], block: TextBlock, stop: int) -> Clue | None:
    """Return the clue for the lines behind a text that are no field, item or remark."""
    wanted = _wanted(lines, block)
    for number in block.rows:
        row = lines[number - 1]
        if row.strip() and indent_of(row) < wanted and number <= stop:
            return _clue(lines, block, number, number)
    first = max((*block.rows, block.head)) + 1
    last = first
    while last <= len(lines) and _is_prose(lines[last - 1]) and indent_of(lines[last - 1]) < wanted:
        last += 1
    if first == last or first > stop:
        return None
    return _clue(lines, block, first, last - 1)


def _wanted(lines: list[str], block: TextBlock) -> int:
    filled = (indent_of(lines[number - 1]) for number in block.rows if lines[number - 1].strip())
    return next(filled, block.column + 2)


def _is_prose(row: str) -> bool:
    return bool(row.strip()) and not _ENTRY.match(row) and not _BROKEN.match(row)


def _clue(lines: list[str], block: TextBlock, first: int, last: int) -> Clue:
    wanted = _wanted(lines, block)
    short = wanted - indent_of(lines[first - 1])
    old = lines[first - 1 : last]
    new = [" " * max(0, wanted - indent_of(row)) + row for row in old]
    hint = f"zet er {spaces(short)} voor, zodat de regel even ver begint als de rest van de tekst: {shown(old[0])}"
    if len(old) > 1:
        hint = f"zet {spaces(short)} voor regel {first} tot en met {last}: {shown(old[0])}"
    message = f"Deze regel hoort zo te zien bij de tekst van '{block.name}', maar springt niet ver genoeg in."
    return Clue(first, indent_of(lines[first - 1]) + 1, message, hint, rows_replaced(first, old, new))
