"""Colours as a house style writes them."""

from __future__ import annotations

import colorsys

import pytest

from polderkoers.website.look.colour import as_hex, mixed, turned
from polderkoers.website.tokens import rgb


@pytest.mark.parametrize(
    ("text", "colour"),
    [
        ("#0AF", "#00aaff"), ("#00AAFF", "#00aaff"), ("#0affff", "#0affff"), ("#00aaffff", "#00aaff"), ("#0aff", "#00aaff"),
        ("rgb(0, 170, 255)", "#00aaff"), ("rgb(0 170 255)", "#00aaff"), ("rgba(0, 170, 255, 1)", "#00aaff"), ("rgb(0% 50% 100% / 100%)", "#0080ff"),
        ("hsl(211 60% 40%)", "#2964a3"), ("hsl(211deg, 60%, 40%)", "#2964a3"), ("hsl(-149 60% 40%)", "#2964a3"),
        ("White", "#ffffff"), ("rebeccapurple", "#663399"),
    ],
)  # fmt: skip
def test_a_colour_is_read_in_each_form_of_css(text, colour):
    """Short and long, as numbers, as an angle and by name."""
    assert as_hex(text) == colour


@pytest.mark.parametrize(
    "text",
    [
        "transparent",
        "#00aaff80",
        "#0af8",
        "rgb(0 0 0 / 30%)",
        "rgba(0,0,0,0)",
        "currentcolor",
        "inherit",
        "1px",
        "",
        "rgb(a b c)",
        "#12",
        "url(x)",
    ],
)
def test_what_is_no_colour_of_its_own_is_none(text):
    """A colour that lets something shine through, and what is no colour at all."""
    assert as_hex(text) is None


def test_a_mix_lies_between():
    """A quarter on the way from white to black."""
    assert mixed("#ffffff", "#000000", 0.25) == "#bfbfbf"


def test_a_turned_colour_is_as_light_and_has_the_other_hue():
    """A quiet blue turns into a quiet red."""
    found = colorsys.rgb_to_hls(*(part / 255 for part in rgb(turned("#0b1a1f", "#cc0000"))))
    assert found[0] < 0.02
    assert abs(found[1] - 0.082) < 0.01
    assert turned("#0b1a1f", "#808080") == "#151515"
