"""The own font of an instance: the rules that load it, and the list of fonts that the pages ask for."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

from PIL import ImageFont

from polderkoers.website.look.options import LookUnusable, Options
from polderkoers.website.tokens import SHEET

_FORMATS = {".woff2": "woff2", ".woff": "woff", ".ttf": "truetype", ".otf": "opentype"}
_UNTIL = 'system-ui, -apple-system, "Segoe UI", sans-serif'
# What the own font is called when the tokens give it no name.
NAMELESS, NAMELESS_HEADING = "Huisletter", "Huiskop"
# The weight, in `Options.fonts`, of a font of its own for headings.
HEADING = "koppen"


def faces(options: Options, family: str, docs: Path, heading: str = "") -> str:
    """Return the rules that load the own font, and that of headings; nothing when there is none. Raises `LookUnusable` when a file is no font."""
    rules = ""
    for weight, path in options.fonts:
        name = heading if weight == HEADING else family
        rules += _face(path, weight, name, docs)
    return rules


def stack(options: Options, family: str, ours: str) -> str | None:
    """Return the fonts that the pages ask for, the best first; None when it stays as it is."""
    if options.weights - {HEADING}:
        return f'"{family}", {_UNTIL}'
    # Who has the font sees it; all others see ours, as long as no file brings it along.
    return f'"{family}", {ours}' if family else None


def _face(path: str, weight: str, family: str, docs: Path) -> str:
    address = posixpath.relpath(path, SHEET.parent.as_posix())
    kind = _FORMATS[Path(path).suffix.lower()]
    has_all = _has_weights(docs / path, path)
    weights = {"normaal": "400", "vet": "700"}.get(weight)
    if weights is None:
        weights = "100 900" if has_all else "400"
    return (
        f'@font-face{{font-family:"{family}";font-style:normal;font-weight:{weights};font-display:swap;'
        f'src:url("{address}") format("{kind}");}}\n'
    )


def _has_weights(place: Path, name: str) -> bool:
    """Return whether one file has all weights from thin to bold."""
    try:
        font = ImageFont.truetype(place, 20)
    except OSError as error:
        what, cure = f"'{name}' is geen lettertype dat te lezen is", "haal het bestand opnieuw op, liefst als .woff2."
        raise LookUnusable("lettertype", what, cure) from error
    try:
        return any(axis.get("name") == b"Weight" for axis in font.get_variation_axes())
    except OSError:
        return False


def preloaded(options: Options) -> Iterator[str]:
    """Yield the file of the font that text waits for."""
    for weight, path in options.fonts:
        if weight not in ("vet", HEADING):
            yield path
