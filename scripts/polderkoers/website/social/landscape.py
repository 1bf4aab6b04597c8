"""Draws what stands below the words in a picture for sharing: the view of the site, with the mark of the site above it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

from PIL import Image, ImageDraw, ImageOps

from polderkoers.website.social.land import land
from polderkoers.website.social.polder import DITCHES, polder
from polderkoers.website.social.shapes import HEIGHT, HORIZON, SKY, WIDTH, Shape, box
from polderkoers.website.social.style import Drawing, Style

MARGIN = 80
# Drawn so many times larger, and then made smaller: that smooths the edges.
_FINER = 3
# The mark of the site, as in partials/logo.html: shapes in a box of 48 by 40.
_MARK = (
    ("horizon", ((0, 8.5), (48, 8.5), (48, 11.1), (0, 11.1))),
    ("land-2", ((0, 14.5), (20.37, 14.5), (18.95, 18), (0, 18))),
    ("land-2", ((48, 14.5), (27.63, 14.5), (29.05, 18), (48, 18))),
    ("land-3", ((0, 21), (17.73, 21), (15.49, 26.5), (0, 26.5))),
    ("land-3", ((48, 21), (30.27, 21), (32.51, 26.5), (48, 26.5))),
    ("land-1", ((0, 29.5), (14.26, 29.5), (10.8, 38), (0, 38))),
    ("land-1", ((48, 29.5), (33.74, 29.5), (37.2, 38), (48, 38))),
    ("water", ((22.57, 14.5), (25.43, 14.5), (35, 38), (13, 38))),
)
MARK_WIDTH, _MARK_TOP, _MARK_SCALE = 58, 40, 58 / 48
_MARK_HEIGHT, _MOST_WIDE, _BEHIND = 48, 240, 18

_VIEWS: dict[str, Callable[[], Iterator[Shape]]] = {"land": land, "polder": polder}


def landscape(style: Style) -> Image.Image:
    """Return the view with the mark of the site above it, in the colours of the site, or what takes the place of either."""
    image = _drawn(style, _shapes(style.drawing))
    if style.drawing.view:
        _paste_view(image, style.drawing.view)
    if style.drawing.mark:
        _paste_mark(image, style.drawing.mark)
    return image


def _shapes(drawing: Drawing) -> Iterator[Shape]:
    """Yield everything that we draw ourselves, from the back to the front."""
    if drawing.view is None:
        yield from _VIEWS[drawing.drawn]()
    elif not drawing.view:
        yield from _strip()
    if drawing.mark is None:
        yield from _mark()


def mark_width(drawing: Drawing) -> int:
    """Return how wide the mark is, with the space behind it; 0 when there is none."""
    if drawing.mark is None:
        return MARK_WIDTH + _BEHIND
    return _fitted(drawing.mark).width + _BEHIND if drawing.mark else 0


def _paste_view(image: Image.Image, view: bytes) -> None:
    """Paste a picture of one's own below the sky: as wide as there is room, and its middle when it is too high."""
    picture = ImageOps.fit(opened(view).convert("RGBA"), (WIDTH, HEIGHT - SKY), Image.Resampling.LANCZOS)
    image.paste(picture, (0, SKY), picture)


def _paste_mark(image: Image.Image, mark: bytes) -> None:
    logo = _fitted(mark)
    image.paste(logo, (MARGIN, _MARK_TOP + (_MARK_HEIGHT - logo.height) // 2), logo)


def _fitted(mark: bytes) -> Image.Image:
    logo = opened(mark).convert("RGBA")
    logo.thumbnail((_MOST_WIDE, _MARK_HEIGHT), Image.Resampling.LANCZOS)
    return logo


def opened(picture: bytes) -> Image.Image:
    """Return the picture in bytes of a file. Raises `OSError` when there is none in them."""
    image = Image.open(BytesIO(picture))
    image.load()
    return image


def _drawn(style: Style, shapes: Iterable[Shape]) -> Image.Image:
    size = (WIDTH * _FINER, HEIGHT * _FINER)
    image = Image.new("RGB", size, style.colour("sky"))
    draw = ImageDraw.Draw(image)
    for colour, points in shapes:
        draw.polygon(list(map(_large, points)), fill=style.colour(colour))
    if style.drawing.view is None:
        _draw_lines(image, style)
    return image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)


def _draw_lines(image: Image.Image, style: Style) -> None:
    """Draw the ditches over the fields of a polder, and the horizon."""
    if style.drawing.drawn == "polder":
        ditches = Image.new("L", image.size)
        for top, height in DITCHES:
            ImageDraw.Draw(ditches).polygon(list(map(_large, box(0, top, WIDTH, height))), fill=90)
        image.paste(style.colour("bg"), mask=ditches)
    horizon = list(map(_large, box(0, HORIZON - 1.4, WIDTH, 2.8)))
    ImageDraw.Draw(image).polygon(horizon, fill=style.colour("horizon"))


def _strip() -> Iterator[Shape]:
    """Yield the sign of the site where no view is drawn: three straight lines along the lower edge, as below the header."""
    for place, colour in enumerate(("land-1", "land-3", "water")):
        yield colour, box(0, HEIGHT - 24 + place * 8, WIDTH, 8)


def _mark() -> Iterator[Shape]:
    for colour, points in _MARK:
        yield colour, [(MARGIN + x * _MARK_SCALE, _MARK_TOP + y * _MARK_SCALE) for x, y in points]


def _large(point: tuple[float, float]) -> tuple[int, int]:
    return round(point[0] * _FINER), round(point[1] * _FINER)
