"""Throwing a proposal away, with what is lost to see before, and bringing it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from polderkoers.errors.werkbank import ProposalUnknown, StepRefused
from polderkoers.werkbank.store.values import Moved, Proposal
from polderkoers.werkbank.web.answers import sent_to, shown
from polderkoers.werkbank.web.pages.proposal import named, page_of
from polderkoers.werkbank.web.people import WebRole
from polderkoers.werkbank.web.visit import Visit

if TYPE_CHECKING:
    from polderkoers.werkbank.shown.was_wordt import WasWordt

_LONG = 20.0


def discard_page(visit: Visit) -> Response:
    """Show what is thrown away with a proposal, before it is."""
    return _shown(visit, named(visit))


def discard(visit: Visit) -> Response:
    """Throw a proposal away as it was looked at; whoever saved in it meanwhile loses nothing."""
    proposal = named(visit)
    _refuse_others(visit, proposal)
    try:
        visit.workplace.store.discard(proposal.id, visit.text("stand"), visit.visitor.person)
    except Moved as moved:
        return _shown(visit, moved.newer, 409, "Iemand veranderde dit voorstel zojuist. Kijk nog eens wat je weggooit.")
    except StepRefused as error:
        return page_of(visit, named(visit), 409, error.told)
    return sent_to(f"/voorstel/{proposal.id}")


def bring_back(visit: Visit) -> Response:
    """Bring a proposal back that was thrown away, and go on in it."""
    proposal = discarded(visit)
    if proposal is None:
        raise ProposalUnknown
    _refuse_others(visit, proposal)
    visit.workplace.store.bring_back(proposal.id, visit.visitor.person)
    visit.say("Het voorstel is er weer, met alles wat erin stond.")
    return sent_to(f"/voorstel/{proposal.id}")


def gone_page(visit: Visit) -> Response:
    """Show a proposal that was thrown away. Raises `ProposalUnknown`."""
    proposal = discarded(visit)
    if proposal is None:
        raise ProposalUnknown
    return _shown(visit, proposal)


def discarded(visit: Visit) -> Proposal | None:
    """Return the proposal of the address when it was thrown away."""
    return next((each for each in visit.workplace.store.discarded() if each.id == visit.place["id"]), None)


def _refuse_others(visit: Visit, proposal: Proposal) -> None:
    if not may_discard(visit, proposal):
        raise StepRefused(
            f"Dit voorstel is van {proposal.author.name}.",
            "vraag het aan die persoon, of aan wie over voorstellen beslist.",
        )


def may_discard(visit: Visit, proposal: Proposal) -> bool:
    """Return whether somebody may throw a proposal away, or bring it back: whose it is, and who decides."""
    is_own = proposal.author.mail == visit.visitor.person.mail
    return visit.visitor.may(WebRole.BESLISSEN if not is_own else WebRole.VOORSTELLEN)


def _sentences(told: WasWordt) -> list[str]:
    """Return all that differs, policy or not, in sentences."""
    return [*(each.sentence for each in told.changes), *(each.sentence for each in told.beside), *told.unread]


def _shown(visit: Visit, proposal: Proposal, status: int = 200, said: str = "") -> Response:
    told = visit.workplace.changes(proposal.base, proposal.tip, _LONG)
    return shown(
        visit,
        "weggooien.html.j2",
        status,
        proposal=proposal,
        sentences=None if told is None else _sentences(told),
        saves=visit.workplace.store.saves_of(proposal),
        may_discard=may_discard(visit, proposal),
        is_gone=proposal.state.value == "weggegooid",
        said=said,
    )
