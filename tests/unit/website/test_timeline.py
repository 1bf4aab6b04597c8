"""What can honestly be said of time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from polderkoers.website.dates import reference_date
from polderkoers.website.views.site import Site
from polderkoers.website.views.time_span import standing
from polderkoers.website.views.timeline import undated, years
from support.made_up import KERNOPGAVE, policy_of

TODAY = date(2022, 6, 1)


def step(when: str):
    """Return the step of a small kernopgave with another period."""
    text = KERNOPGAVE.replace("{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}", when)
    return policy_of(text).get("fijn-wonen/stap-bouwen")


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("{tekst: '2020', van: 2020}", "De tijd is voorbij"),
        ("{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}", "Loopt volgens de bron"),
        ("{tekst: in 2023, van: 2023}", "Nog te komen"),
        ("{tekst: in 2022, van: 2022}", "Staat voor nu, dag niet bekend"),
        ("{tekst: vanaf 2019, van: 2019}", "Begonnen, einde niet bekend"),
        ("{tekst: 2018 en verder, van: 2018}", "Begonnen, einde niet bekend"),
        ("{tekst: eind april}", "Zonder jaar"),
        ("{tekst: uiterlijk in 2023, tot: 2023}", "De tijd is nog niet voorbij"),
        ("{tekst: uiterlijk in 2022, tot: 2022}", "De tijd is nog niet voorbij"),
        ("{tekst: uiterlijk in 2021, tot: 2021}", "De tijd is voorbij"),
    ],
)
def test_a_step_is_never_called_done(when, words):
    """Past, running, coming and undated are told apart, and past does not mean done."""
    assert standing(step(when), TODAY) == words


def test_dated_and_undated_items_stand_apart():
    """A step with a year stands under that year, and one without in its own list."""
    dated = Site(policy_of(KERNOPGAVE))
    assert [(year.jaar, [moment.link.text for moment in year.moments]) for year in years(dated, TODAY)] == [
        ("2021", ["Bouwen"])
    ]
    assert undated(dated, TODAY) == ()
    without = Site(
        policy_of(KERNOPGAVE.replace("    wanneer: {tekst: 2021 tot en met 2022, van: 2021, tot: 2022}\n", ""))
    )
    (box,) = undated(without, TODAY)
    assert (box.heading, box.moments[0].wanneer) == ("Visie (2020)", "Geen datum in de bron")


def test_a_deadline_stands_under_the_year_in_which_it_ends():
    """Of what must be done before a date no begin is known, and yet it has a place in time."""
    when = "{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}"
    site = Site(policy_of(KERNOPGAVE.replace(when, "{tekst: uiterlijk op 1 juli 2026, tot: 2026-07-01}")))
    (year,) = years(site, TODAY)
    assert (year.jaar, [moment.wanneer for moment in year.moments]) == ("2026", ["uiterlijk op 1 juli 2026"])
    assert undated(site, TODAY) == ()


def test_the_date_of_a_build_can_be_fixed(monkeypatch):
    """SOURCE_DATE_EPOCH decides the date, so that two builds say the same."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")
    assert reference_date() == datetime.fromtimestamp(1600000000, UTC).date()
