"""A new measurement in words: with its unit, and beside the one before it only when both are of one series."""

from __future__ import annotations

import pytest

from polderkoers.changes.compare import compare_data
from polderkoers.changes.wording import sentence

FIRST = {"waarde": 16, "jaar": 2016}
NEW = {"waarde": 19, "jaar": 2020}
FILE = "data/kernopgaven/sport.yaml"


def told(old, new, **more):
    """Return the sentences about two lists of measurements, without what each is called."""
    versions = []
    for measured in (old, new):
        indicator = {"id": "i", "naam": "Tevreden", "eenheid": "procent", **more, "metingen": measured}
        versions.append({FILE: {"soort": "kernopgave", "id": "sport", "titel": "Sport", "indicatoren": [indicator]}})
    found = compare_data(*versions)
    return [sentence(change, found.names).partition("van Sport ")[2] for change in found.changes]


def test_a_new_measurement_is_beside_the_one_before_it():
    """Percentages differ by percentage points; what is counted differs by its unit, and the same is as much."""
    assert told([FIRST], [FIRST, NEW]) == ["is nieuw: 19 procent in 2020, 3 procentpunt meer dan in 2016 (16 procent)."]
    assert told([FIRST], [FIRST, NEW], eenheid="huizen") == [
        "is nieuw: 19 huizen in 2020, 3 huizen meer dan in 2016 (16 huizen)."
    ]
    lower = NEW | {"waarde": 15.9}
    assert told([FIRST], [FIRST, lower]) == [
        "is nieuw: 15,9 procent in 2020, 0,1 procentpunt minder dan in 2016 (16 procent)."
    ]
    assert told([FIRST], [FIRST, NEW | {"waarde": 16}]) == ["is nieuw: 16 procent in 2020, evenveel als in 2016."]


@pytest.mark.parametrize(
    ("before", "new", "more"),
    [
        ({"noot": "Andere vragen."}, {}, {}),
        ({}, {"noot": "Andere vragen."}, {}),
        ({"groep": "ouderen"}, {}, {}),
        ({"bron": {"document": "monitor"}}, {"bron": {"document": "peiling"}}, {}),
        ({"waarde": None}, {}, {}),
        ({"weergave": "ongeveer een op de zes"}, {}, {}),
        ({"jaar": None}, {}, {}),
        ({"jaar": 2021}, {}, {}),
        ({}, {}, {"noot": "Sinds 2018 op een andere manier."}),
    ],
)
def test_of_another_series_only_the_value_is_told(before, new, more):
    """A note, another group or source, no figure or year: nothing is said of more or less."""
    assert told([FIRST | before], [FIRST | before, NEW | new], **more) == ["is nieuw: 19 procent in 2020."]


def test_two_measurements_of_one_year_are_no_series():
    """When nobody knows which of two was before it, a measurement is beside neither."""
    both = [FIRST, FIRST | {"waarde": 17}]
    assert "meer" not in told(both, [*both, NEW])[-1]


def test_a_measurement_that_goes_is_told_with_its_unit_alone():
    """What goes is not beside what stays."""
    assert told([FIRST, NEW], [FIRST]) == ["is vervallen: 19 procent in 2020."]


def test_without_a_unit_or_a_figure_nothing_is_made_up():
    """No unit: the figure alone. Words instead of a figure: the words."""
    assert told([FIRST], [FIRST, NEW], eenheid=None) == ["is nieuw: 19 in 2020."]
    assert told([FIRST], [FIRST, {"waarde": None, "weergave": "bijna een vijfde", "jaar": 2020}]) == [
        "is nieuw: bijna een vijfde."
    ]
