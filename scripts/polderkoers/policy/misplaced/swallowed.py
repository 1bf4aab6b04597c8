"""Fields and items that stand in a text of several lines, so that they are read as words of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from polderkoers.policy.syntax_clues.blocks import TextBlock, in_text, text_blocks
from polderkoers.policy.syntax_clues.clue import FIELD_NAMES, indent_of

_LIKE_FIELD = re.compile(r"^ *(?P<dash>(?:- +)*)(?P<name>[a-z][a-z_]*):(?P<value>\s.*)?$")
# The same, found fast in a whole file and a little too often: a text of several lines, and in it a line like a field.
_BLOCK = re.compile(r"^( *)(?:- +)*[\w'-]+:[ \t]+[>|][^\n\w]*\r?\n((?:\1 [^\n]*(?:\n|\Z)|[ \t\r]*\n)+)", re.MULTILINE)
_INSIDE = re.compile(r"^ +(?:[-•●▪◦·*–—] |\d\d?[.)] |#+ \w|\||[a-z][a-z_]*:(?:\s|$))", re.MULTILINE)
# What begins a line of a list, a heading or a table; a dash of a sentence or a number of one may begin a line by chance.
_POINT = re.compile(r"\s*(?:[-•●▪◦·*] |#{1,6} [^\W\d]|\|.*\|\s*$)")
_PERHAPS = re.compile(r"\s*(?:[–—] |\d\d?[.)] )")
# A plain text behind a field, and below it a deeper line that is no field, item or comment; fast, and a little too often.
_LONGER = re.compile(
    r"^( *)(?:- +)*[a-z_]+:[ \t]+[^>|\"'\[{#\s&*!][^\n]*\n\1 +(?!#|- |-\r?$|[a-z_]+:\s|[a-z_]+:$)[^\n\s]", re.MULTILINE
)
_HEAD = re.compile(r"(?P<indent> *)[a-z_]+:\s*")
_LEFT = re.compile(r"^( *)[a-z_]+:[ \t]*\r?\n\1   +- ", re.MULTILINE)
_PLAIN = re.compile(r" *(?:- +)*(?P<name>[a-z_]+):[ \t]+(?P<value>[^>|\"'\[{#\s&*!].*)$")
_ENTRY = re.compile(r" *(?:#|- |-$|[a-z_]+:(?:\s|$))")


@dataclass(frozen=True)
class Swallowed:
    """A line of a text that looks like a field or an item, with that text; without a name it only begins with a dash."""

    block: TextBlock
    line: int
    name: str
    dash: bool


def left_behind(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the heading of every list that stands deeper than one of its own does, with where the item above has its fields.

    The lines of the list fit in the item above, and the heading alone stands further to the left.
    """
    for number in range(2, len(lines)):
        head, below, above = lines[number - 1], lines[number], lines[number - 2]
        found = _HEAD.fullmatch(head)
        wanted = indent_of(below) - 2
        if found and below.lstrip().startswith("- ") and wanted > len(found["indent"]) and _column(above) == wanted:
            yield number, wanted


def _column(row: str) -> int:
    found = _LIKE_FIELD.match(row)
    return found.start("name") if found else -1


def may_leave_behind(text: str) -> bool:
    """Return whether a heading may stand further to the left than its list says; found fast."""
    return _LEFT.search(text) is not None


def may_hold(text: str) -> bool:
    """Return whether a text of several lines in a file may hold a line that looks like a field; found fast."""
    return any(_INSIDE.search(block[2]) for block in _BLOCK.finditer(text))


def may_go_on(text: str) -> bool:
    """Return whether a text without quotation marks in a file may go on below its line; found fast."""
    return _LONGER.search(text) is not None


def going_on(lines: list[str], names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last line of every text of a field among `names` that goes on below its line."""
    inside = in_text(lines)
    for number, row in enumerate(lines, start=1):
        found = _PLAIN.match(row)
        if not found or found["name"] not in names or number in inside:
            continue
        last = number
        while last < len(lines) and _continues(lines[last], found.start("name")):
            last += 1
        if last > number:
            yield number, last


def _continues(row: str, column: int) -> bool:
    return bool(row.strip()) and indent_of(row) > column and not _ENTRY.match(row)


def holds_swallowed(lines: list[str]) -> bool:
    """Return whether a text of several lines holds a line that looks like a field or an item."""
    return next(swallowed(lines), None) is not None


def swallowed(lines: list[str]) -> Iterator[Swallowed]:
    """Yield the first line of every text of several lines that looks like a field or an item."""
    for block in text_blocks(lines):
        for number in block.rows:
            if _is_dashed(lines, block, number):
                yield Swallowed(block, number, "", dash=False)
                break
            found = _LIKE_FIELD.match(lines[number - 1])
            if found and found["name"] in FIELD_NAMES and not _goes_on(lines, block, number, found):
                yield Swallowed(block, number, found["name"], bool(found["dash"]))
                break


def _is_dashed(lines: list[str], block: TextBlock, number: int) -> bool:
    """Return whether a line of a text that is no field begins with a dash, below a line of words: it runs on in a sentence."""
    row = lines[number - 1]
    above, below = _row_in(block, lines, number - 1), _row_in(block, lines, number + 1)
    pointed = _POINT.match(row) or (_PERHAPS.match(row) and _PERHAPS.match(below))
    dashed = pointed and not _LIKE_FIELD.match(row) and "|" not in lines[block.head - 1]
    return bool(dashed) and bool(above.strip()) and indent_of(row) == indent_of(above)


def _row_in(block: TextBlock, lines: list[str], number: int) -> str:
    """Return a line of a text, or nothing when the line is none of it."""
    return lines[number - 1] if number in block.rows else ""


def _goes_on(lines: list[str], block: TextBlock, number: int, found: re.Match[str]) -> bool:
    """Return whether the line above ends in the middle of a sentence, which goes on here: 'Daar staat' / 'over: niets'."""
    above = _row_in(block, lines, number - 1).rstrip()
    words = (found["value"] or "").strip()[:1].isalpha() and not found["dash"]
    same = bool(above) and indent_of(above) == indent_of(lines[number - 1])
    return same and words and (above[-1].isalpha() or above[-1] in ",;")
