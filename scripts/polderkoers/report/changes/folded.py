"""The draft of a decision in the report on a proposal: folded, as Markdown, as far as there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from polderkoers.changes.deciding.drafted import NOTE, READING, Draft
from polderkoers.changes.deciding.outside import OUTSIDE, outside
from polderkoers.policy.dutch_words import count
from polderkoers.report.changes.escape import escape
from polderkoers.report.changes.within import listed
from polderkoers.report.changes.written import sentence_of

if TYPE_CHECKING:
    from polderkoers.changes.deciding.layout import Row

# What may not fit, by whether the draft has annexes.
_PIECES = {False: ("punt past", "punten passen"), True: ("punt of bijlage past", "punten en bijlagen passen")}
_INDENT = "&nbsp;&nbsp;"


def folded(draft: Draft, see_all: str, room: int) -> list[str]:
    """Return the draft to unfold, in at most so many signs: whole points, and how many do not fit. Nothing when there are none."""
    if not draft.articles:
        return []
    before = ["<details><summary>Concept voor een besluit</summary>", f"*{NOTE}*", READING]
    after = [*_outside(draft), "</details>"]
    left = room - _size([*before, *after]) - len(see_all) - 200
    shown: list[str] = []
    missing = 0
    for blocks in _pieces(draft):
        if missing or _size(blocks) > left:
            missing += 1
            continue
        shown += blocks
        left -= _size(blocks)
    if missing:
        shown.append(f"**{_not_shown(missing, see_all, _PIECES[bool(draft.annexes)])}**")
    found = [*before, *shown, *after]
    if _size(found) > room:
        return []
    return found


def _not_shown(missing: int, see_all: str, pieces: tuple[str, str]) -> str:
    told = f"Nog {count(missing, *pieces)} niet in dit verslag."
    if not see_all:
        return told
    return f"{told} Alles zien: {see_all}"


def _size(blocks: Iterable[str]) -> int:
    return sum(len(block) + 2 for block in blocks)


def _outside(draft: Draft) -> list[str]:
    told = [*outside(draft)]
    if not told:
        return []
    return [f"{OUTSIDE}:", listed(told)]


def _pieces(draft: Draft) -> Iterator[list[str]]:
    """Yield the points, each with what must be shown with it: the heading of the document before its first."""
    for article in draft.articles:
        heading = [f"#### {article.number}. {escape(article.heading)}"]
        for point in article.points:
            blocks = [f"**{point.number}** {escape(sentence_of(point))}"]
            if point.line.text:
                blocks.append(_quoted(map(escape, point.line.text.strip().split("\n"))))
            elif point.line.rows and not point.line.annex:
                blocks.append(_quoted(map(_row, point.line.rows)))
            yield [*heading, *blocks]
            heading = []
    for annex in draft.annexes:
        yield [f"#### Bijlage {annex.number}. {escape(annex.heading)}", _quoted(map(_row, annex.rows))]


def _row(row: Row) -> str:
    label = escape(f"{row.label}:")
    words = f"**{label}**" if row.is_item else label
    return f"{_INDENT * row.depth}{words} {'<br>'.join(map(escape, row.text.strip().split(chr(10))))}".rstrip()


def _quoted(lines: Iterable[str]) -> str:
    return "\n".join(f"> {line}<br>" for line in lines)
