"""The pictures of the pages about taking part: each is there, says what is on it, is light, and can be taken anew."""

from __future__ import annotations

import re

import pytest
from PIL import Image

import take_werkbank_pictures
from polderkoers.website.layers import THEME
from support.browser import needs_browser

PICTURES = THEME / "assets" / "beelden"
PAGES = sorted((THEME.parent / "docs" / "meedoen").glob("*.md"))
SHOWN = [found for page in PAGES for found in re.findall(r'<img src="[^"]*/beelden/[^>]+>', page.read_text("utf-8"))]


def shown(tag: str) -> dict[str, str]:
    """Return what a page says of a picture."""
    return dict(re.findall(r'([a-z]+)="([^"]*)"', tag))


def test_every_picture_stands_on_a_page():
    """No picture is carried along that nobody sees."""
    names = {shown(tag)["src"].rpartition("/")[2] for tag in SHOWN}
    assert names == {path.name for path in PICTURES.iterdir()}
    assert names >= {f"{name}.webp" for name in take_werkbank_pictures.NAMES}


@pytest.mark.parametrize("tag", SHOWN, ids=lambda tag: shown(tag)["src"].rpartition("/")[2])
def test_a_picture_is_light_and_has_its_place_kept_and_its_words(tag):
    """It has at most 40 kB, the page knows its shape before it is loaded, and who does not see it reads what is on it."""
    told = shown(tag)
    path = PICTURES / told["src"].rpartition("/")[2]
    assert path.stat().st_size <= 40_000
    with Image.open(path) as image:
        assert (
            abs(int(told["width"]) / int(told["height"]) - image.width / image.height)
            < 0.01 * image.width / image.height
        )
    assert len(told["alt"]) > 40
    assert told["loading"] == "lazy"


@pytest.mark.whole
@needs_browser
def test_the_pictures_of_the_werkbank_can_be_taken_anew(tmp_path):
    """The script still finds its way through the real screens, and its pictures have the shape of those that are here."""
    take_werkbank_pictures.main(["--into", str(tmp_path)])
    for name in take_werkbank_pictures.NAMES:
        with Image.open(tmp_path / f"{name}.webp") as taken, Image.open(PICTURES / f"{name}.webp") as kept:
            assert taken.size == kept.size, name
