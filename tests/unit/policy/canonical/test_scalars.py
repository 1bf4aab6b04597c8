"""Values on one line: plain only where no reader of YAML can take them for something else."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from polderkoers.policy.canonical.scalars import one_line
from support.made_up import document
from support.tries import tries

PLAIN = [
    "Mensen doen mee!", "thema's", "10% van de mensen", "2012-09", "2012-09-30", "2019-Q1", "3.1 Bestaanszekerheid", "a-b", "a:b", "a#b",
    "(soms)", "€ 5", "‘een leven lang leren’", "één", "nee", "ja", "17.30 uur", "18-/18+", "a, b", "Wat? [en] {hoe}", "x: y"[:1],
]  # fmt: skip
QUOTED = [
    "yes", "No", "ON", "off", "y", "N", "true", "FALSE", "null", "~", "", " ", "17:30", "09:30", "1:2:3", "1.0",
    "1.2.3", "12", "-5", "+5", "010", "0o17", "0x1F", "0b11", "1_000", "1e5", "10.000", ".5", ".inf", ".nan", "=", "<<", "- a", "-",
    "? a", "a: b", "a:", "a #b", "#a", ":a", ",a", "[a", "]a", "{a", "}a", "&a", "*a", "!a", "|a", ">a", "'a", '"a', "%a", "@a", "`a",
    "---", "...", "a ", " a", "a\tb", "a\nb", "a\u00adb", "2012-09-30 10:00:00", "2012-02-30",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN)
def test_an_unambiguous_text_is_plain(text):
    """A text that is the same for every reader needs no quotes, and a date needs none either."""
    assert one_line(text) == text


@pytest.mark.parametrize("text", QUOTED)
def test_an_ambiguous_text_stands_in_double_quotes(text):
    """A text that some reader takes for a number, date, boolean, sign or nothing gets quotes."""
    assert one_line(text).startswith('"')


@pytest.mark.parametrize("text", ["a, b", "a:b", "[a]", "wat?", "a{b"])
def test_more_is_quoted_within_a_line(text):
    """In a list or group on one line more signs have a meaning."""
    assert one_line(text) == text or text.startswith("[")
    assert one_line(text, flow=True) == f'"{text}"'


@settings(max_examples=tries(300), deadline=None)
@given(st.one_of(st.text(max_size=20), st.text("yYnNoOeEfF0123456789.:-+_xTZ ~=<", max_size=12)), st.booleans())
@example("y", False)  # noqa: FBT003 - an example is given as the test gets it
def test_every_reader_of_yaml_reads_the_same_text(text, flow):
    """Whatever the text but a date: YAML 1.2 as we read it and YAML 1.1 as PyYAML does give that same text back."""
    assume(not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text))
    written = f"a: [{one_line(text, flow=True)}]\n" if flow else f"a: {one_line(text)}\n"
    expected = {"a": [text] if flow else text}
    assert document(written).data == expected
    assert yaml.safe_load(written) == expected


@settings(max_examples=tries(300), deadline=None)
@given(
    st.one_of(
        st.integers(1 - 10**29, 10**29), st.floats(-1e12, 1e12, allow_nan=False).map(lambda number: round(number, 6))
    )
)
def test_numbers_stay_numbers(number):
    """A number is read back as that same number, of the same type, by both."""
    for found in (document(f"a: {one_line(number)}").data["a"], yaml.safe_load(one_line(number))):
        assert found == number
        assert type(found) is type(number)
