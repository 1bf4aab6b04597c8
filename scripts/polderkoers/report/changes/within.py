"""What a change holds, as Markdown: both sides beside each other, or all that is in an item that is new or gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from polderkoers.changes.cells import Cell, Pair, pair_of
from polderkoers.changes.contents import Contents, named
from polderkoers.changes.words import Run
from polderkoers.report.changes.escape import escape, marked
from polderkoers.report.changes.summary import count

if TYPE_CHECKING:
    from polderkoers.report.changes.outline import Told


MANY = 12
# Of a long text only the words around what differs are shown, where there is no room for all of it.
_WORDS = 12
_LONG = 300
_GAP = " … "
_WORD = re.compile(r"\S+")


def body(told: Told) -> Iterator[str]:
    """Yield what was and will be, or what is in an item that is new or gone."""
    if told.whole is not None:
        yield from whole(told.whole)
    elif told.pair.was or told.pair.now:
        yield table(shortened(told.pair))


def table(pair: Pair) -> str:
    """Return both sides beside each other."""
    was, now = (marked(cell) or "*niets*" for cell in (pair.was, pair.now))
    return f"| Was | Wordt |\n|---|---|\n| {was} | {now} |"


def whole(found: Contents) -> Iterator[str]:
    """Yield what is in an item: its own fields, its goals by name, and the rest by number or name."""
    rows = [f"**{escape(name)}:** {escape(text)}" for name, text in found.facts]
    if not found.is_file:
        rows += [escape(named(part, MANY)) for part in found.parts]
    if rows:
        yield bullets(rows)
    if found.goals:
        yield f"**{count(len(found.goals), 'doel', 'doelen')}:**"
        yield listed(found.goals)
    if found.is_file and found.parts:
        yield escape(f"Verder: {found.counts}.")


def listed(texts: Iterable[str]) -> str:
    """Return texts as a list."""
    return bullets(map(escape, texts))


def bullets(rows: Iterable[str]) -> str:
    """Return rows of Markdown as a list."""
    return "\n".join(f"- {row}" for row in rows)


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
