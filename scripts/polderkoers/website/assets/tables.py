"""Puts tables out of Markdown into a box of their own, so that a wide one scrolls and not the page."""

from __future__ import annotations

import re

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


def boxed(html: str) -> str:
    """Return the HTML of a page with a box around every table without a class; our templates box their own."""
    return _TABLE.sub(r'<div class="pk-scroll">\g<0></div>', html)
