"""A figure as a row, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.website.views.item_past import PastLine
    from polderkoers.website.views.link import Link


@dataclass(frozen=True)
class CijferRow:
    """A figure as shown.

    `share` is set for a percentage (0 to 100) that may get a bar; `bron` is the place that the source gives for this figure
    itself; `loose` says that it stands with no other item.
    """

    id: str
    waarde: str
    wat: str
    jaar: str
    noot: str
    share: float | None
    meting: str
    within: Link | None
    bron: str
    loose: bool = False
    past: tuple[PastLine, ...] = ()
