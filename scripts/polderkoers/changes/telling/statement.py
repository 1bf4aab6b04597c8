"""One thing that two wordings say differently, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from polderkoers.changes.change import MovedFigure

SHARPER, WEAKER, OTHER_FIGURE = "doel-aangescherpt", "doel-afgezwakt", "doelcijfer-gewijzigd"
LATER, SOONER, OTHER_TIME = "uitgesteld", "vervroegd", "tijdstip-gewijzigd"
FIRMER, LOOSER = "verplichting-aangescherpt", "verplichting-afgezwakt"


class Telling(NamedTuple):
    """What is different, told without a capital and a full stop.

    `meaning` is what it means for the policy, `verdict` what it would mean for a goal if nothing else was different (empty when
    that is not certain); `amount` is the figure that moved. It is plain when it holds no figure and
    no word that turns a sentence. `went` and `came` are the words that are only in the old or the new wording, when it is of words.
    """

    told: str
    meaning: str = ""
    verdict: str = ""
    amount: MovedFigure | None = None
    is_figure: bool = False
    is_plain: bool = False
    went: str = ""
    came: str = ""
