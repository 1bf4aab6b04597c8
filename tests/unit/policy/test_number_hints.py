"""What an editor is told to type for a number as people write it."""

from __future__ import annotations

import pytest

from polderkoers.policy.schema import Schemas
from support.made_up import KERNOPGAVE, ROOT, document

SCHEMAS = Schemas(ROOT)


def hint_for(block: str) -> str:
    """Return the hint of the one problem of a kernopgave with a block below it."""
    (found,) = SCHEMAS.judge(document(KERNOPGAVE + block))
    return found.hint


@pytest.mark.parametrize(
    ("amount", "hint"),
    [
        ("780.000", "schrijf 780000; op de site staat daar € 780.000. Bedoel je € 780? Schrijf dan 780."),
        ("€ 780.000", "schrijf 780000; op de site staat daar € 780.000."),
        ("1.250,50", "schrijf 1250.5; op de site staat daar € 1.250,50."),
        ("780.000,-", "schrijf 780000; op de site staat daar € 780.000."),
        ("€ 2 mln", "schrijf 2000000; op de site staat daar € 2.000.000."),
        ("60 mille", "schrijf 60000; op de site staat daar € 60.000."),
        (
            "60 barrel",
            'schrijf alleen een getal, zoals 1250 of 85.5. Is het niet bekend? Schrijf null. Zet de woorden van de bron dan in noot: "60 barrel"',
        ),
        ("€ 2.000 per jaar", "schrijf 2000; op de site staat daar € 2.000. Zet eronder: per_jaar: true."),
        ("ca. 300", "schrijf 300. Zet eronder: ongeveer: true."),
        ("hoogstens € 5.000", "schrijf 5000. Zet eronder: hoogstens: true."),
        ("10-15", 'dat is niet één getal. Schrijf bedrag: null, en zet de woorden van de bron erbij: noot: "10-15".'),
        (
            "p.m.",
            "schrijf null als het niet bekend is: bedrag: null Zet er ook een noot bij als die er nog niet is: noot: De bron noemt geen bedrag.",
        ),
        ("€ 5 ton", "schrijf 500000; op de site staat daar € 500.000."),
        ('"780000"', "haal de aanhalingstekens weg. Schrijf: bedrag: 780000"),
    ],
)
def test_an_amount_is_told_as_the_data_writes_it(amount, hint):
    """The hint holds the number to type, what the site shows, and the field for what else was said."""
    assert hint_for(f"bedragen:\n  - id: bedrag-groen\n    bedrag: {amount}\n    waarvoor: Groen\n") == hint


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("85,5", "schrijf 85.5; op de site staat daar 85,5 uur."),
        ("85%", "schrijf 85; op de site staat daar 85%. De eenheid staat in een eigen veld: eenheid: procent."),
        ("12 uur", "schrijf 12; op de site staat daar 12 uur."),
        (
            "ruim 1.000",
            'schrijf 1000. Of, als het dat betekent: 1. Zet de woorden van de bron erbij: weergave: "ruim 1.000".',
        ),
        (
            "1 op de 3",
            'dat is niet één getal. Schrijf waarde: null, en zet de woorden van de bron erbij: weergave: "1 op de 3".',
        ),
        ("onbekend", "schrijf null als het niet bekend is: waarde: null"),
    ],
)
def test_a_figure_is_told_with_its_unit(value, hint):
    """A unit, or words of the source beside a number, have a field of their own."""
    block = f"cijfers:\n  - id: cijfer-zorg\n    waarde: {value}\n    eenheid: uur\n    wat: zorg\n"
    assert hint_for(block) == hint


@pytest.mark.parametrize(
    ("year", "hint"),
    [
        ("2.012", "schrijf 2012."), ("2012-2014", "kies één jaar: 2014. Een periode hoort in 'wanneer'."), ("'2012'", "haal de aanhalingstekens weg. Schrijf: jaar: 2012"),
        ("+2012", "schrijf 2012."), ("2012.5", "schrijf een heel getal, zonder punt of komma."),
    ],
)  # fmt: skip
def test_a_year_has_no_point(year, hint):
    """A year is a whole number, and one of a period is chosen."""
    block = f"cijfers:\n  - id: cijfer-zorg\n    waarde: 1\n    wat: zorg\n    jaar: {year}\n"
    assert hint_for(block) == hint


@pytest.mark.parametrize("version", ["1.10", "1.0", "01.1", "1.000"])
def test_a_text_keeps_the_signs_that_were_typed(version):
    """A version keeps its noughts in the hint: 1.10 is not 1.1."""
    (found,) = SCHEMAS.judge(document(KERNOPGAVE.replace('versie: "1.0"', f"versie: {version}")))
    assert found.message == f"Bij 'versie' staat '{version}', maar hier hoort tekst."
    assert found.hint in (f'schrijf: versie: "{version}"', f'zet aanhalingstekens om de waarde: "{version}".')


@pytest.mark.parametrize("version", ["1e3", "True", "010"])
def test_what_is_no_version_is_not_told_to_get_quotation_marks(version):
    """With those the schema would refuse it again: what a version looks like is told."""
    (found,) = SCHEMAS.judge(document(KERNOPGAVE.replace('versie: "1.0"', f"versie: {version}")))
    assert found.message == f"Bij 'versie' staat '{version}', maar hier hoort tekst."
    assert found.hint == 'schrijf het zo: "1.0", met aanhalingstekens.'


@pytest.mark.parametrize("version", ["010", "0x1F", "12345"])
def test_a_number_that_is_no_version_either_way_is_not_put_in_quotes(version):
    """Between quotation marks 010 is refused again; the hint shows the form of a version instead."""
    (found,) = SCHEMAS.judge(document(KERNOPGAVE.replace('versie: "1.0"', f"versie: {version}")))
    assert f"staat '{version}'" in found.message
    assert f'"{version}"' not in found.hint
    assert '.0"' in found.hint


def test_a_letter_among_digits_gives_no_other_number():
    """Who typed the letter O for a nought is not told to write what is left without it."""
    block = "cijfers:\n  - id: cijfer-zorg\n    waarde: 3OO\n    eenheid: uur\n    wat: zorg\n"
    assert hint_for(block) == "schrijf alleen een getal, zoals 1250 of 85.5. Is het niet bekend? Schrijf null."


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("1,250", "schrijf 1.25; op de site staat daar 1,25%. Bedoel je 1.250%? Schrijf dan 1250."),
        ('"1.250"', "schrijf 1.25; op de site staat daar 1,25%. Bedoel je 1.250%? Schrijf dan 1250."),
        ('"2500.5"', "als getal is dat 2.500,5, en zoveel procent is bijna nooit goed. Is het geen procent? Verbeter dan eerst 'eenheid'. Klopt het toch? Schrijf 2500.5."),
        ('"2500"', "als getal is dat 2.500, en zoveel procent is bijna nooit goed. Is het geen procent? Verbeter dan eerst 'eenheid'. Klopt het toch? Schrijf 2500."),
        ('"850"', "haal de aanhalingstekens weg. Schrijf: waarde: 850"),
        ("60k", "als getal is dat 60.000, en zoveel procent is bijna nooit goed. Is het geen procent? Verbeter dan eerst 'eenheid'. Klopt het toch? Schrijf 60000."),
        ("-60k", "als getal is dat -60.000, en zoveel procent is bijna nooit goed. Is het geen procent? Verbeter dan eerst 'eenheid'. Klopt het toch? Schrijf -60000."),
    ],
)  # fmt: skip
def test_a_percentage_is_doubted_only_when_no_reading_of_it_is_likely(value, hint):
    """The smallest reading comes first, and thousands of percents are doubted only when nothing smaller can be meant."""
    block = f"cijfers:\n  - id: cijfer-zorg\n    waarde: {value}\n    eenheid: procent\n    wat: zorg\n"
    assert hint_for(block) == hint
