"""What a reader does with the site, in a real browser. What holds for every page stands in test_accessible.py and test_private.py."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from support.browser import browser_path, needs_browser, violations

pytestmark = needs_browser


def test_the_menu_works_by_keyboard_on_a_phone(visit):
    """On a narrow screen the menu is a button that opens, and Escape closes it and gives the focus back."""
    page = visit("", width=320)
    button = page.locator("[data-pk-menu]")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    assert page.locator("#pk-nav").get_by_role("link", name="In je buurt", exact=True).is_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.matches('[data-pk-menu]')")


def test_a_term_explains_itself_on_focus_and_hover_and_escape_hides_it(visit):
    """A glossary term shows its explanation when it gets the focus or the pointer, and Escape hides it."""
    page = visit("kernopgaven/iedereen-doet-mee/doel-schulden/")
    word = page.locator(".pk-begrip__woord").first
    explanation = page.locator(".pk-begrip__uitleg").first
    assert not explanation.is_visible()
    word.focus()
    assert explanation.is_visible()
    assert explanation.inner_text().strip()
    page.keyboard.press("Escape")
    assert not explanation.is_visible()
    page.locator("h1").click()
    word.hover()
    assert explanation.is_visible()


def test_a_term_explains_itself_on_a_first_tap_and_leads_to_its_page_on_a_second(browser, address):
    """On a touch screen the first tap explains a term and the second follows the link."""
    context = browser.new_context(viewport={"width": 320, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{address}kernopgaven/iedereen-doet-mee/doel-schulden/")
    word = page.locator(".pk-begrip__woord").first
    word.tap()
    assert page.locator(".pk-begrip__uitleg").first.is_visible()
    assert "kernopgaven/iedereen-doet-mee/" in page.url
    word.tap()
    page.wait_for_url("**/begrippen/**")
    context.close()


def test_the_timeline_can_be_filtered_and_the_filter_shared(visit):
    """Choosing a document hides the rest, says how much is left, and stands in the address."""
    page = visit("tijdlijn/")
    total = page.locator("[data-pk-lijst] > li").count()
    page.locator("[data-pk-filters] summary").click()
    page.get_by_label("Document").select_option("toekomstvisie-2014")
    shown = page.locator("[data-pk-lijst] > li:visible").count()
    assert 0 < shown < total
    assert f"{shown} van {total}" in page.locator("[data-pk-telling]").inner_text()
    assert "document=toekomstvisie-2014" in page.url
    other = visit("tijdlijn/?document=toekomstvisie-2014")
    assert other.locator("[data-pk-lijst] > li:visible").count() == shown
    assert other.get_by_label("Document").is_visible()


def test_what_the_council_waits_for_can_be_chosen(visit):
    """Who chooses what is past its last day sees just that, under its heading; the other headings go, and come back."""
    page = visit("besluiten/?stand=datum-voorbij", width=390)
    rows = page.locator("[data-pk-lijst] > li:visible")
    assert rows.count() == 1
    assert "De raad krijgt een brief over de lijst van woningzoekenden" in rows.first.inner_text()
    assert page.locator("main h2:visible").filter(has_text="(").count() == 1
    page.get_by_label("Stand").select_option("")
    assert page.locator("main h2:visible").filter(has_text="(").count() == 4
    every = page.locator("main h2", has_text="Afgedaan").inner_text()
    page.get_by_label("Aan wie").select_option("dorpsbelang")
    counted = page.evaluate(
        "[...document.querySelectorAll('main h2')].filter((one) => !one.hidden && /[(][0-9]/.test(one.innerText)).map((one) =>"
        " [+one.innerText.match(/[(]([0-9]+)/)[1], one.nextElementSibling.querySelectorAll('li:not([hidden])').length])"
    )
    assert counted
    assert all(said == there for said, there in counted)
    page.get_by_label("Aan wie").select_option("")
    assert page.locator("main h2", has_text="Afgedaan").inner_text() == every
    page.get_by_label("Van wie").select_option("polder-vooruit")
    assert page.get_by_role("link", name="Een bus naar Westergat").is_visible()
    assert violations(page) == []


def test_a_page_reads_without_script(browser, address):
    """Without script a page shows its text, its menu and its links."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}kernopgaven/iedereen-doet-mee/")
    assert page.get_by_role("heading", name="Iedereen hoort erbij").is_visible()
    assert page.get_by_text("In het plan: Uitsluiting voorkomen").first.is_visible()
    assert page.get_by_role("link", name="Onderwerpen").first.is_visible()
    context.close()


def test_the_browser_is_found_without_naming_it():
    """The tests use whatever browser the machine has."""
    assert Path(browser_path()).exists()


def test_on_a_phone_a_table_is_a_list_of_cards_with_every_column_in_sight(visit):
    """No table scrolls sideways at 390 px, and each cell stands whole within the window, after the name of its column."""
    for path in ("geld/", "cijfers/", "rode-draad/"):
        page = visit(path, width=390)
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        boxes = page.locator(".pk-tabel, .pk-scroll")
        assert boxes.count() > 0
        assert boxes.evaluate_all("(all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length") == 0, (
            path
        )
        cells = page.locator("td[data-kop]:not(:empty)")
        assert (
            cells.evaluate_all(
                "(all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length"
            )
            == 0
        ), path
    cell = visit("geld/", width=390).locator("[data-kop='Hoe zeker']").first
    assert "Hoe zeker: " in cell.evaluate("(el) => getComputedStyle(el, '::before').content")


def test_a_table_that_does_not_fit_shows_that_there_is_more(visit):
    """The edge of a wide table is marked until the reader has scrolled to the end, and not when the table fits."""
    page = visit("geld/", width=920)
    table = page.locator(".pk-tabel").first
    table.evaluate("box => box.firstElementChild.style.minWidth = '2000px'")
    page.set_viewport_size({"width": 921, "height": 900})
    expect(table).to_have_class(re.compile(r"\bpk-meer\b"))
    table.evaluate("box => box.scrollTo(box.scrollWidth, 0)")
    expect(table).not_to_have_class(re.compile(r"\bpk-meer\b"))
    wide = visit("rode-draad/", width=1280).locator(".pk-tabel:visible").first
    expect(wide).not_to_have_class(re.compile(r"\bpk-meer\b"))


def test_the_timeline_opens_at_today_with_our_own_policy(visit):
    """On a phone what is going on comes first, the past is folded by year with its number, and all of it is at most eight screens."""
    page = visit("tijdlijn/", width=390)
    headings = page.locator("article h2").all_inner_texts()
    assert headings[0].startswith("Nu en straks")
    assert not page.locator("[data-pk-vouw] [data-pk-lijst] > li:visible").count()
    first = page.locator("#nu ~ .pk-sectie [data-pk-lijst] > li").first
    assert first.get_attribute("data-van") == "eigen"
    assert page.evaluate("document.documentElement.scrollHeight") <= 8 * 844
    fold = page.locator("[data-pk-vouw]:has(h3[id^='jaar-'])").first
    assert re.search(r"\d+ onderde", fold.locator("summary").inner_text())


def test_who_goes_to_a_year_finds_it_open(visit):
    """A link to a year that is past opens what is folded there."""
    page = visit("tijdlijn/")
    fold = page.locator("[data-pk-vouw]:has(h3[id^='jaar-'])").first
    anchor = fold.locator("h3").get_attribute("id")
    assert fold.get_attribute("open") is None
    page.get_by_text("Spring naar een jaar", exact=True).click()
    page.locator(f".pk-jaren a[href$='#{anchor}']").click()
    expect(fold).to_have_attribute("open", "")


def test_the_header_stays_small_on_a_phone_and_a_link_leads_back_to_the_top(visit):
    """Far down one line of the header stays with its menu, nothing of the text moves for it, and the link leads to the begin."""
    page = visit("begrippen/", width=390)
    total = page.evaluate("document.documentElement.scrollHeight")
    whole = page.locator(".pk-header").bounding_box()["height"]
    up = page.get_by_role("link", name="Naar boven")
    expect(up).not_to_be_in_viewport()
    page.evaluate("scrollTo(0, 4000)")
    expect(page.locator(".pk-header")).to_have_class(re.compile(r"\bpk-header--mee\b"))
    expect(up).to_be_in_viewport()
    bar = page.locator(".pk-header__bar").bounding_box()
    assert bar["y"] == 0
    assert bar["height"] < whole / 2
    assert page.evaluate("document.documentElement.scrollHeight") == total
    page.locator("[data-pk-menu]").click()
    expect(page.locator("#pk-nav a").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    up.click()
    page.wait_for_function("scrollY < 400")


def test_the_contents_stand_below_the_title_and_beside_the_text_on_a_wide_screen(visit):
    """A phone shows the title first, then the contents; a wide screen has them beside it, all the way down."""
    page = visit("kernopgaven/iedereen-doet-mee/", width=390)
    title, contents = page.locator("h1").bounding_box(), page.locator(".pk-toc").bounding_box()
    assert contents["y"] >= title["y"] + title["height"]
    page = visit("kernopgaven/iedereen-doet-mee/", width=1280)
    page.evaluate("scrollTo(0, 1500)")
    expect(page.locator(".pk-toc__box")).to_be_in_viewport()
    assert page.locator(".pk-toc").bounding_box()["x"] >= page.locator("h1").bounding_box()["x"] + 600


@pytest.mark.parametrize(("width", "letters"), [(320, "100%"), (390, "100%"), (390, "200%"), (700, "100%")])
def test_what_a_link_leads_to_is_below_the_bar_of_a_phone(visit, width, letters):
    """A heading that is jumped to from the top of a page stands wholly below the bar, however narrow the screen or large the letters."""
    page = visit("kernopgaven/iedereen-doet-mee/", width=width)
    page.evaluate(
        "size => { document.documentElement.style.fontSize = size; dispatchEvent(new Event('resize')); }", letters
    )
    bar = page.locator(".pk-header--mee .pk-header__bar")
    for target in ("doelen", "doel-schulden"):
        page.evaluate("scrollTo(0, 0)")
        expect(bar).to_have_count(0)
        page.evaluate("to => { location.hash = to; }", target)
        expect(bar).to_be_visible()
        covered = bar.bounding_box()
        assert covered["y"] == 0
        assert page.locator(f"#{target}").bounding_box()["y"] >= covered["height"]
        # The fold of a goal that is led to may open below it; the way back to the top covers nothing of it.
        up = page.get_by_role("link", name="Naar boven").bounding_box()
        assert up["y"] + up["height"] <= covered["height"]


@pytest.mark.parametrize("path", ["onderwerpen/wonen/", "kernopgaven/iedereen-doet-mee/"])
def test_who_is_led_to_a_fold_or_its_heading_finds_it_open(visit, path):
    """An address that names a fold, or what stands in its line, opens it: on arrival, and when it is followed once more."""
    page = visit(path, width=390)
    folds = "details:not([open]):not(.pk-toc):is([id], :has(> summary [id]))"
    names = page.locator(f"article {folds}").evaluate_all(
        "all => all.map((fold) => fold.id || fold.querySelector(':scope > summary [id]').id)"
    )
    assert names
    closed = "id => document.getElementById(id).closest('details:not([open])') !== null"
    address = page.url
    for name in names:
        page.goto("about:blank")
        page.goto(f"{address}#{name}")
        assert not page.evaluate(closed, name), name
    link = page.locator(f".pk-toc a[href$='#{names[-1]}']").first
    if link.count():
        page.evaluate("id => { document.getElementById(id).closest('details').open = false; }", names[-1])
        link.evaluate("link => link.click()")
        page.wait_for_function(f"id => !({closed})(id)", arg=names[-1])


@pytest.mark.parametrize("path", ["plaatsen/oosterdorp/", "wie/inwoners/"])
def test_a_page_of_short_parts_uses_the_width_of_a_desktop(visit, path):
    """The parts of a place and of a group stand beside each other, and the contents above them; a phone has all below each other."""
    page = visit(path, width=1280)
    columns = "() => new Set([...document.querySelectorAll('.pk-twee > h2')].map((each) => each.getBoundingClientRect().left)).size"
    assert page.evaluate(columns) == 2
    toc, parts = page.locator(".pk-toc").bounding_box(), page.locator(".pk-twee").bounding_box()
    assert toc["y"] + toc["height"] <= parts["y"]
    assert parts["width"] > 1100
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate(columns) == 1
    assert violations(page) == []


# Of the height of an article, in strips of a tenth of a window, where words, a drawing or what can be opened reach into the last quarter of its width.
_REACHED = """() => {
  const page = document.querySelector('.pk-content').getBoundingClientRect();
  const strips = new Set();
  const mark = (box) => {
    if (!box.width || box.right < innerWidth * 0.75) return;
    for (let at = box.top - page.top; at < box.bottom - page.top; at += 20) strips.add(Math.floor(at / 90));
  };
  const words = document.createTreeWalker(document.querySelector('.pk-article'), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    if (!words.currentNode.data.trim() || !words.currentNode.parentElement.checkVisibility()) continue;
    if (words.currentNode.parentElement.closest('.pk-toc, .pk-hidden')) continue;
    const range = document.createRange();
    range.selectNodeContents(words.currentNode);
    for (const box of range.getClientRects()) mark(box);
  }
  for (const drawn of document.querySelectorAll('.pk-article .pk-baan, .pk-article .pk-tekening, .pk-article summary')) mark(drawn.getBoundingClientRect());
  return strips.size / Math.ceil(page.height / 90);
}"""


@pytest.mark.parametrize("path", ["onderwerpen/wonen/", "kernopgaven/fijn-wonen/doel-genoeg-huizen/", "tijdlijn/"])
def test_pages_that_answer_use_the_width_of_a_desktop(visit, path):
    """A subject, a goal and the timeline have words, drawings and what can be opened in the right quarter of the window, and their contents above them."""
    page = visit(path, width=1280)
    assert page.evaluate(_REACHED) > 0.25
    toc, wide = page.locator(".pk-toc").bounding_box(), page.locator(".pk-breed").first.bounding_box()
    assert toc["y"] + toc["height"] <= wide["y"]
    assert wide["width"] > 1100
    assert violations(page) == []
