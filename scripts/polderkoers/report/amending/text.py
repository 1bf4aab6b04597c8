"""Amendments as text for a terminal: what came of them, and each row with its three columns below each other."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from polderkoers.changes.account.unread import skipped_lines
from polderkoers.changes.amending.columns import ColumnRow
from polderkoers.changes.cells import Cell
from polderkoers.report.amending import words
from polderkoers.report.amending.outcome import Amended, AmendReport
from polderkoers.report.changes.surroundings import problem_line
from polderkoers.report.formats import one_line

_WIDTH = 100
_COLUMNS = ("geldend:    ", "voorstel:   ", "amendement: ")
_MARKS = {"removed": ("[-", "-]"), "added": ("{+", "+}")}
_COLOURS = {"removed": ("\x1b[31;9m[-", "-]\x1b[0m"), "added": ("\x1b[32;4m{+", "+}\x1b[0m")}


def as_text(report: AmendReport) -> str:
    """Return the outcome with removed words as `[-weg-]` and added ones as `{+erbij+}`, folded at 100 signs."""
    rows = [*_opening(report)]
    for amended in report.amended:
        rows += _amended(amended, _COLOURS if report.colour else _MARKS)
    return "\n".join(rows).strip("\n")


def _opening(report: AmendReport) -> Iterator[str]:
    for line in words.opening(report):
        yield from _folded(line)
    yield from _part("Niet gelezen", skipped_lines(report.skipped))
    for refused in report.refused:
        yield from _part(f"Past niet: {refused.amendment.called}", map(words.misfit_line, refused.misfits))
    yield from _part("Botsingen", map(words.clash_line, report.clashes))
    yield from _part("Opmerkingen", report.notes)


def _amended(amended: Amended, marks: dict[str, tuple[str, str]]) -> Iterator[str]:
    yield ""
    yield from _folded(words.title(amended))
    for amendment in amended.amendments:
        if len(amended.amendments) > 1:
            yield from _folded(amendment.called, "  ")
        for name, text in words.facts(amendment):
            yield from _folded(f"{name}: {text}", "  ")
    yield from _folded(words.totals(amended))
    yield from _part("Nieuwe meldingen van de controle", map(problem_line, amended.problems_new))
    for section in words.by_file(amended.rows):
        yield ""
        yield from _folded(f"{section.heading} ({section.file})")
        for row in section.rows:
            yield from _row(row, marks)


def _row(row: ColumnRow, marks: dict[str, tuple[str, str]]) -> Iterator[str]:
    yield ""
    yield from _folded(f"{words.heading(row)}, {words.label(row)}", "  ")
    for name, text in zip(_COLUMNS, _cells(row, marks), strict=True):
        yield from _lines(text, f"    {name}")


def _cells(row: ColumnRow, marks: dict[str, tuple[str, str]]) -> tuple[str, str, str]:
    amendement = _marked(row.amendement, marks) if row.is_amended else words.UNCHANGED
    return _marked(row.geldend, marks), _marked(row.voorstel, marks), amendement


def _marked(cell: Cell, marks: dict[str, tuple[str, str]]) -> str:
    found = []
    for run in cell:
        start, end = marks.get(run.state, ("", ""))
        found.append(f"{start}{words.visible(run.text)}{end}")
    return "".join(found).strip() or words.NOTHING


def _part(name: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        yield ""
        yield from _folded(name)
        for line in told:
            yield from _folded(line, "- ", "  ")


def _lines(text: str, first: str) -> Iterator[str]:
    rest = " " * len(first)
    for place, line in enumerate(text.split("\n")):
        inner = line.lstrip(" ")
        indent = " " * (len(line) - len(inner))
        yield from textwrap.wrap(
            inner,
            _WIDTH,
            initial_indent=(rest if place else first) + indent,
            subsequent_indent=rest + indent,
            break_on_hyphens=False,
        )


def _folded(text: str, first: str = "", rest: str | None = None) -> list[str]:
    after = first if rest is None else rest
    return textwrap.wrap(
        one_line(text).strip(), _WIDTH, initial_indent=first, subsequent_indent=after, break_on_hyphens=False
    )
