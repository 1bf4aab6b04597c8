"""Measurements as series: what may stand in one line, what belongs to it, and what comes from reports."""

from __future__ import annotations

from types import SimpleNamespace

from polderkoers.policy.measured import series_of
from polderkoers.policy.model.verslag import GemeldeMeting
from support.made_up import KERNOPGAVE, policy_of

BEGIN = KERNOPGAVE + "indicatoren:\n  - id: ind\n    naam: Tevreden\n    eenheid: procent\n"


def series(rest: str, *reported: GemeldeMeting, document: str | None = None):
    """Return each series as its group, way, known years with their values, and the years of its targets."""
    (entry,) = policy_of(BEGIN + rest).of_kind("indicator")
    report = SimpleNamespace(ref="verslag", item=SimpleNamespace(titel="Verslag"))
    said = SimpleNamespace(
        melding=SimpleNamespace(metingen=reported),
        entry=SimpleNamespace(bron=SimpleNamespace(document=document)),
        report=report,
    )
    return [
        (
            each.groep,
            each.meting,
            [(value.jaar, value.waarde) for value in each.known],
            [target.jaar for target in each.streefwaarden],
        )
        for each in series_of(entry, (said,) if reported else ())
    ]


def test_two_ways_of_measuring_are_never_one_series():
    """What is called otherwise, or has no name while the other does, stands apart."""
    rest = "    metingen:\n      - {waarde: 5, jaar: 2020}\n      - {waarde: 6, jaar: 2021, meting: a}\n      - {waarde: 7, jaar: 2022, meting: b}\n"
    assert [found[2] for found in series(rest)] == [[(2020, 5)], [(2021, 6)], [(2022, 7)]]


def test_values_of_a_report_continue_the_series_that_they_name():
    """A report with the same way of measuring goes on with the line, in the order of the years."""
    rest = "    metingen:\n      - {waarde: 5, jaar: 2022, meting: a}\n      - {waarde: 4, jaar: 2020, meting: a}\n"
    assert series(rest, GemeldeMeting(waarde=6, jaar=2021, meting="a"))[0][2] == [(2020, 4), (2021, 6), (2022, 5)]


def test_values_of_two_documents_that_do_not_say_how_are_apart():
    """Nobody says that the report measured as the plan did, and so it is no line."""
    rest = "    metingen:\n      - {waarde: 5, jaar: 2020}\n"
    assert len(series(rest, GemeldeMeting(waarde=6, jaar=2021), document="monitor")) == 2


def test_a_newer_report_of_the_same_year_counts():
    """A value that was corrected since is the one that is known."""
    rest = "    metingen:\n      - {waarde: 5, jaar: 2020, meting: a}\n"
    assert series(rest, GemeldeMeting(waarde=6, jaar=2020, meting="a"))[0][2] == [(2020, 6)]


def test_a_target_belongs_to_the_only_series_of_its_group():
    """With one series it is clear; with two only the way that a target names tells, and else it stands by itself."""
    one = "    metingen:\n      - {waarde: 5, jaar: 2020}\n    streefwaarden: [{waarde: 8, jaar: 2030}]\n"
    assert [found[3] for found in series(one)] == [[2030]]
    two = one.replace("jaar: 2020}\n", "jaar: 2020}\n      - {waarde: 6, jaar: 2021, meting: a}\n")
    assert [found[3] for found in series(two)] == [[], [], [2030]]
    named = two.replace("jaar: 2030}", "jaar: 2030, meting: a}")
    assert [found[3] for found in series(named)] == [[], [2030]]


def test_a_target_of_a_group_is_of_that_group():
    """Young people have a target of their own, in any spelling of capitals."""
    rest = "    metingen:\n      - {waarde: 5, jaar: 2020}\n      - {waarde: 3, jaar: 2020, groep: Jongeren}\n"
    rest += "    streefwaarden: [{waarde: 8, jaar: 2030, groep: jongeren}]\n"
    assert [(found[0], found[3]) for found in series(rest)] == [("", []), ("Jongeren", [2030])]
