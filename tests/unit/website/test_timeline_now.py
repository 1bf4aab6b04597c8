"""The timeline as a whole: what is now at the top, what is past by year, and how time is drawn."""

from __future__ import annotations

from datetime import date

import pytest

from polderkoers.policy.index import Policy
from polderkoers.policy.model.build import build_file
from polderkoers.website.views.site import Site
from polderkoers.website.views.strips import Scale, scale_of
from polderkoers.website.views.time_span import DEADLINE, MOMENT, OPEN, PERIOD, WITHIN, TimeSpan, span_of
from polderkoers.website.views.timeline import value_of
from polderkoers.website.views.timeline_now import overview
from support.made_up import BASIS, DOCUMENTS, KERNOPGAVE, document, policy_of

WHEN = "{tekst: 2021 tot en met 2022, van: 2021, tot: 2022}"
TODAY = date(2022, 6, 1)
SCALE = Scale(date(2021, 1, 1), date(2030, 12, 31), TODAY)


def shown(when: str):
    """Return what the page shows when the only step has another period."""
    return overview(Site(policy_of(KERNOPGAVE.replace(WHEN, when))), TODAY)


@pytest.mark.parametrize(
    ("when", "shape"),
    [
        (WHEN, PERIOD),
        ("{tekst: in 2023, van: 2023}", WITHIN),
        ("{tekst: derde kwartaal van 2023, van: 2023-Q3}", WITHIN),
        ("{tekst: in mei 2023, van: 2023-05}", MOMENT),
        ("{tekst: op 1 mei 2023, van: 2023-05-01}", MOMENT),
        ("{tekst: vanaf 2019, van: 2019}", OPEN),
        ("{tekst: 2019 en verder, van: 2019}", OPEN),
        ("{tekst: een doorlopende taak sinds 2019, van: 2019}", OPEN),
        ("{tekst: elk jaar, van: 2019}", OPEN),
        ("{tekst: start in maart 2019, van: 2019-03}", OPEN),
        ("{tekst: discontinu in 2019, van: 2019}", WITHIN),
        ("{tekst: in 2019 en niet vanaf een vaste dag, van: 2019}", WITHIN),
        ("{tekst: in 2019 en niet meer doorlopend, van: 2019}", WITHIN),
        ("{tekst: uiterlijk in 2023, tot: 2023}", DEADLINE),
    ],
)
def test_how_an_item_fills_its_days_follows_from_its_source(when, shape):
    """A phase is a bar and a moment a point; a year that something falls in is neither."""
    span = span_of(policy_of(KERNOPGAVE.replace(WHEN, when)).get("fijn-wonen/stap-bouwen"))
    assert span.shape == shape


def test_what_is_going_on_stands_at_the_top_and_nowhere_else():
    """A step that runs today is in the first group, under the anchor of its year, and not among the past."""
    values = shown(WHEN)
    (group,) = values["now"].groups
    assert (group.heading, [item.link.text for item in group.moments]) == ("Loopt nu", ["Bouwen"])
    assert group.moments[0].anchor == "jaar-2021"
    assert values["now"].day == "1 juni 2022"
    assert values["years"] == ()


def test_what_comes_stands_apart_from_what_is_going_on():
    """A step of next year is told as to come."""
    (group,) = shown("{tekst: in 2023, van: 2023}")["now"].groups
    assert group.heading == "Komt nog"


def test_what_is_past_is_folded_by_year_with_its_number():
    """A step of before is in its year alone, and the years to jump to say how much begins in each."""
    values = shown("{tekst: in 2020, van: 2020}")
    assert values["now"] is None
    assert [(year.jaar, year.total, year.own) for year in values["years"]] == [("2020", 1, values["years"][0].moments)]
    assert [(jump.jaar, jump.total) for jump in values["jumps"]] == [("2020", 1)]


def test_what_has_no_year_is_counted_apart():
    """Without a year an item is under its document, and in no year."""
    values = shown("{tekst: eind april}")
    assert ([box.total for box in values["undated"]], values["years"], values["now"]) == ([1], (), None)


def test_a_strip_says_where_an_item_lies_on_a_scale():
    """From the first day to the day after the last; without a known end up to the end of the scale, and a deadline at its end."""
    period = SCALE.strip(TimeSpan(date(2021, 1, 1), date(2030, 12, 31), PERIOD))
    assert (period.start, period.length) == ("0", "100")
    still = SCALE.strip(TimeSpan(date(2026, 1, 1), date(2026, 12, 31), OPEN))
    assert float(still.start) + float(still.length) == pytest.approx(100, abs=0.02)
    end = SCALE.strip(TimeSpan(date(2030, 1, 1), date(2030, 12, 31), DEADLINE))
    assert (float(end.start) > 99, end.length) == (True, "0")
    assert 13 < float(SCALE.now) < 15


def test_nothing_is_drawn_when_all_lies_at_the_same_time():
    """Strips that are all the same say nothing."""
    one = TimeSpan(date(2021, 1, 1), date(2021, 12, 31), PERIOD)
    assert scale_of([one, one], TODAY) is None
    assert scale_of([one, TimeSpan(date(2023, 1, 1), date(2023, 12, 31), PERIOD)], TODAY).last == date(2023, 12, 31)


def test_a_scale_says_its_ends_and_not_where_today_stands_in_the_way():
    """Near an end the word for today takes the place of the year."""
    assert SCALE.ends == ("2021", "2030")
    assert Scale(date(2022, 1, 1), date(2031, 12, 31), TODAY).ends == ("", "2031")
    assert Scale(date(2023, 1, 1), date(2031, 12, 31), TODAY).now == ""


@pytest.mark.parametrize("when", ["elk jaar", "Jaarlijks, in het voorjaar", "halfjaarlijks", "ieder jaar"])
def test_what_is_each_year_stands_with_what_is_now(when):
    """Something of today that comes back each year is not among what has no year, and is not drawn as if it had one."""
    values = shown(f"{{tekst: '{when}'}}")
    (group,) = (found for found in values["now"].groups if found.heading == "Elk jaar")
    assert [item.link.text for item in group.moments] == ["Bouwen"]
    assert group.moments[0].strip is None
    assert values["undated"] == ()


def test_what_was_each_year_in_a_plan_of_before_stays_without_a_year():
    """Policy of today alone comes back this year."""
    old = KERNOPGAVE.replace(WHEN, "{tekst: elk jaar}").replace("visie-2020", "visie-1990")
    new = KERNOPGAVE.replace("id: fijn-wonen", "id: nu")
    basis = {path.name: path.read_text(encoding="utf-8") for path in sorted((BASIS / "data").glob("*.yaml"))}
    basis |= {"documenten.yaml": DOCUMENTS}
    files = (build_file(document(text)) for text in (*basis.values(), old, new))
    values = overview(Site(Policy(files)), TODAY)
    assert "Elk jaar" not in [group.heading for group in values["now"].groups]


REPORT = """soort: verslag
id: jaarverslag
titel: Jaarverslag
vorm: jaarverslag
datum: 2022-03-01
vastgesteld_door: null
meldingen:
  - {id: melding-een, over: fijn-wonen/stap-bouwen, ROW}
"""


def reported(row: str, when: str = WHEN):
    """Return what the page shows when a report says something of the only step."""
    return overview(Site(policy_of(KERNOPGAVE.replace(WHEN, when), REPORT.replace("ROW", row))), TODAY)


@pytest.mark.parametrize(
    ("state", "words"), [("klaar", "Klaar, volgens een verslag"), ("gestopt", "Gestopt, volgens een verslag")]
)
def test_what_a_report_calls_done_or_stopped_does_not_run_now(state, words):
    """However its dates are, it stands apart and is not said to run."""
    found = reported(f"stand: {state}")
    assert [group.heading for group in found["now"].groups] == ["Al klaar of gestopt, volgens een verslag"]
    (moment,) = found["now"].groups[0].moments
    assert moment.ended == words
    assert moment.state == value_of(words)


def test_what_moved_to_a_later_time_is_not_past_and_is_drawn_twice():
    """Planned stands above what a report gives instead, on a scale that holds both, and the legend says which is which."""
    row = "stand: vertraagd, nieuwe_datum: {tekst: uiterlijk in 2024, tot: 2024, waarom: null}"
    found = reported(row, "{tekst: in 2021, van: 2021, tot: 2021}")
    assert found["years"] == ()
    (group,) = found["now"].groups
    assert group.heading == "Komt nog"
    (moment,) = group.moments
    assert moment.moved == "uiterlijk in 2024"
    assert (moment.strip.shape, moment.strip.moved.shape) == (PERIOD, DEADLINE)
    assert found["now"].scale.ends == ("2021", "2024")
    assert found["now"].legend[-1][1].startswith("boven wat is besloten")


def test_what_a_report_expected_sooner_is_not_past_before_the_decided_day():
    """Its time as it was decided still runs, though the day that the report gave is over."""
    found = reported("stand: loopt, nieuwe_datum: {tekst: al in april, tot: 2022-04, waarom: null}")
    assert found["years"] == ()
    (moment,) = found["now"].groups[0].moments
    assert (moment.standing, moment.moved) == ("Loopt volgens de bron", "al in april")


def test_structural_money_of_a_year_goes_on():
    """What is paid each year from one on is not over when that year is."""
    money = "bedragen:\n  - {id: bedrag-bus, bedrag: 40000, waarvoor: De bus, jaar: 2019, MORE}\n"
    shapes = [
        span_of(policy_of(KERNOPGAVE + money.replace("MORE", more)).get("fijn-wonen/bedrag-bus")).shape
        for more in (
            "soort: structureel, per_jaar: true",
            "soort: incidenteel",
            "soort: structureel, wanneer: {tekst: tot 2021, van: 2019, tot: 2021}",
        )
    ]
    assert shapes == [OPEN, WITHIN, PERIOD]


DECISIONS = """soort: besluiten
id: besluiten-2019
besluiten:
  - {id: motie-rust, soort: motie, naam: Rust, datum: 2019-05-01, uitkomst: aangehouden}
  - {id: motie-licht, soort: motie, naam: Licht, datum: 2019-05-01}
  - {id: toezegging-brief, soort: toezegging, naam: Een brief, datum: 2019-05-01}
"""


def test_what_is_open_or_adjourned_is_not_called_over():
    """A promise without a last day is not past, and of a motion that may come back or whose outcome is not known no more is said."""
    values = overview(Site(policy_of(KERNOPGAVE, DECISIONS)), TODAY)
    past = {item.link.text: item.standing for year in values["years"] for item in year.moments}
    now = {item.link.text: item.standing for group in values["now"].groups for item in group.moments}
    assert (past["Rust"], past["Licht"]) == ("Aangehouden", "Uitkomst niet bekend")
    assert now["Een brief"] == "Open"
    assert "Een brief" not in past


def test_what_was_stopped_is_drawn_until_it_was(monkeypatch):
    """Of what a report says was stopped, the drawing below what was decided ends there."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1654041600")
    stopped = """soort: verslag
id: brief
titel: Brief
vorm: brief
datum: 2022-03-01
vastgesteld_door: null
meldingen:
  - {id: melding-bouwen, over: fijn-wonen/stap-bouwen, stand: gestopt, sinds: 2021-12}
"""
    other = DECISIONS.replace("naam: Een brief,", "naam: Een brief, uiterlijk: 2024-01-01,")
    values = overview(Site(policy_of(KERNOPGAVE, stopped, other)), TODAY)
    (strip,) = [item.strip for group in values["now"].groups for item in group.moments if item.link.text == "Bouwen"]
    assert float(strip.moved.length) < float(strip.length)
