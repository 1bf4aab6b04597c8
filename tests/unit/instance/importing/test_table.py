"""Tables of public figures as CSV: flat, laid out and long, and what is no such table."""

from __future__ import annotations

import pytest

from polderkoers.errors import TableRefused
from polderkoers.instance.importing.table import read_table
from polderkoers.instance.importing.values import value_of, year_of

FLAT = """"Bevolking; kerncijfers"
"Geslacht";"Regio's";"Perioden";"Bevolking/Aantal inwoners (aantal)";"Bevolking/Groei (%)"
"Totaal";"Polderdam";"2021";"46 625";"0,8"
"Totaal";"Polderdam";"2022*";"47287";"."
"Bron: CBS"
"""
LAID_OUT = """"Bevolking; kerncijfers"
"";"Onderwerp";"Bevolking";"Bevolking"
"";"Onderwerp";"Aantal inwoners";"Groei"
"Regio's";"Perioden";"aantal";"%"
"Polderdam";"2021";"46625";"0,8"
"Polderdam";"2022*";"47287";"."
"© Centraal Bureau voor de Statistiek, Den Haag/Heerlen 1-9-2023"
"""
PLACES_ABOVE = """"Bevolking; kerncijfers"
"Regio's";"Polderdam";"Nederland"
"Onderwerpen";"Aantal inwoners";"Aantal inwoners"
"Perioden";"aantal";"aantal"
"2021";"46625";"17475415"
"""
LONG = """Indicator;Gebied;Periode;Eenheid;Waarde
tevreden_buurt;Polderdam;2022;%;71,5
"""


def said(content: str):
    """Return the cells of a table with a value, as line, subjects, unit, region, period and value."""
    cells = read_table("cijfers.csv", content.encode())
    return [
        (cell.line, cell.topics[-1], cell.unit, cell.region, cell.period, cell.value) for cell in cells if cell.unit
    ]


@pytest.mark.parametrize(("table", "first"), [(FLAT, 3), (LAID_OUT, 5)])
def test_the_two_forms_of_statline_say_the_same(table, first):
    """Title and source around a table are no values; a subject has its path, and each value its line, unit and period."""
    assert said(table) == [
        (first, "Aantal inwoners", "aantal", "Polderdam", "2021", "46 625" if table is FLAT else "46625"),
        (first, "Groei", "%", "Polderdam", "2021", "0,8"),
        (first + 1, "Aantal inwoners", "aantal", "Polderdam", "2022*", "47287"),
        (first + 1, "Groei", "%", "Polderdam", "2022*", "."),
    ]
    assert read_table("x", table.encode())[-1].topics[0] == "Bevolking/Groei"


def test_places_may_stand_above_the_columns():
    """A table with a place above each column has them with its values, and not as a subject."""
    assert [cell[3] for cell in said(PLACES_ABOVE)] == ["Polderdam", "Nederland"]


def test_a_long_table_has_its_subject_in_a_column():
    """Each row is one value, with the code of its indicator."""
    assert said(LONG) == [(2, "tevreden_buurt", "%", "Polderdam", "2022", "71,5")]


def test_what_else_a_value_is_of_stays_with_it():
    """Of a table by sex each value says of which sex it is."""
    assert dict(read_table("x", FLAT.encode())[-1].rest) == {"geslacht": "Totaal"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_a_table_of_windows_is_read(encoding):
    """The apostrophe and other signs of a file of before are the same."""
    assert said(FLAT.replace("Polderdam", "Pölderdam"))[0][3] == "Pölderdam"
    cells = read_table("x", FLAT.replace("Polderdam", "Pölderdam").replace("\n", "\r\n").encode(encoding))
    assert {cell.region for cell in cells} == {"Pölderdam"}


@pytest.mark.parametrize(
    ("table", "line", "why"),
    [
        ("a;b\n1;2\n", 1, "er is geen kolom Perioden of Periode"),
        (FLAT.replace('"46 625";', ""), 3, "deze regel heeft 4 kolommen, en de kop heeft er 5"),
        ('"T"\n"";"Onderwerp";"A"\n"Regio\'s";"Perioden";"aantal"\n', 2, "onder de kop staan geen waarden"),
    ],
)
def test_what_is_no_such_table_is_refused_at_its_line(table, line, why):
    """A table without periods, with a row too short or without values is named with the line."""
    with pytest.raises(TableRefused, match=f"^cijfers.csv:{line}: {why}"):
        read_table("cijfers.csv", table.encode())


@pytest.mark.parametrize(
    ("text", "number", "provisional"),
    [
        ("5,3", "5.3", False),
        ("5,3*", "5.3", True),
        ("46 625", "46625", False),
        ("-2", "-2", False),
        ("1.234.567", "1234567", False),
    ],
)
def test_a_number_of_a_table_is_read_as_the_dutch_write_it(text, number, provisional):
    """A comma is for decimals, blanks and points part thousands, and a star says that it may change."""
    value = value_of(text)
    assert (str(value.number), value.is_provisional) == (number, provisional)


@pytest.mark.parametrize("text", ["", ".", "x", "-"])
def test_what_a_table_does_not_know_is_no_number(text):
    """Empty, unknown, secret and impossible are told apart, and none of them is zero."""
    assert value_of(text).number is None
    assert value_of(text).missing


@pytest.mark.parametrize("text", ["1.234", "5%", "ca. 5", "vijf"])
def test_what_can_be_read_in_two_ways_is_unsure(text):
    """Thousands or decimals, another unit, about, and words: nobody guesses."""
    assert value_of(text).is_unsure


@pytest.mark.parametrize(
    ("text", "year"),
    [("2022", (2022, False)), ("2022*", (2022, True)), ("2022 **", (2022, True)), ("2022JJ00", (2022, False))],
)
def test_a_period_of_a_year_is_that_year(text, year):
    """With stars it is provisional, and a code of the CBS is a year too."""
    assert year_of(text) == year


@pytest.mark.parametrize("text", ["2021/'22", "2022 2e kwartaal", "2022KW02", ""])
def test_what_is_no_year_is_none(text):
    """A school year and a quarter are no year."""
    assert year_of(text) is None
