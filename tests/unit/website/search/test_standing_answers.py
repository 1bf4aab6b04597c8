"""The answers to how something stands, and decisions by their number."""

from __future__ import annotations

import pytest

from polderkoers.website.search.standing import decided, standing
from polderkoers.website.views.site import Site
from support.gemeente import policy
from support.made_up import KERNOPGAVE, policy_of

REPORT = """soort: verslag
id: jaarverslag
titel: Jaarverslag
vorm: jaarverslag
datum: 2022-03-01
vastgesteld_door: null
meldingen:
  - {id: melding-een, over: fijn-wonen/stap-bouwen, ROW}
"""
STEP, GOAL = "kernopgaven/fijn-wonen/stap-bouwen/", "kernopgaven/fijn-wonen/doel-genoeg-huizen/"


def answers(*texts: str):
    """Return the answers of the made-up policy with more files, by their addresses."""
    site = Site(policy_of(KERNOPGAVE, *texts))
    return {answer.address: answer for answer in standing(site)}


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (
            "stand: klaar, sinds: 2022-01",
            "Klaar sinds januari 2022. Dat zegt Jaarverslag (1 maart 2022). Op tijd klaar: Voor het einde van de tijd die was besloten (2021 tot en met 2022).",
        ),
        ("stand: gestopt", "Gestopt. Dat zegt Jaarverslag (1 maart 2022)."),
        ("stand: loopt, sinds: 2021", "Te laat. Volgens Jaarverslag (1 maart 2022): loopt sinds 2021."),
    ],
)
def test_how_something_stands_is_told_with_the_report_that_says_it(row, text):
    """The state, since when and the report stand in the answer, which leads to the place in the report."""
    found = answers(REPORT.replace("ROW", row))[STEP]
    assert found.text.startswith(text)
    assert found.leads[0].address == "verslagen/jaarverslag/#melding-een"
    assert any(name.startswith("hoe staat het met ") for name in found.names)


def test_what_no_report_names_says_that_nobody_reported_it():
    """Beside what is reported, another item says that it is reported nowhere, and leads to no report."""
    found = answers(REPORT.replace("ROW", "stand: klaar"))[GOAL]
    assert found.text == "Nog nergens gemeld. Geen verslag op deze site zegt hoe het hiermee staat."
    assert found.leads == ()


def test_without_any_report_no_item_has_an_answer_of_its_own():
    """None of them would say more than that no report is there."""
    assert answers() == {}


def test_a_decision_is_found_by_its_number():
    """Its card says what it is and how it stands."""
    found = {answer.names[0]: answer for answer in decided(Site(policy()))}
    assert "V-2024-11" in found
    assert found["V-2024-11"].text.startswith("Raadsvraag V-2024-11, ")
    assert found["V-2024-11"].address == "besluiten/vraag-leegstand/"
