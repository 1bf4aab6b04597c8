"""Bringing a proposal up to date: what came in force meanwhile is merged, and what clashes is decided by button."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.responses import Response

from polderkoers.errors.werkbank import WerkbankError
from polderkoers.werkbank.store.updating import Clashes, Side
from polderkoers.werkbank.store.values import Moved, Proposal, ProposalState
from polderkoers.werkbank.web.answers import sent_to, shown
from polderkoers.werkbank.web.pages.proposal import for_who_leads, may_update, named, page_of
from polderkoers.werkbank.web.visit import Visit

_SIDES: tuple[Side, ...] = ("was", "mine", "theirs")
_CHOICE, _SEEN = "kies ", "gezien"
_LONGEST = 6_000


def clashes_page(visit: Visit) -> Response:
    """Show what clashes with what is decided so far, as the address says it; where nothing does, the proposal."""
    proposal, decided = named(visit), _decided(visit)
    try:
        outcome = visit.workplace.store.clashes(proposal.id, decided, visit.text(_SEEN))
    except WerkbankError as error:
        return page_of(visit, proposal, 409, error.told)
    if outcome is None:
        return sent_to(f"/voorstel/{proposal.id}")
    return _shown(visit, proposal, outcome, decided)


def update(visit: Visit) -> Response:
    """Bring a proposal up to date with what is decided so far, or show what clashes still."""
    proposal = named(visit)
    if proposal.state is ProposalState.INGEDIEND and not may_update(visit, proposal):
        return for_who_leads(visit, proposal)
    decided = _decided(visit)
    try:
        outcome = visit.workplace.store.update(
            proposal.id, proposal.tip, visit.visitor.person, decided, visit.text(_SEEN)
        )
    except Moved as moved:
        return page_of(visit, moved.newer, 409, str(moved))
    except WerkbankError as error:
        return page_of(visit, named(visit), 409, error.told)
    if isinstance(outcome, Proposal):
        visit.say("Het voorstel is bijgewerkt met wat intussen is gaan gelden.")
        return sent_to(f"/voorstel/{proposal.id}")
    choices = ((f"{_CHOICE}{key}", side) for key, side in decided.items())
    address = f"/voorstel/{proposal.id}/bijwerken?{urlencode([(_SEEN, outcome.seen), *choices])}"
    # By its address the page can be opened again and shared, as long as a proxy takes it.
    return sent_to(address) if len(address) < _LONGEST else _shown(visit, proposal, outcome, decided)


def _decided(visit: Visit) -> dict[str, Side]:
    """Return what was decided by key: what the form or the address remembers, and the button that was pressed."""
    found: dict[str, Side] = {}
    sent = visit.posted or {name: [value] for name, value in visit.request.query_params.items()}
    for name, values in sent.items():
        side = next((each for each in _SIDES if values[-1] == each), None)
        if name.startswith(_CHOICE) and side is not None:
            found[name.removeprefix(_CHOICE)] = side
    return found


def _shown(visit: Visit, proposal: Proposal, outcome: Clashes, decided: dict[str, Side]) -> Response:
    is_own = proposal.author.mail == visit.visitor.person.mail
    return shown(
        visit,
        "botsingen.html.j2",
        proposal=proposal,
        outcome=outcome,
        decided=decided,
        may_choose=may_update(visit, proposal),
        whose="jou" if is_own else proposal.author.name,
    )
