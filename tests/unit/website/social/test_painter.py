"""The pictures: right in size and bytes, the same every time, and with all text inside the margins."""

from __future__ import annotations

import dataclasses
import hashlib
import subprocess
import sys
import unicodedata
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageFont

from injection.corpus import HIDDEN, SHOWN
from polderkoers.website.layers import Layers
from polderkoers.website.social.landscape import MARGIN
from polderkoers.website.social.painter import CardWords, LetteringImpossible, Painter, painter
from polderkoers.website.social.shapes import HEIGHT, SKY, WIDTH
from polderkoers.website.social.style import read_style
from support.made_up import ROOT

STYLE = read_style(Layers())
PAINTER = painter(STYLE)
SITE = "Polderkoers Polderdam"
TITLES = (
    "Geld",
    "Versterken ondersteuning vrijwillige inzet, informele zorg en mantelzorg",
    'Sociale structuurvisie "Sociaal en vitaal op eigen kracht"',
    "Ärgerlijk grote ÅÉÎ-hoofdletters en ĳsjes",
    "Meer dan honderd woorden, en nog is het niet klaar, " * 10,
    "W" * 200,
    "",
    *(injection.text for injection in SHOWN),
    *HIDDEN.values(),
)


def picture(title: str, kind: str = "Kernopgave", site: str = SITE) -> Image.Image:
    """Paint a picture and open it."""
    return Image.open(BytesIO(PAINTER.png(CardWords(title, kind, site))))


def chunks(png: bytes) -> list[bytes]:
    """Return the names of the parts of a PNG."""
    found, place = [], 8
    while place < len(png):
        found.append(png[place + 4 : place + 8])
        place += 12 + int.from_bytes(png[place : place + 4])
    return found


@pytest.mark.parametrize("title", TITLES)
def test_a_picture_is_small_and_holds_nothing_but_itself(title):
    """Every picture is a palette PNG of 1200 by 630, under 25 kB, without a date, a program or anything else in it."""
    png = PAINTER.png(CardWords(title, "Kernopgave", SITE))
    image = Image.open(BytesIO(png))
    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
    assert len(png) < 25_000
    assert set(chunks(png)) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


@pytest.mark.parametrize("title", TITLES)
def test_all_text_stays_inside_the_margins_and_above_the_land(title):
    """No letter touches the edges of the sky or the land, however long the title, the kind and the name of the site."""
    for image in (picture(title), picture(title, title, title)):
        sky = image.convert("RGB").crop((0, 0, WIDTH, SKY))
        ground = Image.new("RGB", sky.size, STYLE.colour("sky"))
        left, top, right, bottom = _difference(sky, ground)
        assert left >= MARGIN - 2
        assert right <= WIDTH - MARGIN + 2
        assert top >= 30
        assert bottom <= SKY - 2
        land = (0, SKY, WIDTH, HEIGHT)
        assert image.convert("RGB").crop(land).tobytes() == picture("Geld").convert("RGB").crop(land).tobytes()


def _difference(first: Image.Image, second: Image.Image) -> tuple[int, int, int, int]:
    """Return the box around all that differs."""
    box = ImageChops.difference(first, second).getbbox()
    assert box
    return box


@pytest.mark.parametrize(
    "title", ["Bestaanszekerheid", "Wonen", "Jeugd", "Ouderen", "1 loket", "Inwonersinitiatieven in de polder"]
)
def test_every_title_begins_at_the_margin(title):
    """Titles begin on one line with the mark above them, whatever their first letter and their size."""
    sky = picture(title, "").convert("RGB").crop((0, 100, WIDTH, SKY))
    assert abs(_difference(sky, Image.new("RGB", sky.size, STYLE.colour("sky")))[0] - MARGIN) <= 1


def test_another_painter_in_another_process_gives_the_same_bytes():
    """The bytes depend on the words and the style only, not on the process, its hashes or what was painted before."""
    digest = hashlib.sha256()
    for title in TITLES[:5]:
        digest.update(Painter(STYLE).png(CardWords(title, "Plan", SITE)))
    program = (
        "import hashlib, pathlib\n"
        "from polderkoers.website.social.painter import Painter, CardWords\n"
        "from polderkoers.website.layers import Layers\n"
        "from polderkoers.website.social.style import read_style\n"
        f"painter = Painter(read_style(Layers()))\n"
        f"pngs = [painter.png(CardWords(title, 'Plan', {SITE!r})) for title in {TITLES[4::-1]!r}]\n"
        "print(hashlib.sha256(b''.join(reversed(pngs))).hexdigest())\n"
    )
    environment = {"PYTHONPATH": str(ROOT / "scripts"), "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == digest.hexdigest()


def test_what_a_picture_says_makes_it_what_it_is():
    """Another title, kind or name of the site is another picture; a title that cannot be written gives the name instead."""
    words = CardWords("Wonen", "Onderwerp", SITE)
    others = [dataclasses.replace(words, **{field: "Anders"}) for field in ("title", "kind", "site")]
    assert len({PAINTER.png(each) for each in (words, *others)}) == 4
    assert PAINTER.png(CardWords("日本語", "Plan", SITE)) == PAINTER.png(CardWords(SITE, "Plan", SITE))


def test_text_stands_out_against_the_sky():
    """The darkest ink and the sky differ by 7:1 at least, and the softer ink too."""
    sky = _luminance(STYLE.colour("sky"))
    for ink in ("heading", "canal"):
        assert (sky + 0.05) / (_luminance(STYLE.colour(ink)) + 0.05) >= 7


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = (part / 255 for part in colour)
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_the_font_has_every_sign_that_the_style_sheet_says_it_has():
    """No sign that is taken to be there comes out as the box of a sign that is not."""
    font = ImageFont.truetype(BytesIO(STYLE.font), 60, layout_engine=ImageFont.Layout.BASIC)
    box = bytes(font.getmask("\U0010ffff"))
    signs = (chr(code) for found in STYLE.signs for code in found)
    shown = [sign for sign in signs if unicodedata.category(sign)[0] not in "CZ"]
    assert [sign for sign in shown if bytes(font.getmask(sign)) == box] == []


def test_the_same_style_has_one_painter():
    """A live preview keeps its painter, and so its pictures, as long as the style is the same."""
    assert painter(read_style(Layers())) is PAINTER
    assert painter(dataclasses.replace(STYLE, signs=(range(65, 91),))) is not PAINTER


def test_a_font_that_cannot_be_read_is_said_in_dutch():
    """A font that Pillow cannot read gives a message that says what to install or to leave out."""
    with pytest.raises(LetteringImpossible, match=r"installeer Pillow uit requirements\.lock"):
        Painter(dataclasses.replace(STYLE, font=b"geen lettertype"))
