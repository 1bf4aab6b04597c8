"""The tokens of the design as the page of building blocks shows them: colours, contrast, letters and space."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from polderkoers.website.tokens import Tokens, contrast

# 1rem is so many pixels: shell.css sets the root to 125% of what a browser starts from.
_REM = 20
_TEXT, _LARGE, _SIGN = 7.0, 4.5, 3.0


@dataclass(frozen=True)
class Swatch:
    """A colour by its name, light and dark."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True)
class SwatchGroup:
    """Colours that do one kind of work."""

    heading: str
    colours: tuple[Swatch, ...]


@dataclass(frozen=True)
class ColourPair:
    """Two colours that meet: what they are for, how much contrast that needs, and how much there is, light and dark."""

    what: str
    front: str
    back: str
    needed: float
    light: float
    dark: float


@dataclass(frozen=True)
class ShownSize:
    """A size by its name: as written, in pixels on a wide and on a narrow screen, and what it is for."""

    name: str
    value: str
    pixels: int
    narrow: int
    purpose: str


_GROUPS = (
    ("Ondergrond, tekst en lijnen", ("bg", "surface", "raised", "text", "heading", "line", "mark")),
    ("Links en focus", ("link", "focus")),
    ("Kanaal, veld, graan en klei: de kleuren van het land", ("canal", "field", "wheat", "clay", "quiet")),
    ("Boven en onder aan de bladzijde", ("header", "footer")),
    ("Wat erbij kwam en wat verviel", ("added", "removed")),
    ("Het uitzicht over het land", ("sky", "horizon", "far", "land", "water")),
    ("Grafieken", ("chart",)),
)

# What meets what. Text of the page itself asks the most; what only marks a place or an edge the least. Of the menu and the lower edge
# no more is asked than WCAG does: the house styles of municipalities have their own colours there.
PAIRS = (
    ("Tekst op de bladzijde", "text", "bg", _TEXT),
    ("Tekst op een vlak", "text", "surface", _TEXT),
    ("Tekst op een kaart", "text", "raised", _TEXT),
    ("Gemarkeerde tekst", "text", "mark", _TEXT),
    ("Koppen", "heading", "bg", _TEXT),
    ("Rustige tekst", "text-soft", "bg", _LARGE),
    ("Rustige tekst op een vlak", "text-soft", "surface", _LARGE),
    ("Rustige tekst op een kaart", "text-soft", "raised", _LARGE),
    ("Links", "link", "bg", _LARGE),
    ("Links op een vlak", "link", "surface", _LARGE),
    ("Links op een kaart", "link", "raised", _LARGE),
    ("Links in gemarkeerde tekst", "link", "mark", _LARGE),
    ("Links onder de muis", "link-hover", "bg", _LARGE),
    ("Links onder de muis op een vlak", "link-hover", "surface", _LARGE),
    ("Links onder de muis op een kaart", "link-hover", "raised", _LARGE),
    ("Links onder de muis in gemarkeerde tekst", "link-hover", "mark", _LARGE),
    ("Tekst op een knop", "canal-text", "canal", _LARGE),
    ("Stille knop", "canal", "bg", _LARGE),
    ("Keuze en uitleg", "canal-soft-text", "canal-soft", _LARGE),
    ("Label: veld", "field-soft-text", "field-soft", _LARGE),
    ("Label en let op: graan", "wheat-soft-text", "wheat-soft", _LARGE),
    ("Label: klei", "clay-soft-text", "clay-soft", _LARGE),
    ("Label: stil", "quiet-soft-text", "quiet-soft", _LARGE),
    ("Menu", "header-text", "header", _LARGE),
    ("Menu: gekozen, op een smal scherm", "header-text", "header-surface", _LARGE),
    ("Menu onder de muis", "header-hover", "header", _LARGE),
    ("Bijschrift bovenaan", "header-soft", "header", _LARGE),
    ("Streep bij wat in het menu gekozen is", "header-chosen", "header", _SIGN),
    ("Onder aan de bladzijde", "footer-text", "footer", _LARGE),
    ("Erbij gekomen woorden", "added", "added-soft", _LARGE),
    ("Vervallen woorden", "removed", "removed-soft", _LARGE),
    ("Rand van een veld", "line-strong", "bg", _SIGN),
    ("Rand van een veld op een vlak", "line-strong", "surface", _SIGN),
    ("Rand om wat de focus heeft", "focus", "bg", _SIGN),
    ("Rand om wat de focus heeft op een vlak", "focus", "surface", _SIGN),
    ("Rand om wat de focus heeft op de kaart", "focus", "field-soft", _SIGN),
    ("Rand om wat de focus heeft, bovenaan", "header-focus", "header", _SIGN),
    ("Rand om wat de focus heeft, onderaan", "footer-focus", "footer", _SIGN),
    ("Woorden in het plaatje voor wie deelt", "heading", "sky", _LARGE),
    ("Soort in het plaatje voor wie deelt", "canal", "sky", _LARGE),
    ("Balk in een grafiek", "chart-1", "quiet-soft", _SIGN),
)

_TYPE = (
    ("heading-1", "De titel van een bladzijde"),
    ("heading-2", "Een kop"),
    ("heading-3", "Een tussenkop"),
    ("heading-4", "De titel van een kaart"),
    ("text-l", "De eerste alinea"),
    ("text-m", "Gewone tekst"),
    ("text-s", "Bijschriften, labels en tabellen"),
)


def colours(tokens: Tokens) -> tuple[SwatchGroup, ...]:
    """Return every colour of the sheet, by the work that it does."""
    return tuple(SwatchGroup(heading, tuple(_swatches(tokens, starts))) for heading, starts in _GROUPS)


def _swatches(tokens: Tokens, starts: tuple[str, ...]) -> Iterator[Swatch]:
    for name, value in tokens.light.items():
        if name.startswith(starts):
            yield Swatch(name, value, tokens.dark.get(name, value))


def pairs(tokens: Tokens) -> tuple[ColourPair, ...]:
    """Return the colours that meet, with their contrast."""
    light, dark = tokens.light, {**tokens.light, **tokens.dark}
    return tuple(
        ColourPair(what, front, back, needed, contrast(light[front], light[back]), contrast(dark[front], dark[back]))
        for what, front, back, needed in PAIRS
        if front in light and back in light
    )


def letters(tokens: Tokens) -> tuple[ShownSize, ...]:
    """Return the sizes of letters, the largest first."""
    return tuple(_size(tokens, name, purpose) for name, purpose in _TYPE if name in tokens.wide)


def spaces(tokens: Tokens) -> tuple[ShownSize, ...]:
    """Return the steps of space, the smallest first."""
    return tuple(_size(tokens, name, "") for name in tokens.wide if name.startswith("space-"))


def _size(tokens: Tokens, name: str, purpose: str) -> ShownSize:
    value = tokens.wide[name]
    return ShownSize(name, value, _pixels(value), _pixels(tokens.narrow.get(name, value)), purpose)


def _pixels(value: str) -> int:
    return round(float(value.removesuffix("rem")) * _REM)
