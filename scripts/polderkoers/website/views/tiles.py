"""Cards that lead to a page, as overviews show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.website.views.link import Link


@dataclass(frozen=True)
class Tile:
    """A card that leads to a page; `drawing` is the address of what is drawn above its words, `time` is of which time it is, for who chooses what to see."""

    link: Link
    above: str
    text: str
    foot: str = ""
    drawing: str = ""
    time: str = ""


@dataclass(frozen=True)
class TileBox:
    """Tiles under one heading."""

    id: str
    heading: str
    tiles: tuple[Tile, ...]
