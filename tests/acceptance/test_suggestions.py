"""Suggestions while somebody types in the search field of any page: a combobox by the pattern of ARIA, in a real browser."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from support.browser import needs_browser, violations

pytestmark = needs_browser

PAGE = "onderwerpen/meedoen/"


@pytest.fixture
def opened(open_context, address):
    """Open a page of the site, and give it with the paths that it asked for; the test fails when the page complains."""
    complaints = []

    def run(*, width: int = 1280, scheme: str = "light"):
        page = open_context(width=width, color_scheme=scheme, reduced_motion="reduce").new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(urlsplit(request.url).path))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.goto(f"{address}{PAGE}", wait_until="networkidle")
        return page, asked

    yield run
    assert complaints == []


def typed(page, text: str):
    """Type in the search field, and return the list of suggestions once it is there."""
    page.locator("#pk-query").press_sequentially(text)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    return options


def test_suggestions_are_loaded_when_somebody_types(opened):
    """A page asks for no suggestion before somebody types, then for one script and one list, and never for the index."""
    page, asked = opened()
    assert [path for path in asked if "voorstellen" in path or "zoeken-" in path] == []
    typed(page, "mant")
    assert [path.rpartition("/")[2] for path in asked if "voorstellen" in path and path.endswith(".js")] == [
        "zoeken-voorstellen.js",
        "voorstellen.js",
    ]
    assert [path for path in asked if "/index/" in path or path.endswith(".json")] == []


def test_the_arrows_choose_a_suggestion_and_enter_opens_it(opened):
    """The focus stays in the field, which names the chosen option; above the first and below the last is the field itself."""
    page, _ = opened()
    options = typed(page, "schuldhulp")
    field = page.get_by_role("combobox", name="Zoek op deze site")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(field).to_have_attribute(
        "aria-controls", page.get_by_role("listbox", name="Voorstellen").get_attribute("id")
    )
    expect(page.locator("[role=search] [role=status]")).to_contain_text(f"{options.count()} voorstel")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    for _ in range(options.count() + 1):
        page.keyboard.press("ArrowDown")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/begrippen/schuldhulpverlening/")


def test_enter_without_a_choice_searches_for_what_was_typed(opened):
    """Who chooses nothing searches as without suggestions."""
    page, _ = opened()
    typed(page, "mantelz")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=mantelz")


def test_escape_closes_the_list_first_and_keeps_what_was_typed(opened):
    """The first Escape closes the list, the second empties the field; the arrow down opens the list again."""
    page, _ = opened()
    options = typed(page, "mantelz")
    page.keyboard.press("Escape")
    expect(options).to_have_count(0)
    field = page.locator("#pk-query")
    assert field.input_value() == "mantelz"
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert field.input_value() == ""


@pytest.mark.parametrize(
    ("text", "name", "path"),
    [
        ("Oosterd", "Oosterdorp", "plaatsen/oosterdorp/"),
        ("passend huis", "Een passend huis voor iedereen", "programmalijnen/prettig-wonen/doel-passend-huis/"),
        ("huurh", "huurhuis", "kernopgaven/fijn-wonen/"),
        ("mieszk", "mieszkanie", "onderwerpen/wonen/"),
        ("سك", "سكن", "onderwerpen/wonen/"),
        ("wat komt", "Wat komt eraan?", "tijdlijn/"),
    ],
)
def test_names_goals_and_words_of_residents_are_suggested_and_can_be_tapped(opened, address, text, name, path):
    """A place, a goal, a word of residents in any language and an overview are suggested, and lead to what they are about."""
    page, _ = opened(width=390)
    option = typed(page, text).filter(has_text=name).first
    option.click()
    page.wait_for_url(lambda url: url.startswith(f"{address}{path}"))


def test_what_is_suggested_is_there_once_and_names_no_policy_that_was_withdrawn(opened):
    """Two suggestions never lead to one address, and what was withdrawn is none."""
    page, _ = opened()
    rows = page.evaluate("import(new URL('/zoeken/voorstellen.js', location.href)).then((found) => found.default)")
    assert len({(name.casefold(), path) for name, _, path in rows}) == len(rows)
    assert [path for _, _, path in rows if path == "kernopgaven/groene-buurten/"] == []
    options = typed(page, "wo")
    names = options.locator(".pk-voorstel__naam").all_inner_texts()
    assert names[0] == "Wonen"
    assert len(names) == len(set(names))


def test_leaving_the_field_closes_the_list(opened):
    """The list is gone when the focus goes elsewhere."""
    page, _ = opened()
    options = typed(page, "mantelz")
    page.locator("h1").click()
    expect(options).to_have_count(0)


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (320, "light")])
def test_axe_reports_nothing_of_an_open_list(opened, width, scheme):
    """With a chosen suggestion: WCAG 2.2 A and AA, and no sideways scroll."""
    page, _ = opened(width=width, scheme=scheme)
    typed(page, "wo")
    page.keyboard.press("ArrowDown")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
