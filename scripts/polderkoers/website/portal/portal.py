"""What a portal shows: its participants, and what each wants about a subject."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from polderkoers.policy.dutch_words import capital
from polderkoers.policy.model.catalogues import Thema
from polderkoers.policy.model.dates import datum_in_words
from polderkoers.website.portal.matching import Match, matches, unmatched
from polderkoers.website.portal.participants import names_of
from polderkoers.website.views.link import Link

if TYPE_CHECKING:
    from polderkoers.policy.index import Policy
    from polderkoers.website.portal.participants import Goal, Participant, PortalSubject

# As many goals stand on a page about a subject, divided over the participants; each shows at least one.
_GOALS_ON_A_PAGE = 450
_GOALS_OF_ONE = 6


@dataclass(frozen=True)
class GoalThere:
    """A goal of a participant, and of which file and year it is."""

    link: Link
    within: str


@dataclass(frozen=True)
class SubjectThere:
    """A subject of a participant beside one of the portal: how it was found, its first goals, and how many there are more."""

    link: Link
    how: str
    goals: tuple[GoalThere, ...]
    more: str
    parts: str


@dataclass(frozen=True)
class PortalSide:
    """What one participant wants about a subject; `empty` says that nothing of it was found, and `day` of when that is."""

    id: str
    naam: str
    full: str
    home: Link
    example: bool
    day: str
    subjects: tuple[SubjectThere, ...]
    empty: str


@dataclass(frozen=True)
class ParticipantCard:
    """A participant as the list of them shows it; `others` are its subjects that the portal has no name for."""

    id: str
    naam: str
    home: Link
    example: bool
    day: str
    version: str
    subjects: tuple[Link, ...]
    others: tuple[Link, ...]


class Portal:
    """The participants of a portal beside the subjects of its policy."""

    def __init__(self, policy: Policy, found: tuple[Participant, ...]) -> None:
        """Take the participants as they were read."""
        self._policy = policy
        self.participants = found

    @cached_property
    def _themes(self) -> tuple[Thema, ...]:
        return tuple(entry.item for entry in self._policy.of(Thema))

    @cached_property
    def _matched(self) -> dict[str, dict[str, tuple[Match, ...]]]:
        return {each.said.id: matches(each, self._themes) for each in self.participants}

    @cached_property
    def _names(self) -> dict[str, str]:
        return names_of(self.participants)

    def sides(self, theme: Thema) -> tuple[PortalSide, ...]:
        """Return what each participant wants about a subject: who has goals first, who says nothing last."""
        found = [self._side(each, self._matched[each.said.id].get(theme.id, ())) for each in self.participants]
        return tuple(
            sorted(found, key=lambda side: (not any(there.goals for there in side.subjects), not side.subjects))
        )

    def said_about(self, theme: Thema) -> str:
        """Return how many participants name a subject, in words."""
        total = sum(theme.id in found for found in self._matched.values())
        return f"{total} van de {len(self.participants)} deelnemers" if total else "Nog bij geen deelnemer"

    def cards(self) -> tuple[ParticipantCard, ...]:
        """Return the participants as the list of them shows them."""
        return tuple(map(self._card, self.participants))

    def _card(self, one: Participant) -> ParticipantCard:
        matched = self._matched[one.said.id]
        beside = tuple(
            Link(theme.naam, f"onderwerpen/{theme.id}/#{one.said.id}") for theme in self._themes if theme.id in matched
        )
        others = tuple(_link(one, subject) for subject in unmatched(one, self._themes))
        return ParticipantCard(
            one.said.id,
            self._names[one.said.id],
            _home(one),
            one.example,
            datum_in_words(one.day),
            one.version,
            beside,
            others,
        )

    def _side(self, one: Participant, found: tuple[Match, ...]) -> PortalSide:
        subjects = tuple(self._there(one, match) for match in found)
        empty = "" if subjects else _silence(one)
        return PortalSide(
            one.said.id, one.naam, one.full, _home(one), one.example, datum_in_words(one.day), subjects, empty
        )

    def _there(self, one: Participant, match: Match) -> SubjectThere:
        subject = match.subject
        shown = subject.goals[: self._goals_of_one]
        goals = tuple(_goal(one, goal) for goal in shown)
        return SubjectThere(
            _link(one, subject), match.how.value, goals, _more(one, subject, len(shown)), _parts(one, subject)
        )

    @property
    def _goals_of_one(self) -> int:
        """How many goals each participant shows about a subject, so that a page does not grow with their number."""
        return min(_GOALS_OF_ONE, max(1, _GOALS_ON_A_PAGE // len(self.participants)))


def _home(one: Participant) -> Link:
    return Link(f"de site van {one.full}", one.address(""))


def _link(one: Participant, subject: PortalSubject) -> Link:
    return Link(subject.naam, one.address(subject.address))


def _goal(one: Participant, goal: Goal) -> GoalThere:
    within = f"{goal.within}, {goal.year}" if goal.year else goal.within
    return GoalThere(Link(goal.naam, one.address(goal.address), goal.mark), within)


def _silence(one: Participant) -> str:
    return (
        f"Op de site van {one.full} staat dit onderwerp niet. Misschien heet het daar anders. Dat er geen beleid over is, "
        "zegt dit niet."
    )


def _more(one: Participant, subject: PortalSubject, shown: int) -> str:
    """Return how many goals a subject has besides those that are shown; nothing when there are none."""
    rest = len(subject.goals) - shown
    if not rest:
        return ""
    goal = one.goals[0] if rest == 1 else one.goals[1]
    return f"En nog {rest} {goal} op"


def _parts(one: Participant, subject: PortalSubject) -> str:
    """Return what stands about a subject that has no goals; nothing when it has some."""
    if subject.goals:
        return ""
    if subject.parts:
        return f"Hierover staat daar wel iets, maar geen {one.goals[0]} van {one.full} zelf."
    return f"{capital(one.full)} noemt dit onderwerp, maar heeft er nog niets over op de site."
