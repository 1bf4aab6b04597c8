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
_TAG = re.compile(r"<[^>]*>")


def boxed(html: str) -> str:
    """Return the HTML of a page with a box around every table without a class; our templates box their own."""
    return _TABLE.sub(r'<div class="pk-scroll">\g<0></div>', html)


def labelled(html: str) -> str:
    """Return the HTML of a page in which each cell of a table with headed columns says as `data-kop` under which it stands.

    A narrow screen shows each row of such a table (`data-kaarten`) as a card, with that name before what the cell holds.
    """
    return _ANY_TABLE.sub(_labelled, html)


def _labelled(found: re.Match[str]) -> str:
    table = found.group()
    head, end, body = table.partition("</thead>")
    names = tuple(map(_plain, _HEAD_CELL.findall(head)))
    if not end or "colspan" in table or not names:
        return table
    rows = _ROW.sub(lambda row: _row(row.group(), iter(names)), body)
    return f"<table data-kaarten{head.removeprefix('<table')}{end}{rows}"


def _row(row: str, names: Iterator[str]) -> str:
    return _CELL.sub(lambda cell: f'<{cell["name"]} data-kop="{next(names, "")}"{cell["more"]}>', row)


def _plain(words: str) -> str:
    return escape(unescape(_TAG.sub("", words)).strip())
