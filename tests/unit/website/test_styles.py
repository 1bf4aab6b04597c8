"""The sheets of styles: colours, sizes and spaces stand in tokens.css and nowhere else."""

from __future__ import annotations

import re

import pytest

from polderkoers.website.layers import THEME, Layers
from polderkoers.website.talen import shipped
from polderkoers.website.tokens import SHEET, read
from polderkoers.website.views.showcase.design import PAIRS, colours, pairs
from polderkoers.werkbank.web.app import ASSETS

_THEME = (path for path in (THEME / SHEET).parent.glob("*.css") if path.name != SHEET.name)
SHEETS = sorted((*_THEME, ASSETS / "werkbank.css"))
_DECLARATION = re.compile(r"(?:^|[{;])\s*([\w-]+)\s*:\s*([^;{}]+)(?=[;}])")
_COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|"
    r"\b(?:black|white|red|green|blue|yellow|gray|grey|orange|silver|navy|teal|maroon)\b",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(?<![\w.-])-?(?:\d*\.)?\d+(?:px|rem|pt|mm|cm|ch|vw|vh)\b")
_SIZES = re.compile(r"font(?:-size)?$|(?:scroll-)?(?:margin|padding)\b|(?:row-|column-)?gap$|line-height$")


def declarations(css: str) -> list[tuple[str, str]]:
    """Return the properties and values in a sheet, without its comments and its rules for a page of paper."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    # A browser knows no tokens in a rule for a page of paper, nor for what stands in its edge.
    css = re.sub(r"@page[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", css)
    return [(name, value.strip()) for name, value in _DECLARATION.findall(css.replace("}", "};"))]


def test_a_language_with_letters_that_the_font_lacks_is_in_another_font_as_a_whole():
    """Of every language that ships, the letters are all in the font of the site, or its pages are in the font of the device: no word is in two."""
    face = read(Layers()).face
    assert face is not None
    rule = re.search(r":lang\(([^)]*)\)", (THEME / SHEET).with_name("talen.css").read_text(encoding="utf-8"))
    other = set(re.split(r",\s*", rule[1]))
    for language in ("nl", "en", "pl"):
        letters = {sign for text in shipped(language).values() for sign in text if sign.isalpha()}
        lacking = sorted(sign for sign in letters if not any(ord(sign) in signs for signs in face.signs))
        assert bool(lacking) == (language in other), (language, lacking)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_colours_stand_in_the_tokens_only(sheet):
    """No sheet but that of the tokens names a colour of its own; those of the system are no colours of ours."""
    found = [(name, value) for name, value in declarations(sheet.read_text(encoding="utf-8")) if _COLOUR.search(value)]
    assert found == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_sizes_of_letters_and_spaces_stand_in_the_tokens_only(sheet):
    """No sheet but that of the tokens gives letters a size or leaves a space in a unit of its own."""
    # What is measured by the letters around it (`em`, `%`) stays beside them.
    found = [
        (name, value)
        for name, value in declarations(sheet.read_text(encoding="utf-8"))
        if _SIZES.match(name) and _LENGTH.search(value)
    ]
    assert found == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_every_token_that_is_used_is_there(sheet):
    """A sheet asks for no token that does not exist, and for none of the theme's."""
    css = sheet.read_text(encoding="utf-8")
    known = re.findall(r"(--pk-[\w-]+):", (THEME / SHEET).read_text(encoding="utf-8"))
    own = re.findall(r"(--[\w-]+):", "".join(path.read_text(encoding="utf-8") for path in SHEETS))
    assert sorted(set(re.findall(r"var\((--[\w-]+)", css)) - {*known, *own}) == []
    assert "--md-" not in css


def test_every_token_is_used():
    """Nobody has to wonder what a token is for."""
    everything = "".join(path.read_text(encoding="utf-8") for path in (*SHEETS, THEME / SHEET))
    names = set(re.findall(r"(--pk-[\w-]+):", (THEME / SHEET).read_text(encoding="utf-8")))
    assert sorted(name for name in names if f"var({name})" not in everything) == []


def test_every_pair_of_colours_has_enough_contrast():
    """Colours that meet can be told apart as well as they must, on the light and on the dark ground."""
    found = pairs(read(Layers()))
    assert len(found) == len(PAIRS)
    assert [pair for pair in found if min(pair.light, pair.dark) < pair.needed] == []


def test_every_colour_is_shown():
    """The page of building blocks shows each colour once."""
    tokens = read(Layers())
    shown = [colour.name for group in colours(tokens) for colour in group.colours]
    assert sorted(shown) == sorted(tokens.light)
    assert tokens.light.keys() == tokens.dark.keys()
