"""The policy beside its sources as text: a box to tick before each item, and the passage behind `>`."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from polderkoers.beside.laid import LaidGroup, LaidItem
from polderkoers.report.beside.laid_report import (
    BesideReport,
    counted,
    difference_line,
    missing_line,
    own_place_lines,
    place_line,
    read_line,
)
from polderkoers.report.formats import one_line

_WIDTH = 100
_BOX = {True: "x", False: " "}


def as_text(report: BesideReport) -> str:
    """Return the text."""
    return "\n".join(_rows(report))


def _rows(report: BesideReport) -> Iterator[str]:
    for source, counts in report.sources:
        yield from (f"{source.name} ({source.document})", "=" * _WIDTH, *counted(source, counts), "")
        for group in source.groups:
            yield from _group(group)


def _group(group: LaidGroup) -> Iterator[str]:
    yield from (f"-- {one_line(group.plek) or 'Zonder plek'} --", *filter(None, (missing_line(group),)))
    for place, text in zip(group.found.places, group.passages, strict=False):
        yield place_line(place)
        yield from _marked("> ", filter(str.strip, text.splitlines()))
    yield ""
    for item in group.items:
        yield from _item(item)
    for each in group.left:
        yield f"In geen van deze teksten. {difference_line(each)}"
    yield ""


def _item(item: LaidItem) -> Iterator[str]:
    yield f"[{_BOX[item.is_read]}] {item.entry.ref} {item.text}"
    if said := read_line(item):
        yield f"    {said}"
    for row in item.rows:
        place = f" [{one_line(row.plek)}]".removesuffix(" []")
        told = f"{row.label}{place}: {' '.join(one_line(row.text).split())}"
        yield from textwrap.wrap(told, _WIDTH, initial_indent="    ", subsequent_indent="      ")
        yield from _marked("      ", own_place_lines(row))
        yield from _marked("      ! ", map(difference_line, row.differences))
    yield ""


def _marked(mark: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield each line behind a mark, without the signs that would make more lines of it."""
    for line in lines:
        yield f"{mark}{one_line(line)}"
