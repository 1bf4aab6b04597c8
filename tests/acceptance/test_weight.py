"""The site is light: what a first visit to any page loads, counted in bytes as they come over the line."""

from __future__ import annotations

import re

from page_weight import loaded
from polderkoers.website.assets.bundle import minified
from polderkoers.website.layers import THEME
from support.browser import needs_browser
from support.weight import pages, too_heavy

SEARCHING = {"zoeken/index.html", "meedoen/bouwstenen/index.html"}
# The page that has parts which no other has, and a sheet for these.
HOME = "index.html"


def test_a_first_visit_to_any_page_stays_within_the_budget(site):
    """The page with all styles, scripts, fonts and pictures is at most 110 kB; every font counts, used or not."""
    assert too_heavy(site) == {}


def test_a_page_loads_one_sheet_two_scripts_and_one_font(site):
    """Every page but those that show or do the searching loads the same few files, home one sheet more, with none of searching."""
    folder = site.folder.resolve()
    wrong = []
    for page in pages(site):
        path = page.relative_to(folder).as_posix()
        files = {file.relative_to(folder).as_posix() for file in loaded(page, folder)} - {path}
        kinds = [len([file for file in files if file.endswith(ending)]) for ending in (".css", ".js", ".woff2")]
        if not path.endswith(tuple(SEARCHING)) and (
            kinds != [1 + (path == HOME), 2, 1] or any("zoeken" in file or "pagefind" in file for file in files)
        ):
            wrong.append(f"{path}: {sorted(files)}")
    assert wrong == []


def test_before_a_search_the_page_for_searching_loads_nothing_of_the_index(site):
    """The page for searching has its own sheet and scripts, and waits with the index."""
    folder = site.folder.resolve()
    files = {file.relative_to(folder).as_posix() for file in loaded(folder / "zoeken" / "index.html", folder)}
    assert "assets/css/zoeken.css" in files
    assert [file for file in files if file.startswith("zoeken/") and not file.endswith(".html")] == []


def test_nothing_of_the_styles_and_scripts_of_the_theme_is_published(site):
    """The theme's own sheets, scripts and source maps are not on the site."""
    assert not (site.folder / "assets" / "stylesheets").exists()
    assert not (site.folder / "assets" / "javascripts").exists()
    assert list(site.folder.rglob("*.map")) == []


def test_there_are_at_most_two_fonts_and_text_shows_before_they_are_there(site):
    """Fonts are few, subset to Latin, asked for at once, and no reason to wait with the text."""
    fonts = list(site.folder.rglob("*.woff2"))
    assert 1 <= len(fonts) <= 2
    assert sum(font.stat().st_size for font in fonts) < 25_000
    (sheet,) = (site.folder / "assets" / "css").glob("site.*.css")
    faces = [face for face in re.findall(r"@font-face\{[^}]*\}", sheet.read_text("utf-8")) if "url(" in face]
    assert len(faces) == len(fonts)
    for face in faces:
        assert "font-display:swap" in face
        assert "U+20AC" in face
    assert f'href="assets/vendor/polder-sans/{fonts[0].name}" as="font"' in site.html("")


def test_the_fonts_have_their_licence_beside_them(site):
    """The Open Font License asks to come along with the font."""
    for font in site.folder.rglob("*.woff2"):
        assert "SIL OPEN FONT LICENSE" in (font.parent / "LICENSE").read_text("utf-8")


@needs_browser
def test_minified_styles_mean_the_same_to_a_browser(open_context):
    """Each of our sheets gives the same rules minified as it was written."""
    read = """(css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      return [...sheet.cssRules].map((rule) => rule.cssText);
    }"""
    page = open_context().new_page()
    sheets = {path.name: path.read_text("utf-8") for path in (THEME / "assets" / "css").glob("*.css")}
    rules = {name: (page.evaluate(read, css), page.evaluate(read, minified(css))) for name, css in sheets.items()}
    assert len(rules) > 5
    for name, (written, short) in rules.items():
        assert written, name
        assert list(map(spaced, written)) == list(map(spaced, short)), name


def spaced(rule: str) -> str:
    """Return a rule without white space that means nothing: a browser gives values with var() back as they were written."""
    return re.sub(r"(?<=[,(]) | (?=\))", "", " ".join(rule.split()))
