"""The explanation of a word is seen whole, wherever the word stands on the page and the page in the window."""

from __future__ import annotations

from itertools import product
from pathlib import Path

from support import browser as of_browser

pytestmark = of_browser.needs_browser
OPEN_ALL = (Path(of_browser.__file__).parent / "explanations.js").read_text(encoding="utf-8")
HEIGHT = 640


def test_every_explanation_is_whole_on_the_screen(open_context, address, site, whole):
    """On every page, each explanation opens within the window of a phone: beside either edge, and with text from either side."""
    looks = list(product((390, 320), ("ltr", "rtl"))) if whole else [(390, "ltr"), (320, "rtl")]
    explained = [path for path in site.paths if "pk-begrip__woord" in site.html(path)]
    page = open_context(width=390, height=HEIGHT).new_page()
    wrong, seen = {}, 0
    for path in explained:
        page.goto(f"{address}{path}", wait_until="domcontentloaded")
        for width, direction in looks:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.evaluate("way => { document.documentElement.dir = document.body.dir = way; }", direction)
            words, found = page.evaluate(OPEN_ALL)
            seen += words
            if found:
                wrong[path, width, direction] = found
    assert seen > len(looks) * len(explained) > 0
    assert wrong == {}


def test_an_explanation_too_long_for_the_window_can_be_scrolled(open_context, address):
    """In a window as low as one enlarged four times, an explanation stays within it, and all of it can be read."""
    page = open_context(width=320, height=256).new_page()
    page.goto(f"{address}kernopgaven/iedereen-doet-mee/doel-schulden/")
    word = page.locator(".pk-begrip__woord").first
    box = page.locator(".pk-begrip__uitleg").first
    box.evaluate("box => { box.prepend('Een lange uitleg. '.repeat(60)); }")
    word.focus()
    assert box.evaluate(
        "box => { const at = box.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight; }"
    )
    assert box.evaluate("box => box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY === 'auto'")


def test_an_explanation_pushes_nothing_aside_without_script(browser, address):
    """Without script an explanation stands below its word, and within what the word stands in."""
    context = browser.new_context(viewport={"width": 320, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}kernopgaven/iedereen-doet-mee/doel-schulden/")
    words, boxes = page.locator(".pk-begrip__woord"), page.locator(".pk-begrip__uitleg")
    for place in range(min(words.count(), 12)):
        words.nth(place).focus()
        at, below = words.nth(place).bounding_box(), boxes.nth(place).bounding_box()
        assert below["x"] >= 0
        assert below["x"] + below["width"] <= 320
        assert below["y"] >= at["y"]
    context.close()
