"""Changes as the draft of a decision: the text in force, line by line, into the text that is to be in force."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import chain

from polderkoers.changes.account.unread import NOT_COMPARED, skipped_lines
from polderkoers.changes.deciding.drafted import NOTE, READING, Draft, Point, nothing_to_decide
from polderkoers.changes.deciding.outside import OUTSIDE, outside
from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.changes.summary import selection
from polderkoers.report.changes.written import written
from polderkoers.report.formats import one_line

NOTHING_CHOSEN = "Bij deze keuze hoort geen punt van het besluit."
INCOMPLETE = "Dit besluit is daarom niet volledig. Wat in deze bestanden verandert, staat er niet in:"


def as_besluit(report: ComparisonReport) -> str:
    """Return the draft as plain text, to be put in a document; a line is one point, however long it is."""
    draft = chosen(report)
    rows = [one_line(f"Besluit (concept): van {report.old_name} naar {report.new_name}")]
    rows += _opening(report)
    rows += written(draft)
    if not draft.articles:
        rows += ["", _nothing(report)]
    if told := [*outside(report.draft)]:
        rows += ["", OUTSIDE, "", *(f"- {line}" for line in told)]
    return "\n".join(rows) + "\n"


def _nothing(report: ComparisonReport) -> str:
    """Return why there is no point to show: by the choice, or because there is nothing to decide at all."""
    if report.draft.articles:
        return NOTHING_CHOSEN
    return nothing_to_decide(is_whole=not report.comparison.skipped)


def chosen(report: ComparisonReport) -> Draft:
    """Return the draft with the points of the selected changes alone; they keep their numbers."""
    if not report.filters:
        return report.draft
    shown = {change.anchor for change in report.changes}
    articles = []
    for article in report.draft.articles:
        points = tuple(point for point in article.points if shown.intersection(_anchors(point)))
        if points:
            articles.append(dataclasses.replace(article, points=points))
    every = chain.from_iterable(article.points for article in articles)
    numbers = {point.line.annex for point in every}
    annexes = tuple(annex for annex in report.draft.annexes if annex.number in numbers)
    return dataclasses.replace(report.draft, articles=tuple(articles), annexes=annexes)


def _anchors(point: Point) -> list[str]:
    return [change.anchor for change in point.changes]


def _opening(report: ComparisonReport) -> Iterator[str]:
    if report.comparison.skipped:
        yield from ("", f"{NOT_COMPARED}. {INCOMPLETE}")
        yield from (one_line(f"- {line}") for line in skipped_lines(report.comparison.skipped))
    if report.heads:
        yield ""
        for name, head in zip(("Was:  ", "Wordt:"), report.heads, strict=False):
            yield one_line(f"{name} {head.line}")
    yield from ("", NOTE, "", READING)
    if told := selection(report):
        yield from ("", one_line(f"{told} Dit is dus niet het hele besluit."))
