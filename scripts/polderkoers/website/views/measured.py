"""A figure or a measured value as a row, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.policy.model.having import place_of
from polderkoers.website.words import figure

if TYPE_CHECKING:
    from polderkoers.policy.model.blocks import Meting
    from polderkoers.policy.model.verslag import GemeldeMeting
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


def measured(meting: Meting | GemeldeMeting, name: str, unit: str | None, how: str = "") -> CijferRow:
    """Return a measured value of an indicator as a row, given its name and unit, and how it was measured where that is told."""
    year, note = str(meting.jaar or "niet bekend"), meting.noot or ""
    words = meting.groep or name
    return CijferRow("", figure(meting, unit), words, year, note, None, how, None, place_of(meting))
