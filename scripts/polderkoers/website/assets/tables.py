"""Makes tables fit for a narrow screen: a box that scrolls when it must, and the name of its column in every cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ANY_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<(?P<name>t[dh])\b(?P<more>[^>]*)>")
_HEAD_CELL = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_OPENING = re.compile(r"<(?P<name>table|thead|tbody|tr)\b(?! role)")
_TAG = re.compile(r"<[^>]*>")
# A sheet that shows a table as cards takes from some browsers that it is one.
_ROLES = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row"}


def boxed(html: str) -> str:
    """Return the HTML of a page with a box around every table without a class; our templates box their own."""
    return _TABLE.sub(r'<div class="pk-scroll">\g<0></div>', html)


def labelled(html: str) -> str:
    """Return the HTML of a page in which each cell of a table with headed columns says as `data-kop` under which it stands.

    A narrow screen shows each row as a card, with that name before what the cell holds; roles keep a table a table there.
    """
    return _ANY_TABLE.sub(_labelled, html)


def _labelled(found: re.Match[str]) -> str:
    table = found.group()
    head, end, body = table.partition("</thead>")
    names = tuple(map(_plain, _HEAD_CELL.findall(head)))
    if not end or "colspan" in table or not names:
        return table
    head = _CELL.sub(r'<\g<name> role="columnheader"\g<more>>', head)
    rows = _ROW.sub(lambda row: _row(row.group(), iter(names)), body)
    return _OPENING.sub(_with_role, f"{head}{end}{rows}")


def _row(row: str, names: Iterator[str]) -> str:
    def named(cell: re.Match[str]) -> str:
        role = "rowheader" if cell["name"] == "th" else "cell"
        return f'<{cell["name"]} role="{role}" data-kop="{next(names, "")}"{cell["more"]}>'

    return _CELL.sub(named, row)


def _with_role(tag: re.Match[str]) -> str:
    return f'{tag.group()} role="{_ROLES[tag["name"]]}"'


def _plain(words: str) -> str:
    return escape(unescape(_TAG.sub("", words)).strip())
