"""A site in the look of its instance: what is taken, what is made to fit, and what is refused."""

from __future__ import annotations

import json
import re

import pytest

from polderkoers.website import contrast, tokens
from polderkoers.website.layers import THEME, Layers
from polderkoers.website.look.dress import Dress, dress
from polderkoers.website.look.found import TokensUnusable
from polderkoers.website.look.options import Options
from polderkoers.website.look.settle import ColoursRefused
from polderkoers.website.social.style import read_style
from polderkoers.website.tokens import SHEET
from polderkoers.website.views.showcase.design import PAIRS

HOUSE = {
    "utrecht-document-color": "#1b1b1b", "utrecht-document-background-color": "#ffffff", "utrecht-link-color": "#7a1fa2",
    "utrecht-button-primary-action-background-color": "#8a1c1c", "utrecht-button-primary-action-color": "#ffffff",
    "utrecht-page-footer-background-color": "#8a1c1c", "utrecht-page-footer-color": "#ffffff",
    "utrecht-page-header-background-color": "#8a1c1c", "utrecht-page-header-color": "#ffffff",
}  # fmt: skip


def dressed(tmp_path, house: dict[str, str], dark: dict[str, str] | None = None) -> Dress:
    """Return how a site is dressed by tokens with these names."""
    for name, values in (("huis.css", house), ("donker.css", dark or {})):
        lines = "\n".join(f"  --{token}: {value};" for token, value in values.items())
        (tmp_path / name).write_text(f":root {{\n{lines}\n}}\n", encoding="utf-8")
    return dress(Options(("huis.css",), ("donker.css",) if dark else ()), tmp_path, tmp_path, Layers())


def worn(dress_: Dress) -> tokens.Tokens:
    """Return the tokens of the sheet that is worn."""
    assert dress_.sheet is not None
    return tokens.parse(dress_.sheet)


def refused(tmp_path, house: dict[str, str], dark: dict[str, str] | None = None) -> list[str]:
    """Return what is refused, a line each."""
    with pytest.raises(ColoursRefused) as error:
        dressed(tmp_path, house, dark)
    return [line for line in str(error.value).splitlines() if line.startswith("- ")]


def test_a_site_without_a_house_style_is_as_it_was(tmp_path):
    """Who asks for nothing gets our sheet, and is told nothing."""
    assert dress(Options(), tmp_path, tmp_path, Layers()) == Dress(None, ())


def test_colours_are_taken_as_they_are(tmp_path):
    """What the house style says stands in the sheet to the letter."""
    found = worn(dressed(tmp_path, HOUSE))
    assert (found.light["text"], found.light["link"], found.light["canal"]) == ("#1b1b1b", "#7a1fa2", "#8a1c1c")
    assert (found.light["header"], found.light["header-text"], found.light["footer"]) == (
        "#8a1c1c",
        "#ffffff",
        "#8a1c1c",
    )


@pytest.mark.parametrize(
    "house",
    [
        HOUSE, {"utrecht-link-color": "#00811f"}, {"utrecht-document-background-color": "#f5efe0"}, {"utrecht-page-header-background-color": "#ffcc00"},
        {"utrecht-document-background-color": "#111111", "utrecht-document-color": "#eeeeee"}, {"utrecht-page-footer-background-color": "#ffcc00"},
        {"utrecht-button-primary-action-background-color": "#767676"}, {"utrecht-alert-ok-background-color": "#00ff00"},
        {"utrecht-document-color": "#595959"}, {"nl-heading-level-1-color": "#0b3d91", "basis-focus-outline-color": "#000"},
    ],
)  # fmt: skip
def test_what_is_made_of_it_passes_in_both_looks(tmp_path, house):
    """Whatever a house style gives, all that is made of it can be told apart, light and dark."""
    sheet = dressed(tmp_path, house).sheet
    assert sheet is not None
    assert list(contrast.weak_pairs(contrast.read({"tokens.css": sheet}))) == []


def test_no_colour_is_forgotten(tmp_path):
    """The sheet that is worn has every colour of ours, light and dark, and what is for paper is as it was."""
    sheet = dressed(tmp_path, HOUSE).sheet
    ours = (THEME / SHEET).read_text(encoding="utf-8")
    assert sheet is not None
    assert worn(Dress(sheet)).light.keys() == worn(Dress(sheet)).dark.keys() == tokens.parse(ours).light.keys()
    assert re.sub(r"\s+", "", sheet.split("@media print")[1]) in re.sub(r"\s+", "", tokens.without_comments(ours))


def test_a_pair_that_misses_is_refused_by_name(tmp_path):
    """The token, its place, the contrast and the nearest colour of the same hue that passes are named."""
    line = refused(tmp_path, {"utrecht-document-color": "#1b1b1b", "utrecht-link-hover-color": "#ff9900"})[0]
    assert line.startswith(
        "- Links onder de muis (licht): --utrecht-link-hover-color #ff9900 (huis.css, regel 3) op onze kleur --pk-color-bg #fff heeft een "
        "contrast van 2,14. Nodig is 4,5. De dichtstbijzijnde kleur voor --utrecht-link-hover-color die wel kan, is #"
    )
    near = re.findall(r"#[0-9a-f]{6}\b", line)[-1]
    assert dressed(tmp_path, {"utrecht-document-color": "#1b1b1b", "utrecht-link-hover-color": near}).sheet


@pytest.mark.parametrize(
    "house",
    [
        {"utrecht-document-color": "#777777"}, {"utrecht-page-footer-background-color": "#999999", "utrecht-page-footer-color": "#ffffff"},
        {"utrecht-document-background-color": "#888888"}, {"utrecht-alert-error-background-color": "#cc0000", "utrecht-alert-error-color": "#aa0000"},
        {"utrecht-focus-outline-color": "#ffffff"}, {"utrecht-textbox-border-color": "#dddddd"}, {"utrecht-button-primary-action-color": "#0b5365"},
    ],
)  # fmt: skip
def test_every_kind_of_pair_is_refused(tmp_path, house):
    """Text, grounds, labels, focus and edges: each names a token of the house style and a colour that would do."""
    for line in refused(tmp_path, house):
        assert any(f"--{name} " in line for name in house), line
        assert " die wel kan, is #" in line


def test_each_pair_of_two_given_colours_is_looked_at(tmp_path):
    """No pair of the promise escapes when both of its colours are given: one and the same colour twice is always refused."""
    from polderkoers.website.look.table import COLOURS  # noqa: PLC0415

    for what, front, back, _ in PAIRS:
        if front in COLOURS and back in COLOURS:
            house = {COLOURS[front][0]: "#345678", COLOURS[back][0]: "#345678"}
            assert any(line.startswith(f"- {what} (licht)") for line in refused(tmp_path, house)), what


def test_dark_of_ones_own_is_taken_and_judged(tmp_path):
    """Dark tokens are taken as they are, and refused by their own names."""
    dark = {"utrecht-document-background-color": "#101010", "utrecht-document-color": "#f0f0f0"}
    more = {
        "utrecht-link-color": "#ff99cc",
        "utrecht-button-primary-action-background-color": "#ffcccc",
        "utrecht-button-primary-action-color": "#000",
    }
    found = dressed(tmp_path, HOUSE, {**dark, **more})
    assert (worn(found).dark["bg"], worn(found).dark["link"]) == ("#101010", "#ff99cc")
    assert "De donkere kleuren komen ook uit de huisstijl." in found.told
    lines = refused(tmp_path, HOUSE, {**dark, **more, "utrecht-link-color": "#333333"})
    assert all("(donker)" in line and "--utrecht-link-color #333333 (donker.css, regel 4)" in line for line in lines)


def test_dark_without_dark_tokens_has_the_hue_of_the_house(tmp_path):
    """A dark look is made of the light one, and this is told; where only letters are given it stays ours."""
    found = dressed(tmp_path, HOUSE)
    assert worn(found).dark["canal"] not in (worn(found).light["canal"], tokens.read(Layers()).dark["canal"])
    assert "De huisstijl heeft geen donkere kleuren: die zijn afgeleid van de lichte." in found.told
    letters = dressed(tmp_path, {"utrecht-document-line-height": "1.5"})
    assert worn(letters).dark == tokens.read(Layers()).dark


def test_letters_and_space_are_taken_within_bounds(tmp_path):
    """Sizes become ours, on a narrow screen as much smaller as ours are; what a page cannot bear is passed over and told."""
    found = dressed(
        tmp_path,
        {
            "utrecht-document-font-size": "1.125rem", "utrecht-heading-1-font-size": "40px", "utrecht-heading-2-font-size": "90px",
            "utrecht-document-line-height": "150%", "utrecht-heading-font-weight": "bold", "utrecht-space-block-md": "20px",
            "utrecht-button-border-radius": "4px", "utrecht-document-font-family": "'Made Sans', Arial, sans-serif",
        },
    )  # fmt: skip
    wide = worn(found).wide
    assert (wide["text-m"], wide["heading-1"], wide["heading-2"], wide["space-4"]) == (
        "0.9rem",
        "2rem",
        "1.5rem",
        "1rem",
    )
    assert (wide["leading"], wide["weight-heading"], wide["radius"]) == ("1.5", "700", "0.2rem")
    assert wide["font"].startswith('"Made Sans", "Polder Sans"')
    assert worn(found).narrow["heading-1"] == "1.478rem"
    assert "- overgeslagen: --utrecht-heading-2-font-size (90 px): buiten 22 tot 48 px." in found.told


def test_headings_that_grow_on_the_way_are_passed_over(tmp_path):
    """A heading that would be smaller than the one below it takes none of the headings along."""
    found = dressed(tmp_path, {"utrecht-heading-1-font-size": "28px", "utrecht-heading-2-font-size": "44px"} | HOUSE)
    assert worn(found).wide["heading-1"] == "2.3rem"
    assert any("deze maten lopen niet op zoals die van ons" in line for line in found.told)


def test_the_build_says_what_was_taken_and_what_not(tmp_path):
    """Each token that was taken is named with ours; those that we do not know are counted."""
    found = dressed(tmp_path, {"utrecht-link-color": "#00811f", "made-one": "1px", "made-two": "2px"})
    assert found.told[:2] == (
        "Huisstijl uit huis.css: 1 token overgenomen, 2 andere overgeslagen.",
        "- --utrecht-link-color is nu --pk-color-link: #00811f",
    )


def test_a_sheet_of_ones_own_lies_below(tmp_path):
    """An instance with tokens of its own, of which some are missing or in another form, is dressed over those."""
    sheet = ":root { --pk-heading-2: 24px; --pk-color-bg: #fffff0; --pk-color-link: #123456; --pk-color-text: var(--pk-color-mine); --pk-color-mine: #222222; }"
    layers = Layers(made={SHEET.as_posix(): sheet})
    (tmp_path / "huis.css").write_text(
        ":root { --utrecht-link-color: #7a1fa2; --utrecht-heading-1-font-size: 40px }", encoding="utf-8"
    )
    found = dress(Options(("huis.css",)), tmp_path, tmp_path, layers)
    assert worn(found).light == {"bg": "#fffff0", "link": "#7a1fa2", "text": "#222222", "mine": "#222222"}
    assert worn(found).wide["heading-2"] == "24px"


def test_a_file_without_any_token_that_we_know_is_refused(tmp_path):
    """Who points at the wrong file hears it, instead of wondering why nothing changes."""
    with pytest.raises(TokensUnusable, match=r"In huis\.css: er staat geen enkele token in die Polderkoers kent"):
        dressed(tmp_path, {"made-one": "1px"})


def test_what_lets_something_shine_through_is_not_taken(tmp_path):
    """A transparent ground leaves the next one of the row, or ours."""
    found = dressed(
        tmp_path,
        {**HOUSE, "utrecht-document-background-color": "transparent", "utrecht-page-body-background-color": "#fffff0"},
    )
    assert worn(found).light["bg"] == "#fffff0"


def test_pictures_for_sharing_follow(tmp_path):
    """What is drawn in Python takes its colours from the same sheet."""
    sheet = dressed(tmp_path, HOUSE).sheet
    assert sheet is not None
    style = read_style(Layers(made={SHEET.as_posix(): sheet}))
    assert style.colour("canal") == (0x8A, 0x1C, 0x1C)
    assert style.colour("land-1") != read_style(Layers()).colour("land-1")


def test_json_is_named_as_json_names_it(tmp_path):
    """A token of a JSON file is told with points, as its makers write it."""
    (tmp_path / "huis.json").write_text(
        json.dumps({"utrecht": {"link": {"color": {"$value": "#ff9900"}}}}, indent=1), encoding="utf-8"
    )
    with pytest.raises(ColoursRefused, match=r"utrecht\.link\.color #ff9900 \(huis\.json, regel 5\)"):
        dress(Options(("huis.json",)), tmp_path, tmp_path, Layers())


def test_headings_can_have_a_font_of_their_own(tmp_path):
    """The tokens name it, a file brings it along, and without a file it is told what a reader sees."""
    house = {"utrecht-document-font-family": "Made Sans", "utrecht-heading-font-family": "'Made Slab', serif"} | HOUSE
    found = dressed(tmp_path, house)
    assert worn(found).wide["font-heading"] == '"Made Slab", var(--pk-font)'
    assert any("Het lettertype voor koppen 'Made Slab' zit er niet bij" in line for line in found.told)
    letters = THEME / "assets/vendor/polder-sans/polder-sans-latin.woff2"
    (tmp_path / "koppen.woff2").write_bytes(letters.read_bytes())
    own = dress(Options(("huis.css",), fonts=(("koppen", "koppen.woff2"),)), tmp_path, tmp_path, Layers())
    assert '@font-face{font-family:"Made Slab"' in (own.sheet or "")
    assert worn(own).wide["font"].startswith('"Made Sans", "Polder Sans"')
    assert not any("koppen" in line and "zit er niet bij" in line for line in own.told)


def test_what_is_not_reckoned_out_is_told_with_its_line(tmp_path):
    """A mix of colours is passed over aloud, with where it stands and what to do."""
    found = dressed(tmp_path, HOUSE | {"utrecht-heading-color": "color-mix(in srgb, red 50%, blue)"})
    assert (
        "- overgeslagen: --utrecht-heading-color (huis.css, regel 11): 'color-mix(in srgb, red 50%, blue)' rekent Polderkoers niet uit. "
        "Zet de uitkomst onder dezelfde naam in een eigen bestand."
    ) in found.told
