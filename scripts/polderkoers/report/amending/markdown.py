"""Amendments as Markdown for GitHub and GitLab, a table of three columns per row; everything from the data is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from polderkoers.changes.account.unread import skipped_lines
from polderkoers.changes.amending.columns import ColumnRow
from polderkoers.changes.cells import Cell
from polderkoers.changes.words import Run
from polderkoers.report.amending import words
from polderkoers.report.amending.outcome import Amended, AmendReport
from polderkoers.report.changes.escape import escape, marked
from polderkoers.report.changes.surroundings import problem_line

# Stands for a line break while a cell is escaped: a sign that no text has a use for, and that is no markup.
_BREAK = "\ue000"


def as_markdown(report: AmendReport) -> str:
    """Return the outcome with removed words in `<del>` and added ones in `<ins>`."""
    blocks = [f"# Amendementen op {escape(report.voorstel)}", *map(escape, words.opening(report))]
    blocks += _part("Niet gelezen", skipped_lines(report.skipped))
    for refused in report.refused:
        blocks += _part(f"Past niet: {refused.amendment.called}", map(words.misfit_line, refused.misfits))
    blocks += _part("Botsingen", map(words.clash_line, report.clashes))
    blocks += _part("Opmerkingen", report.notes)
    for amended in report.amended:
        blocks += _amended(amended)
    return "\n\n".join(blocks) + "\n"


def _amended(amended: Amended) -> Iterator[str]:
    yield f"## {escape(words.title(amended))}"
    for amendment in amended.amendments:
        said = [f"- **{name}:** {escape(text)}" for name, text in words.facts(amendment)]
        if len(amended.amendments) > 1:
            yield f"**{escape(amendment.called)}**"
        if said:
            yield "\n".join(said)
    yield f"**{escape(words.totals(amended))}**"
    yield from _part("Nieuwe meldingen van de controle", map(problem_line, amended.problems_new))
    for section in words.by_file(amended.rows):
        yield f"### {escape(section.heading)}"
        for row in section.rows:
            yield from _row(row)


def _row(row: ColumnRow) -> Iterator[str]:
    yield f"**{escape(words.heading(row))}**, {escape(words.label(row))}"
    amendement = _cell(row.amendement) if row.is_amended else f"*{words.UNCHANGED}*"
    cells = " | ".join((_cell(row.geldend), _cell(row.voorstel), amendement))
    yield f"| Geldend | Voorstel | Amendement |\n|---|---|---|\n| {cells} |"


def _cell(cell: Cell) -> str:
    runs = tuple(Run(run.state, run.text.replace("\n", _BREAK)) for run in cell)
    return marked(runs).replace(_BREAK, "<br>") or f"*{words.NOTHING}*"


def _part(name: str, lines: Iterable[str]) -> Iterator[str]:
    told = [f"- {escape(line)}" for line in lines]
    if told:
        yield f"### {escape(name)}"
        yield "\n".join(told)
