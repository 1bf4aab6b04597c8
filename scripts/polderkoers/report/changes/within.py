"""What a change holds, as Markdown: both sides beside each other, or all that is in an item that is new or gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from polderkoers.changes.cells import Pair, shortened
from polderkoers.changes.contents import Contents, named
from polderkoers.policy.dutch_words import count
from polderkoers.report.changes.escape import escape, marked

if TYPE_CHECKING:
    from polderkoers.changes.account.told import Told


MANY = 12


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
