"""Setting text: lines of about the same length, never too wide, and only signs that the font has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from injection.corpus import CONTROL, HIDDEN, SHOWN
from polderkoers.website.social.lettering import Setting, fitted, has_words, one, writable

# Two sizes of letters that are all as wide as they are high.
SETTINGS = (Setting(20, 1), Setting(10, 3))


def fit(text: str, width: float = 200) -> tuple[int, tuple[str, ...]]:
    """Set a text in letters as wide as their size."""
    return fitted(text, SETTINGS, width, lambda size: lambda line: size * len(line))


def latin(sign: str) -> bool:
    """Say whether a made-up font has a sign."""
    return sign.isascii() or sign in "éëïçü€–—’“”…\u00a0"


@pytest.mark.parametrize(
    ("text", "size", "lines"),
    [
        ("Geld", 20, ("Geld",)),
        ("precies 10", 20, ("precies 10",)),
        ("nu net elf ", 20, ("nu net elf",)),
        ("Meer dan er past op een regel", 10, ("Meer dan er past", "op een regel")),
        ("  met   ruimte\n en regels ertussen ", 10, ("met ruimte en", "regels ertussen")),
        ("wonen-en-zorgvoorzieningen", 10, ("wonen-en-", "zorgvoorzieningen")),
        ("samen ongeveer €\u00a012.000 per jaar", 10, ("samen ongeveer", "€\u00a012.000 per jaar")),
        ("", 20, ("",)),
    ],
)
def test_a_text_is_set_as_large_as_it_fits(text, size, lines):
    """A short text is large; a longer one has fewest lines, of about equal length, broken at spaces and hyphens."""
    assert fit(text) == (size, lines)


def test_no_line_is_left_with_one_short_word():
    """A last word goes together with words before it, rather than alone on a line."""
    assert fit("aaaa bbbb cccc dddd e") == (10, ("aaaa bbbb", "cccc dddd e"))


def test_a_word_that_is_too_long_is_broken_only_when_no_size_holds_it():
    """A long word makes the letters smaller first, and is broken with a hyphen at last, never leaving one letter."""
    assert fit("meervoudsvormen") == (10, ("meervoudsvormen",))
    assert fit("x" * 21) == (10, ("x" * 18 + "-", "xxx"))
    assert fit("abc " + "x" * 24) == (10, ("abc", "x" * 19 + "-", "xxxxx"))


def test_what_does_not_fit_at_all_ends_in_an_ellipsis():
    """Too many words end in an ellipsis, right behind a word and not behind a comma."""
    size, lines = fit("tien teken, " * 9)
    assert (size, len(lines)) == (10, 3)
    assert lines[-1] == "tien teken, tien…"
    assert fit("twintig tekens lang, " * 9)[1][-1] == "twintig tekens lang…"
    assert fit("x" * 400)[1][-1].endswith("x…")


@given(st.text(max_size=120), st.integers(40, 300))
def test_no_line_is_ever_too_wide_and_there_are_never_too_many(text, width):
    """Whatever the text, its lines fit; and as long as no ellipsis was needed nothing is lost."""
    size, lines = fit(text, width)
    assert len(lines) <= next(setting.lines for setting in SETTINGS if setting.size == size)
    assert all(size * len(line) <= width for line in lines)
    if not "".join(lines).endswith("…"):
        kept = "".join(lines).replace("-", "").replace(" ", "")
        assert kept == "".join(sign for sign in text if sign not in " \t\r\n\f\v-")


@given(st.text(max_size=60), st.integers(0, 300))
def test_one_line_is_cut_to_the_room_there_is(text, width):
    """A text on one line keeps its start, and says with an ellipsis that there was more."""
    found = one(text, width, lambda line: 10 * len(line))
    assert 10 * len(found) <= width
    assert found == text or not found or (found.endswith("…") and text.startswith(found[:-1].rstrip("…")))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Curaçao, naïef, één", "Curaçao, naïef, één"),
        ("e\u0301e\u0301n", "één"),
        ("café in Málaga", "café in Malaga"),
        ("10\u202f000 of 1\u2011op\u20111", "10\u00a0000 of 1-op-1"),
        ("\uff1cb\uff1e ﬁets ĳs ½", "<b> fiets ijs …"),
        ("Ωμέγα en 日本語", "… en …"),
        ("日本 日本 x", "… x"),
        ("klaar 👍🏽 ✅", "klaar"),
        ("שלום עולם", "…"),
        ("Z͑ͫa̴l̠g", "Zalg"),
        ("a\tb\nc\x00d\u200be\u00adf", "a b cdef"),
        ("\U000e0041\ufeff\u202e", ""),
    ],
)
def test_signs_that_the_font_lacks_are_replaced_or_left_out(text, written):
    """What looks alike is written instead; letters without likeness show as an ellipsis; pictures and hidden signs go."""
    assert writable(text, latin) == written


@pytest.mark.parametrize("text", [*(injection.text for injection in SHOWN), *HIDDEN.values(), *CONTROL.values()])
def test_nothing_is_written_that_the_font_lacks(text):
    """Whatever stands in the data, only signs of the font reach the picture, on one line."""
    found = writable(text, latin)
    assert all(latin(sign) for sign in found)
    assert found == " ".join(found.split(" "))
    assert found.isprintable() or "\u00a0" in found


@pytest.mark.parametrize(("text", "readable"), [("a", True), ("7", True), ("…", False), (" – ", False), ("", False)])
def test_a_text_without_letters_says_nothing(text, readable):
    """An ellipsis alone is nothing to read."""
    assert has_words(text) is readable
