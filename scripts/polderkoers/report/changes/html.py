"""Changes as one page that needs nothing else: to send, to keep and to print as a list of what was and will be."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, Template

from polderkoers.changes.account.headline import headline
from polderkoers.changes.account.sections import PART_WORDS
from polderkoers.changes.account.touched import TouchedName, most_touched
from polderkoers.changes.account.unread import skipped_lines
from polderkoers.changes.came_beside import beside_lines, beside_told
from polderkoers.changes.money.budget_words import BUDGET_WORDS
from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.changes.summary import selection, totals
from polderkoers.report.changes.surroundings import problem_line
from polderkoers.report.formats import one_line
from polderkoers.report.page import environment, style_of

if TYPE_CHECKING:
    from polderkoers.changes.account.told import Told

# Of what is touched by hundreds of changes, links to all of them would help nobody.
_MOST_LINKS = 40


def as_html(report: ComparisonReport) -> str:
    """Return the page. It has no script, loads nothing, and every change has its own permanent id (`Change.anchor`)."""
    style = style_of(__package__, "vergelijking.css")
    return (
        _environment()
        .get_template("vergelijking.html.j2")
        .render(
            report=report,
            style=style.text,
            digest=style.digest,
            totals=totals(report),
            selection=selection(report),
            beside=beside_lines(report.comparison.beside),
            beside_told=beside_told(report.comparison.beside),
            budget=report.budget,
            money=BUDGET_WORDS,
            headline=headline(report.account),
            parts=report.account.parts,
            words=PART_WORDS,
            touched=most_touched(report.impact, report.comparison.names),
            links=lambda one: _links(one, report),
            problems=[*map(problem_line, report.problems_new or ())],
            skipped=skipped_lines(report.comparison.skipped),
        )
    )


def change_as_html(told: Told) -> str:
    """Return one change as a part of a page, with its number, what was and will be, and its permanent id."""
    return _alone().render(told=told, words=PART_WORDS)


def _links(one: TouchedName, report: ComparisonReport) -> list[tuple[str, str]]:
    """Return address and sentence of the changes that touch something."""
    anchors = {change.anchor for change in one.changes}
    found = [told for told in report.account.told if told.change.anchor in anchors]
    return [(_fragment(told.change.anchor), told.sentence) for told in found[:_MOST_LINKS]]


def _fragment(anchor: str) -> str:
    return f"#{quote(anchor, safe='')}"


@cache
def _environment() -> Environment:
    return environment(__package__, {"zichtbaar": _visible, "alineas": _paragraphs, "fragment": _fragment})


@cache
def _alone() -> Template:
    told = '{% from "wijziging.html.j2" import wijziging with context %}{{ wijziging(told) }}'
    return _environment().from_string(told)


def _visible(text: str) -> str:
    """Return a text without signs that cannot be seen or turn the direction of reading; its paragraphs stay."""
    return "\n".join(map(one_line, text.split("\n")))


def _paragraphs(text: str) -> str:
    """Return a visible text with a blank line between its paragraphs, to be shown with line breaks."""
    return re.sub(r"\n+", "\n\n", _visible(text))
