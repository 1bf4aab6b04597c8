"""A figure in a text beside another value in the data: told when it is sure, and silent in all other cases."""

from __future__ import annotations

import pytest

from polderkoers.policy.model.base import Cijfer
from polderkoers.policy.rules import figures_in_text
from polderkoers.policy.rules.finding import Context, Past
from support.made_up import KERNOPGAVE, policy_of

GOAL = "    naam: Genoeg huizen\n"
PLACE = "/doelen/0/toelichting"


def found(text: str, *figures: str, former=None) -> list[tuple[str, str]]:
    """Return place and message for a goal with a text and the figures beside it."""
    rows = "".join(f"      - {{id: cijfer-{place}, {figure}, wat: mensen}}\n" for place, figure in enumerate(figures))
    more = f"    toelichting: {text}\n    cijfers:\n{rows}"
    policy = policy_of(KERNOPGAVE.replace(GOAL, GOAL + more))
    return [
        (finding.pointer, finding.message)
        for finding in figures_in_text.check(Context(policy, past=Past(former=former or {})))
    ]


def test_one_figure_that_fits_nothing_is_told():
    """The text says 85, the only figure beside it says 86."""
    assert found("Zo'n 85% doet mee.", "waarde: 86, eenheid: procent") == [
        (PLACE, "In deze tekst staat 85%, maar bij 'cijfer-0' staat 86%.")
    ]


def test_a_figure_among_others_is_told_when_one_alone_is_nearly_the_same():
    """The text has other percentages too, and only 85 can be meant for the 86 beside it."""
    text = "De meesten (85%) redden zich. Ongeveer 15% is kwetsbaar, en 5% redt het niet."
    told = [(PLACE, "In deze tekst staat 85%, maar bij 'cijfer-0' staat 86%.")]
    assert found(text, "waarde: 86, eenheid: procent") == told
    assert found(text, "waarde: 86, eenheid: procent", "waarde: 15, eenheid: procent") == told


def test_two_figures_that_are_both_nearly_the_same_are_not_told():
    """Which of 85 and 87 is meant for 86, nobody can say."""
    assert found("Eerst 85%, later 87%, en 5% niet.", "waarde: 86, eenheid: procent") == []


def test_money_that_lost_its_noughts_is_told():
    """An amount in a text and one in the data that differ by a factor thousand belong together."""
    ((_, message),) = found("Het kost € 780.000.", "waarde: 780, eenheid: euro")
    assert message == "In deze tekst staat € 780.000, maar bij 'cijfer-0' staat € 780."


@pytest.mark.parametrize(
    ("text", "figure", "told"),
    [
        (
            "Er komen 300 huizen bij.",
            "waarde: 350, eenheid: huizen",
            "300 huizen, maar bij 'cijfer-0' staat 350 huizen",
        ),
        ("Er komen 300 nieuwe huizen.", "waarde: 350, eenheid: huizen", "300 huizen"),
        ("Er komt 12 kilometer bij.", "waarde: 15, eenheid: km", "12 km, maar bij 'cijfer-0' staat 15 km"),
        ("Er komt 1.200 m2 bos.", "waarde: 1250, eenheid: m²", "1.200 m²"),
        ("Het kost 300.000 euro.", "waarde: 350000, eenheid: euro", "€ 300.000"),
        ("Er doen 40 mensen mee.", "waarde: 45, eenheid: aantal", "40 mensen"),
    ],
)
def test_a_figure_in_any_unit_is_told(text, figure, told):
    """A unit of the data is looked for behind a number, also in another spelling or with one word in between."""
    ((_, message),) = found(text, figure)
    assert told in message


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In 5 jaar is het klaar.", ["waarde: 4, eenheid: jaar"]),
        ("Er zijn 3 bijeenkomsten.", ["waarde: 4, eenheid: huizen"]),
        ("Er komen 300 huizen bij.", ["waarde: 300, eenheid: woningen"]),
        ("Zo'n 85% doet mee.", ["waarde: 85, eenheid: procent"]),
        ("Zo'n 8,5 procent doet mee.", ["waarde: 8.5, eenheid: procent"]),
        ("Zo'n 80% doet mee, en 15% niet.", ["waarde: 86, eenheid: procent"]),
        ("Zo'n 85% doet mee.", ["waarde: 86, eenheid: procent", "waarde: 3, eenheid: procent"]),
        ("Zo'n 85% doet mee.", ["waarde: 86, eenheid: mensen"]),
        ("Zo'n 85% doet mee.", ["waarde: 12, eenheid: procent"]),
        ("Het kost € 1,2 miljoen.", ["waarde: 1200000, eenheid: euro"]),
        ("Iedereen doet mee.", ["waarde: 86, eenheid: procent"]),
    ],
)
def test_in_doubt_nothing_is_said(text, figures):
    """Equal values, other units, several figures and values far apart raise nothing."""
    assert found(text, *figures) == []


def test_a_figure_that_changed_is_told_wherever_its_old_value_still_stands():
    """With the last version at hand, the old value is found also where more figures stand."""
    former = {"fijn-wonen/cijfer-0": (Cijfer(id="cijfer-0", waarde=85, eenheid="procent", wat="mensen"),)}
    places = [place for place, _ in found("Van 85% naar 90% en 95%.", "waarde: 86, eenheid: procent", former=former)]
    assert places == [PLACE]


def test_a_value_that_another_figure_has_is_no_old_value():
    """A value that some figure of the file has now is never called old."""
    former = {"fijn-wonen/cijfer-0": (Cijfer(id="cijfer-0", waarde=85, eenheid="procent", wat="mensen"),)}
    figures = ("waarde: 86, eenheid: procent", "waarde: 85, eenheid: procent")
    assert found("Van 85% naar 86%.", *figures, former=former) == []
