"""What a reader does with the site, in a real browser. What holds for every page stands in test_accessible.py and test_private.py."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from support.site import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
from find_browser import installed

pytestmark = pytest.mark.skipif(os.environ.get("BROWSER") == "none", reason="BROWSER=none: left out on purpose")

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser():
    """A headless browser."""
    path = installed()
    assert path is not None, "There is no browser; `make test` installs one, or set BROWSER=none on purpose."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def visit(browser, address):
    """Open a page of the site at a width and colour scheme."""
    contexts = []

    def run(path: str, *, width: int = 1280, scheme: str = "light"):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}{path}")
        return page

    yield run
    for context in contexts:
        context.close()


def violations(page) -> list[str]:
    """Return what axe-core finds, as rule and element."""
    results = Axe().run(page, options=RULES).response
    return [
        f"{found['id']}: {node['target']} {node.get('failureSummary', '')[:200]}"
        for found in results["violations"]
        for node in found["nodes"]
    ]


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
    page = visit("kernopgaven/mensen-doen-mee/")
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
    page.goto(f"{address}kernopgaven/mensen-doen-mee/")
    word = page.locator(".pk-begrip__woord").first
    word.tap()
    assert page.locator(".pk-begrip__uitleg").first.is_visible()
    assert "kernopgaven/mensen-doen-mee/" in page.url
    word.tap()
    page.wait_for_url("**/begrippen/**")
    context.close()


def test_the_timeline_can_be_filtered_and_the_filter_shared(visit):
    """Choosing a document hides the rest, says how much is left, and stands in the address."""
    page = visit("tijdlijn/")
    total = page.locator("[data-pk-lijst] > li").count()
    page.get_by_label("Document").select_option("sociale-structuurvisie-2012")
    shown = page.locator("[data-pk-lijst] > li:visible").count()
    assert 0 < shown < total
    assert f"{shown} van {total}" in page.locator("[data-pk-telling]").inner_text()
    assert "document=sociale-structuurvisie-2012" in page.url
    other = visit("tijdlijn/?document=sociale-structuurvisie-2012")
    assert other.locator("[data-pk-lijst] > li:visible").count() == shown


def test_a_page_reads_without_script(browser, address):
    """Without script a page shows its text, its menu and its links."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}kernopgaven/mensen-doen-mee/")
    assert page.get_by_role("heading", name="Uitsluiting voorkomen").is_visible()
    assert page.get_by_role("link", name="Onderwerpen").first.is_visible()
    context.close()


def test_the_browser_is_found_without_naming_it():
    """The tests use whatever browser the machine has."""
    assert Path(installed() or "").exists()


def test_a_table_that_does_not_fit_shows_that_there_is_more(visit):
    """The edge of a wide table is marked until the reader has scrolled to the end, and not when the table fits."""
    table = visit("geld/", width=320).locator(".pk-tabel").first
    expect(table).to_have_class(re.compile(r"\bpk-meer\b"))
    table.evaluate("box => box.scrollTo(box.scrollWidth, 0)")
    expect(table).not_to_have_class(re.compile(r"\bpk-meer\b"))
    wide = visit("rode-draad/", width=1280).locator(".pk-tabel:visible").first
    expect(wide).not_to_have_class(re.compile(r"\bpk-meer\b"))
