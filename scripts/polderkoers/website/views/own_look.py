"""Which tokens of a house style count, for who runs a site: the table of the look, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from polderkoers.website.look.table import (
    COLOURS,
    FAMILY,
    HEADING_FAMILY,
    HEADINGS,
    LEADING,
    SHAPES,
    SPACES,
    TEXT,
    WEIGHT,
)

_WORDS = {
    "bg": "De achtergrond van de bladzijde",
    "text": "Gewone tekst",
    "heading": "Koppen",
    "text-soft": "Rustige tekst, zoals bijschriften",
    "line": "Dunne lijnen",
    "line-strong": "De rand van een invoerveld",
    "link": "Links",
    "link-hover": "Een link onder de muis",
    "focus": "De rand om wat de focus heeft",
    "canal": "Knoppen, en wat gekozen is",
    "canal-text": "De tekst op een knop",
    "header": "De achtergrond boven aan de bladzijde",
    "header-text": "De tekst boven aan de bladzijde, en het menu",
    "footer": "De achtergrond onder aan de bladzijde",
    "footer-text": "De tekst onder aan de bladzijde",
    "canal-soft": "De achtergrond van uitleg",
    "canal-soft-text": "De tekst van uitleg",
    "field-soft": "De achtergrond van wat goed is",
    "field-soft-text": "De tekst van wat goed is",
    "wheat-soft": "De achtergrond van Let op",
    "wheat-soft-text": "De tekst van Let op",
    "clay-soft": "De achtergrond van wat vervalt of fout is",
    "clay-soft-text": "De tekst van wat vervalt of fout is",
    "font": "Het lettertype",
    "font-heading": "Het lettertype van koppen",
    "text-m": "De maat van gewone tekst",
    "heading-1": "De maat van de titel",
    "heading-2": "De maat van een kop",
    "heading-3": "De maat van een tussenkop",
    "heading-4": "De maat van de titel van een kaart",
    "leading": "De hoogte van een regel",
    "weight-heading": "Hoe vet koppen zijn",
    "radius": "Hoe rond hoeken zijn",
}


@dataclass(frozen=True)
class TokenRow:
    """What a token decides: in words, the names that it goes by, the best first, and between what its value must be."""

    what: str
    names: tuple[str, ...]
    limits: str = ""


def token_rows() -> tuple[TokenRow, ...]:
    """Return every token that counts, in the order of the table."""
    return tuple(_rows())


def _rows() -> Iterator[TokenRow]:
    for name, names in COLOURS.items():
        yield TokenRow(_WORDS[name], names)
    yield TokenRow(_WORDS["font"], FAMILY)
    yield TokenRow(_WORDS["font-heading"], HEADING_FAMILY)
    for row in (TEXT, HEADINGS):
        for name, size in row.items():
            yield TokenRow(_WORDS[name], size.names, f"{size.least:g} tot {size.most:g} px")
    yield TokenRow(_WORDS["leading"], LEADING.names, "1,4 tot 2")
    yield TokenRow(_WORDS["weight-heading"], WEIGHT.names, f"{WEIGHT.least:g} tot {WEIGHT.most:g}")
    for step, size in enumerate(SPACES.values(), start=1):
        yield TokenRow(f"Ruimte, stap {step}", size.names, f"{size.least:g} tot {size.most:g} px")
    for name, size in SHAPES.items():
        yield TokenRow(_WORDS[name], size.names, f"{size.least:g} tot {size.most:g} px")
