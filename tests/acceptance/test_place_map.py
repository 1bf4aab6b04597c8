"""The map of places in a real browser: to choose from by pointer, touch and keyboard, with names that can be read on a telephone."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import expect

from support.browser import needs_browser, violations

pytestmark = needs_browser

OVERVIEW, VILLAGE = "plaatsen/", "plaatsen/westergat/"
PLACE = ".pk-kaart__plaats"
BOXES = "found => found.map(one => { const box = one.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; })"


def apart(one: list[float], other: list[float]) -> bool:
    """Return whether two boxes have nothing in common; edges of letters may be off by a pixel."""
    beside = one[2] <= other[0] + 1 or other[2] <= one[0] + 1
    return beside or one[3] <= other[1] + 1 or other[3] <= one[1] + 1


@pytest.mark.parametrize("path", [OVERVIEW, VILLAGE])
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_names_are_apart_and_points_are_large_enough(open_context, address, path, width):
    """On a telephone and on a desk no two names overlap, all are on the map, nothing is pushed aside, and a point is 24 pixels to press."""
    page = open_context(width=width, java_script_enabled=True).new_page()
    page.goto(f"{address}{path}")
    names = page.locator(".pk-kaart__naam").evaluate_all(BOXES)
    assert len(names) == 3
    assert [pair for pair in combinations(names, 2) if not apart(*pair)] == []
    (drawing,) = page.locator(".pk-kaart__beeld").evaluate_all(BOXES)
    assert [box for box in names if box[0] < drawing[0] - 1 or box[2] > drawing[2] + 1] == []
    targets = page.locator(".pk-kaart__raakvlak").evaluate_all(BOXES)
    assert min(min(box[2] - box[0], box[3] - box[1]) for box in targets) >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_map_is_accessible(open_context, address, scheme):
    """Axe finds nothing on the overview and on the page of a village."""
    page = open_context(width=390, color_scheme=scheme).new_page()
    for path in (OVERVIEW, VILLAGE):
        page.goto(f"{address}{path}")
        assert violations(page) == []


def test_a_place_is_chosen_by_keyboard(open_context, address):
    """Each point can be reached with the tab key, shows that it has the focus, and leads to its page."""
    page = open_context(width=1280).new_page()
    page.goto(f"{address}{OVERVIEW}")
    place = page.locator(PLACE, has_text="Westergat")
    page.locator(PLACE).first.focus()
    ring = "one => getComputedStyle(one.querySelector('.pk-kaart__punt')).stroke"
    unfocused = place.evaluate(ring)
    for _ in range(page.locator(PLACE).count()):
        if place.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    assert place.evaluate(ring) != unfocused
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Westergat")


def test_a_place_is_chosen_by_pointer_without_script(open_context, address):
    """A point is a link: it works without a script, and the page says which one is its own."""
    page = open_context(width=390, java_script_enabled=False).new_page()
    page.goto(f"{address}{OVERVIEW}")
    page.locator(PLACE, has_text="Oosterdorp").click()
    expect(page.locator("h1")).to_contain_text("Oosterdorp")
    expect(page.locator(f"{PLACE}[aria-current=page] .pk-kaart__naam")).to_have_text("Oosterdorp")
