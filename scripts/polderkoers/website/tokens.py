"""Reads the tokens of the design out of their sheet, with its font, and says how well two colours can be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from polderkoers.website.layers import Layers

# The one sheet that names colours, sizes and spaces.
SHEET = Path("assets", "css", "tokens.css")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@media([^{}]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_TOKEN = re.compile(r"--pk-([\w-]+):\s*([^;]+);")
_FACE = re.compile(r"@font-face\s*\{(.*?)\}", re.DOTALL)
_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)""")
_SIGNS = re.compile(r"unicode-range:([^;}]*)")
_RANGE = re.compile(r"U\+([0-9A-Fa-f]{1,6})(?:-([0-9A-Fa-f]{1,6}))?")
_ALL = (range(0x110000),)
# A colour as red, green and blue: the only form whose contrast is reckoned.
HEX = re.compile(r"#(?:[0-9a-f]{3}){1,2}", re.IGNORECASE)
_COLOUR = "color-"


@dataclass(frozen=True)
class Face:
    """The font that a sheet loads: the address of its file as seen from the sheet, and the signs that it is used for."""

    address: str
    signs: tuple[range, ...]


@dataclass(frozen=True)
class Tokens:
    """What the sheet says: values that hold everywhere, those of a narrow screen, colours light and dark, and its first font.

    There is no font when the first rule for one names no file.
    """

    wide: dict[str, str]
    narrow: dict[str, str]
    light: dict[str, str]
    dark: dict[str, str]
    face: Face | None = None


def read(layers: Layers) -> Tokens:
    """Return the tokens of a site, none when it has no sheet for them."""
    return parse(layers.text(SHEET) or "")


def parse(css: str) -> Tokens:
    """Return the tokens in the text of a sheet."""
    css = without_comments(css)
    media = {query.strip(): body for query, body in _MEDIA.findall(css)}
    everywhere = _tokens(_MEDIA.sub("", css))
    narrow = next((body for query, body in media.items() if "max-width" in query), "")
    return Tokens(
        {name: value for name, value in everywhere.items() if not name.startswith(_COLOUR)},
        _tokens(narrow),
        _colours(everywhere),
        _colours(_tokens(media.get("screen", ""))),
        _face(css),
    )


def without_comments(css: str) -> str:
    """Return the text of a sheet without its comments."""
    return _COMMENT.sub("", css)


def _tokens(css: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for _, body in _RULE.findall(css):
        found.update((name, value.strip()) for name, value in _TOKEN.findall(body))
    return found


def _colours(tokens: dict[str, str]) -> dict[str, str]:
    return {
        name.removeprefix(_COLOUR): value
        for name, value in tokens.items()
        if name.startswith(_COLOUR) and HEX.fullmatch(value)
    }


def _face(css: str) -> Face | None:
    rule = _FACE.search(css)
    address = _ADDRESS.search(rule[1]) if rule else None
    if not rule or not address:
        return None
    listed = _SIGNS.search(rule[1])
    return Face(address[1], tuple(_ranges(listed[1])) if listed else _ALL)


def _ranges(text: str) -> Iterator[range]:
    for first, last in _RANGE.findall(text):
        yield range(int(first, 16), int(last or first, 16) + 1)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it, from 1 to 21; both as `#rgb` or `#rrggbb`."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def rgb(colour: str) -> tuple[int, int, int]:
    """Return a colour that is written as `#rgb` or `#rrggbb` as red, green and blue, each 0 to 255."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = doubled(digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def doubled(digits: str) -> str:
    """Return the digits of a colour in the short form as those of the long one: each twice."""
    return "".join(digit * 2 for digit in digits)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: int) -> float:
    value = part / 255
    if value <= 0.04045:
        return value / 12.92
    return float(((value + 0.055) / 1.055) ** 2.4)
