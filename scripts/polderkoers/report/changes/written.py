"""The points of a decision as plain text: a line for each, and below it what it writes out, behind a mark that begins each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from polderkoers.report.formats import printable

if TYPE_CHECKING:
    from polderkoers.changes.deciding.drafted import Article, Draft, Point
    from polderkoers.changes.deciding.layout import Row

_MARK = "    > "
_TEXT = "| "


def written(draft: Draft) -> Iterator[str]:
    """Yield the articles and then the annexes, line by line."""
    for article in draft.articles:
        yield from _article(article)
    for annex in draft.annexes:
        yield from ("", printable(f"Bijlage {annex.number}. {annex.heading}"), "", *rows_written(annex.rows))


def _article(article: Article) -> Iterator[str]:
    yield from ("", printable(f"{article.number}. {article.heading}"), "")
    for point in article.points:
        yield from _point(point)


def _point(point: Point) -> Iterator[str]:
    line = point.line
    yield printable(f"{point.number} {sentence_of(point)}")
    if line.text:
        yield from (f"{_MARK}{_TEXT}{printable(part)}".rstrip() for part in line.text.strip().split("\n"))
    elif not line.annex:
        yield from rows_written(line.rows)


def sentence_of(point: Point) -> str:
    """Return the line of a point, with where to find what it writes out."""
    line = point.line
    if line.annex:
        return f"{line.words.rstrip(':.')}. De tekst staat in bijlage {line.annex}."
    if line.rows and line.words.endswith("."):
        return f"{line.words} De tekst luidt:"
    return line.words


def rows_written(rows: Iterable[Row]) -> Iterator[str]:
    """Yield rows with their depth as spaces; a text of more lines stands below its row, each line behind a mark of its own."""
    for row in rows:
        start = f"{_MARK}{'  ' * row.depth}"
        text = row.text.strip()
        if "\n" not in text:
            yield printable(f"{start}{row.label}: {text}").rstrip()
            continue
        yield printable(f"{start}{row.label}:")
        yield from (f"{start}  {_TEXT}{printable(part)}".rstrip() for part in text.split("\n"))
