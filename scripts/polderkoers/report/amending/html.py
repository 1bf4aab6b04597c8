"""Amendments as one page that needs nothing else: to read on a phone, to send, and to print as three columns on A4."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment

from polderkoers.changes.account.unread import skipped_lines
from polderkoers.report.amending import words
from polderkoers.report.amending.outcome import Amended, AmendReport, RefusedAmendment
from polderkoers.report.changes.surroundings import problem_line
from polderkoers.report.page import environment, style_of


def as_html(report: AmendReport) -> str:
    """Return the page. It has no script and loads nothing."""
    style = style_of(__package__, "amendementen.css")
    page = _environment().get_template("amendementen.html.j2")
    return page.render(
        report=report,
        style=style.text,
        digest=style.digest,
        opening=[*words.opening(report)],
        skipped=[*skipped_lines(report.skipped)],
        clashes=[*map(words.clash_line, report.clashes)],
        misfits=_misfits,
        problems=_problems,
        nothing=words.NOTHING,
        unchanged=words.UNCHANGED,
        by_file=words.by_file,
        facts=words.facts,
        heading=words.heading,
        label=words.label,
        title=words.title,
        totals=words.totals,
    )


def _misfits(refused: RefusedAmendment) -> list[str]:
    return [*map(words.misfit_line, refused.misfits)]


def _problems(amended: Amended) -> list[str]:
    return [*map(problem_line, amended.problems_new)]


@cache
def _environment() -> Environment:
    return environment(__package__, {"zichtbaar": words.visible})
