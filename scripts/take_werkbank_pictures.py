"""Take the pictures of the page about the werkbank anew, from real screens of a werkbank of the made-up municipality on this machine.

Usage: python scripts/take_werkbank_pictures.py [--into FOLDER] [--whole]. Needs the development packages and a browser (see find_browser.py).
Run it when the look of the werkbank has changed; the pictures stand in assets/beelden/ of the theme. With --whole it takes whole
screens as well, on a phone and on a screen.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from polderkoers.website.layers import THEME
from werkbank_driven import NotDriven, driven

PICTURES = THEME / "assets" / "beelden"
NAMES = ("werkbank-formulier", "werkbank-voorbeeld", "werkbank-was-wordt", "werkbank-botsing", "werkbank-beslissen")
_HEIGHT = 640
_EDGE = 12
_SCREEN, _TABLET, _PHONE = 1280, 700, 390
_PATIENCE = 120_000
ACTIVITY = "/onderdeel/fijn-wonen/activiteit-bouwen"
# The hour differs each time; a picture says the same each time.
_SAME_HOUR = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replace(/\bom \d\d:\d\d/g, "om 14:03");
}"""


class Camera:
    """Takes pictures into a folder, and with `whole` each screen as a whole as well, at two widths."""

    def __init__(self, folder: Path, *, whole: bool) -> None:
        """Take pictures into a folder, which is made when it is not there."""
        self._folder, self._whole = folder, whole
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, page: Page, part: Locator, width: int = _SCREEN) -> None:
        """Take a picture of a part of a page, as it stands at a width."""
        page.evaluate(_SAME_HOUR)
        for whole in (_PHONE, _SCREEN) if self._whole else ():
            _resized(page, whole)
            page.screenshot(path=self._folder / f"{name}-{whole}.png", full_page=True)
        _resized(page, width)
        _save(self._folder / f"{name}.webp", part.screenshot(animations="disabled"))


def _resized(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": _HEIGHT})
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(400)


def _save(path: Path, screenshot: bytes) -> None:
    """Keep a screenshot with an edge around it, which gives its text air."""
    image = Image.open(io.BytesIO(screenshot)).convert("RGB")
    framed = Image.new("RGB", (image.width + 2 * _EDGE, image.height + 2 * _EDGE), "white")
    framed.paste(image, (_EDGE, _EDGE))
    framed.save(path, quality=50, method=6)
    sys.stdout.write(f"{path.name}: {framed.width} x {framed.height}, {path.stat().st_size} bytes\n")


@contextmanager
def _window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": _SCREEN, "height": _HEIGHT}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    expect.set_options(timeout=_PATIENCE)
    yield page
    context.close()


def _saved(page: Page) -> None:
    page.locator("[data-wb-opgeslagen]", has_text="Opgeslagen om").wait_for()


def _hand_in(page: Page, title: str) -> str:
    page.locator("[data-wb-opgeslagen] a").click()
    page.locator("#v-titel").fill(title)
    page.get_by_role("button", name="Bewaar titel en reden").click()
    page.get_by_role("button", name="Inleveren").click()
    page.get_by_role("button", name="Neem over").wait_for()
    return page.url


def _change(page: Page, address: str, words: str, until: str) -> None:
    page.goto(f"{address}{ACTIVITY}?voorstel=nieuw")
    page.locator("[name='wanneer/tekst']").fill(words)
    page.locator("[name='wanneer/tot']").fill(until)
    _saved(page)
    page.locator("[data-wb-gezegd]", has_text=f"Gelezen als: {until}").first.wait_for()


def pictures(browser: Browser, address: str, camera: Camera) -> None:
    """Change a date in two proposals, take the one over and bring the other up to date, and take a picture of each screen that matters."""
    with _window(browser) as page:
        _change(page, address, "2015 tot 2019", "2019")
        other = _hand_in(page, "Bouwgoed bouwt langer")
        _change(page, address, "2015 tot maart 2018", "maart 2018")
        shown = page.frame_locator("[data-wb-voorbeeld]").get_by_text("2015 tot maart 2018").first
        shown.wait_for()
        page.locator("[data-wb-verschil]", has_text="maart 2018").wait_for()
        date = page.locator("[data-wb-veld='wanneer']")
        camera.take(NAMES[0], page, date)
        shown.evaluate("(element) => element.scrollIntoView({block: 'center'})")
        camera.take(NAMES[1], page, page.locator("[data-wb-voorbeeld]"))
        difference = page.locator("[data-wb-verschil] .wb-wijziging").first
        difference.scroll_into_view_if_needed()
        camera.take(NAMES[2], page, difference)
        mine = _hand_in(page, "De datum klopt niet")

        page.goto(other)
        page.get_by_role("button", name="Neem over").click()
        page.locator(".wb-gezegd", has_text="overgenomen").wait_for()
        page.goto(mine)
        page.get_by_role("button", name="Werk bij").click()
        page.get_by_role("heading", name="Wat moet het worden?").wait_for()
        camera.take(NAMES[3], page, page.locator(".wb-botsing"), _TABLET)
        page.get_by_role("button", name=re.compile("^Kies die van jou")).click()
        page.get_by_role("button", name="Neem over").wait_for()
        camera.take(NAMES[4], page, page.locator(".wb-beslissen"))


def main(arguments: list[str]) -> None:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description="Take the pictures of the page about the werkbank anew.")
    parser.add_argument("--into", type=Path, default=PICTURES, help="the folder that they come in")
    parser.add_argument("--whole", action="store_true", help="take whole screens as well, at two widths")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        try:
            with driven(Path(folder) / "polderdam") as (browser, address):
                pictures(browser, address, Camera(chosen.into, whole=chosen.whole))
        except NotDriven as reason:
            raise SystemExit(str(reason)) from reason


if __name__ == "__main__":
    main(sys.argv[1:])
