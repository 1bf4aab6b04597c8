"""Figures, measurements and amounts that became another thing: both are told as they stand, and nothing between them."""

from __future__ import annotations

import pytest

from polderkoers.changes.compare import compare_data
from polderkoers.changes.meaning_words import said_of
from polderkoers.changes.wording import sentence
from support.money import effect, plan

FIGURE = {"id": "cijfer", "waarde": 52, "eenheid": "procent", "wat": "jongeren die genoeg bewegen", "beter": "hoger"}
MONEY = {"id": "bedrag", "waarvoor": "Buurtsportcoaches", "bedrag": 100000, "per_jaar": True, "jaar": 2027}
NO_WORDS = ("erbij", "eraf", "meer in totaal", "minder", "procentpunt", "is beter", "langer")


def told(old, new):
    """Return all sentences about what differs, and the change of the figure itself."""
    found = compare_data(old, new)
    (figure,) = (change for change in found.changes if change.field in ("waarde", "bedrag"))
    return sentence(figure, found.names), figure


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"waarde": 5200, "eenheid": "jongeren"}, "eerst 52 procent, nu 5.200 jongeren."),
        (
            {"waarde": 47, "wat": "jongeren die te weinig bewegen", "jaar": 2025},
            "eerst 52 procent (jongeren die genoeg bewegen), nu 47 procent (jongeren die te weinig bewegen, 2025).",
        ),
        ({"waarde": 47, "meting": "peiling"}, "eerst 52 procent, nu 47 procent (peiling)."),
    ],
)
def test_a_figure_of_something_else_is_told_beside_the_old_one(fields, said):
    """With another unit, name or method no difference, percentage or direction is told."""
    words, change = told(plan([], cijfers=[FIGURE]), plan([], cijfers=[FIGURE | fields]))
    assert words.endswith(f"is een ander cijfer dan eerst: {said}")
    assert not any(word in words for word in NO_WORDS)
    assert change.amount.difference is None


def test_a_figure_whose_name_is_only_spelled_otherwise_is_the_same_figure():
    """Another capital, or a sign for the word, is no other thing."""
    new = FIGURE | {"waarde": 47, "wat": "Jongeren die genoeg bewegen", "eenheid": "%"}
    assert "5 procentpunt eraf" in told(plan([], cijfers=[FIGURE]), plan([], cijfers=[new | {"eenheid": "procent"}]))[0]
    assert "ander cijfer" not in told(plan([], cijfers=[FIGURE]), plan([], cijfers=[new]))[0]


def test_a_measurement_of_another_indicator_is_told_beside_the_old_one():
    """`lonely` that becomes `not lonely` did not rise."""

    def version(name, value):
        measured = {"jaar": 2024, "waarde": value}
        held = {"id": "eenzaam", "naam": name, "eenheid": "procent", "beter": "lager", "metingen": [measured]}
        return plan([], indicatoren=[held])

    words, change = told(version("Ouderen die eenzaam zijn", 16), version("Ouderen die niet eenzaam zijn", 84))
    assert words.endswith("eerst 16 procent (Ouderen die eenzaam zijn), nu 84 procent (Ouderen die niet eenzaam zijn).")
    assert change.amount.difference is None


def test_money_for_another_purpose_is_not_more_or_less():
    """The old money goes and the new comes, each with its name, in the sentence and in the budget."""
    old, new = plan([MONEY]), plan([MONEY | {"waarvoor": "Zwembad", "bedrag": 90000}])
    words, change = told(old, new)
    both = "eerst 100.000 euro per jaar voor 'Buurtsportcoaches', nu 90.000 euro per jaar voor 'Zwembad'"
    assert words == f"Bedrag 'Zwembad' van Sport is nu voor iets anders: {both}."
    assert change.amount.difference is None
    budget = effect(old, new)
    assert budget.plans == ()
    (left_out,) = budget.left_out
    assert left_out.why == "het geld is nu voor iets anders"
    assert "100.000 euro per jaar in 2027 voor 'Buurtsportcoaches'; nieuw: 90.000 euro" in left_out.said


def test_a_target_is_called_by_its_year_and_counted_as_no_goal():
    """What has no name of its own is not quoted, its way of measuring is told in words, and a lower target is no weaker goal."""

    def version(value):
        target = {"jaar": 2028, "meting": "eigen-telling", "waarde": value}
        held = {"id": "bewegen", "naam": "Bewegen", "eenheid": "procent", "beter": "hoger", "streefwaarden": [target]}
        return plan([], indicatoren=[held])

    words, change = told(version(60), version(55))
    assert words.startswith("Streefwaarde (2028, eigen telling) bij indicator 'Bewegen' van Sport is afgezwakt")
    assert said_of(change, "doel-afgezwakt").one == "streefwaarde is afgezwakt"
