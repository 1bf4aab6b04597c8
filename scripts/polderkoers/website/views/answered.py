"""What the page of a subject shows at its top: the parts of an answer, and the goals of today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from polderkoers.website.views.link import Link
    from polderkoers.website.views.marks import StateMark


@dataclass(frozen=True)
class AnswerLine:
    """A part of the answer: what it answers, the text, and where that comes from."""

    name: str
    heading: str
    text: str
    uit: tuple[Link, ...]


@dataclass(frozen=True)
class GoalOfToday:
    """A goal in force of our own: who does it, the times of what is agreed for it, in which plan it stands, and how it stands where there are reports.

    A goal has no time of its own: that of an activity is not when the goal is reached.
    """

    link: Link
    wie: tuple[Link, ...]
    wanneer: str
    within: Link
    jaar: str
    state: StateMark | None = None
