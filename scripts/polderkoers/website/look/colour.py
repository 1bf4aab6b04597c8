"""Colours as a house style writes them, and colours that are made of others."""

from __future__ import annotations

import colorsys
import re

from PIL import ImageColor

from polderkoers.website.tokens import doubled, rgb

_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_CALL = re.compile(r"(rgb|hsl)a?\(([^()]*)\)", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(%|deg|turn|rad)?", re.IGNORECASE)
_TURN = {"deg": 360.0, "": 360.0, "turn": 1.0, "rad": 6.283185307179586}


def as_hex(text: str) -> str | None:
    """Return a colour of CSS as `#rrggbb`; None when it is no colour, or one that lets something shine through."""
    text = text.strip().lower()
    if _HEX.fullmatch(text):
        return _of_digits(text[1:])
    if call := _CALL.fullmatch(text):
        return _of_call(call[1], re.split(r"[\s,/]+", call[2].strip()))
    named = ImageColor.colormap.get(text)
    return named.lower() if isinstance(named, str) else None


def _of_digits(digits: str) -> str | None:
    if len(digits) in (3, 4):
        digits = doubled(digits)
    return f"#{digits[:6]}" if digits[6:] in ("", "ff") else None


def _of_call(name: str, parts: list[str]) -> str | None:
    """Return the colour of `rgb(…)` or `hsl(…)`, in the old form with commas or the new one with blanks."""
    if len(parts) not in (3, 4) or not all(map(_NUMBER.fullmatch, parts)):
        return None
    if len(parts) == 4 and _share(parts[3], 1) < 1:
        return None
    if name == "hsl":
        return _of_hsl(_hue(parts[0]), _share(parts[1], 100), _share(parts[2], 100))
    return _joined(tuple(_share(part, 255) for part in parts[:3]))


def _share(text: str, whole: float) -> float:
    """Return a number as a part of a whole, from 0 to 1."""
    if text.endswith("%"):
        whole = 100
    value = float(text.removesuffix("%")) / whole
    return min(max(value, 0.0), 1.0)


def _hue(text: str) -> float:
    unit = text.lstrip("+-0123456789.")
    return float(text.removesuffix(unit)) / _TURN.get(unit, 360.0) % 1.0


def _of_hsl(hue: float, saturation: float, lightness: float) -> str:
    return _joined(colorsys.hls_to_rgb(hue, lightness, saturation))


def _joined(parts: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = rgb(colour)
    return colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour that is `one`, but for a share of `other`."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return _joined(tuple((first + (last - first) * share) / 255 for first, last in pairs))


def turned(colour: str, towards: str) -> str:
    """Return a colour as light as it was, with the hue of another and never more saturated than that."""
    _, lightness, saturation = _hls(colour)
    hue, _, most = _hls(towards)
    # A ground of the full saturation would shout where ours is a quiet blue.
    return _of_hsl(hue, min(saturation * 0.6, most), lightness)
