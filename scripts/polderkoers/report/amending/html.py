"""Amendments as one page that needs nothing else: to read on a phone, to send, and to print as three columns on A4."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from polderkoers.report.amending import words
from polderkoers.report.amending.outcome import Amended, AmendReport, RefusedAmendment
from polderkoers.report.changes.surroundings import problem_line, skipped_lines

_FOLDER = "templates"


def as_html(report: AmendReport) -> str:
    """Return the page. It has no script and loads nothing."""
    style = _style()
    page = _environment().get_template("amendementen.html.j2")
    return page.render(
        report=report,
        style=Markup(style),  # noqa: S704 - our own style sheet
        digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii"),
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
def _style() -> str:
    return resources.files(__package__).joinpath(_FOLDER, "amendementen.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__, _FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["zichtbaar"] = words.visible
    return environment
