"""Changes as text for a terminal: the opening, and by file and item the sentence, what was and what will be."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from operator import attrgetter

from polderkoers.changes.account.account import ToldFile, ToldItem, ToldPart
from polderkoers.changes.account.headline import MatterTold, headline
from polderkoers.changes.account.sections import PART_WORDS
from polderkoers.changes.account.told import Told
from polderkoers.changes.account.touched import most_touched
from polderkoers.changes.account.unread import NOT_COMPARED, NOT_COMPARED_WHY, skipped_lines
from polderkoers.changes.came_beside import beside_lines, beside_told
from polderkoers.changes.cells import Cell, shortened
from polderkoers.changes.contents import Contents, named
from polderkoers.changes.words import Run
from polderkoers.policy.dutch_words import count, some
from polderkoers.report.changes.budget import as_lines
from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.changes.summary import selection, totals
from polderkoers.report.changes.surroundings import problem_line
from polderkoers.report.formats import one_line

_WIDTH = 100
_MANY = 12
# While lines are folded these stand for brackets and styles, so that no bracket of a text is taken for ours.
_HEAD, _CUT, _CUT_END, _PUT, _PUT_END = "\x05", "\x01", "\x02", "\x03", "\x04"
_MARKS = {"removed": (f"{_CUT}-", f"-{_CUT_END}"), "added": (f"{_PUT}+", f"+{_PUT_END}")}
_BRACKETS = {_CUT: "[", _CUT_END: "]", _PUT: "{", _PUT_END: "}", _HEAD: ""}
_RED, _GREEN, _BOLD, _PLAIN = "\x1b[31;9m", "\x1b[32;4m", "\x1b[1m", "\x1b[0m"
_STYLES = {_CUT: _RED, _PUT: _GREEN, _HEAD: _BOLD}


def as_text(report: ComparisonReport) -> str:
    """Return the changes with removed words as `[-weg-]` and added ones as `{+erbij+}`, folded at 100 signs."""
    rows = [*_opening(report), *_budget(report)]
    for part in report.account.parts:
        rows += _part(part)
    rows += _surroundings(report)
    shown = _painted(rows) if report.colour else map(_plain, rows)
    return "\n".join(shown).strip("\n")


def _opening(report: ComparisonReport) -> Iterator[str]:
    yield from _heading(f"Van {report.old_name} naar {report.new_name}")
    for name, head in zip(("was:   ", "wordt: "), report.heads, strict=False):
        yield from _paragraph(f"{name}{head.line}", "", " " * len(name))
    yield from _not_compared(report)
    for came in report.since:
        yield from _paragraph(came.line)
    yield from _paragraph(totals(report))
    yield from _paragraph(selection(report))
    for line in beside_lines(report.comparison.beside):
        yield from _paragraph(line)
    for said in beside_told(report.comparison.beside):
        yield from _paragraph(f"- {said}")
    for matter in headline(report.account):
        yield from _matter(matter)


def _budget(report: ComparisonReport) -> Iterator[str]:
    """Yield the effect on the budget, as deep as each line stands."""
    for depth, line in as_lines(report):
        if not depth:
            yield from _heading(line)
            continue
        indent = "  " * (depth - 1)
        yield from _paragraph(line, indent, f"{indent}  " if line.startswith("- ") else indent)


def _matter(matter: MatterTold) -> Iterator[str]:
    yield from _paragraph(matter.sentence, "- ", "  ")
    for told in matter.named:
        yield from _paragraph(f"{told.number} {told.short}", "    ", "      ")
    if matter.more:
        yield f"    en nog {matter.more} andere"


def _part(part: ToldPart) -> Iterator[str]:
    words = PART_WORDS[part.part]
    if words.heading:
        yield from _heading(words.heading)
        yield from _paragraph(words.about)
    for file in part.files:
        yield from _file(file)


def _file(file: ToldFile) -> Iterator[str]:
    yield from _heading(f"{file.heading} ({file.subject.file})")
    yield from _paragraph(file.about, "  ")
    if file.whole:
        yield from _told(file.whole)
    for name, entries in (("Nieuw", file.come), ("Vervallen", file.gone)):
        if entries:
            labels = ", ".join(map(attrgetter("change.item.label"), entries))
            yield from _paragraph(f"{name} ({len(entries)}): {labels}", "  ")
    for item in file.items:
        yield ""
        yield from _item(item)


def _item(item: ToldItem) -> Iterator[str]:
    within = f" ({item.within})" if item.within else ""
    yield from _paragraph(f"{item.heading}{within}", "  ")
    for told in item.told:
        yield from _told(told)


def _told(told: Told) -> Iterator[str]:
    yield from _paragraph(f"{told.number} {told.sentence} [{PART_WORDS[told.part].mark}]", "  - ", "    ")
    if told.whole is not None:
        yield from _whole(told.whole)
    pair = shortened(told.pair)
    for name, cell in (("was:   ", pair.was), ("wordt: ", pair.now)):
        if cell:
            yield from _folded(_marked(cell), f"    {name}", " " * (4 + len(name)))


def _whole(whole: Contents) -> Iterator[str]:
    for name, text in whole.facts:
        yield from _paragraph(f"{name}: {text}", "    ", "      ")
    if whole.goals:
        yield from _paragraph(count(len(whole.goals), "doel:", "doelen:"), "    ")
        yield from _list(whole.goals, "    ")
    if whole.is_file and whole.parts:
        yield from _paragraph(f"Verder: {whole.counts}.", "    ")
    elif not whole.is_file:
        for part in whole.parts:
            yield from _paragraph(named(part, _MANY), "    ", "      ")


def _surroundings(report: ComparisonReport) -> Iterator[str]:
    if groups := most_touched(report.impact, report.comparison.names):
        yield from _heading("Wie en wat dit raakt")
        for group in groups:
            yield from _paragraph(f"{group.name}: {some(group.names, _MANY)}", "  ", "    ")
    if report.problems_new is not None:
        yield from _heading("Nieuwe meldingen van de controle")
        yield from _list(map(problem_line, report.problems_new), "  ")
        if not report.problems_new:
            yield from _paragraph("Er zijn geen nieuwe meldingen.", "  ")


def _not_compared(report: ComparisonReport) -> Iterator[str]:
    if report.comparison.skipped:
        yield from _paragraph(f"{NOT_COMPARED}. {NOT_COMPARED_WHY}")
        yield from _list(skipped_lines(report.comparison.skipped), "  ")


def _heading(text: str) -> list[str]:
    return ["", *(f"{_HEAD}{row}" for row in _paragraph(text))]


def _list(texts: Iterable[str], indent: str = "") -> Iterator[str]:
    for text in texts:
        yield from _paragraph(text, f"{indent}- ", f"{indent}  ")


def _paragraph(text: str, first: str = "", rest: str | None = None) -> list[str]:
    return _folded(one_line(text).strip(), first, first if rest is None else rest)


def _folded(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _marked(cell: Cell) -> str:
    return "".join(map(_between_marks, cell)).strip()


def _between_marks(run: Run) -> str:
    start, end = _MARKS.get(run.state, ("", ""))
    return f"{start}{one_line(run.text)}{end}"


def _plain(row: str) -> str:
    return "".join(_BRACKETS.get(sign, sign) for sign in row)


def _painted(rows: Iterable[str]) -> Iterator[str]:
    """Yield rows with colours around marked words; a style stops at the end of a row and goes on in the next."""
    style = ""
    for row in rows:
        text = row.lstrip(" ")
        found = [" " * (len(row) - len(text)), style]
        for sign in text:
            style = _STYLES.get(sign, style)
            found.append(_STYLES.get(sign, "") + _BRACKETS.get(sign, sign))
            if sign in (_CUT_END, _PUT_END):
                found.append(_PLAIN)
                style = ""
        if style:
            found.append(_PLAIN)
        yield "".join(found)
        if style == _BOLD:
            style = ""
