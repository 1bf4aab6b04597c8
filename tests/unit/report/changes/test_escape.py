"""Text of the data in Markdown: it is shown as it is, and never does anything."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polderkoers.changes.words import Run
from polderkoers.forge.defuse import BREAK, defuse
from polderkoers.report.changes.escape import escape, marked

ENTITY = re.compile(r"&#(\d+);")


def read_back(text):
    """Return what a reader sees of escaped text."""
    return ENTITY.sub(lambda entity: chr(int(entity[1])), re.sub(r"</?(?:ins|del)>", "", text))


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Gewone tekst: 15%, 'zo' en 1.250 euro!", "Gewone tekst: 15%, 'zo' en 1.250 euro!"),
        ("<script>x</script>", "&#60;script&#62;x&#60;/script&#62;"),
        ("a | b", "a &#124; b"),
        ("**vet** _schuin_ `code` ~~weg~~", "&#42;&#42;vet&#42;&#42; &#95;schuin&#95; &#96;code&#96; &#126;&#126;<ins></ins>weg&#126;&#126;"),
        ("[hier](https://kwaad.example)", "&#91;hier&#93;(https:<ins></ins>//kwaad.example)"),
        ("www.kwaad.example", "www<ins></ins>.kwaad.example"),
        ("@iedereen en info@x.example", "&#64;<ins></ins>iedereen en info&#64;<ins></ins>x.example"),
        ("zie #12, !3, GH-4 en %5", "zie &#35;<ins></ins>12, !<ins></ins>3, GH<ins></ins>-4 en %<ins></ins>5"),
        (":tada:", "&#58;<ins></ins>tada:"),
        ("&#64;jan &lt;", "&#38;&#35;<ins></ins>64;jan &#38;<ins></ins>lt;"),
        ("- punt", "&#45; punt"),
        ("1. punt", "1&#46; punt"),
        ("12) punt", "12&#41; punt"),
        ("een\n\n# twee\r\n\tdrie", "een &#35; twee drie"),
        ("rood\x1b[31m\u202e", "rood�&#91;31m�"),
        ("", ""),
    ],
)  # fmt: skip
def test_what_would_mean_something_is_escaped(text, safe):
    """Markup, mentions, issues, addresses and lists lose their meaning; what is harmless stays readable."""
    assert escape(text) == safe


@given(st.text(alphabet=st.sampled_from(list("aGHw1.)-+@#:/!&;<>[]()*_`~|\\$%^{}=\" '")), max_size=40))
def test_a_reader_sees_the_text_itself(text):
    """Whatever the signs, the reader sees the same text, and no sign with a meaning of its own is left."""
    safe = escape(text)
    assert read_back(safe) == " ".join(text.split())
    bare = ENTITY.sub("\0", safe).replace("<ins></ins>", "\0")
    assert not set(bare) & set("&<>[]*_`~|\\#@$^{}")
    assert not re.search(r"://|www\.|GH-\d|[!%]\d", bare, re.IGNORECASE)
    assert not re.match(r"[-+=]|\d{1,9}[.)]", safe)


@given(st.text(alphabet=st.sampled_from(list("aGHw1.-@#:/!&;<>[]()|\\ ")), max_size=40))
def test_the_poster_takes_nothing_away(text):
    """After `defuse`, which inserts a sign that nobody sees, the reader still sees the same text."""
    posted = defuse(f"x {escape(text)}").replace(BREAK, "")
    assert read_back(posted) == f"x {' '.join(text.split())}"


def test_removed_and_added_words_are_marked():
    """Only `<del>` and `<ins>` are ours; what is inside is escaped."""
    cell = (Run("same", "Van "), Run("removed", "<b>10</b>"), Run("same", " naar "), Run("added", "20|30"))
    assert marked(cell) == "Van <del>&#60;b&#62;10&#60;/b&#62;</del> naar <ins>20&#124;30</ins>"
