"""The effect on the budget in every form of output: the same rows, and nothing when no money changes."""

from __future__ import annotations

import json

import jsonschema
import pytest

from polderkoers.changes.money.budget import budget_of
from polderkoers.changes.money.budget_words import TITLE
from polderkoers.report.changes.comparison import ComparisonReport
from polderkoers.report.changes.html import as_html
from polderkoers.report.changes.json import as_json
from polderkoers.report.changes.markdown import as_markdown
from polderkoers.report.changes.pull_request import PullRequest, as_pull_request
from polderkoers.report.changes.text import as_text
from support.made_up import ROOT

PLAIN = "bedrag: 1000000\n    waarvoor: Nieuwe huizen\n    soort: incidenteel"
YEARLY = "bedrag: {}\n    per_jaar: true\n    wanneer: {{tekst: 2026-{}, van: 2026, tot: {}}}\n    waarvoor: Nieuwe huizen\n    soort: incidenteel"
BEFORE = {"was": PLAIN, "wordt": YEARLY.format(100000, 2027, 2027)}
AFTER = {"was": PLAIN, "wordt": YEARLY.format(85000, 2028, 2028)}
DIFFERENCES = ["15.000 euro minder", "15.000 euro minder", "85.000 euro meer", "55.000 euro meer"]
FORMS = {
    "text": as_text,
    "markdown": as_markdown,
    "html": as_html,
    "proposal": lambda report: as_pull_request(PullRequest(report)),
}


def with_budget(report: ComparisonReport) -> ComparisonReport:
    """The report with the effect of its changes, as whoever compares two versions makes it."""
    report.__dict__["budget"] = budget_of(report.changes, report.comparison)
    return report


@pytest.fixture
def money(report):
    """A report in which an amount is less per year and lasts longer."""
    return with_budget(report(AFTER, old=[BEFORE]))


@pytest.mark.parametrize("name", FORMS)
def test_each_form_has_the_rows_above_the_changes(money, name):
    """Title, reading, kind, years, differences and total stand there in this order, under the first lines and above the list."""
    told = FORMS[name](money)
    told = " ".join(told.split())
    place = told.index(TITLE)
    words = ["Hier tellen alleen bedragen die veranderen", "Incidenteel", "2026", *DIFFERENCES[:1], "2027", DIFFERENCES[1], "2028", DIFFERENCES[2], "Totaal 2026 tot en met 2028", DIFFERENCES[3]]  # fmt: skip
    for word in words:
        place = told.index(word, place)
    # The opening names the change first; behind the rows it stands in its place.
    assert place < told.rindex("gaat van 100.000 naar 85.000 euro per jaar")


@pytest.mark.parametrize("name", FORMS)
def test_what_does_not_count_is_named_in_each_form(report, name):
    """An amount without a year is told with the reason, and no row is made up for it."""
    told = FORMS[name](with_budget(report({"was": "bedrag: 1000000", "wordt": "bedrag: 1250000"})))
    told = " ".join(told.replace("&#39;", "'").split())
    assert "Er verandert wel geld, maar dat is niet op te tellen." in told
    assert (
        "Er staat niet in welk jaar. In kernopgave Fijn wonen: 'Nieuwe huizen' (eerst 1.000.000 euro, nu 1.250.000 euro)."
        in told
    )
    assert "Totaal" not in told


@pytest.mark.parametrize("name", FORMS)
def test_without_money_no_form_speaks_of_the_budget(report, name):
    """A comparison in which no money changes has no heading about it."""
    assert TITLE not in FORMS[name](
        with_budget(report({"was": "minstens 10 woningen", "wordt": "minstens 20 woningen"}))
    )


def test_json_has_the_effect_as_its_schema_says(money, report):
    """Rows and total are numbers, and a comparison without money has no such part."""
    told = json.loads(as_json(money))
    schema = json.loads((ROOT / "schema" / "uitvoer" / "wijzigingen.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(told, schema)
    (part,) = told["budget"]["plans"][0]["parts"]
    assert [row["difference"] for row in part["rows"]] == [-15000, -15000, 85000]
    assert part["total"] == {"first": 2026, "last": 2028, "old": 200000, "new": 255000, "difference": 55000}
    unknown = json.loads(as_json(with_budget(report({"was": "bedrag: 1000000", "wordt": "bedrag: 1250000"}))))
    jsonschema.validate(unknown, schema)
    assert unknown["budget"]["left_out"][0]["why"] == "er staat niet in welk jaar"
    assert "budget" not in json.loads(as_json(report({"was": "minstens 10 woningen", "wordt": "minstens 20 woningen"})))


def test_a_new_amount_is_written_out_as_one_figure(report):
    """What is said of an amount stands with it, and not as a field of yes and no."""
    new = "  - id: bedrag-feest\n    bedrag: 5000\n    hoogstens: true\n    per_jaar: true\n    waarvoor: Feest\naandachtspunten:"
    told = as_text(report({"was": "aandachtspunten:", "wordt": new}))
    assert "    Bedrag: hoogstens 5.000 euro per jaar\n" in told
    assert ": ja" not in told
