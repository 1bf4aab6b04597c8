"""English words say that they are English."""

from __future__ import annotations

import pytest

from polderkoers.website.languages import English

WORDS = English(
    ["Potato Business School", "Food & Nutrition", "reablement", "Social", "Social Development Goals", "R&D"]
)


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        (
            "<p>De Potato Business School in Emmeloord</p>",
            '<p>De <span lang="en">Potato Business School</span> in Emmeloord</p>',
        ),
        ("<p>Potato\n  Business School</p>", '<p><span lang="en">Potato\n  Business School</span></p>'),
        ("<h2>Reablement</h2>", '<h2><span lang="en">Reablement</span></h2>'),
        ("<p>Food &amp; Nutrition Delta</p>", '<p><span lang="en">Food &amp; Nutrition</span> Delta</p>'),
        ("<p>Food &#38; Nutrition Delta</p>", '<p><span lang="en">Food &#38; Nutrition</span> Delta</p>'),
        (
            "<p>reablement > reablement</p>",
            '<p><span lang="en">reablement</span> > <span lang="en">reablement</span></p>',
        ),
        ("<p>\u0130\u0130 reablement</p>", '<p>\u0130\u0130 <span lang="en">reablement</span></p>'),
        ("<header>reablement</header>", '<header><span lang="en">reablement</span></header>'),
        ("Social", '<span lang="en">Social</span>'),
        ("<p>Het R&#38;D-team en R&amp;D</p>", '<p>Het R&#38;D-team en <span lang="en">R&amp;D</span></p>'),
        ("<p>Social Development Goals</p>", '<p><span lang="en">Social Development Goals</span></p>'),
    ],
)
def test_an_english_name_says_its_language(html, marked):
    """Words of the list get their language, over a line break, with any capitals, and the longest one wins."""
    assert WORDS.mark(html) == marked


@pytest.mark.parametrize(
    "html",
    [
        "<p>Niets bijzonders</p>",
        "<p>reablementplan en pre-reablement</p>",
        '<a title="reablement" href="begrippen/reablement/">Oefenen</a>',
        "<head><title>reablement</title></head>",
        "<script>const word = 'reablement'</script>",
        "<select><option>reablement</option></select>",
        "",
    ],
)
def test_nothing_else_changes(html):
    """Parts of words, attributes, titles, scripts and choices stay as they are."""
    assert WORDS.mark(html) == html


def test_a_policy_without_english_words_stays_as_it_is():
    """With no words in the list no page changes."""
    assert English(()).mark("<p>reablement</p>") == "<p>reablement</p>"
