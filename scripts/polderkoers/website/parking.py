"""Keeps HTML out of Markdown, which would read it all to give it back as it was, in a third of the time of a build."""

from __future__ import annotations

import re
from itertools import count

from polderkoers.website.headings import Contents, made

# A heading is a line of its own; no text of the data begins a line, because every template puts it behind a tag.
_BETWEEN_HEADINGS = re.compile(r"(?:^(?!#{1,6} ).*(?:\n|\Z))+", re.MULTILINE)
_MARK = re.compile(r'<div data-pk="(\d+)"></div>')
_MARKED = '<div data-pk="{}"></div>'


class Parking:
    """What was kept out of the pages of one build, each behind a mark of its own."""

    def __init__(self) -> None:
        """Start empty."""
        self._kept: dict[int, str] = {}
        self._contents: dict[int, Contents] = {}
        self._marks = count()

    def stretches(self, text: str) -> str:
        """Return a text with each stretch between two headings replaced by a mark, so that Markdown makes its headings."""
        return _BETWEEN_HEADINGS.sub(self._stretch, text)

    def whole(self, text: str) -> str:
        """Return a mark in the place of a whole page, of which the headings are made here."""
        number = next(self._marks)
        self._kept[number], self._contents[number] = made(text)
        return _MARKED.format(number)

    def is_whole(self, text: str) -> bool:
        """Return whether a text is the mark of a whole page and nothing else."""
        mark = _MARK.fullmatch(text.strip())
        return mark is not None and int(mark[1]) in self._contents

    def contents(self, html: str) -> Contents:
        """Return the table of contents of the page whose mark stands in a text; nothing when there is none."""
        numbers = (int(mark[1]) for mark in _MARK.finditer(html))
        return next((self._contents[number] for number in numbers if number in self._contents), [])

    def back(self, html: str) -> str:
        """Return the HTML of a page with everything in place that was kept out of it, which is not kept any longer."""
        numbers = [int(mark[1]) for mark in _MARK.finditer(html)]
        put_back = _MARK.sub(lambda mark: self._kept[int(mark[1])], html)
        for number in numbers:
            self._kept.pop(number, None)
            self._contents.pop(number, None)
        return put_back

    def _stretch(self, stretch: re.Match[str]) -> str:
        if not stretch.group().strip():
            return stretch.group()
        return f"\n{self._mark(stretch.group().strip())}\n\n"

    def _mark(self, html: str) -> str:
        number = next(self._marks)
        self._kept[number] = html
        return _MARKED.format(number)
