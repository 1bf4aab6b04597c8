"""Values are read as people type them, with what was understood, and what is not sure is refused."""

from __future__ import annotations

import pytest

from polderkoers.policy.model.base import Meting, Wanneer
from polderkoers.policy.model.blocks import Bedrag, Doel, Indicator, Stap
from polderkoers.policy.model.facts import fields_of
from polderkoers.werkbank.forms.typed import typed


def read(cls, name, text, unit=""):
    """Return what a text means in a field of a class."""
    return typed(next(each for each in fields_of(cls) if each.name == name), text, "", unit)


@pytest.mark.parametrize(
    ("text", "value", "understood"),
    [
        ("1 maart 2026", "2026-03-01", "1 maart 2026"),
        ("1-3-2026", "2026-03-01", "1 maart 2026"),
        ("31-12-2026", "2026-12-31", "31 december 2026"),
        ("2026-03-01", "2026-03-01", "1 maart 2026"),
        ("maart 2026", "2026-03", "maart 2026"),
        ("derde kwartaal 2026", "2026-Q3", "kwartaal 3 van 2026"),
        ("2026", 2026, "2026"),
    ],
)
def test_dates_are_read_as_the_dutch_write_them(text, value, understood):
    """The day comes first, and what was understood is told."""
    found = read(Wanneer, "van", text)
    assert (found.value, found.understood, found.fault) == (value, understood, "")


@pytest.mark.parametrize(
    "text",
    [
        "voorjaar 2026",
        "begin 2026",
        "rond 1 maart 2026",
        "eind maart 2026",
        "31 februari 2026",
        "1-3-26",
        "1 maart",
        "straks",
        "2026-2028",
    ],
)
def test_a_date_that_is_not_sure_is_not_guessed(text):
    """What is less exact than it looks, does not exist, or has no year, is refused with what to do."""
    found = read(Wanneer, "van", text)
    assert found.value is None
    assert found.fault


def test_a_year_is_a_year():
    """Where only a year belongs, a day is refused with that year."""
    assert read(Meting, "jaar", "2026").value == 2026
    assert "2026" in read(Meting, "jaar", "1 maart 2026").fault


@pytest.mark.parametrize(
    ("text", "value", "understood"),
    [
        ("€ 1.250,50", 1250.5, "€ 1.250,50"),
        ("1250", 1250, "€ 1.250"),
        ("1.250", 1250, "€ 1.250"),
        ("1,25 mln", 1_250_000, "€ 1.250.000"),
        ("780.000,-", 780_000, "€ 780.000"),
        ("€ 2 miljoen", 2_000_000, "€ 2.000.000"),
        ("0", 0, "€ 0"),
    ],
)
def test_money_is_read_as_people_type_it(text, value, understood):
    """Thousands, cents and millions are understood, and shown."""
    found = read(Bedrag, "bedrag", text)
    assert (found.value, found.understood, found.fault) == (value, understood, "")
    assert type(found.value) is type(value)


@pytest.mark.parametrize("text", ["ca. € 500", "veel", "100-200", "€ 5 en € 6", "12 uur", "1,250"])
def test_money_that_is_not_sure_is_refused(text):
    """A range, a word beside the number, and what may be thousands or decimals, are not guessed."""
    found = read(Bedrag, "bedrag", text)
    assert found.value is None
    assert found.fault


@pytest.mark.parametrize("text", ["-5", "€ -5", "-1.250,50"])
def test_money_below_nothing_is_read_and_told(text):
    """A line before an amount may be a minus or a mark of a list: it is taken as it stands, with the question whether it is so."""
    found = read(Bedrag, "bedrag", text)
    assert found.value < 0
    assert "minder dan nul" in found.warned
    assert not read(Bedrag, "bedrag", "5").warned
    assert not read(Meting, "waarde", "-5", "procent").warned


def test_a_number_has_a_comma_and_may_have_its_own_unit():
    """85,5 is read, 85% where the unit is per cent, and not where it is not."""
    assert read(Meting, "waarde", "85,5").value == 85.5
    assert read(Meting, "waarde", "85%", "procent").value == 85
    assert read(Meting, "waarde", "85%", "mensen").fault
    assert read(Meting, "waarde", "85 procent").fault


def test_a_number_in_an_order_is_whole():
    """Half a number is refused."""
    assert read(Doel, "nummer", "3").value == 3
    assert "heel getal" in read(Doel, "nummer", "3,5").fault


def test_a_choice_is_one_of_its_words():
    """Another word is refused with those that can be chosen."""
    assert read(Stap, "termijn", "kort").value == "kort"
    assert "kort, lang" in read(Stap, "termijn", "middel").fault


def test_yes_and_no_are_read():
    """A flag that is on is true."""
    assert read(Bedrag, "per_jaar", "ja").value is True
    assert read(Bedrag, "per_jaar", "nee").value is False


def test_a_text_stays_as_it_was_typed():
    """Capitals, signs and accents of a text are nobody's business."""
    text = "Wat doet 'De Meerpaal' in 2026: 85% – meer dan één?"
    assert read(Indicator, "naam", text) == (text, "", "", (), "")
