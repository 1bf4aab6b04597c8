"""What is new in a table of public figures: by the indicator, its place, its unit and the year; in doubt nothing is taken."""

from __future__ import annotations

import pytest

from polderkoers.instance.importing.measurements import find
from polderkoers.instance.importing.table import read_table
from support.made_up import KERNOPGAVE, policy_of

INDICATOR = KERNOPGAVE + (
    "indicatoren:\n  - id: ind-groei\n    naam: Groei\n    eenheid: procent\n    noot: Geen nulmeting.\n"
    "    vindplaats: {register: cbs, tabel: 70072ned, onderwerp: Bevolking/Groei}\n"
    "  - {id: ind-ander, naam: Ander, noot: Geen nulmeting.}\n"
)
TABLE = """"Regio's";"Perioden";"Bevolking/Groei (%)";"Bevolking/Aantal inwoners (aantal)"
"Polderdam";"2021";"0,8";"46625"
"Polderdam";"2022*";"1,1";"47287"
"Nederland";"2021";"0,5";"17475415"
"""


def found(table: str = TABLE, data: str = INDICATOR):
    """Return the values, what is left out and what is refused, each with its line."""
    outcome = find(policy_of(data), read_table("t.csv", table.encode()))
    values = [(each.line, each.year, str(each.number), each.is_provisional) for each in outcome.values]
    told = [(line.line, line.told.partition("): ")[2]) for line in (*outcome.left_out, *outcome.refused)]
    return values, told, len(outcome.refused)


def test_an_indicator_gets_the_values_of_its_subject_and_place():
    """Only rows of the own place count, a star says that a value is provisional, and what is of elsewhere is said."""
    assert found() == ([(2, 2021, "0.8", False), (3, 2022, "1.1", True)], [(2, "1 waarde is van een ander gebied")], 0)


@pytest.mark.parametrize("name", ["Polderdam (gemeente)", "gemeente Polderdam", "POLDERDAM"])
def test_a_place_may_be_called_as_registers_do(name):
    """The kind of place around its name, and other capitals, make no other place."""
    assert len(found(TABLE.replace("Polderdam", name))[0]) == 2


def test_a_value_that_the_table_does_not_know_is_left_out_and_said():
    """A point and an x are no values; the line and the reason are told."""
    values, told, refused = found(TABLE.replace('"0,8"', '"."').replace('"1,1"', '"x"'))
    assert (values, refused) == ([], 0)
    assert told[1:] == [(2, "de waarde van 2021 is niet bekend (.)"), (3, "de waarde van 2022 is geheim (x)")]


def test_a_quarter_is_no_year():
    """A value of a part of a year is left out, with its line."""
    assert (2, "'2021 1e kwartaal' is geen jaar") in found(TABLE.replace('"2021";"0,8"', '"2021 1e kwartaal";"0,8"'))[1]


@pytest.mark.parametrize(
    ("was", "becomes", "line", "why"),
    [
        ("(%)", "(x 1 000)", 2, "de tabel telt in 'x 1 000', en de indicator in 'procent'"),
        (" (%)", "", 2, "de tabel zegt niet in welke eenheid dit is"),
        ("Polderdam", "Elders", 2, "geen regel is van dit gebied; de tabel heeft: Elders, Nederland"),
        ('"Regio\'s"', '"Geslacht"', 2, "de tabel zegt niet over welk gebied dit gaat"),
        ('"0,8"', '"1.234"', 2, "'1.234' is niet met zekerheid één getal"),
    ],
)
def test_what_is_not_sure_is_refused_with_its_line(was, becomes, line, why):
    """Another unit, none, another place, none, and a number that may be two are not taken."""
    values, told, refused = found(TABLE.replace(was, becomes))
    assert refused
    assert (line, why) in told
    assert (line, 2021) not in [value[:2] for value in values]


def test_two_values_of_one_year_are_refused_with_what_they_differ_in():
    """A table by sex has more than one value: which of them is meant, only a person knows."""
    table = TABLE.replace('"Perioden"', '"Perioden";"Geslacht"').replace('";"0,8"', '";"M";"0,8"')
    table = table.replace('"2022*"', '"2021";"V"').replace('"2021";"0,5"', '"2021";"V";"0,5"')
    values, told, refused = found(table)
    assert (values, refused) == ([], 2)
    assert (3, "de tabel heeft 2 waarden voor 2021, ook naar geslacht; kies er één bij het bewaren") in told


def test_what_is_counted_is_in_the_name_of_its_subject():
    """A table counts in "aantal"; an indicator of inhabitants finds its unit in the name, one of houses does not."""
    data = INDICATOR.replace("Bevolking/Groei", "Bevolking/Aantal inwoners")
    assert [value[2] for value in found(data=data.replace("procent", "inwoners"))[0]] == ["46625", "47287"]
    assert found(data=data.replace("procent", "huizen"))[2] == 2


LONG = """Gemeente;Periode;Indicator;Waarde;Eenheid{}
Polderdam;2021;Groei;0,8;%{}
"""
OF_TOWNS = INDICATOR.replace(
    "{register: cbs, tabel: 70072ned, onderwerp: Bevolking/Groei}", "{register: waarstaatjegemeente, onderwerp: Groei}"
)


def test_a_column_that_is_not_known_is_refused_of_a_register_that_was_never_tried():
    """Of Waarstaatjegemeente no real file was there to learn from: what else a row is of may be anything, and is not passed over."""
    assert found(LONG.format("", ""), OF_TOWNS)[0] == [(2, 2021, "0.8", False)]
    values, told, refused = found(LONG.format(";Groep", ";Vrouwen"), OF_TOWNS)
    assert (values, refused) == ([], 1)
    assert told == [(2, "de tabel heeft ook 'groep', en wat dat voor deze waarde betekent, is niet zeker")]
