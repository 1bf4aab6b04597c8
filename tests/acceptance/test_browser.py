"""What a reader does with the site, in a real browser. What holds for every page stands in test_accessible.py and test_private.py."""

from __future__ import annotations

import re
from pathlib import Path

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
    assert page.get_by_role("link", name="Plaatsen", exact=True).first.is_visible()
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
    page.get_by_label("Document").select_option("toekomstvisie-2014")
    shown = page.locator("[data-pk-lijst] > li:visible").count()
    assert 0 < shown < total
    assert f"{shown} van {total}" in page.locator("[data-pk-telling]").inner_text()
    assert "document=toekomstvisie-2014" in page.url
    other = visit("tijdlijn/?document=toekomstvisie-2014")
    assert other.locator("[data-pk-lijst] > li:visible").count() == shown


def test_a_page_reads_without_script(browser, address):
    """Without script a page shows its text, its menu and its links."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}kernopgaven/iedereen-doet-mee/")
    assert page.get_by_role("heading", name="Uitsluiting voorkomen").is_visible()
    assert page.get_by_role("link", name="Onderwerpen").first.is_visible()
    context.close()


def test_the_browser_is_found_without_naming_it():
    """The tests use whatever browser the machine has."""
    assert Path(browser_path()).exists()


def test_a_table_that_does_not_fit_shows_that_there_is_more(visit):
    """The edge of a wide table is marked until the reader has scrolled to the end, and not when the table fits."""
    table = visit("geld/", width=320).locator(".pk-tabel").first
    expect(table).to_have_class(re.compile(r"\bpk-meer\b"))
    table.evaluate("box => box.scrollTo(box.scrollWidth, 0)")
    expect(table).not_to_have_class(re.compile(r"\bpk-meer\b"))
    wide = visit("rode-draad/", width=1280).locator(".pk-tabel:visible").first
    expect(wide).not_to_have_class(re.compile(r"\bpk-meer\b"))
