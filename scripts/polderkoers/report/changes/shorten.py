"""Shows of a long text only the words around what differs, where there is no room for all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polderkoers.changes.cells import Cell, Pair, pair_of
from polderkoers.changes.words import Run

_WORDS = 12
_LONG = 300
_GAP = " … "
_WORD = re.compile(r"\S+")


def shortened(pair: Pair) -> Pair:
    """Return a pair with at most a dozen words before and after each piece that differs; short texts stay whole."""
    if sum(len(run.text) for run in pair.both) <= _LONG:
        return pair
    return pair_of(tuple(_runs(pair.both)))


def _runs(cell: Cell) -> Iterator[Run]:
    for place, run in enumerate(cell):
        if run.state == "same":
            yield Run("same", _cut(run.text, first=place == 0, last=place == len(cell) - 1))
        else:
            yield run


def _cut(text: str, *, first: bool, last: bool) -> str:
    words = list(_WORD.finditer(text))
    # A gap of a few words saves nothing.
    if len(words) <= _WORDS * (2 - first - last) + _WORDS // 2:
        return text
    if first and last:
        return " …"
    start = text[: words[_WORDS - 1].end()]
    end = text[words[-_WORDS].start() :]
    if first:
        return f"… {end}"
    return f"{start} …" if last else f"{start}{_GAP}{end}"
