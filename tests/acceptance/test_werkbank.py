"""Forms of the werkbank in a real browser with script: nothing is lost between windows, nor without a network."""

from __future__ import annotations

import pytest

from support import werkbank
from support.browser import launched, needs_browser
from support.git import git
from support.served import served

pytestmark = needs_browser


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A fresh repository and the address of its werkbank."""
    root = werkbank.laid(tmp_path_factory.mktemp("werkbank") / "polderdam")
    with served(root) as address:
        yield root, address


@pytest.fixture(scope="module")
def browser():
    """A browser."""
    with launched() as made:
        yield made


def two_windows(browser, address: str):
    """Return two windows of one browser on the form of an item in a proposal of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    first = context.new_page()
    first.goto(f"{address}/onderdeel/fijn-wonen/doel-groene-straat?voorstel=nieuw")
    first.locator("#v-naam").fill("Venster een")
    first.locator("[data-wb-opgeslagen]", has_text="Opgeslagen om").wait_for()
    second = context.new_page()
    second.goto(first.url)
    return first, second


def test_what_another_window_saved_comes_on_the_screen_and_stays(place, browser):
    """A field that was not touched here gets what it became elsewhere, and that is told; the next save does not put the old text back."""
    root, address = place
    first, second = two_windows(browser, address)
    second.locator("#v-naam").fill("Venster twee")
    second.locator("[data-wb-stand]", has_text="Opgeslagen om").wait_for()
    for text in ("De straat wordt groen.", "De straat wordt groener."):
        with first.expect_response(lambda answer: answer.request.method == "POST"):
            first.locator("#v-toelichting").fill(text)
        first.locator("[data-wb-stand]", has_text="Opgeslagen om").wait_for()
        assert first.locator("#v-naam").input_value() == "Venster twee"
    branch = first.url.rpartition("voorstel=")[2]
    text = git(root, "show", f"voorstel/{branch}:data/kernopgaven/fijn-wonen.yaml")
    assert "naam: Venster twee" in text
    assert "De straat wordt groener." in text


def test_what_was_typed_without_a_network_comes_back_with_its_ticks(place, browser):
    """The copy has every value, in one proposal: a tick that was taken away, a name to look for, and the fields of a new row."""
    _, address = place
    page, _ = two_windows(browser, address)
    here = page.url
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    tick = page.locator("[name='themas'][type='checkbox']:checked").first
    value = tick.get_attribute("value")
    page.route("**/onderdeel/**", lambda route: route.abort())
    tick.uncheck()
    page.locator("#v-naam").fill("Zonder netwerk")
    row = page.locator("[name^='bron/'][type='text']:not([name*='/nieuw/']):not([name$='/zoek'])").first
    name = row.get_attribute("name")
    row.fill("3")
    page.locator("[data-wb-stand]", has_text="antwoordt niet").wait_for()
    page.unroute("**/onderdeel/**")
    page.on("dialog", lambda dialog: dialog.accept())
    again = page.context.new_page()
    page.close(run_before_unload=False)
    again.goto(f"{address}/onderdeel/fijn-wonen/doel-groene-straat?voorstel=nieuw")
    assert again.get_by_role("button", name="Zet het terug").count() == 0
    again.goto(here)
    again.get_by_role("button", name="Zet het terug").click()
    again.get_by_text("Het staat er weer").wait_for()
    assert again.locator("#v-naam").input_value() == "Zonder netwerk"
    assert again.locator(f"[name='themas'][value='{value}']:checked").count() == 0
    assert again.locator(f"[name='{name}']").first.input_value() == "3"
    with again.expect_response(lambda answer: answer.request.method == "POST"), again.expect_navigation():
        again.get_by_role("button", name="Opslaan", exact=True).last.click()
    again.locator("[data-wb-opgeslagen]", has_text="Opgeslagen").wait_for()
    again.goto(here)
    assert again.get_by_role("button", name="Zet het terug").count() == 0
    assert again.locator("#v-naam").input_value() == "Zonder netwerk"
