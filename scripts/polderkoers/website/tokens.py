"""Reads the tokens of the design out of their sheet, and says how well two colours can be told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from polderkoers.website.layers import Layers

# The one sheet that names colours, sizes and spaces.
SHEET = Path("assets", "css", "tokens.css")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@media([^{}]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_TOKEN = re.compile(r"--pk-([\w-]+):\s*([^;]+);")
_HEX = re.compile(r"#(?:[0-9a-f]{3}){1,2}", re.IGNORECASE)
_COLOUR = "color-"


@dataclass(frozen=True)
class Tokens:
    """What the sheet says: values that hold everywhere, those of a narrow screen, and colours light and dark."""

    wide: dict[str, str]
    narrow: dict[str, str]
    light: dict[str, str]
    dark: dict[str, str]


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
        if name.startswith(_COLOUR) and _HEX.fullmatch(value)
    }


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 counts it, from 1 to 21; both as `#rgb` or `#rrggbb`."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def rgb(colour: str) -> tuple[int, int, int]:
    """Return a colour that is written as `#rgb` or `#rrggbb` as red, green and blue, each 0 to 255."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
