"""Finds which subjects of participants stand beside a subject of the portal, and says of each how it was found.

Only what the portal says itself, the same id and the same name count. Names that look alike say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING

from polderkoers.policy.model.catalogues import Thema
from polderkoers.website.words import one_line

if TYPE_CHECKING:
    from polderkoers.website.portal.participants import Participant, PortalSubject


class How(Enum):
    """How a subject of a participant was found, as a reader is told."""

    SAID = "De makers van deze site hebben dit onderwerp hier naast gezet."
    ID_AND_NAME = "Dit onderwerp heeft daar dezelfde naam en hetzelfde kenmerk."
    ID = "Dit onderwerp heeft daar hetzelfde kenmerk, maar een andere naam. Of hetzelfde is bedoeld, is niet nagekeken."
    NAME = "Dit onderwerp heeft daar dezelfde naam. Of hetzelfde is bedoeld, is niet nagekeken."


@dataclass(frozen=True)
class Match:
    """A subject of a participant that stands beside one of the portal."""

    subject: PortalSubject
    how: How


def matches(participant: Participant, themes: Iterable[Thema]) -> dict[str, tuple[Match, ...]]:
    """Return, by the id of a subject of the portal, the subjects of a participant that stand beside it; each stands at one place."""
    by_id = {theme.id: theme for theme in themes}
    by_name = {_same(theme.naam): theme.id for theme in by_id.values()}
    said = {each.daar: each.hier for each in participant.said.onderwerpen}
    found: dict[str, tuple[Match, ...]] = {}
    for subject in participant.subjects:
        at = said.get(subject.id) or (subject.id if subject.id in by_id else by_name.get(_same(subject.naam)))
        if at in by_id:
            how = _how(subject, by_id[at], is_said=subject.id in said)
            found[at] = (*found.get(at, ()), Match(subject, how))
    return found


def unmatched(participant: Participant, themes: Iterable[Thema]) -> tuple[PortalSubject, ...]:
    """Return the subjects of a participant that stand beside none of the portal."""
    found = chain.from_iterable(matches(participant, themes).values())
    placed = {match.subject.id for match in found}
    return tuple(subject for subject in participant.subjects if subject.id not in placed)


def _how(subject: PortalSubject, theme: Thema, *, is_said: bool) -> How:
    if is_said:
        return How.SAID
    if subject.id != theme.id:
        return How.NAME
    return How.ID_AND_NAME if _same(subject.naam) == _same(theme.naam) else How.ID


def _same(name: str) -> str:
    """Return a name without what no reader hears: capitals and the number of blanks."""
    return one_line(name).casefold()
