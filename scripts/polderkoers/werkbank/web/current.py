"""Which proposal somebody works in, and the state of the policy that goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from polderkoers.errors.werkbank import ProposalUnknown, StepRefused

if TYPE_CHECKING:
    from polderkoers.werkbank.forms.desk import Desk
    from polderkoers.werkbank.store.values import Proposal
    from polderkoers.werkbank.web.visit import Visit

FIELD = "voorstel"
NEW = "nieuw"


@dataclass(frozen=True)
class Whereabouts:
    """What somebody looks at: a proposal as it is now, or what is in force when there is none (yet).

    `is_fresh` when a new proposal was asked for beside one that somebody has.
    """

    proposal: Proposal | None
    commit: str
    base: str
    is_fresh: bool = False

    @property
    def name(self) -> str:
        """What a form sends along, to be saved in the same: empty for whichever somebody works in."""
        if self.proposal is not None:
            return self.proposal.id
        return NEW if self.is_fresh else ""

    @property
    def query(self) -> str:
        """What links to other items have behind their address, so that one goes on in the same proposal."""
        return f"?{FIELD}={self.name}" if self.name else ""

    def desk(self, visit: Visit, commit: str = "") -> Desk:
        """Return the policy as it stands there, or at another commit of the same proposal."""
        return visit.workplace.desk(commit or self.commit, self.base)


def within(proposal: Proposal) -> Whereabouts:
    """Return where somebody is who works in a proposal."""
    return Whereabouts(proposal, proposal.tip, proposal.base)


def current(visit: Visit) -> Whereabouts:
    """Return what somebody works in: the proposal that is asked for, or else the one of before, or else none.

    Raises `ProposalUnknown` when there is no such proposal, and `StepRefused` when it was thrown away.
    """
    asked = visit.text(FIELD)
    name = asked or visit.request.session.get(FIELD, "")
    if name and name != NEW:
        found = _open(visit, name, must=bool(asked))
        if found is not None:
            return within(found)
    now = visit.workplace.now
    return Whereabouts(None, now, now, is_fresh=name == NEW)


def _open(visit: Visit, name: str, *, must: bool) -> Proposal | None:
    """Return a proposal; one that is only remembered counts as long as it is somebody's own and can change."""
    try:
        found = visit.workplace.store.proposal(name)
    except ProposalUnknown:
        if must and any(each.id == name for each in visit.workplace.store.discarded()):
            raise StepRefused(
                "Dit voorstel is weggegooid.", "haal het terug bij Voorstellen, en doe het dan opnieuw."
            ) from None
        if must:
            raise
        return None
    if must:
        return found
    is_own = found.author.mail == visit.visitor.person.mail
    return found if is_own and found.state.can_change else None


def remember(visit: Visit, name: str) -> None:
    """Have somebody go on in a proposal."""
    if visit.request.session.get(FIELD) != name:
        visit.request.session[FIELD] = name
