"""The road through the werkbank in a real browser with script: typing is saving, the page beside the form follows, and all is accessible."""

from __future__ import annotations

import re

import pytest

from support import werkbank
from support.browser import launched, needs_browser, violations
from support.git import git
from support.served import served

pytestmark = needs_browser
ACTIVITY = "/onderdeel/fijn-wonen/activiteit-bouwen"
LOOKS = ((320, "light"), (320, "dark"), (1280, "light"), (1280, "dark"))


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


def looked_at(page, name: str, looks=LOOKS[::3]) -> list[str]:
    """Return what is wrong with a page: on a phone in the light and on a screen in the dark, or in all of some looks."""
    found = []
    for width, scheme in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        wrong = violations(page)
        for _ in range(4):
            # The page beside the form may have been on its way to another one while it was looked at.
            if wrong:
                page.wait_for_timeout(4000)
                wrong = violations(page)
        found += [f"{name} {width} {scheme}: {each}" for each in wrong]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{name} {width} {scheme}: te breed")
    return found


def test_typing_is_saving_and_the_page_beside_it_follows(place, browser):
    """A date is corrected and an activity with a new organisation added; it is handed in, taken over, and stands in the policy."""
    root, address = place
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    wrong = []

    page.goto(f"{address}/?q=bouwen+dijk")
    wrong += looked_at(page, "begin")
    page.get_by_role("link", name="Bouwen aan de dijk").click()
    page.locator("[name='wanneer/tot']").fill("maart 2018")
    page.locator("[name='wanneer/tekst']").fill("2015 tot maart 2018")
    page.locator("[data-wb-opgeslagen]", has_text="Opgeslagen om").wait_for()
    page.locator("[data-wb-gezegd]", has_text="Gelezen als: maart 2018").first.wait_for()
    page.frame_locator("[data-wb-voorbeeld]").get_by_text("2015 tot maart 2018").first.wait_for(timeout=60_000)
    page.locator("[data-wb-verschil]", has_text="maart 2018").wait_for()
    wrong += looked_at(page, "formulier", LOOKS)

    page.get_by_role("link", name="Genoeg huizen").first.click()
    page.get_by_role("link", name="Voeg toe: activiteit").click()
    page.locator("#v-naam").fill("Buurthuis aan de dijk")
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    page.locator("[name='partners/nieuw/naam']").fill("Stichting Dijkhuis")
    page.locator("[name='partners/nieuw/uitleg']").fill("Maakt huizen voor ouderen.")
    page.locator("[name='partners/nieuw/soort']").select_option("wonen")
    page.locator("[name='partners/nieuw/uitleg_van']").select_option("redactie")
    wrong += looked_at(page, "nieuw")
    page.get_by_role("button", name="Opslaan", exact=True).last.click()
    page.get_by_role("heading", name="Buurthuis aan de dijk").wait_for()

    page.get_by_role("link", name="Naar het voorstel").click()
    page.locator("#v-titel").fill("Bouwen duurt langer")
    page.get_by_role("button", name="Bewaar titel en reden").click()
    wrong += looked_at(page, "voorstel")
    page.get_by_role("button", name="Inleveren").click()
    page.get_by_role("button", name="Neem over").wait_for()
    wrong += looked_at(page, "beslissen")
    page.get_by_role("button", name="Neem over").click()
    page.locator(".wb-gezegd", has_text="Het voorstel is overgenomen").wait_for()

    assert git(root, "log", "-1", "--format=%an %s") == "Anna de Vries Bouwen duurt langer"
    assert "Stichting Dijkhuis" in (root / "data" / "organisaties.yaml").read_text(encoding="utf-8")
    assert git(root, "status", "--porcelain") == ""
    assert wrong == []
    assert said == []


def test_a_clash_is_decided_by_keyboard(place, browser):
    """What came in force meanwhile clashes; by keyboard one button is chosen, and the proposal is up to date."""
    root, address = place
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    for title, name in (("Eerste", "Minder lege huizen"), ("Tweede", "Geen lege huizen")):
        page.goto(f"{address}/onderdeel/fijn-wonen/doel-leegstand?voorstel=nieuw")
        page.locator("#v-naam").fill(name)
        page.locator("[data-wb-opgeslagen]", has_text="Opgeslagen om").wait_for()
        page.get_by_role("link", name=re.compile("doel 'Minder leegstand' gewijzigd")).first.click()
        page.locator("#v-titel").fill(title)
        page.get_by_role("button", name="Bewaar titel en reden").click()
        page.get_by_role("button", name="Inleveren").click()
    page.goto(f"{address}/voorstellen")
    page.get_by_role("link", name="Eerste").click()
    page.get_by_role("button", name="Neem over").click()
    page.goto(f"{address}/voorstellen")
    page.get_by_role("link", name="Tweede").click()
    page.get_by_role("button", name="Werk bij").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Wat moet het worden?").wait_for()
    assert looked_at(page, "botsing") == []
    page.get_by_role("button", name=re.compile("^Kies die van jou")).focus()
    page.keyboard.press("Enter")
    page.locator(".wb-gezegd", has_text="Het voorstel is bijgewerkt").wait_for()
    page.get_by_role("button", name="Neem over").click()
    page.locator(".wb-gezegd", has_text="Het voorstel is overgenomen").wait_for()
    assert "naam: Geen lege huizen" in (root / "data/kernopgaven/fijn-wonen.yaml").read_text(encoding="utf-8")


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
