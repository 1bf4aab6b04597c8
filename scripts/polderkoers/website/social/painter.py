"""Paints a picture for sharing: words in the sky over the polder, as a PNG with a palette."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from itertools import chain

from PIL import Image, ImageDraw, ImageFont

from polderkoers.errors import PolderkoersError
from polderkoers.website.social.landscape import MARGIN, landscape, mark_width
from polderkoers.website.social.lettering import Measure, Setting, fitted, has_words, one, writable
from polderkoers.website.social.shapes import HEIGHT, SKY, WIDTH
from polderkoers.website.social.style import Style

# How large a title may be, from short to long ones.
_TITLES = (Setting(116, 1), Setting(98, 2), Setting(84, 2), Setting(70, 3), Setting(62, 3), Setting(52, 4))
_TITLE_WEIGHT, _KIND_WEIGHT, _NAME_WEIGHT = 700, 600, 650
_KIND_SIZE, _NAME_SIZE = 38, 36
_LEADING = 1.08
_ROOM = WIDTH - 2 * MARGIN
_NAME_LINE, _LAST_LINE = 82, SKY - 40
# Few colours, because a picture may be asked for over a slow line: more of them cannot be seen.
_SHADES, _LANDSCAPE_COLOURS = 8, 64
# A picture that comes out larger than this many bytes is compressed once more, as hard as can be, which takes ten times as long.
_LARGE = 24_000

Colour = tuple[int, ...]


@dataclass(frozen=True)
class CardWords:
    """What a picture says: the title of a page, what kind of page it is (may be empty), and the name of the site."""

    title: str
    kind: str
    site: str


class LetteringImpossible(PolderkoersError):
    """The font cannot be read with this copy of Pillow."""

    def __init__(self) -> None:
        super().__init__(
            "Pillow kan het lettertype van de site niet lezen, dus het plaatje voor wie een bladzijde deelt kan niet gemaakt "
            "worden. Hoe op te lossen: installeer Pillow uit requirements.lock, of haal POLDERKOERS_SITE_URL weg; dan "
            "worden er geen plaatjes gemaakt."
        )


@lru_cache(maxsize=2)
def painter(style: Style) -> Painter:
    """Return the painter for a style: the same one as long as the style stays the same, so that a preview paints once."""
    return Painter(style)


class Painter:
    """Paints pictures in one style, and remembers them."""

    def __init__(self, style: Style) -> None:
        """Take a style. Raises `LetteringImpossible` when its font cannot be read; draws nothing yet."""
        self._style = style
        self._fonts: dict[tuple[int, int], ImageFont.FreeTypeFont] = {}
        self._widths: defaultdict[int, dict[str, float]] = defaultdict(dict)
        self._painted: dict[CardWords, bytes] = {}
        self._font(_NAME_SIZE, _NAME_WEIGHT)

    def png(self, words: CardWords) -> bytes:
        """Return the picture that says these words."""
        if words not in self._painted:
            self._painted[words] = self._paint(words)
        return self._painted[words]

    def _paint(self, words: CardWords) -> bytes:
        site = writable(words.site, self._style.knows)
        kind = writable(words.kind, self._style.knows)
        title = writable(words.title, self._style.knows)
        image = self._ground.copy()
        dark, soft = Image.new("L", (WIDTH, SKY)), Image.new("L", (WIDTH, SKY))
        left = MARGIN + mark_width(self._style.drawing)
        name = self._font(_NAME_SIZE, _NAME_WEIGHT)
        _write(dark, (left, _NAME_LINE), one(site, WIDTH - MARGIN - left, name.getlength), name)
        top = self._write_title(dark, title if has_words(title) else site)
        font = self._font(_KIND_SIZE, _KIND_WEIGHT)
        _write(soft, (MARGIN, top), one(kind, _ROOM, font.getlength), font)
        for mask, first in ((dark, _LANDSCAPE_COLOURS), (soft, _LANDSCAPE_COLOURS + _SHADES)):
            # In the sky every sign stands on one colour, so a shade of grey is a shade between two colours.
            shades = mask.point([first + level * (_SHADES - 1) // 255 for level in range(256)])
            image.paste(shades, mask=mask.point([0] * (256 // _SHADES) + [255] * (256 - 256 // _SHADES)))
        image.putpalette(self._palette)
        found = _encoded(image, 6)
        if len(found) > _LARGE:
            return _encoded(image, 9)
        return found

    def _write_title(self, mask: Image.Image, title: str) -> int:
        """Write a title with its last line just above the land, and return where the line above it stands."""
        size, lines = fitted(title, _TITLES, _ROOM, self._measure)
        font, step = self._font(size, _TITLE_WEIGHT), round(size * _LEADING)
        for place, line in enumerate(reversed(lines)):
            _write(mask, (MARGIN, _LAST_LINE - place * step), line, font)
        return _LAST_LINE - (len(lines) - 1) * step - round(size * 0.72) - 26

    def _measure(self, size: int) -> Measure:
        font = self._font(size, _TITLE_WEIGHT)
        widths = self._widths[size]

        def measure(text: str) -> float:
            # In the basic layout a text is as wide as its signs.
            return sum(widths.get(sign) or widths.setdefault(sign, font.getlength(sign)) for sign in text)

        return measure

    def _font(self, size: int, weight: int) -> ImageFont.FreeTypeFont:
        if (size, weight) not in self._fonts:
            self._fonts[size, weight] = _opened(self._style.font, size, weight)
        return self._fonts[size, weight]

    @cached_property
    def _drawn(self) -> Image.Image:
        return landscape(self._style)

    @cached_property
    def _palette(self) -> bytes:
        """The commonest colours of the landscape, and the shades between the sky and each ink."""
        counted = self._drawn.getcolors(WIDTH * HEIGHT) or ()
        ranked = sorted((-count, colour) for count, colour in counted if isinstance(colour, tuple))
        sky = self._style.colour("sky")
        found = [colour for _, colour in ranked[:_LANDSCAPE_COLOURS]]
        found += [sky] * (_LANDSCAPE_COLOURS - len(found))
        for ink in (self._style.colour("heading"), self._style.colour("canal")):
            found += [_between(sky, ink, step / (_SHADES - 1)) for step in range(_SHADES)]
        return bytes(chain.from_iterable(found))

    @cached_property
    def _ground(self) -> Image.Image:
        """The landscape as numbers in the palette."""
        palette = Image.new("P", (1, 1))
        palette.putpalette(self._palette[: 3 * _LANDSCAPE_COLOURS])
        numbers = self._drawn.quantize(palette=palette, dither=Image.Dither.NONE)
        return Image.frombytes("L", numbers.size, numbers.tobytes())


def _between(first: Colour, last: Colour, part: float) -> Colour:
    return tuple(round(start + (end - start) * part) for start, end in zip(first, last, strict=True))


def _encoded(image: Image.Image, level: int) -> bytes:
    target = BytesIO()
    image.save(target, "PNG", compress_level=level)
    return target.getvalue()


def _write(mask: Image.Image, place: tuple[int, int], text: str, font: ImageFont.FreeTypeFont) -> None:
    """Write a line of text, so that its first letter begins at `place` to the pixel, whatever its size."""
    if text:
        letter, (beside, _) = font.getmask2(text[:1], mode="L", anchor="ls")
        left = place[0] - beside
        if ink := letter.getbbox():
            left -= ink[0]
        ImageDraw.Draw(mask).text((left, place[1]), text, fill=255, font=font, anchor="ls")


def _opened(font: bytes, size: int, weight: int) -> ImageFont.FreeTypeFont:
    try:
        # The basic layout, because the other one needs a library that not every machine has: the letters would stand elsewhere.
        found = ImageFont.truetype(BytesIO(font), size, layout_engine=ImageFont.Layout.BASIC)
    except (OSError, ImportError) as error:
        raise LetteringImpossible from error
    try:
        axes = found.get_variation_axes()
    except OSError:
        return found  # a font of one weight
    found.set_variation_by_axes([weight if axis.get("name") == b"Weight" else axis["default"] or 0 for axis in axes])
    return found
