"""Changes as Markdown for GitHub and GitLab; everything from the data is escaped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import some
from polderkoers.report.changes.budget import as_blocks
from polderkoers.report.changes.escape import escape
from polderkoers.report.changes.outline import Section, outline
from polderkoers.report.changes.summary import highlights, selection, totals
from polderkoers.report.changes.surroundings import (
    NOT_COMPARED,
    NOT_COMPARED_WHY,
    most_touched,
    problem_line,
    skipped_lines,
)
from polderkoers.report.changes.within import MANY, body, bullets, listed

if TYPE_CHECKING:
    from polderkoers.report.changes.comparison import ComparisonReport


def as_markdown(report: ComparisonReport) -> str:
    """Return the changes with removed words in `<del>` and added ones in `<ins>`, by file and item."""
    blocks = [f"# Wijzigingen van {escape(report.old_name)} naar {escape(report.new_name)}"]
    blocks += [*heads(report), *not_compared(report), *opening(report), *as_blocks(report, "##")]
    for section in outline(report.changes, report.comparison.names, report.draft):
        blocks += [f"## {escape(section.heading)}", *entries(section)]
        for group in section.groups:
            blocks.append(f"### {escape(group.heading)}")
            for told in group.told:
                blocks.append(f"**{told.number}** {escape(told.sentence)} *({told.change.significance})*")
                blocks += body(told)
    blocks += surroundings(report, "##")
    return "\n\n".join(blocks) + "\n"


def heads(report: ComparisonReport) -> Iterator[str]:
    """Yield which versions are compared."""
    named = [f"**{name}:** {escape(head.line)}" for name, head in zip(("Was", "Wordt"), report.heads, strict=False)]
    if named:
        yield bullets(named)


def not_compared(report: ComparisonReport, most: int | None = None) -> Iterator[str]:
    """Yield the files that could not be compared, at most so many: whoever reads no further must know."""
    if report.comparison.skipped:
        yield f"**{NOT_COMPARED}.** {NOT_COMPARED_WHY}"
        yield from _at_most(skipped_lines(report.comparison.skipped), most)


def opening(report: ComparisonReport) -> Iterator[str]:
    """Yield the summary in numbers and sentences."""
    yield f"**{escape(totals(report))}**"
    if chosen := selection(report):
        yield escape(chosen)
    if lines := highlights(report):
        yield listed(lines)


def entries(section: Section) -> Iterator[str]:
    """Yield which entries of a list of names are new and which are gone."""
    for name, found in (("Nieuw", section.come), ("Vervallen", section.gone)):
        if found:
            labels = ", ".join(told.change.item.label for told in found)
            yield f"**{name} ({len(found)}):** {escape(labels)}"


def surroundings(report: ComparisonReport, level: str, most: int | None = None) -> Iterator[str]:
    """Yield who and what is touched and the new problems, at most so many of each."""
    if report.impact:
        yield f"{level} Wie en wat dit raakt"
        groups = most_touched(report.impact, report.comparison.names)
        yield bullets(f"**{escape(group.name)}:** {escape(some(group.names, MANY))}" for group in groups)
    if report.problems_new is not None:
        yield f"{level} Nieuwe meldingen van de controle"
        yield from _at_most([*map(problem_line, report.problems_new)], most) or ["Er zijn geen nieuwe meldingen."]


def _at_most(lines: list[str], most: int | None) -> list[str]:
    if not lines:
        return []
    if most is None or len(lines) <= most + 1:
        return [listed(lines)]
    return [listed(lines[:most]), f"En nog {len(lines) - most} andere. Alles zien: `polderkoers check`."]
