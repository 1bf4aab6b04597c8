"""What the site says of what was measured: lines, and sentences that follow from the numbers alone."""

from __future__ import annotations

import itertools

import pytest

from polderkoers.website.charts import Bar
from polderkoers.website.views.figures import figures
from polderkoers.website.views.lines import line_of
from polderkoers.website.views.measured import measured
from polderkoers.website.views.site import Site
from support.made_up import KERNOPGAVE, policy_of

BEGIN = KERNOPGAVE + "indicatoren:\n  - id: ind\n    naam: Tevreden\n    eenheid: procent\n"
TWO = "    metingen:\n      - {waarde: 60, jaar: 2020, nulmeting: true}\n      - {waarde: 65, jaar: 2022}\n"


def shown(rest: str):
    """Return the series of one indicator as the site shows them."""
    policy = policy_of(BEGIN + rest)
    (entry,) = policy.of_kind("indicator")
    return measured(entry, ())


def told(rest: str) -> str:
    """Return the sentences of the only series."""
    (series,) = shown(rest)
    return " ".join(series.told)


def test_a_line_has_its_baseline_its_newest_value_and_its_target():
    """The points are in order of time, and what each is stands with it."""
    (series,) = shown(TWO + "    streefwaarden: [{waarde: 75, jaar: 2026}]\n")
    assert [(point.jaar, point.mark) for point in series.line.points] == [("2020", "nulmeting"), ("2022", "")]
    assert [(point.jaar, point.shown) for point in series.line.targets] == [("2026", "75%")]
    assert [row.what for row in series.rows] == ["Nulmeting", "Meting", "Streefwaarde"]


def test_one_value_is_no_line():
    """A single value with a target is a list: nobody knows where it goes."""
    (series,) = shown("    metingen: [{waarde: 60, jaar: 2020}]\n    streefwaarden: [{waarde: 75, jaar: 2026}]\n")
    assert series.line is None
    assert [row.waarde for row in series.rows] == ["60%", "75%"]


def test_two_ways_of_measuring_are_two_lines():
    """The chart of each holds only its own years, and its title says which it is."""
    rest = (
        "    metingen:\n      - {waarde: 60, jaar: 2020, meting: oud}\n      - {waarde: 61, jaar: 2021, meting: oud}\n"
        "      - {waarde: 50, jaar: 2021, meting: nieuw}\n      - {waarde: 52, jaar: 2022, meting: nieuw}\n"
    )
    (found,) = figures(Site(policy_of(BEGIN + rest)))
    assert [(chart.title, [point.jaar for point in chart.line.points]) for chart in found.charts] == [
        ("Tevreden (meting: oud)", ["2020", "2021"]),
        ("Tevreden (meting: nieuw)", ["2021", "2022"]),
    ]


def test_the_sentences_say_higher_or_lower_and_never_that_it_goes_well():
    """The newest value is held against the baseline and the target; which way is better stands beside it."""
    rest = "    beter: hoger\n" + TWO + "    streefwaarden: [{waarde: 75, jaar: 2026}]\n"
    assert told(rest) == (
        "Laatst gemeten: 65% in 2022. Dat is 5 procentpunt hoger dan de nulmeting (60% in 2020). De streefwaarde is 75% in 2026. "
        "Dat is 10 procentpunt hoger dan de laatste meting. Hoger is hier beter."
    )


def test_without_a_baseline_it_is_the_first_measurement():
    """What the source does not call a baseline is not called so, and a fall is lower."""
    assert told(TWO.replace(", nulmeting: true", "").replace("65", "58")) == (
        "Laatst gemeten: 58% in 2022. Dat is 2 procentpunt lager dan de eerste meting (60% in 2020)."
    )


@pytest.mark.parametrize(
    "note", ["      noot: Anders gemeten.\n", "    noot: In 2022 vulden minder mensen de lijst in.\n"]
)
def test_where_a_note_may_say_that_it_was_measured_otherwise_no_difference_is_told(note):
    """Both values stand there; how much one is above the other is not said."""
    rest = TWO + note if note.startswith("    n") else TWO.replace("jaar: 2022}", "jaar: 2022, noot: Anders gemeten.}")
    assert told(rest) == "Laatst gemeten: 65% in 2022. De nulmeting was 60% in 2020."


def test_the_same_value_is_as_much():
    """No difference is no rise and no fall."""
    assert "Dat is evenveel als de nulmeting (60% in 2020)." in told(TWO.replace("65", "60"))


def test_a_provisional_value_is_called_so():
    """In the sentence and in the row."""
    rest = TWO.replace("jaar: 2022}", "jaar: 2022, voorlopig: true}")
    assert "Dat cijfer is voorlopig." in told(rest)
    assert shown(rest)[0].rows[1].what == "Meting, voorlopig cijfer"


def test_an_indicator_with_only_a_target_has_no_measurement():
    """It stands among those without a measurement, and its target in the table."""
    (found,) = figures(
        Site(policy_of(BEGIN + "    noot: Geen nulmeting.\n    streefwaarden: [{waarde: 75, jaar: 2026}]\n"))
    )
    assert [row.noot for row in found.unmeasured] == ["Geen nulmeting."]
    assert [(row.what, row.waarde, row.jaar) for row in found.indicatoren] == [("Streefwaarde", "75%", "2026")]


def test_words_in_a_line_do_not_stand_on_each_other():
    """A value without room has none, and the ends and the target come first."""
    bars = [Bar(str(year), 50.0 + year % 3, f"{50 + year % 3} procent") for year in range(2000, 2024)]
    line = line_of(bars, [Bar("2024", 51.0, "51 procent")])
    assert line.points[0].words_y
    assert line.points[-1].words_y
    assert not any(point.words_y for point in line.points[1:-1])
    years = [point for point in (*line.points, *line.targets) if point.has_year]
    assert all(abs(one.x - two.x) >= 28 for one, two in itertools.pairwise(years))


def test_a_target_without_a_year_is_a_level():
    """It has no place in time, and so it goes through all of it; values of nought can be drawn as well."""
    line = line_of([Bar("2020", 0.0, "0"), Bar("2021", 0.0, "0")], [Bar("", 0.0, "0")])
    assert [(level.shown, level.has_year) for level in line.levels] == [("0", False)]
    assert line.targets == ()
