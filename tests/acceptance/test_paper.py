"""Every page on paper: the text without what only a screen can use, in ink on white, and where it came from."""

from __future__ import annotations

import functools

import pytest

from support.browser import needs_browser

pytestmark = needs_browser

PAGES = (
    "", "onderwerpen/", "kernopgaven/iedereen-doet-mee/", "tijdlijn/", "begrippen/", "geld/", "wijzigingen/2014-nu/",
    "meedoen/bouwstenen/", "open-vragen/", "over/",
)  # fmt: skip
FOR_A_SCREEN = (
    ".pk-skip, .pk-nav, .pk-tool, .pk-search, .pk-toc, .pk-crumbs, .pk-edit, .pk-view, .pk-button, .pk-filters, .pk-kavels, "
    ".pk-letters, .pk-anker, .headerlink"
)


@pytest.fixture(scope="module")
def opened(browser, address):
    """Open a page once for all that is asked of it, by a reader who chose the dark colours."""
    context = browser.new_context(viewport={"width": 700, "height": 900}, color_scheme="dark")

    @functools.cache
    def run(path: str):
        page = context.new_page()
        page.emulate_media(media="print")
        page.goto(f"{address}{path}?keuze=1")
        return page

    yield run
    context.close()


@pytest.fixture
def printed(opened):
    """Return a page as it goes to a printer."""

    def run(path: str):
        page = opened(path)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        return page

    return run


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_no_menu_and_no_buttons(printed, path):
    """Nothing that can only be pressed or followed on a screen takes room on paper."""
    page = printed(path)
    left = page.evaluate(
        "selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility()).map(each => each.className)",
        FOR_A_SCREEN,
    )
    assert left == []


@pytest.mark.parametrize("path", PAGES)
def test_paper_says_where_and_when_it_was_printed(printed, address, path):
    """At the end stand the name of the site, its date and the address, without what was chosen; on a screen they do not."""
    page = printed(path)
    line = page.locator(".pk-papier")
    assert "stand van" in line.inner_text()
    assert line.inner_text().endswith(f"{address}{path}")
    page.emulate_media(media="screen")
    assert not line.is_visible()


def test_paper_names_the_version_of_a_text(printed):
    """A page of policy says on paper which version of the text it is."""
    assert "Versie van deze tekst: " in printed("kernopgaven/iedereen-doet-mee/").locator(".pk-papier").inner_text()


@pytest.mark.parametrize("path", PAGES)
def test_paper_is_black_on_white(printed, path):
    """Whoever reads in dark colours prints ink on white all the same."""
    page = printed(path)
    colour, ground = page.evaluate(
        "[getComputedStyle(document.querySelector('article')).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert (colour, ground) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")


@pytest.mark.parametrize("path", PAGES)
def test_paper_shows_what_is_folded(printed, path):
    """Nobody can open paper."""
    assert printed(path).locator("article details:not([open])").count() == 0


@pytest.mark.parametrize(
    ("path", "selector", "rule", "value"),
    [
        ("kernopgaven/iedereen-doet-mee/", "article h2", "breakAfter", "avoid"),
        ("kernopgaven/iedereen-doet-mee/", ".pk-item", "breakInside", "avoid"),
        ("kernopgaven/fijn-wonen/", ".pk-note", "breakInside", "avoid"),
        ("kernopgaven/iedereen-doet-mee/", ".pk-noten > li", "breakInside", "avoid"),
        ("onderwerpen/", ".pk-card", "breakInside", "avoid"),
        ("tijdlijn/", ".pk-timeline > li", "breakInside", "avoid"),
        ("geld/", "tbody tr", "breakInside", "avoid"),
        ("geld/", "thead", "display", "table-header-group"),
    ],
)
def test_paper_breaks_where_it_may(printed, path, selector, rule, value):
    """No sheet ends below a heading or within a card, and a table has its head on every sheet."""
    element = printed(path).locator(selector).first
    assert element.evaluate("(each, rule) => getComputedStyle(each)[rule]", rule) == value
