"""The drawings of subjects in a real browser: they are painted, in the colours of the page that they stand on."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from support.browser import needs_browser

pytestmark = needs_browser


def painted(page, selector: str) -> set[tuple[int, ...]]:
    """Return the colours of the first drawing that a selector finds, as it stands on the page."""
    picture = Image.open(io.BytesIO(page.locator(selector).first.screenshot())).convert("RGB")
    return {colour for total, colour in picture.getcolors(1_000_000) if total > 20}


@pytest.mark.parametrize(
    ("path", "selector"),
    [("", ".pk-card .pk-tekening"), ("onderwerpen/wonen/", ".pk-tekening--breed"), ("onderwerpen/", ".pk-card .pk-tekening")],
)  # fmt: skip
def test_a_drawing_is_painted_in_light_and_in_dark(open_context, address, path, selector):
    """A drawing has several colours, and on a dark page none of the sky and the land that it has on a light one."""
    seen = {}
    for scheme in ("light", "dark"):
        page = open_context(width=390, color_scheme=scheme, java_script_enabled=True).new_page()
        page.goto(f"{address}{path}", wait_until="networkidle")
        seen[scheme] = painted(page, selector)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert min(map(len, seen.values())) >= 6
    sky, land = (228, 240, 242), (127, 168, 96)
    assert {sky, land} <= seen["light"]
    assert {sky, land}.isdisjoint(seen["dark"])


def test_a_small_drawing_paints_nothing_outside_its_box(open_context, address):
    """Beside the drawing of a goal the ground of the page is as it was: the fields that go on there are cut off."""
    page = open_context(width=390, color_scheme="light", java_script_enabled=True).new_page()
    page.goto(f"{address}programmalijnen/prettig-wonen/doel-passend-huis/", wait_until="networkidle")
    box = page.locator(".pk-tekening--klein").bounding_box()
    beside = {"x": box["x"] + box["width"] + 1, "y": box["y"], "width": 8, "height": box["height"]}
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True, clip=beside))).convert("RGB")
    assert [colour for _, colour in picture.getcolors()] == [(255, 255, 255)]
