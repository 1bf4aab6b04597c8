"""What the pictures take from the style sheet, and what is said when something in it is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from polderkoers.website.layers import Layers
from polderkoers.website.social.style import COLOURS, StyleUnusable, read_style
from polderkoers.website.tokens import SHEET

FACE = '@font-face { src: url("../letters.woff2") format("woff2"); unicode-range: U+0041-005A, U+20AC; }\n'
TINTS = "".join(f"--pk-color-{name}: #0{place:x}0;" for place, name in enumerate(COLOURS))


@pytest.fixture
def docs(tmp_path) -> Path:
    """A documentation folder with a style sheet and a font of three bytes."""
    (tmp_path / SHEET.parent).mkdir(parents=True)
    (tmp_path / SHEET.parent.parent / "letters.woff2").write_bytes(b"abc")
    return write(tmp_path, f"{FACE}:root {{ {TINTS} }}")


def write(docs: Path, css: str) -> Path:
    """Write the style sheet of a folder."""
    (docs / SHEET).write_text(css, encoding="utf-8")
    return docs


def test_colours_font_and_signs_come_from_the_style_sheet(docs):
    """The first font of the sheet, the signs that it lists, and the colours, short ones too."""
    style = read_style(Layers((docs,)))
    assert style.font == b"abc"
    assert style.colour("sky-low") == (0, 0x11, 0)
    assert [style.knows(sign) for sign in "AZ€az@"] == [True, True, True, False, False, False]


def test_the_light_colours_are_those_of_the_pictures(docs):
    """A colour that comes again further on, for dark screens, does not count; neither does one in a comment."""
    write(
        docs,
        f"/* --pk-color-sky: #111111; */ {FACE} :root {{ {TINTS} }} @media screen {{ .donker {{ --pk-color-sky: #222222; }} }}",
    )
    assert read_style(Layers((docs,))).colour("sky") == (0, 0, 0)


def test_a_font_that_lists_no_signs_has_them_all(docs):
    """Without a list of signs a browser tries the font for each of them, and so do the pictures."""
    write(docs, f'@font-face {{ src: url("../letters.woff2"); }} :root {{ {TINTS} }}')
    assert read_style(Layers((docs,))).knows("Ω")


@pytest.mark.parametrize(
    ("css", "what"),
    [
        ("", "er staat geen @font-face in"),
        ("@font-face { font-family: x; }", "er staat geen @font-face in"),
        (FACE, "de kleur --pk-color-sky ontbreekt"),
        (f"{FACE} :root {{ {TINTS.replace('#010', 'rgb(1 2 3)')} }}", "de kleur --pk-color-sky-low ontbreekt"),
        (f"{FACE.replace('letters', 'weg')} :root {{ {TINTS} }}", "het bestand weg.woff2 is er niet"),
    ],
)
def test_what_is_missing_is_said_in_dutch(docs, css, what):
    """Each thing that the sheet lacks is named, with the file to mend and what to do without."""
    with pytest.raises(StyleUnusable, match=what) as error:
        read_style(Layers((write(docs, css),)))
    assert "Hoe op te lossen: verbeter assets/css/tokens.css" in str(error.value)


def test_a_missing_style_sheet_is_said_too(tmp_path):
    """A folder without the sheet is no traceback."""
    with pytest.raises(StyleUnusable, match=r"het bestand tokens\.css is er niet"):
        read_style(Layers((tmp_path,)))


def test_the_style_of_this_site_can_be_used():
    """The sheet of this site has everything."""
    style = read_style(Layers())
    assert style.colour("sky") == (0xE4, 0xF0, 0xF2)
    assert all(style.knows(sign) for sign in "aZ09é€“”–…")
    assert not style.knows("Ω")
