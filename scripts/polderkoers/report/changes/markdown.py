"""Changes as Markdown for GitHub and GitLab; everything from the data is escaped."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from polderkoers.changes.account.headline import headline
from polderkoers.changes.account.sections import PART_WORDS
from polderkoers.changes.account.touched import most_touched
from polderkoers.changes.account.unread import NOT_COMPARED, NOT_COMPARED_WHY, skipped_lines
from polderkoers.changes.came_beside import beside_lines, beside_told
from polderkoers.policy.dutch_words import some
from polderkoers.report.changes.budget import as_blocks
from polderkoers.report.changes.escape import escape
from polderkoers.report.changes.summary import selection, totals
from polderkoers.report.changes.surroundings import problem_line
from polderkoers.report.changes.within import MANY, body, bullets, listed

if TYPE_CHECKING:
    from polderkoers.changes.account.account import ToldFile, ToldItem, ToldPart
    from polderkoers.changes.account.told import Told
    from polderkoers.report.changes.comparison import ComparisonReport


def as_markdown(report: ComparisonReport) -> str:
    """Return the changes with removed words in `<del>` and added ones in `<ins>`, by file and item."""
    blocks = [f"# Wijzigingen van {escape(report.old_name)} naar {escape(report.new_name)}"]
    blocks += [*heads(report), *not_compared(report), *opening(report), *as_blocks(report, "##")]
    for part in report.account.parts:
        blocks += _part(part)
    blocks += surroundings(report, "##")
    return "\n\n".join(blocks) + "\n"


def _part(part: ToldPart) -> Iterator[str]:
    words = PART_WORDS[part.part]
    if words.heading:
        yield f"# {words.heading}"
        yield words.about
    for file in part.files:
        yield f"## {escape(file.heading)}"
        if file.about:
            yield file.about
        if file.whole:
            yield from _told(file.whole)
        yield from entries(file)
        for item in file.items:
            yield f"### {escape(title(item))}"
            for told in item.told:
                yield from _told(told)


def _told(told: Told) -> Iterator[str]:
    yield f"**{told.number}** {escape(told.sentence)} *({PART_WORDS[told.part].mark})*"
    yield from body(told)


def title(item: ToldItem) -> str:
    """Return the name of an item with what it stands in."""
    return f"{item.heading} ({item.within})" if item.within else item.heading


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
    for came in report.since:
        yield f"**{escape(came.heading)}:** {escape(' '.join(came.text.split()))}"
    yield f"**{escape(totals(report))}**"
    if chosen := selection(report):
        yield escape(chosen)
    yield from map(escape, beside_lines(report.comparison.beside))
    if named := beside_told(report.comparison.beside):
        yield "\n".join(f"- {escape(said)}" for said in named)
    rows: list[str] = []
    for matter in headline(report.account):
        rows.append(f"- {escape(matter.sentence)}")
        rows += [f"    - {told.number} {escape(told.short)}" for told in matter.named]
        if matter.more:
            rows.append(f"    - en nog {matter.more} andere")
    if rows:
        yield "\n".join(rows)


def entries(file: ToldFile) -> Iterator[str]:
    """Yield which entries of a list of names are new and which are gone."""
    for name, found in (("Nieuw", file.come), ("Vervallen", file.gone)):
        if found:
            labels = ", ".join(map(attrgetter("change.item.label"), found))
            yield f"**{name} ({len(found)}):** {escape(labels)}"


def surroundings(report: ComparisonReport, level: str, most: int | None = None) -> Iterator[str]:
    """Yield who and what is touched and the new problems, at most so many of each."""
    if groups := most_touched(report.impact, report.comparison.names):
        yield f"{level} Wie en wat dit raakt"
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
