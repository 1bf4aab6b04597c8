"""What came after a version stands in every form, before the changes."""

from __future__ import annotations

import json

import pytest

from polderkoers.changes.came_after import CameAfter
from polderkoers.report.changes.besluit import as_besluit
from polderkoers.report.changes.html import as_html
from polderkoers.report.changes.json import as_json
from polderkoers.report.changes.markdown import as_markdown
from polderkoers.report.changes.text import as_text

GOAL = {"was": "minstens 10 woningen", "wordt": "minstens 20 woningen"}
CAME = (CameAfter("Visie", "De gegevens\nzijn verbeterd."),)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        (as_text, "Na Visie: De gegevens zijn verbeterd."),
        (as_besluit, "Na Visie: De gegevens zijn verbeterd."),
        (as_markdown, "**Na Visie:** De gegevens zijn verbeterd."),
        (as_html, "<strong>Na Visie:</strong> De gegevens\nzijn verbeterd."),
    ],
)
def test_each_form_says_it_before_the_first_change(report, form, said):
    """A council knows what kind of changes these are before it reads one; without words nothing is said."""
    text = form(report(GOAL, since=CAME))
    assert text.index(said) < text.index("Genoeg huizen")
    assert "Na Visie" not in form(report(GOAL))


def test_a_program_gets_it_with_the_version(report):
    """In JSON it stands by itself, and only when there is something to say."""
    assert json.loads(as_json(report(GOAL, since=CAME)))["since"] == [{"after": "Visie", "text": CAME[0].text}]
    assert "since" not in json.loads(as_json(report(GOAL)))
