"""Changes as the draft of a decision: the text in force, line by line, into the text that is to be in force."""

from __future__ import annotations

from collections.abc import Iterator

from polderkoers.changes.account.unread import NOT_COMPARED, skipped_lines
from polderkoers.changes.deciding.drafted import NOTE, READING, nothing_to_decide
from polderkoers.changes.deciding.outside import OUTSIDE, outside
from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.changes.summary import left_out, selection
from polderkoers.report.changes.written import written
from polderkoers.report.formats import one_line

NOTHING_CHOSEN = "Bij deze keuze hoort geen punt van het besluit."
INCOMPLETE = "Dit besluit is daarom niet volledig. Wat in deze bestanden verandert, staat er niet in:"


def as_besluit(report: ComparisonReport) -> str:
    """Return the draft as plain text, to be put in a document; a line is one point, however long it is."""
    draft = report.draft.only(report.changes) if report.filters else report.draft
    rows = [one_line(f"Besluit (concept): van {report.old_name} naar {report.new_name}")]
    rows += _opening(report)
    rows += written(draft)
    if not draft.articles:
        rows += ["", _nothing(report)]
    if told := [*outside(draft)]:
        rows += ["", OUTSIDE, "", *(f"- {line}" for line in told)]
    return "\n".join(rows) + "\n"


def _nothing(report: ComparisonReport) -> str:
    """Return why there is no point to show: by the choice, or because there is nothing to decide at all."""
    if report.draft.articles:
        return NOTHING_CHOSEN
    return nothing_to_decide(is_whole=not report.comparison.skipped)


def _opening(report: ComparisonReport) -> Iterator[str]:
    if report.comparison.skipped:
        yield from ("", f"{NOT_COMPARED}. {INCOMPLETE}")
        yield from (one_line(f"- {line}") for line in skipped_lines(report.comparison.skipped))
    if report.heads:
        yield ""
        for name, head in zip(("Was:  ", "Wordt:"), report.heads, strict=False):
            yield one_line(f"{name} {head.line}")
    for came in report.since:
        yield from ("", one_line(came.line))
    yield from ("", NOTE, "", READING)
    if told := selection(report):
        part = " Dit is dus niet het hele besluit." if left_out(report) else ""
        yield from ("", one_line(f"{told}{part}"))
