"""Finds the comments and blank lines of a file, and the entry that each of them belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from polderkoers.policy.canonical.nodes import Collection, Scalar, YamlEntry
from polderkoers.policy.canonical.reader import BREAK, BREAKS, YamlTree

_REMARK = re.compile("#[^\n\x85\u2028\u2029]*|\n[ \t]*(?=\n)")


@dataclass(frozen=True)
class YamlRemark:
    """A comment with its #, or a blank line (an empty text).

    `column` is there only for a comment on a line of its own. `dash` is where the last dash before it stands, or -1.
    """

    text: str
    start: int
    column: int | None
    dash: int


def remarks(text: str, tree: YamlTree) -> Iterator[YamlRemark]:
    """Yield the comments and blank lines of a text in their order."""
    at = 0
    for start, end in (*tree.texts, (len(text), len(text))):
        dash = -1
        for found in _REMARK.finditer(text, at, start):
            dash = max(dash, text.rfind("-", at, found.start()))
            yield YamlRemark(found[0].strip(), found.start(), _own_column(text, at, found.start()), dash)
            at = found.end()
        at = end


def _own_column(text: str, after: int, at: int) -> int | None:
    """Return the column of a place if nothing stands before it on its line; `after` is the end of what came before."""
    begin = max(text.rfind(sign, max(after - 1, 0), at) for sign in BREAKS) + 1
    alone = (begin > 0 or after == 0) and not text[begin:at].strip(" \t")
    if not alone:
        return None
    return at - begin


def attach(text: str, tree: YamlTree) -> None:
    """Give every comment and blank line of a text to the entry or collection of the tree that it belongs to."""
    attaching = _Attaching(text, tree)
    for remark in remarks(text, tree):
        attaching.feed(remark)
    attaching.close()
    _divide_header(tree.top)


class _Attaching:
    def __init__(self, text: str, tree: YamlTree) -> None:
        self._text = text
        self._first = tree.entries[0]
        # With nothing before the first entry, and nothing behind the last.
        self._entries = (None, *tree.entries, None)
        self._starts = [entry.start for entry in tree.entries]
        self._blank = False
        self._next: YamlEntry | None = None
        # Comments that follow each other never go deeper again: else they would change places.
        self._deepest: int | None = None

    def feed(self, remark: YamlRemark) -> None:
        at = bisect_right(self._starts, remark.start)
        previous, following = self._entries[at], self._entries[at + 1]
        if following is not self._next:
            self.close()
            self._next = following
        below_dash = previous is not None and remark.dash >= previous.start
        if not remark.text:
            self._blank = self._blank or (not below_dash and _is_between(previous, following, remark.start))
        elif remark.column is None and (holder := self._beside(previous, remark.start)):
            holder.trailing.append(remark.text)
        elif following and below_dash:
            self._join(following.before, remark)
        else:
            self._join(self._above(previous, following, remark), remark)

    def _join(self, lines: list[str], remark: YamlRemark) -> None:
        """Put a comment behind the lines that it joins, and before it the blank line that stood there."""
        if self._blank and lines[-1:] != [""]:
            lines.append("")
        lines.append(remark.text)
        self._blank = False

    def close(self) -> None:
        """End a gap between two entries: a blank line at its end belongs to the second."""
        if self._blank and self._next is not None:
            self._next.before.append("")
        self._blank, self._deepest = False, None

    def _beside(self, entry: YamlEntry | None, at: int) -> YamlEntry | None:
        """Return the entry on whose line a comment stands."""
        while entry and entry.parent and entry.parent.flow and at >= entry.parent.end:
            entry = entry.parent.holder
        # A list that is the whole file has no line of its own.
        if entry is None or (entry.parent is None and entry.block()):
            return None
        marks = [entry.start, entry.key_end]
        if not entry.block():
            marks += [entry.value.start, entry.value.end]
        nearest = max((mark for mark in marks if mark <= at), default=at)
        if BREAK.search(self._text, nearest, at):
            return None
        return entry

    def _above(self, previous: YamlEntry | None, following: YamlEntry | None, remark: YamlRemark) -> list[str]:
        """Return the lines that a comment on its own line joins."""
        if previous is not None and _is_amid(previous, remark.start):
            return previous.before
        if flow := _flow_around(previous, remark.start):
            return _within(flow, following)
        return self._by_column(previous, following, remark.column)

    def _by_column(self, previous: YamlEntry | None, following: YamlEntry | None, column: int | None) -> list[str]:
        """Choose, by its column, between the collections that end here and the entry that follows."""
        floor = _column_around(following)
        limit = self._limit(floor, column)
        # Of collections in the same column the outermost, which is the one that the canonical form indents least.
        ends = [found for found in _ending(previous, following) if not found.flow and floor < found.column <= limit]
        ending = max(reversed(ends), key=lambda found: found.column, default=None)
        if ending is not None:
            self._deepest = ending.column
            return ending.after
        if following is None:
            return self._at_the_end()
        self._deepest = floor
        return following.before

    def _limit(self, floor: int, column: int | None) -> int:
        """Return how deep the collection may stand that a comment in a column joins."""
        if column is None:
            column = floor
        if self._deepest is None:
            return column
        return min(column, self._deepest)

    def _at_the_end(self) -> list[str]:
        """Return the lines that a comment at the end of the file joins, which no collection takes."""
        top = self._first
        if isinstance(top.value, Collection):
            return top.value.after
        return top.before


def _within(flow: Collection, following: YamlEntry | None) -> list[str]:
    """Return the lines that a comment between the brackets of a collection in flow style joins."""
    if following is not None and following.start < flow.end:
        return following.before
    if flow.entries:
        return flow.after
    return flow.holder.before


def _column_around(entry: YamlEntry | None) -> int:
    """Return the column of the collection that an entry stands in, or -1 when it stands in none."""
    if entry is None or entry.parent is None:
        return -1
    return entry.parent.column


def _ending(previous: YamlEntry | None, following: YamlEntry | None) -> list[Collection]:
    """Return the collections that end between two entries, the innermost first."""
    if previous is None:
        return []
    around = list(previous.around())
    if following is None:
        return around
    if not any(found is following.parent for found in around):
        return []
    return list(takewhile(lambda found: found is not following.parent, around))


def _is_amid(entry: YamlEntry, at: int) -> bool:
    """Return whether a place is between a key and its value, which leaves no room for a line in between."""
    return not entry.block() and at < entry.value.start


def _is_between(previous: YamlEntry | None, following: YamlEntry | None, at: int) -> bool:
    """Return whether a place is between two entries, and not between a value and the sign that closes its list."""
    flow = _flow_around(previous, at)
    closing = flow and (following is None or following.start >= flow.end)
    return not closing and (previous is None or not _is_amid(previous, at))


def _flow_around(entry: YamlEntry | None, at: int) -> Collection | None:
    """Return the innermost collection in flow style around a place that follows the start of an entry."""
    if entry is None:
        return None
    collections = list(entry.around())
    if not isinstance(entry.value, Scalar):
        collections.insert(0, entry.value)
    return next((found for found in collections if found.flow and found.start <= at < found.end), None)


def _divide_header(top: YamlEntry) -> None:
    """Leave what stands above the first blank-line-and-field with the file; the rest belongs to the first entry."""
    if not isinstance(top.value, Collection) or not top.value.entries:
        return
    cut = _behind_last_blank(top.before)
    first = top.value.entries[0]
    first.before = top.before[cut:] + first.before
    top.before = top.before[:cut]


def _behind_last_blank(lines: list[str]) -> int:
    """Return the place behind the last blank line, or 0 when there is none."""
    if "" not in lines:
        return 0
    return len(lines) - lines[::-1].index("")
