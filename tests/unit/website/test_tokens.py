"""Reading the tokens of the design."""

from __future__ import annotations

import pytest

from polderkoers.website.layers import Layers
from polderkoers.website.tokens import Face, contrast, parse
from polderkoers.website.views.showcase import showcase
from polderkoers.website.views.site import Site
from support.gemeente import policy

SHEET = """
/* --pk-color-gone: #000; */
:root { --pk-space-1: 0.2rem; --pk-color-text: #123; }
@media (max-width: 44.99em) { :root { --pk-space-1: 0.1rem; } }
[data-md-color-scheme="default"] { --pk-color-bg: #ffffff; --pk-shadow: 0 0 2px #000; }
@media screen { [data-md-color-scheme="slate"] { --pk-color-text: #fff; } }
@media print { :root { --pk-space-1: 2pt; --pk-color-text: #000; } }
"""


def test_each_screen_has_its_own_values():
    """Wide, narrow, light and dark are kept apart, and what only paper has or a comment says is left out."""
    tokens = parse(SHEET)
    assert tokens.wide == {"space-1": "0.2rem", "shadow": "0 0 2px #000"}
    assert tokens.narrow == {"space-1": "0.1rem"}
    assert tokens.light == {"text": "#123", "bg": "#ffffff"}
    assert tokens.dark == {"text": "#fff"}


def test_the_first_font_of_the_sheet_is_told_with_its_signs():
    """A font has the address of its file and the signs that it is for, all of them when it lists none; a font without a file is none."""
    listed = parse('@font-face { src: url("../a.woff2"); unicode-range: U+41-43, U+20AC }').face
    assert listed == Face("../a.woff2", (range(0x41, 0x44), range(0x20AC, 0x20AD)))
    assert parse("@font-face { src: url(a.woff2) } @font-face { src: url(b.woff2) }").face == Face(
        "a.woff2", (range(0x110000),)
    )
    assert parse('@font-face { src: local("Arial") }').face is None
    assert parse("/* @font-face { src: url(a.woff2) } */").face is None


def test_without_a_sheet_there_are_no_tokens():
    """A site that is not on disk has no tokens, and that is no fault."""
    assert parse("").light == {}
    assert all(group.colours == () for group in showcase(Site(policy()), Layers(()), {})["groups"])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000", "#fff", 21.0), ("#ffffff", "#FFF", 1.0), ("#777777", "#ffffff", 4.48), ("#ffffff", "#777777", 4.48)],
)
def test_contrast_is_counted_as_the_standard_does(one, other, expected):
    """Black on white is 21, a colour on itself 1, and which of the two is the ground makes no difference."""
    assert round(contrast(one, other), 2) == expected
