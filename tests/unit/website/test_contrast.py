"""Colours that meet can be told apart, or the build says which cannot and what would do."""

from __future__ import annotations

import re

import pytest

from polderkoers.website.contrast import ContrastTooLow, check, imported
from polderkoers.website.layers import THEME, Layers
from polderkoers.website.tokens import SHEET, contrast

TOKENS = (THEME / SHEET).read_text(encoding="utf-8")
LIGHT, DARK = "--pk-color-text: #10262c;", "--pk-color-text: #e4ecea;"
NAME = SHEET.as_posix()


def said(tmp_path, *sheets: str) -> list[str]:
    """Return what the check says of sheets that are loaded in this order."""
    names = [NAME, *(f"assets/css/eigen-{number}.css" for number in range(1, len(sheets)))]
    for name, text in zip(names, sheets, strict=True):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    try:
        check(Layers((tmp_path,)), [*names, "https://elders.example/x.css", "assets/css/weg.css"])
    except ContrastTooLow as error:
        return str(error).splitlines()[1:-1]
    return []


def test_the_colours_of_the_site_pass(tmp_path):
    """The tokens as they are, alone and with all sheets of the site, have no pair with too little contrast."""
    css = THEME / "assets" / "css"
    others = [path.read_text(encoding="utf-8") for path in sorted(css.glob("*.css")) if path.name != SHEET.name]
    assert said(tmp_path, TOKENS) == []
    assert said(tmp_path, TOKENS, *others) == []


def test_a_pale_text_is_named_with_what_it_has_and_needs(tmp_path):
    """A pair that is too pale is named with both colours, its contrast, what is needed, and a colour that would do."""
    lines = said(tmp_path, TOKENS.replace(LIGHT, "--pk-color-text: #bbbbbb;"))
    assert lines[0] == (
        "- Tekst op de bladzijde (licht): --pk-color-text #bbbbbb op --pk-color-bg #fff heeft een contrast van 1,91. "
        "Nodig is 7. De dichtstbijzijnde kleur die wel kan, is #4d4d4d."
    )
    assert [line.split(":")[0] for line in lines[1:]] == [
        "- Tekst op een vlak (licht)",
        "- Tekst op een kaart (licht)",
        "- Gemarkeerde tekst (licht)",
    ]


def test_the_colour_that_is_offered_passes_everywhere(tmp_path):
    """Who fills in the colour that is offered has a site that builds, and the one before it on the way would not do."""
    line = said(tmp_path, TOKENS.replace(LIGHT, "--pk-color-text: #bbbbbb;"))[0]
    offered = re.findall(r"#[0-9a-f]{6}\b", line)[-1]
    assert said(tmp_path, TOKENS.replace(LIGHT, f"--pk-color-text: {offered};")) == []
    assert contrast("#4e4e4e", "#fbe9b4") < 7


def test_dark_is_looked_at_as_well(tmp_path):
    """A colour that is too faint on the dark ground alone is found, and a light one is offered."""
    lines = said(tmp_path, TOKENS.replace(DARK, "--pk-color-text: #555;"))
    assert "(donker): --pk-color-text #555 op --pk-color-bg #0b1a1f" in lines[0]
    assert contrast(re.findall(r"#[0-9a-f]{6}\b", lines[0])[-1], "#0b1a1f") >= 7


def test_a_ground_on_which_nothing_can_be_read_is_told(tmp_path):
    """Where neither black nor white would do, another ground is offered."""
    lines = said(tmp_path, TOKENS.replace("--pk-color-bg: #fff;", "--pk-color-bg: #888;"))
    text = next(line for line in lines if line.startswith("- Tekst op de bladzijde (licht)"))
    assert "Op deze achtergrond kan geen enkele kleur dat." in text
    assert contrast(text.rstrip(".").split()[-1], "#10262c") >= 7


def test_just_too_little_is_not_told_as_enough(tmp_path):
    """A contrast is cut off and not rounded, so that nobody reads that 4,50 is less than 4,5."""
    assert 4.4999 < contrast("#6c7b67", "#fff") < 4.5
    lines = said(tmp_path, re.sub(r"--pk-color-link: #\w+;", "--pk-color-link: #6c7b67;", TOKENS, count=1))
    assert "#6c7b67 op --pk-color-bg #fff heeft een contrast van 4,49. Nodig is 4,5." in lines[0]


@pytest.mark.parametrize(
    "own",
    [
        ":root, body[data-md-color-scheme='default'] { --pk-color-text: #bbb }", '[data-md-color-scheme="default"]{--pk-color-text:#bbb;}',
        "body[data-md-color-scheme] { --pk-color-text: #bbb; }", "@media screen { body[data-md-color-scheme=default] { color: red; --pk-color-text: var(--pk-color-line) } }",
    ],
)  # fmt: skip
def test_a_sheet_of_ones_own_counts(tmp_path, own):
    """A colour that another sheet sets after the tokens is the one that is reckoned with."""
    assert "Tekst op de bladzijde (licht)" in said(tmp_path, TOKENS, own)[0]


@pytest.mark.parametrize(
    "own",
    [
        ":root { --pk-color-text: #bbb }", "body { --pk-color-text: #bbb }", "@media print { body { --pk-color-text: #bbb } }",
        "/* body[data-md-color-scheme] { --pk-color-text: #bbb } */", ".x { --pk-color-text: var(--pk-color-link) }",
    ],
)  # fmt: skip
def test_what_a_browser_does_not_use_does_not_count(tmp_path, own):
    """A rule that weighs less than that of the tokens, one for paper and one in a comment change nothing."""
    assert said(tmp_path, TOKENS, own) == []


@pytest.mark.parametrize(
    ("own", "place"),
    [
        (".kaart { --pk-color-text: #bbb }", "bij '.kaart'"),
        ("@media (max-width: 40em) { :root { --pk-color-text: #bbb } }", "bij '@media (max-width: 40em) :root'"),
        ('@supports (a: "}") { body { --pk-color-bg: #888 } }', "bij '@supports (a: ) body'"),
    ],
)
def test_a_colour_that_cannot_be_reckoned_is_refused(tmp_path, own, place):
    """A colour that is set for a part of the site or for some screens is not passed in silence."""
    (line,) = said(tmp_path, TOKENS, own)
    assert "docs/assets/css/eigen-1.css" in line
    assert place in line


@pytest.mark.parametrize("value", ["rgb(16 38 44)", "black", "#10262cff", "#10262c !important", "var(--eigen)"])
def test_a_colour_in_another_form_is_refused(tmp_path, value):
    """A colour whose contrast cannot be reckoned is named with the form that can."""
    (line,) = said(tmp_path, TOKENS.replace(LIGHT, f"--pk-color-text: {value};"))
    assert line == f"- --pk-color-text (licht) is '{value}'. Schrijf de kleur als #rrggbb, bijvoorbeeld #10262c."


def test_a_colour_that_is_not_there_is_named(tmp_path):
    """A colour of a pair that no sheet sets is missing, and says so."""
    assert said(tmp_path, TOKENS.replace("--pk-color-canal: #0b5365;", "")) == ["- --pk-color-canal (licht) ontbreekt."]


def test_a_ring_of_names_ends(tmp_path):
    """Colours that are each other's value are refused, and the build ends."""
    ring = TOKENS.replace(LIGHT, "--pk-color-text: var(--pk-color-heading);").replace(
        "--pk-color-heading: #06323c;", "--pk-color-heading: var(--pk-color-text);"
    )
    assert len(said(tmp_path, ring)) == 2


def test_a_sheet_that_brings_in_colours_of_another_is_refused(tmp_path):
    """Colours that come by @import are not passed over, however deep they lie; other styles may come so."""
    css = tmp_path / "assets" / "css"
    css.mkdir(parents=True)
    (css / "tussen.css").write_text("@import 'diep/kleur.css';", encoding="utf-8")
    (css / "diep").mkdir()
    (css / "diep" / "kleur.css").write_text(":root{--pk-color-text:#eee}", encoding="utf-8")
    (css / "gewoon.css").write_text("p{margin:0} @import 'https://elders.example/x.css';", encoding="utf-8")
    (line,) = said(
        tmp_path, TOKENS, '@import url("tussen.css");', "@import 'gewoon.css'; /* @import 'diep/kleur.css' */"
    )
    assert "docs/assets/css/tussen.css haalt docs/assets/css/diep/kleur.css binnen met @import" in line
    assert "noem assets/css/diep/kleur.css in mkdocs.yml bij extra_css" in line


def test_what_a_sheet_brings_in_is_looked_for_below_the_site():
    """An address from the root of the site is one of the site, and never of the machine; what stands elsewhere is not asked for."""
    asked = []
    told = '@import "/assets/css/kleur.css"; @import url("https://elders.example/a.css"); @import "../../../etc/a.css";'
    assert list(imported({"assets/css/eigen.css": told}, asked.append)) == []
    assert asked == ["assets/css/kleur.css"]
