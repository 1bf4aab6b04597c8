"""Makes text of the data mean nothing in Markdown and HTML as GitHub and GitLab read them: no markup, mention or link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from polderkoers.changes.words import Run
from polderkoers.report.formats import one_line

if TYPE_CHECKING:
    from polderkoers.changes.cells import Cell


# Signs that make markup wherever they stand. The others do so only at the start of a line, or together with a next sign.
_MARKUP = frozenset("&<>[]*_`~|\\#@$^{}")
_AT_START = re.compile(r"(?:[-+=:%!?.]|\d{1,9}[.)])")
# Both forges look for mentions, issues and addresses in the text that a reader sees, where an entity is a sign again. An empty
# element inside keeps the two halves apart, is not seen, and comes through `forge/defuse.py`.
_BREAK = "<ins></ins>"
_TOGETHER = re.compile(r"@|:(?=//|[\w+-]+:)|[#!$%&^~](?=[\w\"])|\b(?:GH(?=-\d)|www(?=\.))", re.IGNORECASE)
_TAGS = {"removed": "del", "added": "ins"}


def escape(text: str) -> str:
    """Return a text as one line of Markdown that shows it as it is, wherever in a line it is put."""
    return _escaped(one_line(text).strip(), first=True)


def marked(cell: Cell) -> str:
    """Return pieces of text as one line of Markdown, removed ones in `<del>` and added ones in `<ins>`."""
    return "".join(_run(run, first=place == 0) for place, run in enumerate(cell)).strip()


def _run(run: Run, *, first: bool) -> str:
    text = one_line(run.text)
    if tag := _TAGS.get(run.state):
        return f"<{tag}>{_escaped(text, first=False)}</{tag}>"
    if first:
        text = text.lstrip()
    return _escaped(text, first=first)


def _place_of_mark(text: str) -> int:
    """Return where the sign stands that makes markup of the start of a line, and -1 when none does."""
    mark = _AT_START.match(text)
    # Of a number with a dot or bracket only the last sign makes a list.
    return -1 if mark is None else mark.end() - 1


def _escaped(text: str, *, first: bool) -> str:
    at_start = _place_of_mark(text) if first else -1
    broken = {match.end() - 1 for match in _TOGETHER.finditer(text)}
    found: list[str] = []
    for place, sign in enumerate(text):
        marks = sign in _MARKUP or place == at_start
        found.append(f"&#{ord(sign)};" if marks else sign)
        if place in broken:
            found.append(_BREAK)
    return "".join(found)
