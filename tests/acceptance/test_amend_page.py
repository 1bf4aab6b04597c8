"""The page of amendments in a browser: on a phone, wide, and on paper."""

from __future__ import annotations

import pytest

from polderkoers.cli import main
from support.amending import HELPS, amendment, branch, proposed
from support.browser import launched, needs_browser, violations

pytestmark = needs_browser


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """Open the page of two amendments that clash, one of which holds signs of HTML."""
    folder = tmp_path_factory.mktemp("page")
    root = proposed(folder / "root")
    branch(root, "meer", "voorstel", ("elk jaar 30 huizen", "elk jaar 50 huizen"))
    name = amendment(root, HELPS.replace("new: De gemeente helpt", "new: De <script>alert(1)</script> & co helpt"))
    with pytest.MonkeyPatch.context() as patch, (folder / "uit.html").open("w", encoding="utf-8") as out:
        patch.setattr("sys.stdout", out)
        assert main(["amend", "voorstel", "meer", "meer", name, "--format", "html", "--root", str(root)]) == 1
    with launched() as browser:
        opened = browser.new_page()
        opened.goto((folder / "uit.html").as_uri())
        yield opened


def test_the_page_has_no_script_and_nothing_from_elsewhere(page):
    """Text of an amendment is text, and the policy of the page forbids everything but its own style."""
    assert page.locator("script").count() == 0
    assert "<script>alert(1)</script> & co" in page.inner_text("body")
    assert (
        page.locator("meta[http-equiv]").get_attribute("content").startswith("default-src 'none'; style-src 'sha256-")
    )
    assert page.locator("[src], link").count() == 0


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_the_page_is_accessible(page, width, scheme):
    """Nothing that axe knows is wrong, and nothing is wider than the screen; on a phone each text has the name of its column."""
    page.emulate_media(media="screen", color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("td .kolom").first.is_visible() == (width == 390)


def test_marks_are_more_than_colours(page):
    """What goes is struck through and what comes is underlined, and both are told to who hears the page."""
    marks = page.locator("td del, td ins")
    lines = marks.evaluate_all("found => found.map(each => [each.tagName, getComputedStyle(each).textDecorationLine])")
    assert {tuple(line) for line in lines} == {("DEL", "line-through"), ("INS", "underline")}
    assert {mark.split(":")[0] for mark in page.locator("td del .stil, td ins .stil").all_inner_texts()} == {
        "weg",
        "erbij",
    }


def test_on_paper_heads_are_repeated_and_rows_stay_whole(page):
    """The page prints lying on A4, each table repeats its head, and a row does not break."""
    page.emulate_media(media="print")
    assert page.locator("thead").first.evaluate("each => getComputedStyle(each).display") == "table-header-group"
    assert page.locator("tbody").first.evaluate("each => getComputedStyle(each).breakInside") == "avoid"
    assert "@page { size: A4 landscape" in page.locator("style").inner_html()
    page.emulate_media(media="screen")
