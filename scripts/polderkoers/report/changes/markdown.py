"""Changes as Markdown for GitHub and GitLab; everything from the data is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from polderkoers.changes.cells import Pair
from polderkoers.changes.contents import Contents, named
from polderkoers.policy.dutch_words import some
from polderkoers.report.changes.escape import escape, marked
from polderkoers.report.changes.outline import Section, Told, outline
from polderkoers.report.changes.shorten import shortened
from polderkoers.report.changes.summary import count, highlights, selection, totals
from polderkoers.report.changes.surroundings import most_touched, problem_line, skipped_lines

if TYPE_CHECKING:
    from polderkoers.report.changes.comparison import ComparisonReport

MANY = 12


def as_markdown(report: ComparisonReport) -> str:
    """Return the changes with removed words in `<del>` and added ones in `<ins>`, by file and item."""
    blocks = [f"# Wijzigingen van {escape(report.old_name)} naar {escape(report.new_name)}", *opening(report)]
    for section in outline(report.changes, report.comparison.names):
        blocks += [f"## {escape(section.heading)}", *entries(section)]
        for group in section.groups:
            blocks.append(f"### {escape(group.heading)}")
            for told in group.told:
                blocks.append(f"{escape(told.sentence)} *({told.change.significance})*")
                blocks += body(told)
    blocks += surroundings(report, "##")
    return "\n\n".join(blocks) + "\n"


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


def body(told: Told) -> Iterator[str]:
    """Yield what was and will be, or what is in an item that is new or gone."""
    if told.whole is not None:
        yield from whole(told.whole)
    elif told.pair.was or told.pair.now:
        yield table(shortened(told.pair))


def table(pair: Pair) -> str:
    """Return both sides beside each other."""
    was, now = (marked(cell) or "*niets*" for cell in (pair.was, pair.now))
    return f"| Was | Wordt |\n|---|---|\n| {was} | {now} |"


def whole(found: Contents) -> Iterator[str]:
    """Yield what is in an item: its own fields, its goals by name, and the rest by number or name."""
    rows = [f"**{escape(name)}:** {escape(text)}" for name, text in found.facts]
    if not found.is_file:
        rows += [escape(named(part, MANY)) for part in found.parts]
    if rows:
        yield _bullets(rows)
    if found.goals:
        yield f"**{count(len(found.goals), 'doel', 'doelen')}:**"
        yield listed(found.goals)
    if found.is_file and found.parts:
        yield escape(f"Verder: {found.counts}.")


def listed(texts: Iterable[str]) -> str:
    """Return texts as a list."""
    return _bullets(map(escape, texts))


def _bullets(rows: Iterable[str]) -> str:
    return "\n".join(f"- {row}" for row in rows)


def surroundings(report: ComparisonReport, level: str, most: int | None = None) -> Iterator[str]:
    """Yield who and what is touched, the new problems and the files that were not compared, at most so many of each."""
    if report.impact:
        yield f"{level} Wie en wat dit raakt"
        groups = most_touched(report.impact, report.comparison.names)
        yield _bullets(f"**{escape(group.name)}:** {escape(some(group.names, MANY))}" for group in groups)
    if report.problems_new is not None:
        yield f"{level} Nieuwe meldingen van de controle"
        yield from _at_most([*map(problem_line, report.problems_new)], most) or ["Er zijn geen nieuwe meldingen."]
    if report.comparison.skipped:
        yield f"{level} Niet vergeleken"
        yield from _at_most(skipped_lines(report.comparison.skipped), most)


def _at_most(lines: list[str], most: int | None) -> list[str]:
    if not lines:
        return []
    if most is None or len(lines) <= most + 1:
        return [listed(lines)]
    return [listed(lines[:most]), f"En nog {len(lines) - most} andere. Alles zien: `polderkoers check`."]
