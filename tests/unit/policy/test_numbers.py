"""Numbers as people write them, and as the data and the site do."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polderkoers.policy.canonical.scalars import one_line
from polderkoers.policy.numbers import in_dutch, plainly, reading, with_unit
from polderkoers.policy.source.scalars import OddNumber, resolve
from support.tries import tries


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("780.000", ["780000", "780"], ""), ("3.000", ["3000", "3"], ""), ("-1.250", ["-1250", "-1.25"], ""),
        ("1,250", ["1.25", "1250"], ""), ("0.125", ["0.125"], ""), ("0,125", ["0.125"], ""), ("1.500.000", ["1500000"], ""),
        ("780.000,00", ["780000"], ""), ("€ 780.000", ["780000"], "€"), ("780 000", ["780000"], ""),
        ("780\u00a0000", ["780000"], ""), ("1\u202f500\u2009000", ["1500000"], ""), ("780.000,-", ["780000"], "€"),
        ("€1.250,--", ["1250"], "€"), ("3,5", ["3.5"], ""), ("85%", ["85"], "%"), ("85,5 procent", ["85.5"], "procent"),
        ("1,25 mln", ["1250000"], ""), ("1.5 miljoen", ["1500000"], ""), ("€ 2 mld", ["2000000000"], "€"), ("10k", ["10000"], ""),
        ("1.250,00", ["1250"], ""), ("2.000 euro", ["2000"], "€"), ("EUR 5", ["5"], "€"), ("1_000", ["1000"], ""), ("1'000", ["1000"], ""),
        ("1,250.50", ["1250.5"], ""), ("0x1F", ["31"], ""), ("010", ["10"], ""), ("1e3", ["1000"], ""), ("+5", ["5"], ""),
        ("5.", ["5"], ""), (".5", ["0.5"], ""), ("\u22125", ["-5"], ""), ("- € 5", ["-5"], "€"), ("12 uur", ["12"], "uur"),
        ("1234.567", ["1234.5670"], ""), ("100.000 inwoners", ["100000", "100"], "inwoners"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(text, values, unit):
    """Every way of writing gives its one meaning, or both when it has two, the Dutch one first."""
    found = reading(text)
    assert found is not None
    assert [plainly(value) for value in found.values] == values
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    ["", "-", "€", "twee", "n.v.t.", "10-15", "10 – 15", "10 tot 15", "1 op de 3", "1/3", "2012-09-30", "17:30", "17.30 uur",
     "3.1.1", "12.34.567", "1,5,2", "14 5", "5 ton", "5 m2", "4152e24", "9" * 40],
)  # fmt: skip
def test_what_is_not_one_number_is_none(text):
    """A range, share, date, time, code or word is no number, and nothing is made of it."""
    assert reading(text) is None


@pytest.mark.parametrize(
    ("text", "about"), [("ca. 300", "ca."), ("circa 300", "circa"), ("> 300", ">"), ("ruim 300", "ruim")]
)
def test_a_word_that_makes_a_number_less_sure_is_kept(text, about):
    """'ca.' and the like are told apart from the number."""
    found = reading(text)
    assert found is not None
    assert (plainly(found.values[0]), found.about) == ("300", about)


_WRITTEN = st.one_of(
    st.from_regex(r"-?(0|[1-9][0-9]{0,14})", fullmatch=True),
    st.from_regex(r"-?(0|[1-9][0-9]{0,7})\.[0-9]{1,6}", fullmatch=True),
    st.text("0123456789.,-+_ €%exk", max_size=10),
)


@settings(max_examples=tries(400), deadline=None)
@given(_WRITTEN)
def test_what_is_accepted_is_shown_as_a_dutch_reader_reads_it(text):
    """A number that is accepted has one meaning for a reader, and the site shows just that."""
    try:
        value = resolve(text)
    except OddNumber:
        return
    if isinstance(value, str) or value is None:
        return
    meant = reading(text)
    assert meant is not None
    (only,) = meant.values
    assert only == Decimal(repr(value)) or float(only) == value
    shown = reading(in_dutch(value))
    assert shown is not None
    assert float(only) in map(float, shown.values[:1] if "," not in in_dutch(value) else shown.values)


@settings(max_examples=tries(400), deadline=None)
@given(_WRITTEN)
def test_every_hint_is_accepted_and_kept_by_the_canonical_form(text):
    """What a message says to write for a number is read as that number, and formatting keeps it so."""
    for value in (reading(text) or reading("1")).values:  # type: ignore[union-attr]
        held = resolve(plainly(value))
        assert isinstance(held, int | float)
        assert float(held) == float(value)
        assert resolve(one_line(held)) == held


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (780000, "euro", "€ 780.000"), (1250.5, "euro", "€ 1.250,50"), (-0.25, "euro", "€ -0,25"), (85.5, "procent", "85,5%"), (1250, "huizen", "1.250 huizen"), (0.125, "", "0,125"),
        (-0.5, "", "-0,5"), (-1250.75, "", "-1.250,75"), (1e15, "", "1.000.000.000.000.000"), (1234567.125, "", "1.234.567,125"),
    ],
)  # fmt: skip
def test_a_number_is_shown_as_on_the_site(value, unit, shown):
    """Thousands get points, decimals a comma, and the unit its place."""
    assert with_unit(value, unit) == shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (5362099, "5.362.099"),
        (1.5, "1,5"),
        (0, "0"),
        (1250.5, "1.250,5"),
        (12.25, "12,25"),
        (3.0, "3"),
        (-1000, "-1.000"),
        (1.121, "1,121"),
    ],
)
def test_numbers_are_written_as_the_dutch_do(value, words):
    """Thousands are parted by a point and decimals by a comma, and nothing is rounded."""
    assert in_dutch(value) == words


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_what_is_no_number_can_be_written(value):
    """Data with a fault are compared too: such a value is said as it stands."""
    assert in_dutch(value) == str(value)
