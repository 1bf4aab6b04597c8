"""A goal, an activity or a step in a browser: what is folded opens for who comes for it, and a page can be passed on."""

from __future__ import annotations

import pytest

from support.browser import needs_browser, violations

pytestmark = needs_browser

FILE = "programmalijnen/prettig-wonen/"
GOAL = f"{FILE}doel-passend-huis/"


def test_an_old_link_to_a_goal_finds_its_row(visit):
    """The anchor of before is on the page of the file, in sight, and leads to the page of the goal."""
    page = visit(f"{FILE}#doel-passend-huis", width=390)
    row = page.locator("#doel-passend-huis")
    assert row.is_visible()
    row.get_by_role("link", name="Een passend huis voor iedereen", exact=True).click()
    page.wait_for_url(f"**/{GOAL}")
    assert page.locator("h1").inner_text().startswith("Een passend huis voor iedereen")


def test_an_old_link_to_an_activity_opens_what_it_stands_in(visit):
    """What is folded unfolds for a link to it, and the rest stays as it is."""
    page = visit(f"{FILE}#activiteit-doorstromen", width=390)
    assert page.locator("#activiteit-doorstromen").is_visible()
    assert page.locator("details.pk-deel[open]").count() == 1


def test_a_reader_without_script_reaches_everything(browser, address):
    """The folds open by themselves, and where the page is told in words instead of buttons that do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{FILE}")
    page.locator("#doelen ~ .pk-sectie summary").first.click()
    assert page.locator("#activiteit-doorstromen").is_visible()
    page.goto(f"{address}{GOAL}")
    assert page.get_by_text(f"Het eindigt op /{GOAL}").is_visible()
    assert page.get_by_role("button", name="Delen").count() == 0
    context.close()


def test_a_page_is_passed_on_by_its_address(visit):
    """Where a browser shares nothing the address is copied or selected, and a reader hears which; paper has no buttons."""
    page = visit(f"{GOAL}?q=huis#reageren", width=390)
    shown = page.locator("[data-pk-doorgeven-adres]")
    assert shown.inner_text() == page.url.partition("?")[0]
    page.evaluate("Object.defineProperty(navigator, 'share', {value: undefined, configurable: true})")
    page.evaluate(
        "() => { if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    page.get_by_role("button", name="Delen").click()
    page.get_by_text("Het adres is geselecteerd.").wait_for()
    assert page.evaluate("getSelection().toString()") == shown.inner_text()
    page.evaluate(
        "Object.defineProperty(navigator, 'share', {value: async (what) => { window.told = what; }, configurable: true})"
    )
    page.get_by_role("button", name="Delen").click()
    assert page.evaluate("window.told") == {"title": page.locator("h1").text_content(), "url": shown.inner_text()}
    assert violations(page) == []
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Afdrukken").is_visible()


@pytest.mark.parametrize("path", [GOAL, FILE, "plannen/samen-vooruit/", "wegwijzers/idee-voor-de-straat/"])
def test_a_page_is_printed_by_its_button(visit, path):
    """The button asks the browser to print: of a goal, and of the file or plan that it stands in."""
    page = visit(path)
    assert page.get_by_role("button", name="Delen").is_visible()
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Afdrukken").click()
    assert page.evaluate("window.printed")


def test_the_contents_open_what_they_lead_to(visit):
    """A part of which only the heading is seen opens for who chooses it in the contents, and its heading opens it too."""
    page = visit(FILE)
    part = page.locator(".pk-vouw:has(#waarom)")
    assert not part.locator(".pk-sectie").is_visible()
    page.locator(".pk-toc a[href$='#waarom']").click()
    assert part.locator(".pk-sectie").is_visible()
    part.locator("summary h2").click()
    assert not part.locator(".pk-sectie").is_visible()


def test_the_facts_of_a_policy_stand_beside_its_summary_when_there_is_room(visit):
    """From 1,000 pixels who, when and from where stand to the right of the text; on a phone below it."""
    page = visit(FILE, width=1280)
    text, facts = page.locator(".pk-kop__tekst").bounding_box(), page.locator(".pk-onderdeel__feiten").bounding_box()
    assert facts["x"] > text["x"] + text["width"] - 1
    assert facts["y"] < text["y"] + text["height"]
    page = visit(FILE, width=390)
    text, facts = page.locator(".pk-kop__tekst").bounding_box(), page.locator(".pk-onderdeel__feiten").bounding_box()
    assert facts["y"] > text["y"]
