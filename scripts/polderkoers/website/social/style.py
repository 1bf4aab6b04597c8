"""What the pictures take from the style of the site: its colours, its font, and which signs that font has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from os.path import normpath
from pathlib import Path

from polderkoers.errors import PolderkoersError
from polderkoers.website.layers import Layers
from polderkoers.website.tokens import SHEET, parse, rgb

# The colours that a picture needs, by their name in the style sheet.
COLOURS = (
    "sky", "sky-low", "horizon", "far", "land-1", "land-2", "land-3", "land-4", "land-5", "water", "bg", "heading", "canal",
)  # fmt: skip


class StyleUnusable(PolderkoersError):
    """The style sheet of the site lacks something that the pictures for sharing need."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"Het plaatje voor wie een bladzijde deelt kan niet gemaakt worden: {what}. Hoe op te lossen: verbeter "
            f"{SHEET.as_posix()}, of haal POLDERKOERS_SITE_URL weg; dan worden er geen plaatjes gemaakt."
        )


@dataclass(frozen=True)
class Drawing:
    """What is drawn beside the words: our own mark and view, unless pictures take their place, or nothing does.

    `mark` and `view` are the bytes of a picture; empty bytes leave the place empty, None draws ours. `drawn` names our view.
    """

    mark: bytes | None = field(default=None, repr=False)
    view: bytes | None = field(default=None, repr=False)
    drawn: str = "land"


# Both as we draw them.
OURS = Drawing()


@dataclass(frozen=True)
class Style:
    """Colours as `#rgb` or `#rrggbb` by name, the bytes of a font file, the signs that the site writes with it, and the drawing."""

    colours: tuple[tuple[str, str], ...]
    font: bytes = field(repr=False)
    signs: tuple[range, ...]
    drawing: Drawing = OURS

    def colour(self, name: str) -> tuple[int, int, int]:
        """Return a colour as red, green and blue."""
        return rgb(dict(self.colours)[name])

    def knows(self, sign: str) -> bool:
        """Return whether the font has a sign."""
        return any(ord(sign) in found for found in self.signs)


def read_style(layers: Layers, drawing: Drawing = OURS) -> Style:
    """Return the style of a site. Raises `StyleUnusable`."""
    tokens = parse(_sheet(layers))
    face = tokens.face
    if face is None:
        raise StyleUnusable("er staat geen @font-face in met het adres van een lettertype")
    return Style(
        # A picture does not know who looks at it, so it has the light colours.
        tuple((name, _colour(tokens.light, name)) for name in COLOURS),
        _bytes(layers, Path(normpath(SHEET.parent / face.address))),
        face.signs,
        drawing,
    )


def _sheet(layers: Layers) -> str:
    found = layers.text(SHEET)
    return _bytes(layers, SHEET).decode() if found is None else found


def _colour(colours: Mapping[str, str], name: str) -> str:
    if name not in colours:
        raise StyleUnusable(f"de kleur --pk-color-{name} ontbreekt, of is niet geschreven als #rrggbb")
    return colours[name]


def _bytes(layers: Layers, name: Path) -> bytes:
    try:
        return (layers.find(name) or name).read_bytes()
    except OSError as error:
        raise StyleUnusable(f"het bestand {name.name} is er niet of kan niet gelezen worden") from error
