"""A made-up instance with a look and pages of its own: everything of it is on the site, and what is wrong is told with its place."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PIL import Image

from polderkoers.website.layers import THEME
from support.made_up import root_with
from support.site import BuiltSite, build

SETTINGS = """\
site_name: Polderdam Vooruit
site_url: https://polderdam.example/
theme:
  name: polderkoers
{theme}
plugins:
  - polderkoers
  - macros
"""
LOOK = """\
  tokens: [huisstijl/tokens.json, huisstijl/eigen.css]
  logo: assets/wapen.png
  logo_donker: assets/wapen-donker.svg
  favicon: assets/icoon.png
  landschap: assets/uitzicht.jpg
  tekeningen: {wonen: assets/wapen-donker.svg}
  lettertype: assets/letters.woff2
"""
TOKENS = {
    "polderdam": {"rood": {"$value": "#8a1c1c"}},
    "utrecht": {
        "link": {"color": {"$value": "{polderdam.rood}"}},
        "button": {"primary-action": {"background-color": {"$value": "{polderdam.rood}"}, "color": {"$value": "#ffffff"}}},
        "document": {"font-family": {"$value": "'Polderdam Sans', sans-serif"}},
        "page-footer": {"background-color": {"$value": "#f0f0f0"}, "color": {"$value": "#ffffff"}},
    },
}  # fmt: skip
PAGE = """\
---
title: Over ons
---

# Over ons

Dit stond er op {{ stand_van() }}.

{{ kaart("fijn-wonen") }}

{{ kaart("fijn-wonen/doel-genoeg-huizen") }}

{{ lijst(soort="stappen", partij="gemeente", thema="wonen", hoogstens=2) }}

{{ lijst(soort="doel", plaats="polderdam") }}

{{ lijst(soort="wegwijzer") }}

{{ cijfer("fijn-wonen/cijfer-huizen") }}
"""
FIGURE = """\
cijfers:
  - id: cijfer-huizen
    waarde: 40
    eenheid: huizen
    wat: nieuwe huizen
    jaar: 2020
"""


def instance(root: Path, theme: str = "", page: str = PAGE) -> Path:
    """Make an instance with data, a page and files of its own."""
    root_with(root)
    task = root / "data/kernopgaven/fijn-wonen.yaml"
    task.write_text(task.read_text(encoding="utf-8") + FIGURE, encoding="utf-8")
    (root / "mkdocs.yml").write_text(SETTINGS.format(theme=theme.rstrip("\n")), encoding="utf-8")
    assets = root / "docs/assets"
    assets.mkdir(parents=True)
    (root / "docs/over.md").write_text(page, encoding="utf-8")
    for name, colour, size in (
        ("wapen.png", "red", (60, 48)),
        ("icoon.png", "red", (32, 32)),
        ("uitzicht.jpg", "blue", (1600, 220)),
    ):
        Image.new("RGB", size, colour).save(assets / name)
    Image.new("RGB", (1200, 630), "blue").save(assets / "delen.png")
    (assets / "wapen-donker.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    shutil.copy(THEME / "assets/vendor/polder-sans/polder-sans-latin.woff2", assets / "letters.woff2")
    house = root / "huisstijl"
    house.mkdir()
    (house / "tokens.json").write_text(json.dumps(TOKENS, indent=2), encoding="utf-8")
    (house / "eigen.css").write_text(":root { --utrecht-page-footer-background-color: #8a1c1c; }\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def own(tmp_path_factory) -> tuple[BuiltSite, str]:
    """The built site of the instance, and what the build said."""
    root = instance(tmp_path_factory.mktemp("eigen") / "polderdam", LOOK)
    done = build(root, root / "site")
    assert done.returncode == 0, done.stderr
    return BuiltSite(root / "site"), done.stderr


def test_the_build_says_which_tokens_were_taken(own):
    """Each token of the house style is named, and what holds over it comes from the file behind it."""
    _, said = own
    assert (
        "Huisstijl uit huisstijl/tokens.json, huisstijl/eigen.css: 6 tokens overgenomen, 0 andere overgeslagen." in said
    )
    assert "- utrecht.link.color is nu --pk-color-link: #8a1c1c" in said
    assert "- --utrecht-page-footer-background-color is nu --pk-color-footer: #8a1c1c" in said


def test_the_pages_wear_the_look(own):
    """Styles, logo, icon, view and font of the site are those of the instance, and none of ours is asked for."""
    site, _ = own
    (sheet,) = (site.folder / "assets/css").glob("site.*.css")
    css = sheet.read_text(encoding="utf-8")
    assert "--pk-color-link:#8a1c1c" in css
    assert 'src:url("../letters.woff2")' in css
    assert "polder-sans" not in css
    html = site.html("")
    assert '<img class="pk-mark pk-mark--eigen pk-when-light" src="assets/wapen.png" alt="">' in html
    assert 'class="pk-mark pk-mark--eigen pk-when-dark" src="assets/wapen-donker.svg"' in html
    assert '<link rel="icon" href="assets/icoon.png" type="image/png">' in html
    assert '<img class="pk-view pk-view--eigen" src="assets/uitzicht.jpg" alt="">' in html
    assert '<link rel="preload" href="assets/letters.woff2" as="font" type="font/woff2" crossorigin>' in html
    assert "pk-view__sky" not in html
    assert '<img class="pk-tekening" src="assets/wapen-donker.svg" alt="">' in html
    assert '<img class="pk-tekening pk-tekening--breed" src="../../assets/wapen-donker.svg" alt="">' in site.html(
        "onderwerpen/wonen/"
    )


def test_the_pictures_for_sharing_wear_it_too(own):
    """The view and the logo stand in the picture, and its words do not speak of our drawing."""
    site, _ = own
    with Image.open(site.folder / "assets/delen/voorpagina.png") as picture:
        shown = picture.convert("RGB")
    assert shown.getpixel((600, 600))[2] > 200
    assert shown.getpixel((100, 64))[0] > 200
    assert "Een tekening van de polder" not in site.html("")


def test_a_page_by_hand_shows_what_it_asks_for(own):
    """Cards, lists, a figure and the date stand on the page, with links that lead to them."""
    site, _ = own
    page = site.page("over/")
    cards = [" ".join(card.text.split()) for card in page.all("li", **{"class": "pk-card"})]
    assert cards == [
        "Kernopgave 1Fijn wonenIedereen woont fijn.1 doel", "DoelGenoeg huizenBij: Fijn wonen", "StapBouwenBij: Fijn wonen",
        "DoelGenoeg huizenBij: Fijn wonen",
    ]  # fmt: skip
    assert [link.attributes["href"] for link in page.all("a") if link.text == "Genoeg huizen"] == [
        "../kernopgaven/fijn-wonen/doel-genoeg-huizen/"
    ] * 2
    assert "40 huizen" in site.html("over/")
    assert "Hier is nog niets." in site.html("over/")
    assert "Dit stond er op 21 september 2026." in site.html("over/")
    assert len(page.ids) == len(set(page.ids))


def test_every_wrong_macro_is_told_with_file_and_line(tmp_path):
    """All that is wrong on all pages is told at once in Dutch, each with its file, its line and a cure, and nothing is built."""
    calls = (
        'kaart("fijn-wonem")', 'kaart("weg")', "kaart(3)", "kaart()", 'lijst(soort="doelem")', 'lijst(thema="wone")', 'lijst(kleur="rood")',
        "lijst(hoogstens=0)", 'lijst(plaats="verweg")', 'cijfer("fijn-wonen/doel-genoeg-huizen")', 'cijfer("fijn-wonen")', 'kaartt("fijn-wonen")', "iets",
        'overzicht("onderwerp")',
    )  # fmt: skip
    root = instance(tmp_path / "polderdam")
    for number, call in enumerate(calls):
        (root / f"docs/p{number:02}.md").write_text(
            f"---\ntitle: X\n---\n\n# X\n\nTekst.\n\n{{{{ {call} }}}}\n", encoding="utf-8"
        )
    (root / "docs/p99.md").write_text("# X\n\n{{ kaart( }}\n", encoding="utf-8")
    done = build(root, root / "site")
    assert done.returncode == 1
    said = {line.split(": ")[0]: line for line in done.stderr.splitlines() if line.startswith("- docs/")}
    assert list(said) == [*(f"- docs/p{number:02}.md:9" for number in range(len(calls))), "- docs/p99.md:3"]
    assert all("Hoe op te lossen: " in line for line in said.values())
    told = [said[f"- docs/p{number:02}.md:9"] for number in range(len(calls))]
    assert told[0].endswith("'fijn-wonem' staat niet in de gegevens. Hoe op te lossen: schrijf 'fijn-wonen'.")
    assert "'weg' staat niet in de gegevens." in told[1]
    assert "zo kan 'kaart' niet gebruikt worden" in told[3]
    assert "schrijf 'doelen'." in told[4]
    assert "'wone' staat niet in data/themas.yaml. Hoe op te lossen: schrijf thema='wonen'." in told[5]
    assert "zo kan 'lijst' niet gebruikt worden" in told[6]
    assert "is geen cijfer (doel)." in told[9]
    assert "kies een cijfer dat erbij hoort: 'fijn-wonen/cijfer-huizen'." in told[10]
    assert "'kaartt' bestaat niet. Hoe op te lossen: schrijf bijvoorbeeld {{ kaart(" in told[11]
    assert "'overzicht'" not in told[13]
    assert "'onderwerp' is geen overzicht. Hoe op te lossen: schrijf 'onderwerpen'." in told[13]
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("theme", "said"),
    [
        ("  tekeningen: {wone: assets/wapen.png}", "In mkdocs.yml staat bij theme: tekeningen: 'wone' is geen onderwerp."),
        ("  logo: assets/weg.svg", "In mkdocs.yml staat bij theme: logo: het bestand 'assets/weg.svg' staat niet in de map docs"),
        ("  tokens: huisstijl/tokens.json", "Onder aan de bladzijde (licht): utrecht.page-footer.color #ffffff (huisstijl/tokens.json, regel "),
    ],
)  # fmt: skip
def test_a_look_that_cannot_be_is_refused_in_dutch(tmp_path, theme, said):
    """Each setting of the look that is wrong is named, with how to mend it."""
    root = instance(tmp_path / "polderdam", theme)
    done = build(root, root / "site")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert said in done.stderr
    assert "Hoe op te lossen: " in done.stderr


def test_nothing_is_drawn_and_one_picture_is_shared(tmp_path):
    """Who wants no view has none, here and on other pages, and one picture of one's own goes with every page."""
    root = instance(
        tmp_path / "polderdam",
        "  landschap: false\n  deelbeeld: assets/delen.png\n  deelbeeld_tekst: Ons gemeentehuis.",
    )
    done = build(root, root / "site")
    assert done.returncode == 0, done.stderr
    site = BuiltSite(root / "site")
    assert "pk-view" not in site.html("") + site.html("404.html")
    for path in ("", "over/", "kernopgaven/fijn-wonen/"):
        assert '<meta property="og:image" content="https://polderdam.example/assets/delen.png">' in site.html(path)
        assert '<meta property="og:image:alt" content="Ons gemeentehuis.">' in site.html(path)
    assert not (root / "site/assets/delen").exists()
